import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelSpace } from './model-space.ts';
import { allSets, axisVersions, type WeightedSet, weighedClosure } from './workload.ts';

const anyWorkload = fc.array(
  fc.record({
    set: fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }).map((set) => set.sort((a, b) => a - b)),
    weight: fc.integer({ min: 1, max: 4 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('allSets', () => {
  it('lists every set of so many columns once, and none that is too large', () => {
    expect(allSets([2, 3, 4], 2).map(({ set }) => set)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
    expect(allSets([2, 3, 4], 2, 8).map(({ set }) => set)).toEqual([
      [0, 1],
      [0, 2],
    ]);
    expect(allSets([2, 3, 4], 1)).toHaveLength(3);
  });
});

describe('weighedClosure', () => {
  it('has every part of a workload set, weighed by what it shares with all of them', () => {
    fc.assert(
      fc.property(anyWorkload, (workload) => {
        const closure = weighedClosure(workload);
        const keys = closure.map(({ set }) => set.join());
        expect(new Set(keys).size).toBe(keys.length);
        for (const { set } of workload) for (const part of partsOf(set)) expect(keys).toContain(part.join());
        for (const { set, weight } of closure) {
          expect(workload.some((one) => set.every((column) => one.set.includes(column)))).toBe(true);
          // The definition, word by word: Σ over workload sets of their weight times the columns shared.
          const expected = workload.reduce(
            (sum, one) => sum + one.weight * set.filter((column) => one.set.includes(column)).length,
            0,
          );
          expect(weight).toBe(expected);
        }
        for (let at = 1; at < closure.length; at++)
          expect(closure[at]?.set.length).toBeGreaterThanOrEqual(closure[at - 1]?.set.length as number);
      }),
      { numRuns: 150, seed: 4 },
    );
  });
});

describe('axisVersions', () => {
  // Column 0 is banded (axis 4); column 2 lies in column 3 (axis 5).
  const space = modelSpace(
    [6, 2, 4, 2],
    [
      { column: 2, parent: 3, groups: 2, groupOf: [0, 0, 1, 1] },
      { column: 0, parent: null, groups: 3, groupOf: [0, 0, 1, 1, 2, 2] },
    ],
  );

  it('gives each column by its codes and by the groups above them, at the same weight', () => {
    const versions = axisVersions([{ set: [0, 2], weight: 7 }], space);
    expect(versions).toEqual(
      [
        [0, 2],
        [0, 3],
        [2, 5],
        [3, 5],
      ].map((set): WeightedSet => ({ set, weight: 7 })),
    );
  });

  it('has no set of a column with itself, and each set once by its largest weight', () => {
    const versions = axisVersions(
      [
        { set: [2, 3], weight: 2 },
        { set: [1, 3], weight: 1 },
        { set: [1, 2], weight: 5 },
      ],
      space,
    );
    expect(versions).toEqual([
      { set: [2, 3], weight: 2 },
      { set: [1, 3], weight: 5 },
      { set: [1, 2], weight: 5 },
    ]);
  });
});

function partsOf(set: readonly number[]): number[][] {
  return Array.from({ length: 2 ** set.length - 1 }, (_, at) => set.filter((_column, bit) => ((at + 1) >> bit) & 1));
}
