import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expectedCodes, keepValues } from './keep-values.ts';
import { modelSpace, placedMeasurement } from './model-space.ts';

const seed = Uint8Array.of(7);
const groupOf = [0, 0, 0, 1, 1];
const banded = modelSpace([5, 3], [{ column: 0, parent: null, groups: 2, groupOf }]);
const countsOf = (codes: ArrayLike<number>, size: number) => {
  const counts = new Array<number>(size).fill(0);
  for (const code of Array.from(codes)) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
};

describe('expectedCodes', () => {
  const space = modelSpace([4], []);
  const single = (values: number[], variance: number) =>
    placedMeasurement(space, [0], { values: Float64Array.from(values), variance });

  it('expects a code that precise counts show, and none that they show to be absent', () => {
    expect(expectedCodes(space, [single([0, 1, 9, -1], 0.25)])).toEqual([[1, 2]]);
  });

  it('expects a code that noise has pushed below zero, as long as noise may have done so', () => {
    expect(expectedCodes(space, [single([-6, 0, 20, -40], 45)])).toEqual([[0, 1, 2]]);
  });

  it('averages measurements by precision, and says nothing of columns measured with others alone', () => {
    expect(expectedCodes(space, [single([0, 0, 0, 0], 4), single([0, 0, 0, 0], 4)])).toEqual([[0, 1, 2, 3]]);
    expect(expectedCodes(space, [single([0, 0, 0, 0], 2), single([0, 0, 0, 0], 2)])).toEqual([[]]);
    expect(expectedCodes(space, [])).toEqual([[]]);
  });
});

describe('keepValues', () => {
  it('takes a row from the commonest code of the same group, so that groups keep their counts', () => {
    const codes = Uint8Array.of(0, 0, 0, 1, 1, 3, 3, 3, 3, 3);
    const others = Uint8Array.of(0, 1, 2, 0, 1, 2, 0, 1, 2, 0);
    keepValues([codes, others], banded, [[2, 4], []], [], seed);
    expect(countsOf(codes, 5)).toEqual([2, 2, 1, 4, 1]);
    expect([...others]).toEqual([0, 1, 2, 0, 1, 2, 0, 1, 2, 0]);
  });

  it('makes no row that was declared impossible', () => {
    const codes = Uint8Array.of(3, 3, 3, 3);
    const others = Uint8Array.of(0, 1, 2, 0);
    const zeros = [{ set: [0, 1], cells: [4 * 3 + 0, 4 * 3 + 1] }];
    keepValues([codes, others], banded, [[4], []], zeros, seed);
    expect([...codes]).toEqual([3, 3, 4, 3]);
    const none = [{ set: [0, 1], cells: [12, 13, 14] }];
    const same = Uint8Array.of(3, 3, 3, 3);
    keepValues([same, others], banded, [[4], []], none, seed);
    expect([...same]).toEqual([3, 3, 3, 3]);
  });

  it('leaves every code that had a row with one, and gives each expected code one wherever there are rows enough', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(5), { minLength: 12, maxLength: 60 }), (drawn) => {
        const space = modelSpace([6], []);
        const codes = Uint8Array.from(drawn);
        keepValues([codes], space, [[0, 1, 2, 3, 4, 5]], [], seed);
        const counts = countsOf(codes, 6);
        expect(counts.every((count) => count > 0)).toBe(true);
        const before = countsOf(drawn, 6);
        expect(counts.filter((count, code) => count > (before[code] as number)).every((count) => count === 1)).toBe(
          true,
        );
      }),
    );
  });
});
