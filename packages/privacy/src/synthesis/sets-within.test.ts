import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelSizeMb } from '../pgm/junction-tree.ts';
import { setsWithin } from './sets-within.ts';

describe('setsWithin', () => {
  it('takes the heaviest sets first and leaves out what makes the model too large', () => {
    const sizes = [10, 10, 10];
    const ring = [
      { set: [0, 1], weight: 1 },
      { set: [1, 2], weight: 3 },
      { set: [0, 2], weight: 2 },
    ];
    // Two pairs make two tables of 100 cells; the third closes the triangle: 1,000 cells.
    expect(setsWithin(sizes, ring, (8 * 200) / 2 ** 20)).toEqual([false, true, true]);
    expect(setsWithin(sizes, ring, (8 * 1000) / 2 ** 20)).toEqual([true, true, true]);
    expect(setsWithin(sizes, ring, (8 * 200) / 2 ** 20, [[0, 1]])).toEqual([true, true, false]);
  });

  it('takes parts of what it has at no size', () => {
    const sets = [
      { set: [0, 1], weight: 2 },
      { set: [0], weight: 1 },
      { set: [], weight: 1 },
    ];
    expect(setsWithin([100, 100], sets, (8 * 10_000) / 2 ** 20)).toEqual([true, true, true]);
  });

  it('never goes above the limit', () => {
    const set = fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 3 }).map((s) => s.sort((a, b) => a - b));
    const sets = fc.array(fc.record({ set, weight: fc.integer({ min: 1, max: 4 }) }), { maxLength: 20 });
    fc.assert(
      fc.property(sets, fc.integer({ min: 1, max: 2000 }), (list, cells) => {
        const sizes = [2, 3, 4, 5, 6, 7, 8, 9];
        const limit = (8 * cells) / 2 ** 20;
        const used = setsWithin(sizes, list, limit);
        const kept = list.filter((_, at) => used[at]).map((one) => one.set);
        if (kept.length > 0) expect(modelSizeMb(sizes, kept)).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 100 },
    );
  });
});
