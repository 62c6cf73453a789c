import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { internalUtility, readInternalUtility } from './internal-utility.ts';
import { intervalOverlap, overlapOf } from './interval-overlap.ts';
import { drawEstimates, fourCountsOf } from './standard-estimates.ts';

const sizes = [2, 3, 4];
const domains = { a: ['0', '1'], b: ['0', '1', '2'], c: ['0', '1', '2', '3'] };
function table(rows: number, code: (row: number, column: number) => number) {
  const columns = sizes.map((size, at) => {
    const column = emptyColumn(size, rows);
    for (let row = 0; row < rows; row++) column[row] = code(row, at) % size;
    return column;
  });
  return caseTable(domains, Object.fromEntries(['a', 'b', 'c'].map((name, at) => [name, columns[at] as Uint8Array])));
}
const real = table(900, (row, at) => Math.floor(row / (at + 1)) + (row % 7));

describe('fourCountsOf', () => {
  it('counts what going through the rows counts, whatever the order of the columns', async () => {
    const estimates = await drawEstimates(memoryMarginals(real), { count: 60 });
    expect(estimates).toHaveLength(60);
    const counts = await fourCountsOf(memoryMarginals(real), estimates);
    for (const [at, { a, b }] of estimates.entries()) {
      const found = { both: 0, onlyA: 0, onlyB: 0, neither: 0 };
      for (let row = 0; row < real.rows; row++) {
        const has = (level: typeof a | null) =>
          level !== null && real.columns[real.variables.indexOf(level.variable)]?.[row] === level.code;
        found[has(a) ? (has(b) ? 'both' : 'onlyA') : has(b) ? 'onlyB' : 'neither']++;
      }
      expect(counts[at]).toEqual(found);
    }
  });

  it('draws the same estimates from the same domain and seed, none of them twice', async () => {
    const [one, two] = [await drawEstimates(memoryMarginals(real)), await drawEstimates(memoryMarginals(real))];
    expect(one).toEqual(two);
    expect(new Set(one.map((estimate) => JSON.stringify(estimate))).size).toBe(one.length);
    expect(new Set(one.map(({ kind }) => kind)).size).toBe(2);
  });
});

describe('overlapOf', () => {
  it('adds up by hand', () => {
    const at = (value: number, half: number) => ({ value, sampling: (half / 1.96) ** 2 });
    expect(overlapOf(at(0, 2), at(0, 2))).toBeCloseTo(1, 12);
    // [−2, 2] and [1, 3] share [1, 2]: ½ (1/4 + 1/2).
    expect(overlapOf(at(0, 2), at(2, 1))).toBeCloseTo(0.375, 12);
    expect(overlapOf(at(0, 1), at(5, 1))).toBeLessThan(0);
    expect(overlapOf(at(1, 0), at(1, 0))).toBe(1);
  });
});

describe('intervalOverlap', () => {
  it('is one for the same records and falls with what is wrong', async () => {
    const own = await intervalOverlap(memoryMarginals(real), memoryMarginals(real));
    expect([own.summary?.mean, own.overlapping, own.impossible]).toEqual([1, 1, 0]);
    const shifted = table(900, (row, at) => Math.floor(row / (at + 1)));
    const other = await intervalOverlap(memoryMarginals(real), memoryMarginals(shifted));
    expect(other.summary?.mean).toBeLessThan(0.9);
  });

  it('counts the estimates that the other records cannot make', async () => {
    const flat = table(900, () => 0);
    const { impossible, estimates } = await intervalOverlap(memoryMarginals(real), memoryMarginals(flat));
    expect(impossible).toBeGreaterThan(0);
    expect(impossible + estimates.length).toBe((await drawEstimates(memoryMarginals(real))).length);
  });
});

describe('internalUtility', () => {
  it('shows nothing of what it holds but to who asks for it by name', () => {
    const handle = internalUtility({ distance: 0.25 });
    expect(JSON.stringify(handle)).toBe('{}');
    expect(readInternalUtility(handle)).toEqual({ distance: 0.25 });
    expect(() => readInternalUtility({} as typeof handle)).toThrow(TypeError);
  });
});
