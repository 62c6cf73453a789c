// An invented release in memory for tests: five organisations, 2010–2015, drawn by a fixed generator. No real data.
import { createHash } from 'node:crypto';
import type { Bundle, FileSource, Manifest } from '@casebridge/bundle';
import { buildFigures, type Coverage, type Figure, figureTables } from '@casebridge/figures';
import type { CoverageStatement } from '@casebridge/figures/types';
import { answersFrom, type Measurements } from '@casebridge/privacy/results';
import { columnLabels, domainOf, isMissing, valueLabels } from '@casebridge/standard';
import { unstableEstimate } from './fixture-prevalence.ts';
import { drawRecord, encode, generator } from './fixture-records.ts';

const grouping = 'iom_region_2015';
const languages = ['en', 'fr', 'es', 'ar'];
const setApart = {
  variable: 'contributor_group',
  code: 'agency',
  contributor: 'river',
  label: { en: 'the large agency', fr: 'la grande agence', es: 'la gran agencia', ar: 'الوكالة الكبيرة' },
};
const noise = 400n;
// Beside the figures' tables, for maps and routes.
const mapped: readonly (readonly string[])[] = [
  ['country_of_identification'],
  ['country_of_origin'],
  ['region_of_identification', 'region_of_origin'],
];
const mappedNoise = 100n;
// What else a release may publish: a country with a question. Their noise is small, or the sums over a question would hide
// the countries.
const crossedNoise = 4n;
const crossed: readonly (readonly string[])[] = [
  ['country_of_identification', 'purpose_summary'],
  ['country_of_identification', 'sex_or_gender'],
];

function domainsOf(tables: readonly (readonly string[])[]): Record<string, readonly string[]> {
  const ids = [...new Set(tables.flat())].sort();
  return Object.fromEntries(
    ids.map((id) => [
      id,
      id === setApart.variable
        ? ['agency', 'others']
        : id.startsWith('contributor_active')
          ? ['yes', 'no']
          : domainOf(id, grouping),
    ]),
  );
}

const sizes: Readonly<Record<string, number>> = {
  2010: 5600,
  2011: 6100,
  2012: 6900,
  2013: 7600,
  2014: 9800,
  2015: 10800,
};

function measure(
  periods: readonly string[],
  batch: (period: string) => number,
  late: boolean,
  beside: readonly (readonly string[])[],
): Measurements {
  const tables = [...figureTables({ setApart, places: true, grouping }).map(({ set }) => [...set].sort()), ...beside];
  const domains = domainsOf(tables);
  const sets = tables.filter(
    (set) => !tables.some((other) => other.length > set.length && set.every((id) => other.includes(id))),
  );
  const cohorts = periods.flatMap((period) => {
    const own = { id: `${period}.${batch(period)}`, period, batch: batch(period), late: false };
    return late && period === '2014' ? [own, { id: '2014.2', period, batch: 2, late: false }] : [own];
  });
  const measurements = cohorts.flatMap((cohort) => {
    const random = generator(Number(cohort.period) * 17 + cohort.batch);
    const ofCountries = generator(Number(cohort.period) * 31 + cohort.batch);
    const count = cohort.period === '2014' && cohort.batch === 2 ? 310 : (sizes[cohort.period] ?? 0);
    const records = Array.from({ length: count }, () => drawRecord(random, ofCountries));
    const positions = new Map(Object.entries(domains).map(([id, codes]) => [id, encode(records, id, codes)]));
    return sets.map((set) => {
      const variance = crossed.includes(set) ? crossedNoise : mapped.includes(set) ? mappedNoise : noise;
      const lengths = set.map((id) => domains[id]?.length ?? 1);
      const columns = set.map((id) => positions.get(id) ?? new Uint8Array(count));
      const values = new Float64Array(lengths.reduce((product, length) => product * length, 1));
      for (let row = 0; row < count; row++) {
        let cell = 0;
        for (const [axis, column] of columns.entries()) cell = cell * (lengths[axis] ?? 1) + (column[row] ?? 0);
        values[cell] = (values[cell] ?? 0) + 1;
      }
      for (let cell = 0; cell < values.length; cell++) {
        let sum = -6;
        for (let each = 0; each < 12; each++) sum += random();
        values[cell] = (values[cell] ?? 0) + Math.round(sum * Math.sqrt(Number(variance)));
      }
      return { cohort: cohort.id, set, kind: 'marginal' as const, values, variance: String(variance) };
    });
  });
  return { format: 'casebridge-measurements-1', domains, tables, structuralZeros: {}, cohorts, measurements };
}

const iso3 =
  'ALB ARG AUT BGD BEL BRA KHM COL EGY ETH GEO DEU GHA IDN ITA JOR KEN LBN MYS MEX MDA MAR NPL NGA PAK PHL POL ROU SRB THA TUN TUR UKR VNM'.split(
    ' ',
  );

function coverageOf(periods: readonly string[]): Coverage {
  const statement = (
    id: string,
    name: string | null,
    sourceKind: string,
    first: number,
    width: number,
    assisted: number,
  ): CoverageStatement => {
    const years = periods.map(Number).filter((year) => year >= first);
    return {
      id,
      name,
      sourceKind,
      firstYear: first,
      lastYear: years.at(-1) ?? first,
      activeYears: years,
      countries: Object.fromEntries(years.map((year) => [String(year), iso3.slice(0, width)])),
      assisted: Object.fromEntries(
        years
          .filter(() => assisted > 0)
          .map((year) => [String(year), Math.round(assisted * (1 + (year - 2015) * 0.085))]),
      ),
      assistedSince: id === 'river' ? { year: 1994, total: 70_000, relation: 'over' as const } : null,
      asks:
        sourceKind === 'hotline'
          ? { sex: 'sometimes', citizenship: 'sometimes', duration_months: 'never', exploitation_type: 'always' }
          : { sex: 'always', citizenship: 'always', duration_months: 'always', exploitation_type: 'always' },
      note: null,
    };
  };
  return {
    contributors: [
      statement('river', 'River Crossing Agency (invented)', 'case_management', 2010, 34, 6990),
      statement('lantern', 'Lantern Line (invented)', 'hotline', 2010, 1, 2300),
      statement('refuge', 'Refuge des Deux Rives (invented)', 'case_management', 2011, 3, 640),
      statement('harbour', 'Harbour Shelter Network (invented)', 'case_management', 2012, 6, 810),
      statement('contributor-5', null, 'government', 2014, 1, 0),
    ],
  };
}

/** A bundle and the bytes of its files, as a folder would give them. */
export interface FixtureBundle {
  readonly bundle: Bundle;
  readonly source: FileSource;
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

/** Two releases: the first to 2014, the second with 2015 and late records of 2014. They count records unless told otherwise. */
export function fixtureReleases(
  options: {
    readonly example?: boolean;
    readonly counted?: 'record' | 'person';
    /** Whether tables of a country with a question are published too. */
    readonly crossed?: boolean;
  } = {},
): [FixtureBundle, FixtureBundle] {
  const beside = options.crossed ? [...mapped, ...crossed] : mapped;
  const counted = options.counted ?? 'record';
  const all = ['2010', '2011', '2012', '2013', '2014', '2015'];
  const example = options.example ?? true;
  const first = fixtureBundle(
    measure(all.slice(0, 5), () => 1, false, beside),
    1,
    '2015-05-20',
    example,
    null,
    counted,
  );
  const second = fixtureBundle(
    measure(all, (period) => (period === '2015' ? 2 : 1), true, beside),
    2,
    '2016-05-20',
    example,
    first.bundle.manifestHash,
    counted,
  );
  return [first, second];
}

function fixtureBundle(
  measurements: Measurements,
  sequence: number,
  day: string,
  example: boolean,
  previous: string | null,
  counted: 'record' | 'person',
): FixtureBundle {
  const periods = [...new Set(measurements.cohorts.map(({ period }) => period))].sort();
  const release: Figure['release'] = {
    id: sequence === 1 ? 'aaaabbbbccccdddd2222' : 'eeeeffffgggghhhh3333',
    sequence,
    date: day,
    status: 'provisional',
  };
  const coverage = coverageOf(periods);
  const figures = buildFigures({
    answers: answersFrom(measurements),
    coverage,
    periods,
    setApart,
    grouping,
    release,
    protection: { epsilon: 4, delta: 1e-6, unit: counted },
    languages,
    example,
    splitAllowed: true,
  });
  const key = (name: string) => Buffer.from(sha256(name)).toString('base64').slice(0, 56);
  const parties = ['River Crossing Agency', 'Lantern Line', 'Refuge des Deux Rives', 'Harbour Shelter Network'].map(
    (organisation) => ({ organisation: `${organisation} (invented)`, publicKey: key(organisation) }),
  );
  const prevalence = sequence === 1 ? null : unstableEstimate;
  const files = fixtureFiles(figures);
  if (prevalence) files.set('data/prevalence.json', new TextEncoder().encode(JSON.stringify(prevalence)));
  const manifest: Manifest = {
    format: 'casebridge-bundle-1',
    release: release.id,
    sequence,
    previous,
    title: 'Invented case records, an example',
    created: day,
    example,
    status: release.status,
    standard: '1.0',
    policy: '1',
    icu: '76',
    languages,
    periods,
    grouping,
    setApart,
    ledgerHead: sha256(`ledger ${sequence}`),
    approvalPolicy: { approvals: 2, distinctOrganisations: true, consents: parties, approvers: parties },
    licence: 'CC-BY-4.0',
    signer: { organisation: 'Data Steward (invented)', publicKey: key('steward') },
    files: [...files].map(([path, bytes]) => ({
      path,
      bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      mediaType: path.endsWith('.csv') ? 'text/csv' : 'application/json',
    })),
  };
  const text = new TextEncoder();
  const manifestHash = sha256(JSON.stringify(manifest));
  const everything = new Map([...files, ['manifest.json', text.encode(JSON.stringify(manifest))]]);
  const read = async (path: string) => {
    const bytes = everything.get(path);
    if (!bytes) throw new Error(`the fixture has no file ${path}`);
    return bytes;
  };
  const bundle: Bundle = {
    manifest,
    manifestHash,
    approvals: {
      manifest: manifestHash,
      signatures: [
        ...parties.map((party) => ({ role: 'consent' as const, ...party, signature: 'x', date: day })),
        ...parties.slice(0, 2).map((party) => ({ role: 'approval' as const, ...party, signature: 'x', date: day })),
      ],
    },
    figures,
    measurements,
    synthesis: null,
    prevalence,
    coverage,
    codebook: {
      standard: '1.0',
      grouping,
      variables: Object.entries(measurements.domains).map(([id, codes]) => ({
        id,
        labels: labelsOf(id),
        definition: {},
        derivedFrom: null,
        codes: codes.map((code) => ({ code, labels: codeLabels(id, code), missing: isMissing(code) })),
      })),
    },
    audit: null,
    privacy: {
      unit: counted,
      personBound: 3,
      adjacency: 'add-remove',
      mechanism: 'discrete Gaussian',
      cohorts: measurements.cohorts.map(({ id }) => ({
        cohort: id,
        rho: { num: '7', den: '40' },
        epsilon: 3.2,
        delta: 1e-6,
        lifetimeReserve: { num: '1', den: '40' },
      })),
      persons: [
        { contributors: 1, epsilonSeparate: 3.2, epsilonWithin: 3.2, attackerAdvantage: 0.44 },
        { contributors: 2, epsilonSeparate: 4.9, epsilonWithin: 7.1, attackerAdvantage: 0.6 },
        { contributors: 3, epsilonSeparate: 6.2, epsilonWithin: 11.4, attackerAdvantage: 0.71 },
      ],
      ...(prevalence
        ? { prevalence: { guarantee: 'does-not-cover-the-estimate' as const, file: 'data/prevalence.json' } }
        : {}),
      notProtected: [
        'facts_about_groups',
        counted === 'person' ? 'persons_taken_for_several_by_linkage' : 'records_of_one_person_at_several_contributors',
        'declared_totals',
        ...(prevalence ? ['estimate_from_exact_overlaps'] : []),
      ],
      conditionalOnInternalCheck: false,
    },
    ledger: measurements.cohorts.map(({ id }, index) => ({
      id: `entry-${index + 1}`,
      cohort: id,
      mechanism: 'discrete Gaussian, residual basis',
      sets: measurements.tables.length,
      rho: { num: '7', den: '40' },
      day,
      commitment: sha256(`commitment ${id}`),
      hash: sha256(`hash ${id}`),
    })),
    file: read,
  };
  return { bundle, source: { list: async () => [...everything.keys()].sort(), read } };
}

function fixtureFiles(figures: readonly Figure[]): Map<string, Uint8Array> {
  const text = new TextEncoder();
  return new Map([
    ['data/figures.json', text.encode(JSON.stringify(figures))],
    ['data/tables.csv', text.encode('variables,codes,estimate,sd,lower,upper,flag,display,note\n')],
    ['docs/codebook.json', text.encode('{}')],
    ['docs/privacy.json', text.encode('{}')],
  ]);
}

function labelsOf(id: string): Readonly<Record<string, string>> {
  if (id === setApart.variable)
    return {
      en: 'Group of contributors',
      fr: 'Groupe de contributeurs',
      es: 'Grupo de organizaciones que aportan datos',
      ar: 'مجموعة الجهات المساهمة',
    };
  try {
    return columnLabels(id);
  } catch {
    return { en: id };
  }
}

function codeLabels(id: string, code: string): Readonly<Record<string, string>> {
  if (id === setApart.variable)
    return code === 'agency'
      ? setApart.label
      : { en: 'All others', fr: 'Tous les autres', es: 'Los demás', ar: 'الجهات الأخرى' };
  try {
    return valueLabels(id, code, grouping);
  } catch {
    return { en: code };
  }
}
