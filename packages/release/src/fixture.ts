// Example data, not real: a small world of invented contributors with keys, agreements, parcels and a steward's store, for
// the tests of this package.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { IntakeSummary, RecordBlock } from '@casebridge/standard';
import { parseAgreement, sealParcel } from '@casebridge/submission';
import { createKeys, loadAgeIdentity, loadSigningKey, type OrganisationKeys } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';

export type ExampleRecord = Readonly<Record<string, string>>;

export const exampleDay = '2016-05-20';

export interface ExampleWorld {
  readonly dir: string;
  readonly steward: OrganisationKeys;
  readonly contributors: readonly OrganisationKeys[];
  readonly approvers: readonly OrganisationKeys[];
  /** Seals records of a contributor and lets the store receive them. */
  submit(contributor: string, records: readonly ExampleRecord[], sequence?: number): Promise<void>;
  /** Writes a recipe with some fields replaced and returns its path. */
  recipe(name: string, fields?: Readonly<Record<string, unknown>>): Promise<string>;
  readonly path: (name: string) => string;
}

export interface ExampleContributor {
  readonly id: string;
  readonly agreement?: Readonly<Record<string, unknown>>;
  readonly coverage?: Readonly<Record<string, unknown>>;
}

/** Makes keys, registers the contributors in a store, and gives the means to submit and to write recipes. */
export async function exampleWorld(dir: string, contributors: readonly ExampleContributor[]): Promise<ExampleWorld> {
  const path = (name: string) => join(dir, name);
  const steward = await createKeys(path('keys/steward'), 'steward');
  const keys = await Promise.all(contributors.map(({ id }) => createKeys(path(`keys/${id}`), id)));
  const approvers = await Promise.all(['university', 'ministry'].map((id) => createKeys(path(`keys/${id}`), id)));
  await mkdir(path('steward'), { recursive: true });
  const store = await openStore(path('store'));
  const texts = new Map(
    contributors.map(({ id, agreement = {}, coverage = {} }) => [
      id,
      { agreement: agreementText(id, agreement), coverage: coverageText(id, coverage) },
    ]),
  );
  for (const { organisation, publicKey } of keys) {
    const agreement = parseAgreement(texts.get(organisation)?.agreement ?? '', 'agreement');
    await store.registerContributor({ organisation, publicKey, agreement });
  }
  return {
    dir,
    steward,
    contributors: keys,
    approvers,
    path,
    async submit(contributor, records, sequence = 1) {
      const own = keys.find(({ organisation }) => organisation === contributor);
      const text = texts.get(contributor);
      if (!own || !text) throw new RangeError(`no contributor ${contributor}`);
      const parcel = await sealParcel(
        {
          records: blocksOf(records),
          summary: emptySummary(records.length),
          agreement: text.agreement,
          coverage: text.coverage,
          mapping: 'example: true',
          period: { from: '2010-01-01', to: '2015-12-31' },
          sequence,
          sizeChangeReason: 'example',
        },
        {
          recipients: [steward.recipient, own.recipient],
          signingKey: await loadSigningKey(own.signingKey),
          day: exampleDay,
        },
      );
      const identity = await loadAgeIdentity(steward.ageKey);
      const receipt = await store.receive(parcel, { day: exampleDay, identity, quarantineOn: [] });
      if (receipt.status !== 'accepted') throw new Error(`the example parcel was ${receipt.status}`);
    },
    async recipe(name, fields = {}) {
      const file = path(`${name}.yaml`);
      await writeFile(file, JSON.stringify({ ...baseRecipe(steward, keys, approvers), ...fields }, null, 2));
      return file;
    },
  };
}

function baseRecipe(
  steward: OrganisationKeys,
  contributors: readonly OrganisationKeys[],
  approvers: readonly OrganisationKeys[],
): Readonly<Record<string, unknown>> {
  return {
    format: 'casebridge-recipe-1',
    title: 'Example release',
    licence: 'CC-BY-4.0',
    status: 'final',
    example: true,
    languages: ['en', 'fr'],
    store: 'store',
    ledger: 'steward/ledger.jsonl',
    marks: 'steward/marks',
    steward: {
      organisation: steward.organisation,
      signingKey: steward.signingKey,
      identity: steward.ageKey,
      marksKey: steward.recordKey,
    },
    previous: 'none',
    contributors: contributors.map(({ organisation, publicKey }) => ({ id: organisation, publicKey })),
    population: [{ column: 'trafficking_status', exclude: ['not_victim'] }],
    variables: ['sex_or_gender', 'majority_at_registration', 'purpose_summary', 'region_of_identification'],
    tables: { figures: 'pool', all: 1 },
    protection: { epsilon: 4, delta: 0.000001 },
    cohorts: { years: [2014, 2014] },
    activityFlags: 'none',
    approval: {
      approvals: 2,
      approvers: approvers.map(({ organisation, publicKey }) => ({ organisation, publicKey })),
    },
  };
}

/** Invented records of one year: every field by the record's number, nothing random. */
export function exampleRecords(contributor: string, year: number, count: number): ExampleRecord[] {
  return Array.from({ length: count }, (_, at) => ({
    record_key: `${contributor}-${year}-${at}`,
    registration_year: String(year),
    sex: at % 20 < 11 ? 'male' : at % 20 === 19 ? '?unknown' : 'female',
    age_at_registration: String(at % 8 === 0 ? 15 : 30),
    country_of_identification: at % 3 === 0 ? 'FRA' : at % 3 === 1 ? 'THA' : '?unknown',
    country_of_origin: at % 2 === 0 ? 'KHM' : 'NPL',
    'exploitation_type.known': 'yes',
    'exploitation_type.forced_labour': at % 4 === 3 ? 'no' : 'yes',
    'exploitation_type.sexual_exploitation': at % 4 === 3 ? 'yes' : 'no',
    trafficking_status: at % 50 === 49 ? 'not_victim' : 'confirmed',
    duration_months: String((at % 7) * 12 + 3),
  }));
}

function agreementText(id: string, fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    format: 'casebridge-agreement-1',
    example: true,
    id: `${id}-2015`,
    contributor: id,
    parties: [
      { organisation: id, role: 'separate' },
      { organisation: 'steward', role: 'separate' },
    ],
    purposes: ['statistics', 'public_release'],
    bases: ['consent'],
    attribution: 'unnamed',
    retentionMonths: 60,
    breach: { contact: 'example data', hours: 72 },
    assistanceIndependent: true,
    validFrom: '2015-01-01',
    validTo: '2019-12-31',
    signedOn: '2014-12-01',
    ...fields,
  });
}

function coverageText(id: string, fields: Readonly<Record<string, unknown>>): string {
  return JSON.stringify({
    format: 'casebridge-coverage-1',
    example: true,
    id,
    sourceKind: 'case_management',
    firstYear: 2010,
    lastYear: 2015,
    assisted: { '2014': 1300, '2015': 1500 },
    countries: { '2014': ['FRA', 'THA'], '2015': ['FRA', 'THA'] },
    ...fields,
  });
}

function emptySummary(rows: number): IntakeSummary {
  return { rowsRead: rows, rowsKept: rows, findings: {}, notChecked: [], counts: {} };
}

async function* blocksOf(records: readonly ExampleRecord[], rowsPerBlock = 4096): AsyncIterable<RecordBlock> {
  const ids = Object.keys(records[0] ?? { record_key: '' });
  const codeOf = ids.map(() => new Map<string, number>());
  const dictionaries = ids.map((): string[] => []);
  for (let start = 0; start < records.length; start += rowsPerBlock) {
    const slice = records.slice(start, start + rowsPerBlock);
    const columns = ids.map((id, at) => {
      const dictionary = dictionaries[at] as string[];
      const known = codeOf[at] as Map<string, number>;
      const codes = Uint32Array.from(slice, (record) => {
        const cell = record[id] ?? '?unknown';
        const code = known.get(cell) ?? dictionary.push(cell) - 1;
        known.set(cell, code);
        return code;
      });
      return { id, dictionary, codes };
    });
    yield {
      rows: slice.length,
      sourceRows: Uint32Array.from(slice, (_, row) => start + row + 2),
      columns,
      findings: [],
    };
  }
}

/** The bytes of every file that a killed process may have touched, by name: what "as it was" means. */
export async function ledgerText(world: ExampleWorld): Promise<string> {
  return readFile(world.path('steward/ledger.jsonl'), 'utf8').catch(() => '');
}
