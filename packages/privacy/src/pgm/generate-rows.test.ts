import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CodeColumn } from '../columns/case-table.ts';
import { type ColumnSet, cellsOf, summedTo } from './factor.ts';
import { fitModel } from './fit-model.ts';
import { generateRows, roundToTotal } from './generate-rows.ts';
import type { Model } from './model.ts';
import { publishedRandom } from './published-random.ts';

const sizes = [3, 4, 2, 5, 3];
const shapes: readonly (readonly ColumnSet[])[] = [
  [
    [0, 1],
    [1, 2],
    [2, 3],
    [3, 4],
  ],
  [
    [0, 1, 2],
    [1, 2, 3],
    [3, 4],
  ],
  [[0, 1], [1, 2], [2, 3], [0, 3], [4]],
  [[0], [1, 3], [2, 4]],
];

describe('roundToTotal', () => {
  it('gives whole counts of the total, each less than one from its share', () => {
    const weights = fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 1, max: 1000 }), fc.string(), (own, total, seed) => {
        const counts = new Uint32Array(own.length);
        roundToTotal(Float64Array.from(own), total, counts, publishedRandom(seed));
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(total);
        const sum = own.reduce((all, weight) => all + weight, 0);
        for (const [at, count] of counts.entries()) {
          const share = sum > 0 ? (total * (own[at] as number)) / sum : total / own.length;
          expect(Math.abs(count - share)).toBeLessThan(1 + 1e-9 * total);
          if (sum > 0 && own[at] === 0) expect(count).toBe(0);
        }
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('rounds up as often as the fraction says', () => {
    const random = publishedRandom('fractions');
    const weights = Float64Array.of(0.2, 0.5, 0.3, 3);
    const ups = new Float64Array(4);
    for (let draw = 0; draw < 4000; draw++) {
      const counts = new Uint32Array(4);
      roundToTotal(weights, 4, counts, random);
      for (let at = 0; at < 4; at++) ups[at] = (ups[at] as number) + (counts[at] as number) / 4000;
    }
    // Standard error below 0.008: five of them.
    for (const [at, mean] of ups.entries()) expect(Math.abs(mean - (weights[at] as number))).toBeLessThan(0.04);
  });
});

describe('generateRows', () => {
  /**
   * What holds: in each group the counts of a new column are within one of the conditional. A clique's cell is so off by less
   * than one more than its conditional times what its group is off. Groups are sums of earlier cells; only the first column
   * is within one of the model by itself, and later cliques are off by as much as their separators carry on.
   */
  it('is off by less than one in each conditional, and in a clique by what its separator carries on', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shapes), fc.string(), fc.integer({ min: 1, max: 3000 }), (sets, seed, rows) => {
        const model = invented(sets, seed);
        const columns = generateRows(model, rows, new TextEncoder().encode(seed));
        const { order, neighbours } = model.tree.elimination;
        for (const [at, column] of order.entries()) {
          const parents = neighbours[at] as ColumnSet;
          const set = [...parents, column].sort((a, b) => a - b);
          const share = model.marginal(set).map((value) => value / model.total);
          const group = summedTo(sizes, set, share, parents);
          const [counts, groupCounts] = [countsOf(columns, set), countsOf(columns, parents)];
          for (const [cell, count] of counts.entries()) {
            const above = cellWithin(cell, set, parents);
            const below = group[above] as number;
            const conditional = below === 0 ? 0 : (share[cell] as number) / below;
            if (below === 0) expect(groupCounts[above]).toBe(0);
            expect(Math.abs(count - conditional * (groupCounts[above] as number))).toBeLessThan(1 + 1e-6);
            const carried = conditional * Math.abs((groupCounts[above] as number) - rows * (group[above] as number));
            expect(Math.abs(count - rows * (share[cell] as number))).toBeLessThan(1 + carried + 1e-6);
          }
        }
        const first = order.at(-1) as number;
        const alone = model.marginal([first]);
        for (const [code, count] of countsOf(columns, [first]).entries())
          expect(Math.abs(count - (rows * (alone[code] as number)) / model.total)).toBeLessThan(1 + 1e-6);
      }),
      { numRuns: 40, seed: 12 },
    );
  });

  it('follows cliques far more closely than random draws would', () => {
    const sets = shapes[1] as readonly ColumnSet[];
    const model = invented(sets, 'close');
    const rows = 20_000;
    const columns = generateRows(model, rows, Uint8Array.of(1));
    let [off, drawn] = [0, 0];
    for (const set of sets) {
      const expected = model.marginal(set);
      for (const [cell, count] of countsOf(columns, set).entries()) {
        const share = (expected[cell] as number) / model.total;
        off += Math.abs(count - rows * share);
        drawn += Math.sqrt((2 / Math.PI) * rows * share * (1 - share));
      }
    }
    expect(off).toBeLessThan(0.1 * drawn);
  });

  it('stops when told to, and makes no row where none is asked for', () => {
    const model = invented(shapes[0] as readonly ColumnSet[], 'none');
    expect(generateRows(model, 0, Uint8Array.of(1)).map(({ length }) => length)).toEqual([0, 0, 0, 0, 0]);
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    expect(() => generateRows(model, 5, Uint8Array.of(1), stop.signal)).toThrow('enough');
  });
});

function invented(sets: readonly ColumnSet[], seed: string): Model {
  const random = publishedRandom(seed);
  const noisy = sets.map((set) => ({
    set,
    values: Float64Array.from({ length: cellsOf(sizes, set) }, () => 200 * random.unit() ** 3),
    variance: 1,
  }));
  return fitModel(sizes, noisy, { steps: 60, restarts: 0 });
}

function countsOf(columns: readonly CodeColumn[], set: ColumnSet): Float64Array {
  const counts = new Float64Array(cellsOf(sizes, set));
  for (let row = 0; row < (columns[0]?.length ?? 0); row++) {
    const cell = set.reduce((key, column) => key * (sizes[column] as number) + (columns[column]?.[row] as number), 0);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** The cell of a subset's table that a cell belongs to. */
function cellWithin(cell: number, set: ColumnSet, inner: ColumnSet): number {
  const codes = new Map<number, number>();
  let rest = cell;
  for (const column of [...set].reverse()) {
    codes.set(column, rest % (sizes[column] as number));
    rest = Math.floor(rest / (sizes[column] as number));
  }
  return inner.reduce((key, column) => key * (sizes[column] as number) + (codes.get(column) as number), 0);
}
