// Example data, not real: a small release with protected measurements, for the tests of this package. Figures are worked
// out here by hand, since this package may not import the registry.
import type { Coverage, Figure } from '@casebridge/figures/types';
import {
  addRational,
  caseTable,
  extractLedger,
  finding,
  type GateVerdict,
  type Grant,
  type LedgerStorage,
  type LedgerView,
  mapProtected,
  measureTables,
  memoryLedgerStorage,
  memoryMarginals,
  openAdaptiveMeasurer,
  openLedger,
  type PooledPart,
  type Protected,
  planTables,
  pooledMarginals,
  type RandomBytes,
  rational,
  rationalToText,
  readProtected,
  runGate,
  zeroRational,
} from '@casebridge/privacy';
import {
  answersFrom,
  type Cohort,
  countInterval,
  type PublishedMeasurement,
  shareInterval,
} from '@casebridge/privacy/results';
import type { SynthesisMeasurements } from '@casebridge/privacy/synthesis';
import { assembleMeasurements } from './measurements.ts';
import type { ManifestHead } from './release-id.ts';
import { signerFromSeed } from './signer.ts';
import { periodAxis } from './synthesis/synthesis-file.ts';
import type { Bundle, Codebook } from './types.ts';
import { type BundleContents, releaseIdOf } from './write.ts';

export const exampleSigner = signerFromSeed('steward', new Uint8Array(32).fill(1));
export const exampleContributor = signerFromSeed('agency', new Uint8Array(32).fill(2));
export const exampleApprovers = [
  signerFromSeed('university', new Uint8Array(32).fill(3)),
  signerFromSeed('ministry', new Uint8Array(32).fill(4)),
] as const;

export const exampleDomains = {
  sex_or_gender: ['female', 'male', '?unknown'],
  purpose_summary: ['labour', 'sexual', '?unknown'],
} as const;
const set = ['sex_or_gender', 'purpose_summary'];

/** Measures invented records of 2014 and 2015 as one release. */
export async function exampleMeasured(options: {
  readonly random: RandomBytes;
  readonly storage?: LedgerStorage;
  readonly batch?: number;
  /** With marginals for synthetic records, measured over both cohorts. */
  readonly synthetic?: boolean;
}): Promise<{
  readonly cohorts: readonly Cohort[];
  readonly added: readonly Protected<readonly PublishedMeasurement[]>[];
  readonly view: LedgerView;
  readonly audit: readonly GateVerdict[];
  readonly synthesis: Protected<SynthesisMeasurements> | null;
}> {
  const { random, batch = 1, synthetic = false } = options;
  // Durable as far as a test goes: what is measured with it may be published.
  const storage = options.storage ?? { ...memoryLedgerStorage(), durable: true };
  const ledger = await openLedger(storage, {
    name: 'example ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: 'example', build: 'example' },
  });
  const cohorts = ['2014', '2015'].map((period) => ({ id: `${period}.${batch}`, period, batch, late: false }));
  const plan = planTables({ domains: exampleDomains, tables: [{ set }], rho: rational(1n, 2n) });
  const grant = await ledger.request({
    ...exampleTerms(cohorts, synthetic),
    rho: plan.rho,
    mechanism: 'discrete-gaussian',
    sets: plan.sets,
  });
  const own = synthetic
    ? await ledger.request({
        ...exampleTerms(cohorts, synthetic),
        rho: syntheticRho,
        mechanism: 'adaptive-marginals',
        sets: [],
      })
    : null;
  const added = [];
  const parts: PooledPart[] = [];
  for (const cohort of cohorts) {
    const rows = cohort.period === '2014' ? 900 : 1100;
    const table = caseTable(exampleDomains, {
      sex_or_gender: Uint8Array.from({ length: rows }, (_, row) => (row % 11 === 0 ? 2 : row % 2)),
      purpose_summary: Uint8Array.from({ length: rows }, (_, row) => (row % 7 === 0 ? 2 : row % 5 === 0 ? 1 : 0)),
    });
    const marginals = memoryMarginals(table);
    added.push(await measureTables(plan, marginals, cohort, grant, random));
    parts.push({ code: parts.length, marginals });
  }
  const audit = [await runGate([], () => finding('example', 0.5, 1, 0.001))];
  const synthesis = own && (await exampleSynthesis(parts, cohorts, own, added, random));
  return { cohorts, added, view: ledger.view(), synthesis, audit };
}

/** What synthetic records cost each cohort. */
const syntheticRho = rational(1n, 50n);

const exampleTerms = (cohorts: readonly Cohort[], synthetic: boolean) =>
  ({
    scope: cohorts.map(({ id }) => id),
    budget: synthetic ? addRational(rational(1n, 2n), syntheticRho) : rational(1n, 2n),
    purpose: 'example',
    recipe: 'ab'.repeat(32),
    snapshot: 'ab'.repeat(32),
    unit: 'record',
  }) as const;

// One marginal over both cohorts, and the tables' residuals again.
async function exampleSynthesis(
  parts: readonly PooledPart[],
  cohorts: readonly Cohort[],
  grant: Grant,
  tables: readonly Protected<readonly PublishedMeasurement[]>[],
  random: RandomBytes,
): Promise<Protected<SynthesisMeasurements>> {
  const axis = { name: periodAxis, codes: cohorts.map(({ period }) => period) };
  const marginals = pooledMarginals(parts, axis, Object.keys(exampleDomains));
  const scope = { id: `batch ${cohorts[0]?.batch}`, cohorts: cohorts.map(({ id }) => id) };
  const measurer = openAdaptiveMeasurer(marginals, scope, grant, random);
  await measurer.measure([{ set: ['period', 'purpose_summary'], variance: 100n }]);
  const residuals = tables.flatMap((table) => readProtected(table));
  return mapProtected(measurer.finish(), (measurements) => ({
    format: 'casebridge-synthesis-1',
    method: 'mst',
    domains: marginals.domains,
    structuralZeros: [],
    hierarchies: [],
    bands: [],
    modelSize: 1,
    choices: { num: '0', den: '1' },
    inherited: { axis: axis.name, cohorts: scope.cohorts, residuals },
    measurements,
  }));
}

/** The contents of an example bundle. */
export function exampleContents(
  measured: Awaited<ReturnType<typeof exampleMeasured>>,
  previous: Bundle | null = null,
): BundleContents {
  const measurements = assembleMeasurements({
    previous,
    domains: exampleDomains,
    tables: [set],
    structuralZeros: {},
    ...measured,
  });
  const ledger = extractLedger(measured.view);
  const party = ({ organisation, publicKey }: typeof exampleSigner) => ({ organisation, publicKey });
  const head: ManifestHead = {
    sequence: (previous?.manifest.sequence ?? 0) + 1,
    previous: previous?.manifestHash ?? null,
    title: 'Example release',
    created: '2016-05-20',
    example: true,
    status: 'provisional',
    standard: '1.0',
    policy: '1',
    icu: '74.2',
    languages: ['en'],
    periods: ['2014', '2015'],
    grouping: 'iom_region_2015',
    setApart: null,
    ledgerHead: ledger.at(-1)?.hash ?? '',
    approvalPolicy: {
      approvals: 2,
      distinctOrganisations: true,
      consents: [party(exampleContributor)],
      approvers: exampleApprovers.map(party),
    },
    licence: 'CC-BY-4.0',
  };
  const release = releaseIdOf(head, measurements);
  const answers = answersFrom(measurements);
  const ids = measurements.cohorts.map(({ id }) => id);
  return {
    head,
    measurements,
    figures: exampleFigures(answers, ids, release),
    coverage: exampleCoverage,
    audit: measured.audit,
    codebook: exampleCodebook,
    privacy: {
      unit: 'record',
      personBound: 1,
      adjacency: 'add-remove',
      mechanism: 'residual-basis tables with discrete Gaussian noise',
      cohorts: ids.map((cohort) => ({
        cohort,
        rho: rationalToText(rhoSpent(measured.view, cohort)),
        epsilon: 5.221535,
        delta: 1e-6,
        lifetimeReserve: { num: '0', den: '1' },
      })),
      persons: [],
      notProtected: [],
      conditionalOnInternalCheck: false,
    },
    ledger,
  };
}

function rhoSpent(view: LedgerView, cohort: string) {
  return view.accounts.get(cohort)?.spentBudget ?? zeroRational;
}

function exampleFigures(answers: ReturnType<typeof answersFrom>, ids: readonly string[], release: string): Figure[] {
  const cohorts = ids.filter((id) => id.startsWith('2015'));
  const query = (where: Readonly<Record<string, readonly string[]>>) => ({
    cohorts,
    selections: [{ table: set, where }],
  });
  const numerator = { sex_or_gender: ['male'] };
  const base = { sex_or_gender: ['female', 'male'] };
  const [x, n, all] = [query(numerator), query(base), query({})];
  const share = shareInterval(answers.combine(x), answers.combine(n), answers.covariance(x, n));
  const total = answers.combine(all);
  const common = {
    period: '2015',
    place: null,
    group: null,
    noun: 'victims',
    contributors: { count: 1, overHalf: true },
    protection: { epsilon: 5.221535, delta: 1e-6, unit: 'record' },
    release: { id: release, sequence: 1, date: '2016-05-20', status: 'provisional' },
    withheld: null,
    parts: [],
    caveats: ['not_prevalence'],
    bounds: null,
    unknown: null,
    baseInterval: null,
    example: true,
    sentences: { en: { short: 'Example data, not real.', long: 'Example data, not real.' } },
  } as const;
  return [
    {
      ...common,
      id: 'victims.2015',
      family: 'victims',
      unit: 'records',
      value: Math.max(0, total.value),
      interval: countInterval(total),
      base: null,
      source: { table: set, cohorts, numerator: {}, base: {} },
    },
    {
      ...common,
      id: 'sex.male.2015',
      family: 'sex.male',
      unit: 'share',
      value: answers.combine(x).value / answers.combine(n).value,
      interval: share && [share.low, share.high],
      base: answers.combine(n).value,
      source: { table: set, cohorts, numerator, base },
    },
    {
      ...common,
      id: 'countries.2015',
      family: 'countries',
      unit: 'countries',
      value: 115,
      interval: [115, 115],
      base: null,
      protection: 'declared',
      source: null,
    },
  ];
}

const exampleCoverage: Coverage = {
  contributors: [
    {
      id: 'contributor-1',
      name: null,
      sourceKind: 'case_management',
      firstYear: 2010,
      lastYear: 2015,
      activeYears: [2014, 2015],
      countries: { '2015': ['THA'] },
      assisted: { '2015': 1200 },
      assistedSince: null,
      asks: {},
      note: null,
    },
  ],
};

const exampleCodebook: Codebook = {
  standard: '1.0',
  grouping: 'iom_region_2015',
  variables: Object.entries(exampleDomains).map(([id, codes]) => ({
    id,
    labels: { en: id },
    definition: {},
    derivedFrom: null,
    codes: codes.map((code) => ({ code, labels: { en: `=label of ${code}` }, missing: code.startsWith('?') })),
  })),
};
