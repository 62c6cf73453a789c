import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { figuresOf, reportOf } from '../model/report.ts';
import { figureEndings, figureFiles } from './figure-files.ts';
import type { FigureFile } from './figure-json.ts';
import { statusOf } from './figure-rows.ts';
import { openFixture, textOf } from './open-fixture.ts';
import { type RowsFile, releaseFiles } from './release-files.ts';
import { tableTextFiles } from './table-markdown.ts';

const { view, site, edition } = openFixture();
const files = figureFiles(edition('en'));
const shared = releaseFiles(view, site);
const rowsOf = (text: string) => parse(text, { columns: true }) as Record<string, string>[];

describe('files of figures', () => {
  it('are there for every figure with a page, under its address', () => {
    const paths = new Set(files.map(({ path }) => path));
    for (const { id } of view.citable)
      for (const ending of figureEndings) expect(paths).toContain(`en/figures/${id}.${ending}`);
    expect(paths).toContain('en/places/EUR/2013.csv');
  });

  it('hold what the report of a year says, each figure once', async () => {
    const rows = rowsOf(await textOf(files, 'en/report/2015.csv'));
    const said = figuresOf(reportOf(view, '2015')).map(({ id }) => id);
    expect(rows.map(({ id }) => id)).toEqual(said);
    expect(new Set(said).size).toBe(said.length);
    expect(said).toContain('purpose.labour.2015');
    expect(said).toContain('sector.fishing.2015@agency');
  });

  it('keep blank, zero and withheld apart, in CSV and JSON, for every figure', async () => {
    const rows = rowsOf(await textOf(shared, `data/${view.bundle.manifest.release}/figures.csv`));
    expect(rows).toHaveLength(view.bundle.figures.length);
    const seen = new Set<string>();
    view.bundle.figures.forEach((figure, at) => {
      const row = rows[at];
      expect(row?.id).toBe(figure.id);
      expect(row?.value === '' ? null : Number(row?.value)).toBe(figure.value);
      expect(row?.lower === '' ? null : Number(row?.lower)).toBe(figure.interval?.[0] ?? null);
      expect(row?.base === '' ? null : Number(row?.base)).toBe(figure.base);
      expect(row?.status).toBe(statusOf(figure));
      expect(row?.value === '').toBe(!['measured', 'declared'].includes(row?.status ?? ''));
      expect(row?.example).toBe('Example data, not real');
      seen.add(figure.value === 0 ? 'zero' : (row?.status ?? ''));
    });
    // The fixture has each kind, so that none of the lines above is idle.
    expect([...seen].sort()).toEqual(expect.arrayContaining(['declared', 'measured', 'zero']));
    expect(view.bundle.figures.some(({ value }) => value === null)).toBe(true);
  });

  it('give the same number in CSV, JSON and Markdown, and the sentence of their language', async () => {
    const french = figureFiles(edition('fr'));
    const path = 'figures/purpose.labour.2015';
    const [row] = rowsOf(await textOf(french, `fr/${path}.csv`));
    const json = JSON.parse(await textOf(french, `fr/${path}.json`)) as FigureFile;
    const figure = view.figure('purpose.labour.2015');
    expect(Number(row?.value)).toBe(figure?.value);
    expect(json.figure).toEqual(figure);
    expect(json.series).toHaveLength(6);
    expect(row?.sentence).toBe(figure?.sentences.fr?.short);
    const markdown = await textOf(french, `fr/${path}.md`);
    expect(markdown).toContain(figure?.sentences.fr?.long);
    expect(markdown).toContain(edition('fr').format.figure(figure as NonNullable<typeof figure>));
    expect(markdown).toContain(edition('fr').words.text('example'));
  });

  it.each(['en', 'ar'])(
    'draw a picture that carries base, unknown share, release and address in %s',
    async (language) => {
      const { words, format } = edition(language);
      const svg = await textOf(figureFiles(edition(language)), `${language}/figures/sex.male.2015.svg`);
      const document = new DOMParser().parseFromString(svg, 'image/svg+xml');
      const texts = [...document.querySelectorAll('text')].map(({ textContent }) => textContent ?? '').join('\n');
      const figure = view.figure('sex.male.2015');
      expect(texts).toContain(format.about(figure?.base ?? 0));
      expect(texts).toContain(format.share(figure?.unknown ?? 0));
      expect(texts).toContain(words.text('example'));
      expect(texts).toContain(`https://data.example.org/portal/${language}/figures/sex.male.2015/`);
      expect(svg).not.toMatch(/var\(|<style|style=|class=/);
      expect(svg).toContain(`direction="${words.direction}"`);
    },
  );
});

describe('files of tables', () => {
  it('hold every published cell with its codes in columns, and are the same in JSON', async () => {
    const release = view.bundle.manifest.release;
    for (const set of view.answers.tables) {
      const path = `data/${release}/tables/${set.join('~')}`;
      const rows = rowsOf(await textOf(shared, `${path}.csv`));
      const json = JSON.parse(await textOf(shared, `${path}.json`)) as RowsFile;
      const cells = set.reduce((product, id) => product * (view.answers.domains[id]?.length ?? 0), 1);
      expect(rows).toHaveLength(cells * 7);
      expect(json.rows).toHaveLength(rows.length);
      for (const id of set) expect(new Set(rows.map((row) => row[id]))).toEqual(new Set(view.answers.domains[id]));
      for (const [at, row] of rows.entries()) {
        for (const [name, value] of Object.entries(json.rows[at] ?? {})) {
          if (String(value ?? '') !== row[name]) expect.fail(`${path} row ${at}: ${name}`);
        }
        if (row.estimate === '' || !['ok', 'low', 'unfit', 'declared'].includes(row.flag ?? '')) expect.fail(path);
      }
    }
  });

  it('are texts too: a row of the newest year for every cell, with its interval, in the site’s own language', async () => {
    const texts = tableTextFiles(edition('en'));
    expect(texts).toHaveLength(edition('en').releases.flatMap(({ answers }) => answers.tables).length);
    expect(tableTextFiles(edition('ar'))).toEqual([]);
    const set = view.answers.tables.find((table) => table.length === 2) ?? [];
    const path = `data/${view.bundle.manifest.release}/tables/${set.join('~')}`;
    const markdown = await textOf(texts, `${path}.md`);
    const rows = [...markdown.matchAll(/^\| (.*) \|$/gm)].map(([, row = '']) => row.split(' | ')).slice(2);
    const newest = rowsOf(await textOf(shared, `${path}.csv`)).filter(({ period }) => period === view.newest);
    const { format, words } = edition('en');
    expect(rows).toHaveLength(newest.length);
    for (const [at, { display, lower }] of newest.entries()) {
      const said = Number(lower) <= 0 ? '≈0' : format.about(Number(display));
      expect(rows[at]?.[2]?.replaceAll('\u200e', ''), `${path} row ${at}`).toBe(said);
      expect(rows[at]?.[3]).toMatch(/\d/);
    }
    for (const part of [words.text('example'), view.newest, `${path}.csv`, words.text('cite.title')]) {
      expect(markdown).toContain(part);
    }
  });

  it('add up to what the answers say', async () => {
    const path = `data/${view.bundle.manifest.release}/tables/contributor_group~sex_or_gender.csv`;
    const male = rowsOf(await textOf(shared, path)).filter(
      (row) => row.period === '2014' && row.sex_or_gender === 'male',
    );
    const sum = male.reduce((total, row) => total + Number(row.estimate), 0);
    const cohorts = view.answers.cohorts.filter(({ period }) => period === '2014').map(({ id }) => id);
    const table = ['contributor_group', 'sex_or_gender'];
    const said = view.answers.combine({ cohorts, selections: [{ table, where: { sex_or_gender: 'male' } }] });
    expect(sum).toBeCloseTo(said.value, 2);
  });

  it('give each cohort alone where changes compare cohorts', async () => {
    const path = `data/${view.bundle.manifest.release}/cohorts/contributor_active_previous_year.csv`;
    const rows = rowsOf(await textOf(shared, path));
    expect([...new Set(rows.map(({ cohort }) => cohort))].sort()).toEqual(
      view.answers.cohorts.map(({ id }) => id).sort(),
    );
  });

  it('have a row of HXL hashtags under the header in the humanitarian variant, and are else the same', async () => {
    const release = view.bundle.manifest.release;
    for (const path of [
      `data/${release}/figures`,
      `data/${release}/coverage`,
      `data/${release}/tables/contributor_group~sex_or_gender`,
    ]) {
      const [header, tags, ...rows] = parse(await textOf(shared, `${path}.hxl.csv`)) as string[][];
      expect(parse(await textOf(shared, `${path}.csv`))).toEqual([header, ...rows]);
      for (const tag of tags ?? []) expect(tag).toMatch(/^#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*$/);
      expect(new Set(tags).size).toBe(tags?.length);
    }
  });
});

describe('references', () => {
  const release = view.bundle.manifest.release;

  it.each([`data/${release}/CITATION.cff`, `data/${release}/contributors/river.cff`, 'en/figures/victims.2015.cff'])(
    'are citation files with the members the format asks for: %s',
    async (path) => {
      const document = parseDocument(await textOf([...files, ...shared], path));
      expect(document.errors).toEqual([]);
      const said = document.toJS() as Record<string, unknown>;
      expect(said).toMatchObject({ 'cff-version': '1.2.0', type: 'dataset', 'date-released': '2016-05-20' });
      expect(said.doi).toBe('10.5072/release.2');
      expect((said.authors as { name: string }[]).every(({ name }) => name.length > 0)).toBe(true);
      expect(said.abstract).toBe('Example data, not real');
      const known = ['cff-version', 'message', 'type', 'title', 'authors', 'version', 'date-released', 'doi', 'url'];
      expect([...known, 'license', 'abstract']).toEqual(expect.arrayContaining(Object.keys(said)));
    },
  );

  it('put the contributor first in its own reference', async () => {
    const bib = await textOf(shared, `data/${release}/contributors/river.bib`);
    expect(bib).toContain('author = {{River Crossing Agency (invented)} and {Data Steward (invented)}}');
    expect(bib.match(/{/g)?.length).toBe(bib.match(/}/g)?.length);
    expect(bib).toMatch(/^@dataset\{[A-Za-z0-9-]+,\n( {2}[a-z]+ = \{.*\},\n)+\}\n$/);
  });

  it('are RIS records that open with their type and close with ER', async () => {
    const lines = (await textOf(files, 'en/figures/victims.2015.ris')).split('\r\n');
    expect(lines[0]).toBe('TY  - DATA');
    expect(lines.at(-2)).toBe('ER  - ');
    expect(lines.slice(0, -1).every((line) => /^[A-Z][A-Z0-9] {2}- /.test(line))).toBe(true);
    expect(lines).toContain('DO  - 10.5072/release.2');
  });
});
