import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import { tableFromCsv } from '../columns/csv-table.ts';
import { subsetsOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { type CombinationError, combinationError, type LengthError } from './combination-error.ts';
import { type Combinations, combinations } from './combinations.ts';
import { type PresentValues, presentValues } from './present-values.ts';
import { rareRecords } from './rare-records.ts';

const root = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
const shared = process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared');
const folder = join(shared, 'data', 'sds-examples');
const present = existsSync(folder);
if (!present) process.stdout.write('reference figures skipped: ../shared/data/sds-examples is absent\n');

const textOf = (name: string) => gunzipSync(readFileSync(join(folder, name))).toString('utf8');
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

function domainsOf(...files: readonly Record<string, string>[][]): Domains {
  const names = Object.keys(files[0]?.[0] ?? {});
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(files.flatMap((rows) => rows.map((row) => row[name] ?? '')))].sort()]),
  );
}

describe.skipIf(!present)('the published customer complaints', () => {
  let values: PresentValues;
  let real: CaseTable;
  let aggregates: CombinationError;
  let synthetic: CombinationError;
  let index: Combinations;
  let rowsOut: number;

  beforeAll(async () => {
    const [input, output] = [
      textOf('customer_complaints_prepared.csv.gz'),
      textOf('customer_complaints_synthetic.csv.gz'),
    ];
    const domains = domainsOf(rowsOf(input), rowsOf(output));
    values = presentValues(domains, { absent: ['', 'False'] });
    real = (await tableFromCsv([input], 'prepared', domains)).table;
    const target = (await tableFromCsv([output], 'synthetic', domains)).table;
    rowsOut = target.rows;
    index = combinations(values, 4);
    index.addTable(real, 'real');
    index.addTable(target, 'target');
    synthetic = combinationError(index);
    const published = combinations(values, 4);
    published.addTable(real, 'real');
    const itemOf = new Map(values.items.map(({ variable, value }, at) => [`${variable}:${value}`, at]));
    for (const { selections, protected_count: count } of rowsOf(textOf('customer_complaints_aggregate.csv.gz'))) {
      if (selections === 'record_count') continue;
      const items = (selections ?? '').split(';').map((part) => itemOf.get(part) ?? -1);
      expect(items).not.toContain(-1);
      published.addCount(items, Number(count), 'target');
    }
    aggregates = combinationError(published);
  });

  // The file of figures has the aggregates' errors of lengths 2 and 3 in each other's place: a second count of the published
  // aggregates, written apart from this one, gives 2,499 / 533 = 4.69 and 10,455 / 2,220 = 4.71 as we do.
  const interchanged: Readonly<Record<string, string>> = { 2: '4.69', 3: '4.71' };

  it('gives every printed figure, by number and by count', () => {
    const printed = rowsOf(readFileSync(join(folder, 'published-figures.csv'), 'utf8')).filter(({ source }) =>
      source?.startsWith('computed here'),
    );
    expect(printed).toHaveLength(20);
    for (const line of printed) {
      const errors = line['evaluated'] === 'dp_aggregates' ? aggregates : synthetic;
      const found = errors.lengths.find(({ length }) => String(length) === line['length']) as LengthError;
      const byNumber = line['pct_scheme'] === 'by_number';
      const { sds } = found;
      const where = JSON.stringify(line);
      expect(found.meanCount, where).toBeCloseTo(Number(line['mean_count']), 2);
      const ofAggregates = line['evaluated'] === 'dp_aggregates' ? interchanged[line['length'] ?? ''] : undefined;
      const error = Number(ofAggregates ?? line['mean_abs_error_shared_only']);
      expect(rounded(sds.meanErrorSharedOnly), where).toBeCloseTo(error, 2);
      const suppressed = byNumber ? sds.suppressedByNumber : sds.suppressedByCount;
      const fabricated = byNumber ? sds.fabricatedNotebook : sds.fabricatedByCount;
      expect(rounded(suppressed, 100), where).toBeCloseTo(Number(line['suppressed_pct']), 2);
      expect(rounded(fabricated, 100), where).toBeCloseTo(Number(line['fabricated_pct']), 2);
    }
  });

  it('gives the numbers of combinations, the rare shares and the expansion that the study states', () => {
    expect(synthetic.lengths.map(({ real: number }) => number)).toEqual([101, 1525, 6330, 10246, 18202]);
    const all = synthetic.lengths.at(-1) as LengthError;
    expect([all.sds.rare, all.sds.unique].map((part) => rounded(part, 100, 1))).toEqual([87.6, 47.6]);
    const records = rareRecords(index, real);
    expect([records.rare, records.unique].map((part) => rounded(part, 100, 1))).toEqual([89.4, 47.2]);
    expect(rounded(rowsOut / real.rows - 1, 100, 1)).toBe(19.5);
  });

  it('shows the trap of the plain mean over buckets: most combinations in one of them', () => {
    const total = aggregates.buckets.reduce((sum, { combinations: number }) => sum + number, 0);
    const least = aggregates.buckets[0];
    expect([total, least?.combinations, rounded(least?.proportionalError ?? null)]).toEqual([6414, 4316, 0.97]);
    expect(rounded(aggregates.meanProportionalError)).toBe(0.25);
  });
});

describe.skipIf(!present)('the notebook data', () => {
  it('has the numbers of combinations that its README states', async () => {
    const text = textOf('notebook_mock_6000.csv.gz');
    const domains = domainsOf(rowsOf(text));
    const { table } = await tableFromCsv([text], 'notebook', domains);
    const index = combinations(presentValues(domains, { absent: ['', '0'] }), 4);
    index.addTable(table, 'real');
    expect(combinationError(index).lengths.map(({ real }) => real)).toEqual([25, 209, 907, 2387, 3528]);
  });
});

function rounded(value: number | null, scale = 1, places = 2): number {
  return Math.round((value ?? Number.NaN) * scale * 10 ** places) / 10 ** places;
}

const anyTable = (variables: number, codes: number, rows: fc.Arbitrary<number[][]>) =>
  rows.map((list) => {
    const domains = Object.fromEntries(
      Array.from({ length: variables }, (_, at) => [
        `v${at}`,
        ['', ...Array.from({ length: codes - 1 }, (__, c) => `${c}`)],
      ]),
    );
    const columns = Object.fromEntries(
      Array.from({ length: variables }, (_, at) => {
        const column = emptyColumn(codes, list.length);
        column.set(list.map((row) => row[at] ?? 0));
        return [`v${at}`, column];
      }),
    );
    return caseTable(domains, columns);
  });

describe('combinations', () => {
  const rows = fc.array(fc.array(fc.nat({ max: 3 }), { minLength: 5, maxLength: 5 }), { maxLength: 40 });
  const tables = anyTable(5, 4, rows);

  it('counts what going through every row and every subset counts', () => {
    fc.assert(
      fc.property(tables, tables, fc.integer({ min: 1, max: 5 }), (real, target, longest) => {
        const values = presentValues(real.domains);
        const index = combinations(values, longest);
        index.addTable(real, 'real');
        index.addTable(target, 'target');
        const expected = new Map<string, [number, number]>();
        for (const [side, table] of [real, target].entries()) {
          for (let row = 0; row < table.rows; row++) {
            const items = table.columns.flatMap((column, at) => {
              const item = values.itemOf[at]?.[column[row] as number] as number;
              return item < 0 ? [] : [item];
            });
            for (const subset of subsetsOf(items)) {
              if (subset.length > longest) continue;
              const pair = expected.get(subset.join()) ?? [0, 0];
              pair[side as 0 | 1]++;
              expected.set(subset.join(), pair);
            }
          }
        }
        expected.set('', [real.rows, target.rows]);
        const sides = index.sides();
        const found = new Map(
          Array.from({ length: index.count() }, (_, node) => [
            index.itemsOf(node).join(),
            [sides.real[node], sides.target[node]],
          ]),
        );
        expect(found).toEqual(expected);
      }),
      { seed: 11, numRuns: 60 },
    );
  });

  it('counts by hand: one combination kept, one lost, one invented', () => {
    const values = presentValues({ a: ['', 'x', 'y'], b: ['', 'z'] });
    const index = combinations(values, 2);
    index.addCount([0], 12, 'real');
    index.addCount([0], 9, 'target');
    index.addCount([1], 4, 'real');
    index.addCount([2], 6, 'target');
    const [one] = combinationError(index).lengths;
    expect(one).toEqual({
      length: 1,
      real: 2,
      target: 2,
      shared: 1,
      meanCount: 8,
      sds: {
        meanErrorSharedOnly: 3,
        suppressedByNumber: 0.5,
        suppressedByCount: 4 / 16,
        fabricatedNotebook: 0.5,
        fabricatedWebApp: 0.5,
        fabricatedByCount: 6 / 15,
        preservation: 9 / 12 / 2,
        leakage: 0,
        leakageShare: 0,
        rare: 0.5,
        unique: 0,
      },
      ours: {
        errorOverUnion: 13 / 3,
        errorOverReal: 7 / 2,
        relativeErrorFromTen: 0.25,
        coverage: 0.5,
        coverageFromTen: 1,
      },
    });
  });

  it('keeps the absent texts of columns that are listed, the empty text excepted', () => {
    const values = presentValues(
      { a: ['', '0', '1'], b: ['', '0', '1'] },
      { absent: ['', '0'], sensitiveZeros: ['b'] },
    );
    expect(values.items).toEqual([
      { variable: 'a', value: '1' },
      { variable: 'b', value: '0' },
      { variable: 'b', value: '1' },
    ]);
    expect(() => presentValues({ a: ['1'] }, { sensitiveZeros: ['c'] })).toThrow("no column 'c'");
  });

  it('refuses what goes beyond its limits, before and while counting', () => {
    const column = Uint8Array.from({ length: 40 }, (_, row) => row % 20);
    const codes = Array.from({ length: 20 }, (_, code) => `c${code}`);
    const table = caseTable({ a: codes, b: codes }, { a: column, b: column });
    const values = presentValues(table.domains);
    expect(() => combinations(values, 2, { mostSteps: 50 }).addTable(table, 'real')).toThrow('a shorter length');
    expect(() => combinations(values, 2, { mostCombinations: 30 }).addTable(table, 'real')).toThrow('more than 30');
  });
});
