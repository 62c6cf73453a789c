import { describe, expect, it } from 'vitest';
import { parseCsv } from '../formats/csv.ts';
import { syntheticCsv } from './synthetic-csv.ts';
import { readSyntheticParquet, syntheticParquet } from './synthetic-parquet.ts';
import type { SyntheticFile, SyntheticRecords } from './synthetic-records.ts';

const domains = { sex: ['female', 'male', '?unknown'], note: ['=x', 'a, b'] };
const first: SyntheticRecords = {
  batch: 1,
  periods: ['2014', '2015'],
  period: [0, 0, 1],
  columns: [
    [0, 1, 2],
    [1, 0, 1],
  ],
  rows: 3,
};
const second: SyntheticRecords = { batch: 2, periods: ['2015'], period: [0], columns: [[1], [0]], rows: 1 };
const empty: SyntheticRecords = { batch: 3, periods: ['2016'], period: [], columns: [[], []], rows: 0 };
const file = (batches: readonly SyntheticRecords[], exampleNote: string | null = null): SyntheticFile => ({
  domains,
  batches,
  exampleNote,
});
const listed = (batches: readonly SyntheticRecords[]) => batches.map(({ batch, periods }) => ({ batch, periods }));

describe('syntheticCsv', () => {
  it('says in every row that no record is a person, and keeps formulas from running', () => {
    const rows = parseCsv(new TextDecoder().decode(syntheticCsv(file([first]))));
    expect(rows[0]).toEqual(['synthetic', 'period', 'batch', 'sex', 'note']);
    expect(rows[1]).toEqual(['synthetic record, not a person', '2014', '1', 'female', 'a, b']);
    expect(rows).toHaveLength(4);
    expect(new TextDecoder().decode(syntheticCsv(file([first])))).not.toMatch(/(^|,)=/m);
  });

  it('marks example data in every row', () => {
    const rows = parseCsv(new TextDecoder().decode(syntheticCsv(file([first], 'Example data, not real'))));
    for (const row of rows.slice(1)) expect(row.at(-1)).toBe('Example data, not real');
  });

  it('begins with the bytes of the release before', () => {
    const before = syntheticCsv(file([first]));
    const after = syntheticCsv(file([first, second, empty]));
    expect(Buffer.compare(after.subarray(0, before.length), before)).toBe(0);
    expect(after.length).toBeGreaterThan(before.length);
  });
});

describe('syntheticParquet', () => {
  const batches = [first, second, empty];
  it('gives back what was written, batch by batch', async () => {
    const bytes = syntheticParquet(file(batches));
    const read = await readSyntheticParquet('f', bytes, domains, listed(batches), null);
    expect(read.batches.map(({ columns }) => columns.map((codes) => [...Array.from(codes)]))).toEqual(
      batches.map(({ columns }) => columns),
    );
    expect(Buffer.compare(syntheticCsv(read), syntheticCsv(file(batches)))).toBe(0);
    expect(Buffer.compare(syntheticParquet(read), bytes)).toBe(0);
  });

  it.each([
    ['other batches', domains, listed([second, first, empty]), null, /other batches/],
    ['a batch left out', domains, listed([first]), null, /other batches/],
    ['other columns', { sex: domains.sex }, listed(batches), null, /other columns/],
    ['a code that is not declared', { ...domains, sex: ['female', 'male'] }, listed(batches), null, /code of sex/],
    ['example data unmarked', domains, listed(batches), 'Example data, not real', /other columns/],
  ])('refuses %s', async (_, own, list, note, message) => {
    await expect(readSyntheticParquet('f', syntheticParquet(file(batches)), own, list, note)).rejects.toThrow(message);
  });

  it('refuses what is no Parquet', async () => {
    await expect(readSyntheticParquet('f', new Uint8Array(9), domains, [], null)).rejects.toMatchObject({
      code: 'bundle-synthetic',
    });
  });
});
