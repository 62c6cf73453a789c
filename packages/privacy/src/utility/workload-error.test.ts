import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { columnSets } from './column-sets.ts';
import { countErrors } from './count-error.ts';
import { quantile, summaryOf, totalVariation } from './distribution.ts';
import { groupErrors } from './group-error.ts';
import { workloadError } from './workload-error.ts';

const domains = { a: ['0', '1'], b: ['0', '1', '2'], g: ['x', 'y', 'z'] };
const sizes = [2, 3, 3];
const tableOf = (rows: readonly (readonly number[])[]) =>
  caseTable(
    domains,
    Object.fromEntries(
      ['a', 'b', 'g'].map((name, at) => {
        const column = emptyColumn(sizes[at] as number, rows.length);
        column.set(rows.map((row) => row[at] as number));
        return [name, column];
      }),
    ),
  );
const anyRows = fc.array(fc.tuple(fc.nat({ max: 1 }), fc.nat({ max: 2 }), fc.nat({ max: 2 })), {
  minLength: 1,
  maxLength: 60,
});

/** Distance by brute force: shares of every combination of the columns, by going through rows. */
function distanceOf(
  real: readonly (readonly number[])[],
  other: readonly (readonly number[])[],
  columns: readonly number[],
) {
  const shares = new Map<string, number>();
  for (const row of real) add(shares, row, columns, 1 / real.length);
  for (const row of other) add(shares, row, columns, -1 / other.length);
  return [...shares.values()].reduce((sum, share) => sum + Math.abs(share), 0) / 2;
}

function add(shares: Map<string, number>, row: readonly number[], columns: readonly number[], by: number) {
  const key = columns.map((at) => row[at]).join();
  shares.set(key, (shares.get(key) ?? 0) + by);
}

describe('workloadError', () => {
  it('gives the distance of every table that going through the rows gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRows, async (real, other) => {
        const found = await workloadError(memoryMarginals(tableOf(real)), memoryMarginals(tableOf(other)));
        expect(found.tables.map(({ set }) => set.join(''))).toEqual(['a', 'b', 'g', 'ab', 'ag', 'bg', 'abg']);
        for (const { set, distance } of found.tables) {
          const columns = set.map((name) => ['a', 'b', 'g'].indexOf(name));
          expect(distance).toBeCloseTo(distanceOf(real, other, columns), 12);
        }
        const all = found.ways.at(-1);
        expect(all?.mean).toBeCloseTo(found.tables.reduce((sum, { distance }) => sum + distance, 0) / 7, 12);
        expect([found.realRows, found.otherRows]).toEqual([real.length, other.length]);
      }),
      { seed: 3, numRuns: 40 },
    );
  });

  it('weighs the declared workload, and says how many tables were too large', async () => {
    const real = memoryMarginals(
      tableOf([
        [0, 0, 0],
        [1, 0, 0],
      ]),
    );
    const other = memoryMarginals(
      tableOf([
        [0, 0, 0],
        [0, 0, 1],
      ]),
    );
    const found = await workloadError(real, other, {
      mostCells: 6,
      workload: [
        { set: ['a'], weight: 3 },
        { set: ['b'], weight: 1 },
      ],
    });
    expect(found.leftOut).toBe(2);
    expect(found.weighted).toBeCloseTo((3 * 0.5 + 0) / 4, 12);
    const outside = [{ set: ['a', 'b', 'g'], weight: 1 }];
    await expect(workloadError(real, other, { mostCells: 6, workload: outside })).rejects.toThrow('was not compared');
  });

  it('refuses sources over different domains', async () => {
    const real = memoryMarginals(tableOf([[0, 0, 0]]));
    const other = memoryMarginals(caseTable({ a: ['0', '1'] }, { a: Uint8Array.of(0) }));
    await expect(workloadError(real, other)).rejects.toThrow('different domains');
  });
});

describe('countErrors', () => {
  it('puts each cell into the band of its true count, by hand', () => {
    const errors = countErrors();
    errors.add([0, 0, 1, 10, 11, 50, 51, 200, 201, 5000], [2, 0, 0, 13, 11, 40, 52, 190, 201, 5200]);
    const { bands } = errors.finish();
    expect(
      bands.map(({ from, to, cells, meanError, meanDifference, maxError }) => [
        from,
        to,
        cells,
        meanError,
        meanDifference,
        maxError,
      ]),
    ).toEqual([
      [0, 0, 2, 1, 1, 2],
      [1, 10, 2, 2, 1, 3],
      [11, 50, 2, 5, -5, 10],
      [51, 200, 2, 5.5, -4.5, 10],
      [201, null, 2, 100, 100, 200],
    ]);
  });

  it('cuts the cells that are not empty into tenths, equal counts together', () => {
    const errors = countErrors();
    const counts = Array.from({ length: 100 }, (_, at) => at + 1);
    errors.add([0, ...counts], [9, ...counts.map((count) => count + 1)]);
    const { deciles } = errors.finish();
    expect(deciles.map(({ from, cells }) => [from, cells])).toEqual(
      Array.from({ length: 10 }, (_, at) => [10 * at + 1, 10]),
    );
    expect(deciles.every(({ meanError }) => meanError === 1)).toBe(true);
    const same = countErrors();
    same.add([4, 4, 4], [4, 4, 4]);
    expect(same.finish().deciles).toHaveLength(1);
  });

  it('keeps every cell, whatever its size', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 3_000_000 }), { minLength: 1, maxLength: 200 }), (counts) => {
        const errors = countErrors();
        errors.add(
          counts,
          counts.map(() => 0),
        );
        const { bands, deciles } = errors.finish();
        const inBands = bands.reduce((sum, { cells }) => sum + cells, 0);
        const inDeciles = deciles.reduce((sum, { cells }) => sum + cells, 0);
        expect([inBands, inDeciles]).toEqual([counts.length, counts.filter((count) => count > 0).length]);
        expect(Math.max(...bands.map(({ maxError }) => maxError ?? 0))).toBe(Math.max(...counts));
      }),
      { seed: 5, numRuns: 50 },
    );
  });
});

describe('groupErrors', () => {
  it('gives within each group what comparing that group alone gives', async () => {
    await fc.assert(
      fc.asyncProperty(anyRows, anyRows, async (real, other) => {
        const found = await groupErrors(memoryMarginals(tableOf(real)), memoryMarginals(tableOf(other)), ['g'], {
          leastRows: 1,
        });
        for (const { value, realRows, otherRows, mean, max } of found.groups) {
          const code = domains.g.indexOf(value);
          const [mine, theirs] = [real, other].map((rows) => rows.filter((row) => row[2] === code)) as [
            typeof real,
            typeof real,
          ];
          expect([realRows, otherRows]).toEqual([mine.length, theirs.length]);
          const distances = [[0], [1], [0, 1]].map((set) => (theirs.length === 0 ? 1 : distanceOf(mine, theirs, set)));
          expect(mean).toBeCloseTo(distances.reduce((sum, value) => sum + value, 0) / 3, 12);
          expect(max).toBeCloseTo(Math.max(...distances), 12);
        }
        expect(found.worst[0]?.mean).toBe(Math.max(...found.groups.map(({ mean }) => mean)));
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it('does not call a handful of records the worst group', async () => {
    const many = Array.from({ length: 60 }, (_, at) => [at % 2, 0, 0]);
    const real = memoryMarginals(tableOf([...many, [0, 0, 1]]));
    const other = memoryMarginals(tableOf(many));
    const { groups, worst } = await groupErrors(real, other, ['g']);
    expect(groups.map(({ value, mean }) => [value, mean])).toEqual([
      ['y', 1],
      ['x', 0],
    ]);
    expect(worst.map(({ value }) => value)).toEqual(['x']);
  });
});

describe('columnSets and summaries', () => {
  it('lists every set once, in the order of the domain', () => {
    expect(columnSets(domains, 2, 8).sets.map((set) => set.join(''))).toEqual(['a', 'b', 'g', 'ab', 'ag']);
    expect(columnSets(domains, 2, 8).leftOut).toBe(1);
  });

  it('interpolates quantiles and gives nothing for nothing', () => {
    expect(quantile([1, 2, 4], 0.75)).toBe(3);
    expect(summaryOf([4, 1, 2])).toEqual({ mean: 7 / 3, median: 2, p95: 2 + 2 * 0.9, max: 4 });
    expect(summaryOf([])).toBeNull();
    expect([totalVariation([1], [0], 1, 0), totalVariation([0], [0], 0, 0)]).toEqual([1, 0]);
  });
});
