import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearestTable } from './nearest-table.ts';

const all = (length: number) => ({ cellOf: new Int32Array(length), targets: Float64Array.of(10) });
const never = () => {};

describe('nearestTable', () => {
  it('takes the same off every cell, and cuts off at zero', () => {
    const found = nearestTable(Float64Array.of(9, 5, 1, -3), new Float64Array(4).fill(2), [all(4)], 1e-9, never);
    expect([...(found ?? [])]).toEqual([7, 3, 0, 0]);
  });

  it('moves uncertain cells more, and leaves closed ones at zero', () => {
    const found = nearestTable(Float64Array.of(4, 4, 0), Float64Array.of(1, 3, 0), [all(3)], 1e-9, never);
    expect([...(found ?? [])]).toEqual([4.5, 5.5, 0]);
    expect(nearestTable(Float64Array.of(0, 0), new Float64Array(2), [all(2)], 1e-9, never)).toBeNull();
  });

  it('is nearer than any other table with these margins', () => {
    const cell = fc.double({ min: -50, max: 50, noNaN: true });
    const positive = fc.double({ min: 0, max: 30, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(cell, { minLength: 6, maxLength: 6 }),
        fc.array(positive, { minLength: 6, maxLength: 6 }),
        (y, other) => {
          const rows = { cellOf: Int32Array.of(0, 0, 0, 1, 1, 1), targets: new Float64Array(2) };
          const columns = { cellOf: Int32Array.of(0, 1, 2, 0, 1, 2), targets: new Float64Array(3) };
          for (const { cellOf, targets } of [rows, columns]) {
            for (const [at, value] of other.entries())
              targets[cellOf[at] as number] = (targets[cellOf[at] as number] as number) + value;
          }
          const values = Float64Array.from(y);
          const found = nearestTable(values, new Float64Array(6).fill(1), [rows, columns], 1e-7, never);
          expect(found).not.toBeNull();
          const squares = (table: ArrayLike<number>) =>
            values.reduce((sum, value, at) => sum + (value - (table[at] as number)) ** 2, 0);
          expect(squares(found ?? [])).toBeLessThanOrEqual(squares(other) + 1e-3);
          expect(Math.min(...(found ?? []))).toBeGreaterThanOrEqual(0);
        },
      ),
      { numRuns: 200, seed: 8 },
    );
  });
});
