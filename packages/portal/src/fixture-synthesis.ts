// Invented synthetic records for the fixture: no real data, and no model behind them.
import { createHash } from 'node:crypto';
import {
  type Bundle,
  exampleNote,
  type Synthesis,
  type SyntheticFile,
  syntheticCsv,
  syntheticParquet,
} from '@casebridge/bundle';
import type { FixtureBundle } from './fixture.ts';
import { drawRecord, encode, generator } from './fixture-records.ts';

const columns = [
  'sex_or_gender',
  'majority_at_registration',
  'purpose_summary',
  'trafficking_scope',
  'region_of_identification',
];

/** Sets that the invented batches say were measured; the rest is unsupported. */
const measured = [
  ['period', 'majority_at_registration', 'purpose_summary'],
  ['purpose_summary', 'sex_or_gender'],
];

/** The fixture with synthetic records of its cohorts, a quarter as many as there are records. */
export function withSyntheticRecords({ bundle, source }: FixtureBundle): FixtureBundle {
  const { cohorts } = bundle.measurements;
  const domains = Object.fromEntries(columns.map((id) => [id, bundle.measurements.domains[id] ?? []]));
  const numbers = [...new Set(cohorts.map(({ batch }) => batch))].sort();
  const batches = numbers.map((batch) => {
    const own = cohorts.filter((cohort) => cohort.batch === batch);
    const random = generator(batch * 101);
    const ofCountries = generator(batch * 103);
    const rows = own.length * 1500;
    const records = Array.from({ length: rows }, () => drawRecord(random, ofCountries));
    return {
      batch,
      cohorts: own.map(({ id }) => id),
      periods: own.map(({ period }) => period),
      rows,
      period: Uint8Array.from({ length: rows }, (_, row) => row % own.length),
      columns: columns.map((id) => encode(records, id, domains[id] ?? [])),
    };
  });
  const file: SyntheticFile = { domains, batches, exampleNote: bundle.manifest.example ? exampleNote : null };
  const synthesis: Synthesis = {
    domains,
    replicates: 2,
    batches: batches.map(({ batch, cohorts: ids, periods }) => ({
      batch,
      cohorts: ids,
      periods,
      seed: '0'.repeat(64),
      published: {
        format: 'casebridge-synthesis-1',
        method: 'aim',
        domains,
        structuralZeros: [],
        hierarchies: [],
        bands: [],
        modelSize: 1,
        choices: { num: '0', den: '1' },
        inherited: null,
        measurements: measured.map((set) => ({
          cohort: String(batch),
          set,
          kind: 'marginal' as const,
          values: new Float64Array(),
          variance: '1',
        })),
      },
    })),
  };
  const support = {
    format: 'casebridge-synthetic-support-1',
    tables: [
      {
        set: ['majority_at_registration', 'purpose_summary'],
        supported: true,
        supportedByPeriod: true,
        expectedError: 0.012,
      },
    ],
  };
  const made = new Map([
    ['data/synthetic.parquet', syntheticParquet(file)],
    ['data/synthetic.csv', syntheticCsv(file)],
    ['data/synthetic-support.json', new TextEncoder().encode(JSON.stringify(support))],
  ]);
  const manifest = {
    ...bundle.manifest,
    files: [
      ...bundle.manifest.files,
      ...[...made].map(([path, bytes]) => ({
        path,
        bytes: bytes.length,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        mediaType: 'application/octet-stream',
      })),
    ],
  };
  const read = async (path: string) =>
    path === 'manifest.json'
      ? new TextEncoder().encode(JSON.stringify(manifest))
      : (made.get(path) ?? source.read(path));
  const grown: Bundle = { ...bundle, manifest, synthesis, file: read };
  return { bundle: grown, source: { list: async () => [...(await source.list()), ...made.keys()].sort(), read } };
}
