import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowGrouper } from './group-rows.ts';

const oracle = (columns: readonly (readonly number[])[], rows: number): number[] => {
  const known = new Map<string, number>();
  return Array.from({ length: rows }, (_, row) => {
    const key = columns.map((column) => column[row]).join();
    if (!known.has(key)) known.set(key, known.size);
    return known.get(key) as number;
  });
};

describe('rowGrouper', () => {
  it('numbers equal rows alike, by first appearance, run after run', () => {
    const grouper = rowGrouper(60);
    fc.assert(
      fc.property(
        // Up to 20 columns of 65,536 codes: far more than 2^53 combinations.
        fc.array(fc.constantFrom(1, 2, 5, 300, 65_536), { maxLength: 20 }),
        fc.nat({ max: 60 }),
        fc.integer({ min: 1, max: 4 }),
        fc.nat(),
        (sizes, rows, variety, seed) => {
          let state = seed;
          const next = () => {
            state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
            return state / 2 ** 32;
          };
          const columns = sizes.map((size) =>
            Array.from({ length: rows }, () => {
              const step = Math.floor(next() * Math.min(size, variety));
              return Math.floor((step * (size - 1)) / Math.max(1, variety - 1)) % size;
            }),
          );
          const groups = grouper.run(columns, sizes, rows);
          const expected = oracle(columns, rows);
          expect(Array.from(grouper.groupOf.subarray(0, rows))).toEqual(expected);
          expect(groups).toBe(rows === 0 ? 0 : Math.max(...expected) + 1);
        },
      ),
      { numRuns: 300, seed: 1 },
    );
  });
});
