// What a site says of itself, held against schemas that their owners published (fixtures/README.md says where they come from).
import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import formats from 'ajv-formats';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { figureFiles } from './figure-files.ts';
import { describingFiles } from './metadata-files.ts';
import { openFixture } from './open-fixture.ts';
import { releaseFiles } from './release-files.ts';

const { view, site, edition } = openFixture();
const { address: _address, ...placeless } = site;
const sites = [site, { ...placeless, doi: { concept: undefined, releases: {} } }];
const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`./fixtures/${name}.json`, import.meta.url), 'utf8')) as Record<string, unknown>;

/** A check by a schema: what is wrong with a value, nothing where it holds. */
function checkedBy({ $schema: _schema, id: _id, ...schema }: Record<string, unknown>): (value: unknown) => unknown[] {
  const ajv = new Ajv2019({ strict: false, allErrors: true });
  formats.default(ajv);
  // Formats that the schema of DataCite names and no library knows.
  const date = String.raw`\d{4}(-\d{2}(-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2})?)?)?)?`;
  for (const name of ['year', 'yearmonth', 'datetime']) ajv.addFormat(name, new RegExp(`^${date}$`));
  for (const name of ['year-range', 'yearmonth-range', 'date-range', 'datetime-range']) {
    ajv.addFormat(name, new RegExp(`^(${date})?/(${date})?$`));
  }
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
}

describe('the published schema of citation files', () => {
  const wrong = checkedBy(schemaOf('citation-file-1.2.0'));

  it('holds for citation files of a release, its tables, figures and contributors, wherever the site is', async () => {
    let checked = 0;
    for (const own of sites) {
      const ofFigures = figureFiles({ ...edition('ar'), site: own }).filter(({ path }) => path.endsWith('.cff'));
      for (const { path, content } of [...releaseFiles(view, own), ...ofFigures.slice(0, 12)]) {
        if (!path.endsWith('.cff')) continue;
        expect(wrong(parseYaml(String(await content()), { schema: 'core' })), path).toEqual([]);
        checked++;
      }
    }
    expect(checked).toBeGreaterThan(50);
  });

  it('finds a member that citation files do not have, and one they need', () => {
    const file = { 'cff-version': '1.2.0', message: 'Cite', title: 'Title', authors: [{ name: 'Steward' }] };
    expect(wrong(file)).toEqual([]);
    expect(wrong({ ...file, publisher: 'Steward' })).not.toEqual([]);
    expect(wrong({ ...file, authors: [] })).not.toEqual([]);
  });
});

describe('the published schema of DataCite metadata', () => {
  const wrong = checkedBy(schemaOf('datacite-4.5'));
  const described = async (own: typeof site) => {
    const file = describingFiles([view], own).find(({ path }) => path.endsWith('/datacite.json'));
    return JSON.parse(String(await file?.content())) as Record<string, unknown>;
  };

  it('holds with a DOI and an address, and before there are any', async () => {
    for (const own of sites) expect(wrong(await described(own))).toEqual([]);
  });

  it('finds a word that is in none of its lists, and a missing title', async () => {
    const good = await described(site);
    expect(wrong({ ...good, dates: [{ date: '2016', dateType: 'Covered' }] })).not.toEqual([]);
    expect(wrong({ ...good, titles: [] })).not.toEqual([]);
  });
});

describe('the rules that files with HXL hashtags are checked by', () => {
  const rules = schemaOf('hxl-default') as unknown as readonly Readonly<Record<string, string>>[];
  const matches = (tag: string, pattern: string) => {
    const [name = '', ...needed] = pattern.split('+');
    const [own = '', ...attributes] = tag.split('+');
    return own === name && needed.every((each) => attributes.includes(each));
  };
  const kinds: Readonly<Record<string, RegExp>> = {
    date: /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/,
    number: /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i,
  };
  const wrong = (text: string): string[] => {
    const [, tags = [], ...rows] = parse(text, { bom: true }) as string[][];
    return tags.flatMap((tag, at) =>
      rules
        .filter((rule) => rule['#valid_tag']?.split(',').some((pattern) => matches(tag, pattern)))
        .flatMap((rule) => kinds[rule['#valid_datatype'] ?? ''] ?? [])
        .flatMap((kind) => rows.flatMap((row) => (!row[at] || kind.test(row[at]) ? [] : `${tag}: ${row[at]}`))),
    );
  };

  it('hold for files of every kind with hashtags', async () => {
    const all = releaseFiles(view, site).filter(({ path }) => path.endsWith('.hxl.csv'));
    const ofTables = all.filter(({ path }) => path.includes('/tables/'));
    const tagged = [...all.filter((file) => !ofTables.includes(file)), ...ofTables.slice(0, 6)];
    for (const { path, content } of tagged) expect(wrong(String(await content())).slice(0, 3), path).toEqual([]);
    expect(tagged.length).toBeGreaterThan(8);
  });

  it('find a date that is none, and a number that is none', () => {
    expect(wrong('a,b\n#date+year,#indicator+value+num\nall,few\n2014,3\n')).toEqual([
      '#date+year: all',
      '#indicator+value+num: few',
    ]);
  });
});
