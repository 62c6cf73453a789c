// The demonstration as a newcomer makes it: one command, from five contributors' files to two releases and a site.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { exampleContributors, examplePopulation, trueHistories, truePeople } from '@casebridge/examples';
import { exampleText, type Figure } from '@casebridge/figures';
import { type Answers, answersFrom, countInterval, type Estimate, ratioInterval } from '@casebridge/privacy/results';
import { grouping } from '@casebridge/standard';
import { loadAgeIdentity } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtScripts, canariesOf, filesNaming, firstHit, namesBelow, stewardSecretsOf, sweep } from './canaries.ts';
import { casebridge, contentsOf, done, expectOneLine } from './command-line.ts';

const languages = ['en', 'fr', 'es', 'ar'];
let root: string;
let folder: string;
let made: unknown;
let bundle: Bundle;
let figures: ReadonlyMap<string, Figure>;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'casebridge-demo-'));
  folder = join(root, 'demo');
  made = await done(['demo', '--data', folder, '--no-serve']);
  bundle = await readBundle(directorySource(join(folder, 'bundle')));
  figures = new Map(bundle.figures.map((figure) => [figure.id, figure]));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

describe('casebridge demo', () => {
  it('leaves the newest bundle, both bundles and the site where it says', async () => {
    const places = { bundle: join(folder, 'bundle'), bundles: join(folder, 'bundles'), site: join(folder, 'site') };
    expect(made).toEqual(places);
    expect(await readdir(places.bundles)).toEqual(['0001', '0002']);
    expect(await contentsOf(places.bundle)).toEqual(await contentsOf(join(places.bundles, '0002')));
    expect(await readdir(places.site)).toEqual(expect.arrayContaining(['index.html', ...languages]));
  });

  it('makes bundles that hold, one after the other, for the steward’s key', async () => {
    const [, key = ''] = (await readFile(join(folder, 'steward/keys/signing.pub'), 'utf8')).split('\n');
    for (const name of ['0001', '0002']) {
      const report = await done(['verify', join(folder, 'bundles', name), '--key', key]);
      const prevalence = name === '0002' ? { way: 'measured', redone: true } : null;
      expect(report).toMatchObject({ holds: true, prevalence });
    }
    const first = await readBundle(directorySource(join(folder, 'bundles/0001')));
    expect(bundle.manifest).toMatchObject({ sequence: 2, previous: first.manifestHash, example: true });
    expect(first.manifest.periods).toEqual(['2010', '2011', '2012', '2013', '2014']);
    expect(bundle.manifest.periods).toEqual([...first.manifest.periods, '2015']);
    await done(['ledger', 'verify', join(folder, 'steward/ledger.jsonl'), '--head', bundle.manifest.ledgerHead]);
  });

  it('links four contributors’ encodings to nearly as many people as there are', async () => {
    const report = JSON.parse(await readFile(join(folder, 'steward/linked/report.json'), 'utf8')) as {
      readonly organisations: readonly string[];
      readonly people: { readonly cautious: number; readonly expected: number; readonly generous: number };
    };
    expect(report.organisations).toEqual(['agency', 'hotline', 'shelter-network', 'shelter-ngo']);
    const truth = truePeople();
    const { cautious, expected, generous } = report.people;
    expect(Math.abs(expected / truth - 1)).toBeLessThan(0.002);
    expect(cautious).toBeGreaterThanOrEqual(expected);
    expect(generous).toBeLessThanOrEqual(expected);
    // Encodings and the key that opens them are gone.
    expect(await readdir(join(folder, 'steward/encodings'))).toEqual([]);
    expect(await readdir(join(folder, 'steward'))).not.toContain('epoch-2015.key');
  });

  it('measures the histories of that linkage: near the true ones, each person counted once', () => {
    const { lists } = examplePopulation;
    const { values = [], variance = '0' } = bundle.prevalence?.measured ?? {};
    const sd = Math.sqrt(Number(variance));
    for (const [history, count] of Object.entries(trueHistories())) {
      const at = lists.reduce((mask, { id }, bit) => (history.split('+').includes(id) ? mask | (1 << bit) : mask), 0);
      // Six standard deviations of the noise, and a few matches missed.
      expect(Math.abs((values[at] ?? Number.NaN) - count), history).toBeLessThan(6 * sd + 15);
    }
    expect(bundle.privacy.unit).toBe('record');
  });

  it('estimates the unseen from measured histories, near the truth, in a room of its own', async () => {
    const { prevalence } = bundle;
    const truth = examplePopulation.people;
    const known = prevalence?.known ?? 0;
    expect(known).toBeGreaterThan(truth / 2.1);
    expect(known).toBeLessThan(truth / 1.6);
    // The noise alone moves the estimate by less than a tenth; a third is beyond any chance.
    expect(Math.abs((prevalence?.stepwise?.estimate ?? 0) / truth - 1)).toBeLessThan(1 / 3);
    for (const language of languages) {
      const page = await readFile(join(folder, 'site', language, 'prevalence/index.html'), 'utf8');
      expect(page).toContain(examplePopulation.label[language as keyof typeof examplePopulation.label]);
    }
  });

  it('is used again as long as it verifies', async () => {
    const before = await contentsOf(join(folder, 'steward'));
    const { exit, stdout, stderr } = await casebridge(['demo', '--data', folder, '--no-serve']);
    expect(stderr).toBe('');
    expect(exit).toBe(0);
    expect(stdout).toMatch(/still verifies/);
    expect(await contentsOf(join(folder, 'steward'))).toEqual(before);
  });

  it('never replaces a folder that is not its own', async () => {
    const other = join(root, 'other');
    await casebridge(['keys', '--organisation', 'somebody', '--out', other]);
    const before = await contentsOf(other);
    const ended = await casebridge(['demo', '--data', other, '--no-serve']);
    expectOneLine(ended, [/other/, /holds something else/, /--data/]);
    expect(ended.exit).toBe(2);
    expect(await contentsOf(other)).toEqual(before);
  });
});

describe('figures.json of the demonstration', () => {
  const regions = grouping('iom_region_2015').regions.map(({ code }) => code);
  const families = [
    ...['victims', 'change', 'countries', 'assisted_since', 'duration.mean', 'scope.cross_border'],
    ...['labour', 'sexual', 'both', 'other'].map((code) => `purpose.${code}`),
    ...['construction', 'domestic_work', 'fishing', 'agriculture', 'manufacturing'].map((code) => `sector.${code}`),
    ...['sex.male', 'sex.female', 'children', 'children.labour', 'children.sexual'],
    ...regions.flatMap((region) => [`identified.${region}`, `origin.${region}`]),
  ];

  it.each(['', '@agency'])('has every family for 2015%s, in four languages', (group) => {
    expect(regions).toHaveLength(7);
    for (const family of families) {
      const figure = figures.get(`${family}.2015${group}`);
      expect(figure?.value, `${family}.2015${group}`).toEqual(expect.any(Number));
      expect(figure?.interval?.[0]).toBeLessThanOrEqual(figure?.value ?? Number.NaN);
      expect(figure?.interval?.[1]).toBeGreaterThanOrEqual(figure?.value ?? Number.NaN);
    }
  });

  it('says every figure in its own words in each language, first of all that it is an example', () => {
    for (const { id, sentences } of figures.values()) {
      expect(Object.keys(sentences).sort(), id).toEqual([...languages].sort());
      const said = languages.flatMap((language) => Object.values(sentences[language] ?? {}));
      expect(new Set(said).size, id).toBe(8);
      for (const language of languages) {
        const { short = '', long = '' } = sentences[language] ?? {};
        expect(short.startsWith(exampleText(language)), `${id} ${language} ${short}`).toBe(true);
        expect(long.startsWith(exampleText(language)), id).toBe(true);
        expect(/\p{Script=Arabic}/u.test(long), id).toBe(language === 'ar');
        expect(`${short}${long}`).not.toMatch(/undefined|NaN|\{|\}/);
      }
    }
  });

  it('holds declared numbers exactly', () => {
    expect(figures.get('countries.2015@agency')).toMatchObject({
      value: 115,
      interval: [115, 115],
      protection: 'declared',
    });
    expect(figures.get('assisted_since.2015@agency')).toMatchObject({ value: 70_000, declared: { relation: 'over' } });
  });
});

/** Noise leaves 4.9 standard deviations less than once in a million draws: 70 figures fail once in 15,000 demonstrations. */
describe('one real protected run', () => {
  const z = 4.9;

  it('holds each truth of the agency at 99.9999 per cent', async () => {
    const truth = await agencyTruth();
    const answers = answersFrom(bundle.measurements);
    const outside = truth.filter(({ id, count, base }) => {
      const { unit, source, value } = figures.get(id) as Figure;
      if (source === null || value === null) return true;
      const read = (table: readonly string[], where: Selected): Query => ({
        cohorts: source.cohorts,
        selections: [{ table, where }],
      });
      if (base === null) {
        const [low, high] = countInterval(answers.combine(read(source.table, source.numerator)), 1, z);
        return count < low || count > high;
      }
      const below = read(source.baseTable ?? source.table, source.base);
      const above = unit === 'years' ? middles(answers, below) : read(source.table, source.numerator);
      const range = unit === 'years' ? { low: 0, high: 26 } : { low: 0, high: 1 };
      const x: Estimate = answers.combine(above);
      const interval = ratioInterval(x, answers.combine(below), answers.covariance(above, below), range, z);
      const exact = count / base / (unit === 'years' ? 2 : 1);
      return interval === null || exact < interval.low || exact > interval.high;
    });
    expect(outside).toEqual([]);
    expect(truth).toHaveLength(70);
  });

  // The noise of these counts has a standard deviation of six or more: one in fifteen at most comes within half a record by
  // chance, and a quarter of seventy less than once in a million demonstrations.
  it('publishes no more exact counts than chance does', async () => {
    const answers = answersFrom(bundle.measurements);
    const exact = (await agencyTruth()).flatMap(({ id, count }) => {
      const { source } = figures.get(id) as Figure;
      if (source === null) return [];
      const { value, variance } = answers.combine({
        cohorts: source.cohorts,
        selections: [{ table: source.table, where: source.numerator }],
      });
      expect(variance, id).toBeGreaterThan(0);
      return [Math.abs(value - count) < 0.5];
    });
    expect(exact.length).toBeGreaterThan(60);
    expect(exact.filter(Boolean).length).toBeLessThan(exact.length / 4);
  });
});

interface Truth {
  readonly id: string;
  readonly count: number;
  readonly base: number | null;
}

/** What the invented agency's files hold in truth. */
async function agencyTruth(): Promise<readonly Truth[]> {
  const text = await readFile(new URL('../../examples/truth.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly figures: readonly Truth[] }).figures;
}

type Query = Parameters<Answers['combine']>[0];
type Selected = Query['selections'][number]['where'];

/** The numerator of a mean: every band of completed years times its middle. */
function middles(answers: Answers, { cohorts, selections: [base] }: Query): Query {
  if (!base) throw new Error('a mean has a base');
  const bands = (answers.domains.duration_years ?? []).filter((code) => !code.startsWith('?'));
  return {
    cohorts,
    selections: bands.map((band) => ({
      table: base.table,
      where: { ...base.where, duration_years: band },
      weight: Number.parseInt(band, 10) + 0.5,
    })),
  };
}

describe('what stays with the contributors', () => {
  let canaries: ReadonlyMap<string, ReadonlySet<string>>;
  let all: ReadonlySet<string>;
  let recordKeys: ReadonlySet<string>;
  beforeAll(async () => {
    canaries = await canariesOf(join(folder, 'contributors'));
    all = new Set([...canaries.values()].flatMap((own) => [...own]));
    recordKeys = await keysInStore();
  });

  const stewardStore = async () => ({
    identity: await loadAgeIdentity(join(folder, 'steward/keys/age.key')),
    store: await openStore(join(folder, 'store')),
  });
  const keysInStore = async (): Promise<ReadonlySet<string>> => {
    const { store, identity } = await stewardStore();
    const keys = new Set<string>();
    for (const { id } of exampleContributors) {
      for await (const { columns } of store.records(id, identity)) {
        for (const key of columns.find((column) => column.id === 'record_key')?.dictionary ?? []) keys.add(key);
      }
    }
    return keys;
  };

  it('goes by keys of a shape that a sweep would find', () => {
    expect(recordKeys.size).toBeGreaterThan(38_000);
    const [key = ''] = recordKeys;
    expect(firstHit(Buffer.from(`,"${key}",`), recordKeys)).toBe(key);
  });

  it('is found where it is: in their own files', async () => {
    expect(Object.fromEntries([...canaries].map(([id, own]) => [id, own.size > 200]))).toEqual(
      Object.fromEntries(exampleContributors.map(({ id }) => [id, true])),
    );
    expect(all.size).toBeGreaterThan(40_000);
    for (const { id } of exampleContributors) {
      expect(await sweep(join(folder, 'contributors', id), canaries.get(id) ?? new Set()), id).not.toEqual([]);
    }
  });

  it.each(['parcels', 'store', 'steward', 'recipes', 'audit-office'])('is in no byte of %s', async (place) => {
    expect(await sweep(join(folder, place), all)).toEqual([]);
  });

  it('holds names in no file that a steward sees', async () => {
    const names = await namesBelow(join(folder, 'contributors'));
    expect(names.size).toBeGreaterThan(10_000);
    expect((await filesNaming(join(folder, 'contributors'), names)).length).toBeGreaterThan(10_000);
    for (const place of ['parcels', 'store', 'steward', 'recipes', 'bundles']) {
      expect(await filesNaming(join(folder, place), names), place).toEqual([]);
    }
  });

  it.each(['bundles', 'site'])('is in no byte of %s, nor is what the steward keeps of a record', async (place) => {
    const secrets = await stewardSecretsOf(join(folder, 'steward'));
    expect(secrets.size).toBeGreaterThan(35_000);
    const sought = new Set([...all, ...secrets, ...recordKeys]);
    expect(await sweep(join(folder, place), sought, await builtScripts())).toEqual([]);
  });

  it('is in no record that the steward can open', async () => {
    const { store, identity } = await stewardStore();
    // The register's file is in the canonical layout: its keys are keyed hashes already, and records go by them.
    const sought = new Set([...all].filter((canary) => !canaries.get('register')?.has(canary)));
    let records = 0;
    for (const { id } of exampleContributors) {
      const texts = new Set<string>();
      for await (const block of store.records(id, identity)) {
        records += block.rows;
        for (const { dictionary } of block.columns) for (const text of dictionary) texts.add(text);
      }
      const hit = firstHit(Buffer.from([...texts].join('\n')), sought);
      expect(hit, id).toBeNull();
    }
    expect(records).toBeGreaterThan(38_000);
  });
});

describe('the example mark', () => {
  const marks = languages.map((language) => exampleText(language));
  const marked = (text: string) => marks.some((mark) => text.includes(mark));

  it('is on every page, in its language, and in every chart', async () => {
    const site = join(folder, 'site');
    const pages = (await readdir(site, { recursive: true })).filter((name) => name.endsWith('.html'));
    expect(pages.length).toBeGreaterThan(1000);
    const without: string[] = [];
    for (const page of pages) {
      const html = await readFile(join(site, page), 'utf8');
      const language = /<html lang="(\w+)/.exec(html)?.[1] ?? '';
      const title = /<title>(.*?)<\/title>/s.exec(html)?.[1] ?? '';
      if (!title.includes(exampleText(language)) || !bodyOf(html).includes(exampleText(language))) without.push(page);
      for (const [chart] of html.matchAll(/<svg\b.*?<\/svg>/gs)) {
        // A swatch of a legend is no chart: it is hidden from those who listen, and says nothing by itself. The two circles
        // of the explanation, named A and B, are an illustration with or without example data.
        const isChart = chart.includes('<text') && !/^<svg[^>]*(?:aria-hidden="true"|class="circles")/.test(chart);
        if (isChart && !marked(chart)) {
          without.push(`${page}: a chart`);
        }
      }
    }
    expect(without).toEqual([]);
  });

  it('is on every row of a table and in every document of the bundle', async () => {
    const at = (name: string) => join(folder, 'bundle', name);
    const [header = '', ...rows] = (await readFile(at('data/tables.csv'), 'utf8')).trimEnd().split('\r\n');
    expect(header.split(',').at(-1)).toBe('example');
    expect(rows.length).toBeGreaterThan(1000);
    expect(rows.filter((row) => !row.endsWith(`,"${exampleText('en')}"`))).toEqual([]);
    const documents = bundle.manifest.files.map(({ path }) => path).filter((path) => /\.jsonl?$/.test(path));
    for (const path of documents) expect(marked(await readFile(at(path), 'utf8')), path).toBe(true);
    const sheets = Object.entries(unzipSync(await readFile(at('data/tables.xlsx'))))
      .filter(([name]) => /sharedStrings|sheet\d+\.xml$/.test(name))
      .map(([, bytes]) => new TextDecoder().decode(bytes));
    expect(sheets.some(marked)).toBe(true);
    expect((await readFile(at('data/tables.parquet'))).includes(exampleText('en'))).toBe(true);
  });
});

function bodyOf(html: string): string {
  return html.slice(html.indexOf('<body'));
}
