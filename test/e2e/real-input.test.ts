// Two published files go the whole way through the real command line, to a baked site. They stay outside the repository;
// without them these tests are skipped.
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { countries, type RecordBlock } from '@casebridge/standard';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { repository } from './command-line.ts';
import { syntheticColumn } from './synthetic-columns.ts';
import { throughTheCommandLine, type WholeWay } from './whole-way.ts';

const data = join(process.env.CASEBRIDGE_SHARED ?? join(repository, '../shared'), 'data');
const files = {
  synthetic: 'ctdc-global-synthetic-2021/ctdc_global_synthetic_2021.csv.gz',
  kanon: 'ctdc-kanon-2020-7cols/ctdc_kanon_2020_7cols.csv.gz',
} as const;
const isThere = Object.values(files).every((file) => existsSync(join(data, file)));
if (!isThere) process.stderr.write(`real input: skipped, ${data} does not hold it (set CASEBRIDGE_SHARED)\n`);

// Every room of a portal but the estimate of the unseen, which needs several lists.
const rooms = [
  ...['figures', 'explore', 'compare', 'compare/counts', 'compare/ctdc', 'map', 'map/routes', 'map/routes/EUR/2020'],
  ...[
    'places',
    'places/EUR',
    'places/USA',
    'topics',
    'topics/labour',
    'stories',
    'stories/2015-picture',
    'report/2021',
  ],
  ...['press', 'data', 'data/codebook', 'data/codebook/age_band', 'data/missingness', 'data/crosswalks', 'data/api'],
  ...['changes', 'feeds', 'methods', 'methods/ledger', 'why', 'how-this-was-made', 'contributors', 'contribute'],
  ...['your-data', 'glossary', 'faq', 'about', 'accessibility', 'terms'],
];

const mostMemory = 1024;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-real-input-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(!isThere)('the 2021 synthetic release', () => {
  let whole: WholeWay;
  let counts: ReadonlyMap<string, Counts>;
  beforeAll(async () => {
    whole = await throughTheCommandLine('synthetic', {
      folder,
      file: join(data, files.synthetic),
      mapping: 'mappings/ctdc-synthetic-2021.yaml',
      years: [2002, 2021],
      variables: [
        'sex_or_gender',
        'age_band',
        'majority_at_registration',
        'purpose_summary',
        'region_of_identification',
        'region_of_origin',
        'labour_sector.known',
        ...['agriculture', 'construction', 'domestic_work', 'hospitality'].map((code) => `labour_sector.${code}`),
        'country_of_identification',
      ],
      sets: [
        { set: ['region_of_identification', 'region_of_origin'], weight: 0.3 },
        { set: ['purpose_summary', 'region_of_identification'], weight: 0.3 },
      ],
    });
    counts = await countsOf(whole.records(), null);
  });

  it('keeps all 193,025 rows and every published one-way count', async () => {
    const { rows, counts: published } = await oracle('ctdc-global-synthetic-2021/marginals-1way.json');
    expect(whole.submitted).toMatchObject({ rowsRead: rows, rowsKept: rows });
    const mismatched = Object.keys(published).filter((column) => {
      const { variable, translate } = syntheticColumn(column);
      const own = known(counts.get(variable) ?? {});
      // A flag has no explicit no, so only its ones are counted.
      const theirs = translatedCounts(published[column] ?? {}, translate);
      return JSON.stringify(own) !== JSON.stringify(theirs);
    });
    expect(mismatched).toEqual([]);
    expect(Object.keys(published)).toHaveLength(37);
  });

  it('becomes a bundle whose figures hold the truth', async () => {
    const { figures, manifest } = await readBundle(directorySource(whole.at('bundle')));
    const { counts: published } = await oracle('ctdc-global-synthetic-2021/marginals-1way.json');
    const years = Object.entries(published.yearOfRegistration ?? {}).filter(([year]) => year !== '');
    expect(manifest.periods).toEqual(years.map(([year]) => year).sort());
    for (const [year, records] of years) {
      const { value, interval } = figures.find(({ id }) => id === `victims.${year}`) ?? {};
      const half = ((interval?.[1] ?? 0) - (interval?.[0] ?? 0)) / 2;
      // Three half-widths are 5.9 standard deviations: twenty years fail once in ten million runs.
      expect(Math.abs((value ?? Number.NaN) - records), year).toBeLessThan(3 * half);
      expect(half).toBeLessThan(0.03 * Math.max(records, 1000));
    }
  });

  it('becomes a site, in less than a gigabyte', async () => {
    const pages = await readdir(whole.at('site'), { recursive: true });
    expect(pages).toEqual(expect.arrayContaining(['index.html', 'en/figures/victims.2021/index.html']));
    const there = new Set(pages);
    expect(rooms.filter((room) => !there.has(`en/${room}/index.html`))).toEqual([]);
    process.stderr.write(`${whole.report}\n`);
    expect(whole.peakMegabytes).toBeLessThan(mostMemory);
  });
});

describe.skipIf(!isThere)('the 2020 k-anonymised release', () => {
  let whole: WholeWay;
  let tabulated: Tabulations;
  let byYear: ReadonlyMap<string, Counts>;
  beforeAll(async () => {
    whole = await throughTheCommandLine('kanon', {
      folder,
      file: join(data, files.kanon),
      mapping: 'mappings/ctdc-kanon-2020.yaml',
      years: [2002, 2018],
      variables: ['sex_or_gender', 'age_band', 'majority_at_registration', 'exploitation_type', 'region_of_origin'],
    });
    byYear = await countsOf(whole.records(), 'registration_year');
    tabulated = JSON.parse(await readFile(join(data, 'ctdc-kanon-2020-7cols/independent-tabulations.json'), 'utf8'));
  });

  it('keeps the rows of each year and the countries that others counted', async () => {
    const { rows } = await oracle('ctdc-kanon-2020-7cols/marginals-1way.json');
    expect(whole.submitted).toMatchObject({ rowsRead: rows, rowsKept: rows });
    const counts = await countsOf(whole.records(), null);
    const { '2019': _notInTheFile, ...years } = tabulated.rowsByYear;
    expect(known(counts.get('registration_year') ?? {})).toEqual(sorted(years));
    const { citizenship = {}, CountryOfExploitation = {} } = tabulated.counts;
    expect(known(counts.get('citizenship') ?? {})).toEqual(translatedCounts(citizenship, iso3));
    expect(known(counts.get('country_of_exploitation') ?? {})).toEqual(translatedCounts(CountryOfExploitation, iso3));
  });

  it.each([
    ['isForcedLabour', 'exploitation_type.forced_labour'],
    ['isSexualExploit', 'exploitation_type.sexual_exploitation'],
  ])('keeps the table of year by %s that others made', (column, variable) => {
    const table = tabulated.crosstabsByYear[column];
    expect(table?.columns).toEqual(['0', '1', 'missing']);
    const own = Object.keys(table?.byYear ?? {}).map((year) => {
      const cells = byYear.get(`${year} ${variable}`) ?? {};
      const { no = 0, yes = 0, ...missing } = cells;
      return [year, [no, yes, Object.values(missing).reduce((sum, count) => sum + count, 0)]];
    });
    expect(Object.fromEntries(own)).toEqual(table?.byYear);
  });

  it('becomes a site, in less than a gigabyte', async () => {
    expect(await readdir(whole.at('site'))).toEqual(expect.arrayContaining(['index.html', 'en']));
    process.stderr.write(`${whole.report}\n`);
    expect(whole.peakMegabytes).toBeLessThan(mostMemory);
  });
});

type Counts = Readonly<Record<string, number>>;
interface Tabulations {
  readonly rowsByYear: Counts;
  readonly counts: Readonly<Record<string, Counts>>;
  readonly crosstabsByYear: Readonly<
    Record<
      string,
      { readonly columns: readonly string[]; readonly byYear: Readonly<Record<string, readonly number[]>> }
    >
  >;
}

async function oracle(path: string): Promise<{ rows: number; counts: Readonly<Record<string, Counts>> }> {
  return JSON.parse(await readFile(join(data, path), 'utf8'));
}

/** Cells of every column but the key, counted; with `by`, apart for each cell of that column: `2015 exploitation_type.x`. */
async function countsOf(records: AsyncIterable<RecordBlock>, by: string | null): Promise<ReadonlyMap<string, Counts>> {
  const counts = new Map<string, Record<string, number>>();
  for await (const { rows, columns } of records) {
    const group = by === null ? undefined : columns.find(({ id }) => id === by);
    const groups = group?.dictionary ?? [''];
    for (const { id, dictionary, codes } of columns) {
      if (id === 'record_key') continue;
      const cells = new Uint32Array(groups.length * dictionary.length);
      for (let row = 0; row < rows; row += 1) {
        const at = (group?.codes[row] ?? 0) * dictionary.length + (codes[row] ?? 0);
        cells[at] = (cells[at] ?? 0) + 1;
      }
      for (const [at, count] of cells.entries()) {
        if (count === 0) continue;
        const key = `${groups[Math.floor(at / dictionary.length)]} ${id}`.trimStart();
        const own = counts.get(key) ?? {};
        const cell = dictionary[at % dictionary.length] ?? '';
        own[cell] = (own[cell] ?? 0) + count;
        counts.set(key, own);
      }
    }
  }
  return counts;
}

function known(counts: Counts): Counts {
  return sorted(Object.fromEntries(Object.entries(counts).filter(([cell]) => !cell.startsWith('?'))));
}

/** Published counts under our codes; values that become one are added, those without a code are left out. */
function translatedCounts(counts: Counts, translate: (value: string) => string | undefined): Counts {
  const result: Record<string, number> = {};
  for (const [value, count] of Object.entries(counts)) {
    const cell = value === '' ? undefined : translate(value);
    if (cell !== undefined) result[cell] = (result[cell] ?? 0) + count;
  }
  return sorted(result);
}

function sorted(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).sort(([a], [b]) => (a < b ? -1 : 1)));
}

const iso3 = (iso2: string) => countries.find((country) => country.iso2 === iso2)?.iso3;
