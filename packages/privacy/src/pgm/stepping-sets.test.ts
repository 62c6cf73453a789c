import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cellsOf, isWithin, projection, spreadInto, sumInto } from './factor.ts';
import { junctionTree } from './junction-tree.ts';
import { publishedRandom } from './published-random.ts';
import { reductionOf, spreadThrough, sumThrough } from './reduction.ts';
import { steppingSets } from './stepping-sets.ts';

describe('reductionOf', () => {
  it('sums and spreads as index maps do, whichever columns are left out', () => {
    const sizes = [2, 3, 1, 4, 2];
    const outer = [0, 1, 2, 3, 4];
    fc.assert(
      fc.property(fc.subarray(outer), fc.string(), (inner, seed) => {
        const random = publishedRandom(seed);
        const table = Float64Array.from({ length: cellsOf(sizes, outer) }, () => random.below(100));
        const part = Float64Array.from({ length: cellsOf(sizes, inner) }, () => random.below(100));
        const map = projection(sizes, outer, inner);
        const reduction = reductionOf(sizes, outer, inner);
        const [sums, expectedSums] = [part.slice(), part.slice()];
        sumThrough(sums, table, reduction);
        sumInto(expectedSums, table, map);
        expect(sums).toEqual(expectedSums);
        const [spread, expectedSpread] = [table.slice(), table.slice()];
        spreadThrough(spread, part, reduction);
        spreadInto(expectedSpread, part, map);
        expect(spread).toEqual(expectedSpread);
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});

describe('steppingSets', () => {
  it('lie within cliques, are smaller than they are, and hold at least two measured sets each', () => {
    const sizes = [8, 6, 5, 4, 3];
    const pairs = sizes.flatMap((_, a) => sizes.slice(a + 1).map((__, at) => [a, a + 1 + at]));
    const tree = junctionTree(sizes, [...pairs, [0, 1, 2, 3, 4]]);
    const found = steppingSets(tree, pairs);
    expect(found).toContainEqual([1, 2, 3, 4]);
    expect(found).toContainEqual([0, 2, 3, 4]);
    for (const set of found) {
      expect(tree.cliques.some((clique) => set.length < clique.length && isWithin(set, clique))).toBe(true);
      expect(pairs.filter((pair) => isWithin(pair, set)).length).toBeGreaterThan(1);
    }
    expect(steppingSets(tree, pairs.slice(0, 3))).toEqual([]);
  });
});
