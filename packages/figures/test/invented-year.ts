import { type Answers, type Cohort, type Domains, type ExactMarginal, exactAnswers } from '@casebridge/privacy/results';
import { domainOf } from '@casebridge/standard';
import { figureTables } from '../src/registry/figure-tables.ts';
import type { Coverage, SetApart } from '../src/types.ts';

// Invented counts, arranged so that the agency's shares are those of the public report on 2015.

export const setApart: SetApart = {
  variable: 'contributor_group',
  code: 'agency',
  contributor: 'contributor-1',
  label: { en: 'the large agency', fr: 'la grande agence', es: 'la agencia grande', ar: 'الوكالة الكبيرة' },
};

export const tables = figureTables({ setApart, places: true });

export const domains: Domains = Object.fromEntries(
  [...new Set(tables.flatMap(({ set }) => set))].map((variable) => [variable, domainFor(variable)]),
);

export const cohorts: readonly Cohort[] = [
  { id: '2013.1', period: '2013', batch: 1, late: false },
  { id: '2014.1', period: '2014', batch: 1, late: false },
  { id: '2014.2', period: '2014', batch: 2, late: false },
  { id: '2015.2', period: '2015', batch: 2, late: false },
];

type Counts = Readonly<Record<string, number>>;

/** One group's records of one cohort, as counts per code; what is left of `records` is `?unknown`. */
export interface InventedGroup {
  readonly group: 'agency' | 'others';
  readonly records: number;
  /** Records per purpose, each with its children and those of unknown age. */
  readonly purpose: Readonly<Record<string, readonly [records: number, children: number, ageUnknown?: number]>>;
  readonly columns: Readonly<Record<string, Counts>>;
  readonly sectorKnown: number;
  readonly sectors: Counts;
}

export const agency2015: InventedGroup = {
  group: 'agency',
  records: 6990,
  purpose: {
    labour: [4440, 177],
    sexual: [1200, 272],
    labour_and_sexual: [300, 13],
    other: [60, 20],
    '?unknown': [990, 415, 90],
  },
  columns: {
    sex_or_gender: { male: 3817, female: 3123 },
    trafficking_scope: { cross_border: 5865, internal: 1035 },
    region_of_identification: { EUR: 2516, ESEA: 1564, SCA: 1020, MENA: 714, SSA: 544, AMER: 408, OCE: 34 },
    region_of_origin: { ESEA: 1794, SCA: 1787, EUR: 1380, SSA: 1035, MENA: 345, AMER: 525, OCE: 34 },
    duration_years: { '0': 900, '1': 800, '2': 700, '3': 600, '4': 400, '5': 300, '6': 200, '7': 100, '25+': 20 },
    contributor_active_previous_year: { yes: 6990 },
    contributor_active_next_year: { yes: 6990 },
  },
  sectorKnown: 4200,
  sectors: { construction: 1260, domestic_work: 966, fishing: 882, agriculture: 546, manufacturing: 420, other: 63 },
};

export const agency2014: InventedGroup = {
  ...agency2015,
  records: 6413,
  purpose: {
    labour: [3905, 164],
    sexual: [1210, 249],
    labour_and_sexual: [275, 11],
    other: [110, 24],
    '?unknown': [913, 402, 113],
  },
  columns: {
    ...agency2015.columns,
    sex_or_gender: { male: 3304, female: 3049 },
    trafficking_scope: { cross_border: 5292, internal: 1008 },
    region_of_identification: { EUR: 2232, ESEA: 1426, SCA: 992, MENA: 682, SSA: 496, AMER: 341, OCE: 31 },
    region_of_origin: { ESEA: 1588, SCA: 1575, EUR: 1386, SSA: 945, MENA: 315, AMER: 461, OCE: 30 },
    contributor_active_previous_year: { yes: 6413 },
    contributor_active_next_year: { yes: 6413 },
  },
  sectorKnown: 3650,
};

/** Four smaller contributors; some joined in 2015, one left after 2014. */
export function others(records: number, stayed: number, staying: number): InventedGroup {
  const part = (share: number): number => Math.round(records * share);
  return {
    group: 'others',
    records,
    purpose: {
      labour: [part(0.3), part(0.05)],
      sexual: [part(0.2), part(0.05)],
      labour_and_sexual: [part(0.05), 2],
      other: [part(0.05), 3],
      '?not_asked': [records - part(0.3) - part(0.2) - 2 * part(0.05), part(0.05), part(0.1)],
    },
    columns: {
      sex_or_gender: { male: part(0.35), female: part(0.6) },
      trafficking_scope: { cross_border: part(0.4), internal: part(0.3) },
      region_of_identification: { EUR: part(0.5), AMER: part(0.3) },
      region_of_origin: { EUR: part(0.4), AMER: part(0.3), SSA: part(0.2) },
      duration_years: { '0': part(0.1), '1': part(0.05) },
      contributor_active_previous_year: { yes: stayed, no: records - stayed },
      contributor_active_next_year: { yes: staying, no: records - staying },
    },
    sectorKnown: part(0.2),
    sectors: { construction: part(0.08), domestic_work: part(0.1) },
  };
}

const groupsOfCohort: Readonly<Record<string, readonly InventedGroup[]>> = {
  '2013.1': [
    { ...agency2014, records: 6100, purpose: { ...agency2014.purpose, '?unknown': [600, 402, 113] } },
    others(820, 820, 800),
  ],
  '2014.1': [agency2014, others(900, 870, 780)],
  '2014.2': [others(40, 40, 40)],
  '2015.2': [agency2015, others(1010, 800, 1010)],
};

/** Exact marginals of the invented records over every table of the registry, as answers of zero variance. */
export function inventedAnswers(groups: typeof groupsOfCohort = groupsOfCohort): Answers {
  const marginals: ExactMarginal[] = Object.entries(groups).flatMap(([cohort, parts]) => {
    const rows = parts.flatMap(rowsOf);
    return tables.map(({ set }) => ({ cohort, set: inOrder(set), cells: countCells(inOrder(set), rows) }));
  });
  return exactAnswers({ domains, tables: tables.map(({ set }) => inOrder(set)), cohorts, marginals });
}

/** A set with its variables in domain order. */
export function inOrder(set: readonly string[]): readonly string[] {
  return Object.keys(domains).filter((variable) => set.includes(variable));
}

export const coverage: Coverage = {
  contributors: [
    statement('contributor-1', 115, { '2013': 6100, '2014': 6413, '2015': 6990 }, 1994, 70_000, 'over'),
    statement('contributor-2', 3, { '2013': 420, '2014': 450, '2015': 480 }, 2004, 3900, 'exactly'),
    statement('contributor-3', 2, { '2013': 400, '2014': 430, '2015': 320 }, null, 0, 'exactly'),
    statement('contributor-4', 1, { '2015': 140 }, null, 0, 'exactly'),
    statement('contributor-5', 1, { '2015': 70 }, null, 0, 'exactly'),
  ],
};

function statement(
  id: string,
  countries: number,
  assisted: Readonly<Record<string, number>>,
  since: number | null,
  total: number,
  relation: 'over' | 'exactly',
): Coverage['contributors'][number] {
  const years = Object.keys(assisted);
  const codes = Array.from(
    { length: countries },
    (_, index) => `X${String.fromCharCode(65 + (index % 26))}${Math.floor(index / 26)}`,
  );
  return {
    id,
    name: null,
    sourceKind: 'case_management',
    firstYear: Number(years[0]),
    lastYear: Number(years.at(-1)),
    activeYears: years.map(Number),
    countries: Object.fromEntries(years.map((year) => [year, codes])),
    assisted,
    assistedSince: since === null ? null : { year: since, total, relation },
    asks: {},
    note: null,
  };
}

type Row = Readonly<Record<string, string>>;

function rowsOf(part: InventedGroup): readonly Row[] {
  const purposes = Object.entries(part.purpose).flatMap(([code, [records, children, ageUnknown = 0]]) =>
    Array.from({ length: records }, (_, index) => ({
      purpose_summary: code,
      majority_at_registration: index < children ? 'child' : index < children + ageUnknown ? '?unknown' : 'adult',
    })),
  );
  const columns = Object.entries(part.columns).map(
    ([variable, counts], index) => [variable, dealt(counts, part.records, 401 * (index + 1))] as const,
  );
  let labour = 0;
  const names = sectorNames(part);
  return Array.from({ length: part.records }, (_, row) => {
    const purpose = purposes[row] ?? { purpose_summary: '?unknown', majority_at_registration: '?unknown' };
    const isLabour = ['labour', 'labour_and_sexual'].includes(purpose.purpose_summary);
    const sectors = isLabour ? names(labour++) : names(null);
    return {
      contributor_group: part.group,
      ...purpose,
      ...Object.fromEntries(columns.map(([variable, codes]) => [variable, codes[row] ?? '?unknown'])),
      ...sectors,
    };
  });
}

// Codes in their numbers over all records, started at another record for each variable; the rest is not known.
function dealt(counts: Counts, records: number, offset: number): readonly string[] {
  const codes = Object.entries(counts).flatMap(([code, count]) => Array.from({ length: count }, () => code));
  return Array.from({ length: records }, (_, row) => codes[(row + offset) % records] ?? '?unknown');
}

function sectorNames(part: InventedGroup): (labourIndex: number | null) => Row {
  const all = Object.keys(domains).filter((variable) => variable.startsWith('labour_sector.'));
  const starts = new Map<string, readonly [number, number]>();
  let from = 0;
  for (const [sector, count] of Object.entries(part.sectors)) {
    starts.set(`labour_sector.${sector}`, [from % Math.max(1, part.sectorKnown), count]);
    from += count;
  }
  return (index) =>
    Object.fromEntries(
      all.map((variable) => {
        if (index === null) return [variable, '?not_applicable'];
        if (index >= part.sectorKnown) return [variable, '?unknown'];
        if (variable === 'labour_sector.known') return [variable, 'yes'];
        const [start, count] = starts.get(variable) ?? [0, 0];
        return [variable, (index - start + part.sectorKnown) % part.sectorKnown < count ? 'yes' : 'no'];
      }),
    );
}

function countCells(set: readonly string[], rows: readonly Row[]): Float64Array {
  const places = set.map((variable) => new Map((domains[variable] ?? []).map((code, at) => [code, at])));
  const cells = new Float64Array(places.reduce((size, codes) => size * codes.size, 1));
  for (const row of rows) {
    let cell = 0;
    set.forEach((variable, axis) => {
      const codes = places[axis] as Map<string, number>;
      cell = cell * codes.size + (codes.get(row[variable] ?? '') as number);
    });
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

function domainFor(variable: string): readonly string[] {
  if (variable === 'contributor_group') return ['agency', 'others'];
  return variable.startsWith('contributor_active') ? ['yes', 'no'] : domainOf(variable);
}
