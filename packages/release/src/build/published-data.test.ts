// Files that were published before go the way every contributor's file goes: mapped, sealed, received, released. They stay
// outside the repository; without them these tests are skipped.
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readBundle, verifyBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { parseMapping } from '@casebridge/intake';
import { mapPath } from '@casebridge/intake/node';
import { memoryMarginals } from '@casebridge/privacy';
import type { RecordBlock } from '@casebridge/standard';
import { countries, isMissing } from '@casebridge/standard';
import { parseAgreement, sealParcel } from '@casebridge/submission';
import { createKeys, loadAgeIdentity, loadSigningKey, type OrganisationKeys } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { codeRecords } from '../coding/code-records.ts';
import { type PlannedRecipe, parseRecipe } from '../recipe/parse-recipe.ts';
import { buildRelease } from './build-release.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const data = join(process.env.CASEBRIDGE_SHARED ?? join(root, '../shared'), 'data');
const isThere = existsSync(join(data, 'ctdc-global-synthetic-2021')) && existsSync(join(data, 'ctdc-kanon-2020-7cols'));
if (!isThere) process.stderr.write(`published files: skipped, ${data} is not there (set CASEBRIDGE_SHARED)\n`);
const day = '2026-06-01';

interface Received {
  readonly dir: string;
  readonly steward: OrganisationKeys;
  readonly source: OrganisationKeys;
  readonly records: () => Promise<AsyncIterable<RecordBlock>>;
}

/** Maps a published file, submits it as `published` and has a steward receive it. */
async function received(dir: string, mappingName: string, file: string): Promise<Received> {
  const steward = await createKeys(join(dir, 'keys/steward'), 'steward');
  const source = await createKeys(join(dir, 'keys/published'), 'published');
  const mappingText = await readFile(join(root, 'mappings', mappingName), 'utf8');
  const mapped = await mapPath([file], parseMapping(mappingText, mappingName), {
    today: day,
    contributor: 'published',
  });
  const agreement = JSON.stringify({
    format: 'casebridge-agreement-1',
    example: true,
    id: 'published-files',
    contributor: 'published',
    parties: [
      { organisation: 'published', role: 'separate' },
      { organisation: 'steward', role: 'separate' },
    ],
    purposes: ['public_release'],
    bases: ['published before'],
    attribution: 'unnamed',
    retentionMonths: 60,
    breach: { contact: 'none', hours: 72 },
    assistanceIndependent: true,
    validFrom: '2020-01-01',
    signedOn: '2020-01-01',
  });
  const coverage = JSON.stringify({
    format: 'casebridge-coverage-1',
    example: true,
    id: 'published',
    sourceKind: 'legacy',
    firstYear: 2002,
    lastYear: 2021,
  });
  const parcel = await sealParcel(
    {
      records: mapped.blocks,
      summary: mapped.summary,
      agreement,
      coverage,
      mapping: mappingText,
      period: { from: '2002-01-01', to: '2021-12-31' },
      sequence: 1,
    },
    { recipients: [steward.recipient, source.recipient], signingKey: await loadSigningKey(source.signingKey), day },
  );
  const store = await openStore(join(dir, 'store'));
  await store.registerContributor({
    organisation: 'published',
    publicKey: source.publicKey,
    agreement: parseAgreement(agreement, 'agreement'),
  });
  const identity = await loadAgeIdentity(steward.ageKey);
  expect((await store.receive(parcel, { day, identity })).status).toBe('accepted');
  return { dir, steward, source, records: async () => store.records('published', identity) };
}

const approver = (fill: string) => `RW${fill.repeat(54)}`;

function recipeText({ steward, source }: Received, fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    format: 'casebridge-recipe-1',
    title: 'A published file, released again',
    licence: 'not for publication',
    status: 'provisional',
    example: true,
    languages: ['en'],
    store: 'store',
    ledger: 'ledger.jsonl',
    marks: 'marks',
    steward: {
      organisation: 'steward',
      signingKey: steward.signingKey,
      identity: steward.ageKey,
      marksKey: steward.recordKey,
    },
    previous: 'none',
    contributors: [{ id: 'published', publicKey: source.publicKey }],
    tables: { figures: 'none', all: 1 },
    protection: { epsilon: 4, delta: 0.000001 },
    cohorts: { years: [2002, 2021], undated: true },
    activityFlags: 'none',
    approval: {
      approvals: 2,
      approvers: [
        { organisation: 'one', publicKey: approver('A') },
        { organisation: 'two', publicKey: approver('B') },
      ],
    },
    ...fields,
  });
}

/** Exact one-way counts of all cohorts together, by column and code. They never leave this test. */
async function exactCounts(planned: PlannedRecipe, given: Received): Promise<Record<string, Record<string, number>>> {
  const coded = await codeRecords(
    planned,
    [
      {
        id: 'published',
        records: await given.records(),
        statement: { activeYears: [] },
        heldBack: { countries: [], variables: [] },
      },
    ],
    ['all'],
    () => 'all',
    new Uint8Array(32),
  );
  const table = coded.tables.get('all');
  if (!table) throw new Error('no table');
  const counts: Record<string, Record<string, number>> = {};
  for await (const { set, cells } of memoryMarginals(table).counts(table.variables.map((name) => [name]))) {
    const [name = ''] = set;
    counts[name] = Object.fromEntries((table.domains[name] ?? []).map((code, at) => [code, cells[at] ?? 0]));
  }
  return counts;
}

/** Counts of the cells of one column as stored. */
async function storedCounts(given: Received, id: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for await (const block of await given.records()) {
    const column = block.columns.find((one) => one.id === id);
    for (let row = 0; row < block.rows; row += 1) {
      const cell = column?.dictionary[column.codes[row] ?? 0] ?? '';
      counts[cell] = (counts[cell] ?? 0) + 1;
    }
  }
  return counts;
}

type Marginals = { readonly rows: number; readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>> };
const marginalsOf = async (folder: string) =>
  JSON.parse(await readFile(join(data, folder, 'marginals-1way.json'), 'utf8')) as Marginals;
const valuesOf = (counts: Readonly<Record<string, number>>) =>
  Object.fromEntries(Object.entries(counts).filter(([cell, count]) => !isMissing(cell) && count > 0));
const published = (counts: Readonly<Record<string, number>> | undefined, rename: (value: string) => string) =>
  Object.fromEntries(
    Object.entries(counts ?? {}).flatMap(([value, count]) => (value === '' ? [] : [[rename(value), count]])),
  );

const ageBand = (band: string) => band.replace(/^0(\d)/, '$1').replace('--', '-');
const genders: Readonly<Record<string, string>> = {
  Female: 'woman',
  Male: 'man',
  'Transgender/NonConforming': 'trans_nonconforming',
  Transgender: 'trans_nonconforming',
};
const gender = (value: string) => genders[value] ?? value;

describe.skipIf(!isThere)('a published file through the whole way', { timeout: 300_000 }, () => {
  let root2021: string;
  let synthetic: Received;
  beforeAll(async () => {
    root2021 = await mkdtemp(join(tmpdir(), 'casebridge-published-'));
    synthetic = await received(
      root2021,
      'ctdc-synthetic-2021.yaml',
      join(data, 'ctdc-global-synthetic-2021/ctdc_global_synthetic_2021.csv.gz'),
    );
  }, 300_000);
  afterAll(async () => {
    await rm(root2021, { recursive: true, force: true });
  });

  it('keeps every one-way count of the 2021 synthetic file exactly', async () => {
    const { rows, counts } = await marginalsOf('ctdc-global-synthetic-2021');
    const planned = parseRecipe(
      recipeText(synthetic, {
        variables: [
          'gender',
          'age_band',
          'majority_at_exploitation',
          'country_of_identification',
          'means_of_control',
          'exploitation_type',
          'labour_sector',
          'sexual_form',
          'recruiter_relation',
        ],
      }),
      'recipe',
    );
    const exact = await exactCounts(planned, synthetic);
    expect(Object.values(exact.gender ?? {}).reduce((sum, count) => sum + count, 0)).toBe(rows);
    expect(valuesOf(exact.gender ?? {})).toEqual(published(counts.gender, gender));
    expect(valuesOf(exact.age_band ?? {})).toEqual(published(counts.ageBroad, ageBand));
    expect(valuesOf(exact.country_of_identification ?? {})).toEqual(published(counts.CountryOfExploitation, String));
    expect(valuesOf(await storedCounts(synthetic, 'citizenship'))).toEqual(published(counts.citizenship, String));
    expect(valuesOf(await storedCounts(synthetic, 'registration_year'))).toEqual(
      published(counts.yearOfRegistration, String),
    );
    const flags: Readonly<Record<string, string>> = {
      isForcedLabour: 'exploitation_type.forced_labour',
      isSexualExploit: 'exploitation_type.sexual_exploitation',
      isOtherExploit: 'exploitation_type.other',
      meansOfControlThreats: 'means_of_control.threats',
      meansOfControlTakesEarnings: 'means_of_control.takes_earnings',
      meansOfControlPsychologicalAbuse: 'means_of_control.psychological_abuse',
      meansOfControlOther: 'means_of_control.other',
      typeOfLabourAgriculture: 'labour_sector.agriculture',
      typeOfLabourConstruction: 'labour_sector.construction',
      typeOfLabourDomesticWork: 'labour_sector.domestic_work',
      typeOfSexProstitution: 'sexual_form.prostitution',
      recruiterRelationFamily: 'recruiter_relation.family',
    };
    for (const [column, flag] of Object.entries(flags)) {
      expect(exact[flag]?.yes, flag).toBe(counts[column]?.['1']);
      expect(exact[flag]?.no, flag).toBe(0);
    }
  });

  it('releases the 2021 synthetic file as a bundle that verifies', async () => {
    const recipePath = join(root2021, 'recipe.json');
    await writeFile(
      recipePath,
      recipeText(synthetic, {
        variables: [
          'sex_or_gender',
          'majority_at_registration',
          'purpose_summary',
          'region_of_identification',
          'region_of_origin',
        ],
        tables: { figures: 'pool', all: 2 },
      }),
    );
    const { bundleDir } = await buildRelease({ recipePath, out: join(root2021, 'bundle'), day });
    const report = await verifyBundle(directorySource(bundleDir));
    expect(report).toMatchObject({ cohorts: 21 });
    const { figures } = await readBundle(directorySource(bundleDir));
    const { counts } = await marginalsOf('ctdc-global-synthetic-2021');
    const held = figures.find(({ id }) => id === 'victims.2019');
    const truth = counts.yearOfRegistration?.['2019'] ?? 0;
    // Five half-widths either side: a protected count misses that far once in 10^21 runs.
    const half = ((held?.interval?.[1] ?? 0) - (held?.interval?.[0] ?? 0)) / 2;
    expect(Math.abs((held?.value ?? 0) - truth)).toBeLessThan(5 * half);
    expect(half).toBeLessThan(200);
  });

  it('keeps the tables that others made of the 2020 k-anonymised file exactly', async () => {
    const dir = await mkdtemp(join(tmpdir(), 'casebridge-published-'));
    try {
      const kanon = await received(
        dir,
        'ctdc-kanon-2020.yaml',
        join(data, 'ctdc-kanon-2020-7cols/ctdc_kanon_2020_7cols.csv.gz'),
      );
      const { rows, counts } = await marginalsOf('ctdc-kanon-2020-7cols');
      const planned = parseRecipe(
        recipeText(kanon, { variables: ['gender', 'age_band', 'country_of_exploitation', 'exploitation_type'] }),
        'recipe',
      );
      const exact = await exactCounts(planned, kanon);
      const iso3 = (iso2: string) => countries.find((country) => country.iso2 === iso2)?.iso3 ?? '';
      const known = (table: Readonly<Record<string, number>> | undefined) => {
        const { '': _none, ...named } = published(table, iso3);
        return named;
      };
      expect(Object.values(exact.gender ?? {}).reduce((sum, count) => sum + count, 0)).toBe(rows);
      expect(valuesOf(exact.gender ?? {})).toEqual(published(counts.gender, gender));
      expect(valuesOf(exact.age_band ?? {})).toEqual(published(counts.ageBroad, ageBand));
      expect(valuesOf(exact.country_of_exploitation ?? {})).toEqual(known(counts.CountryOfExploitation));
      const tabulated = JSON.parse(
        await readFile(join(data, 'ctdc-kanon-2020-7cols/independent-tabulations.json'), 'utf8'),
      );
      const { '2019': _left, ...years } = tabulated.rowsByYear;
      expect(valuesOf(await storedCounts(kanon, 'registration_year'))).toEqual(years);
      for (const [column, code] of [
        ['isForcedLabour', 'forced_labour'],
        ['isSexualExploit', 'sexual_exploitation'],
      ] as const) {
        const cells = exact[`exploitation_type.${code}`];
        expect([cells?.no, cells?.yes], code).toEqual([counts[column]?.['0'], counts[column]?.['1']]);
      }
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  });
});
