import { exampleNote } from '@casebridge/bundle';
import {
  type Answers,
  countInterval,
  type Estimate,
  joinNames,
  shareInterval,
  withheldBecause,
} from '@casebridge/privacy/results';
import { regionOf } from '@casebridge/standard';
import type { ReleaseView } from '../model/release-view.ts';
import { howAsked } from '../model/variable-groups.ts';
import type { ExploreTable, ExploreYear } from './types.ts';

const mostCells = 600;
/** Longer code lists, such as countries, are on the map and in files: no picture of the explorer holds them. */
const mostCodes = 60;

/** The variables the explorer offers, in the codebook's order. */
export function exploreVariables(view: ReleaseView): readonly string[] {
  const published = new Set(view.answers.tables.flat());
  return view.bundle.codebook.variables
    .map(({ id }) => id)
    .filter((id) => published.has(id) && (view.answers.domains[id]?.length ?? 0) <= mostCodes);
}

/** Every table of one to three variables that the published tables give, by key; bounded in size. */
export function exploreTables(view: ReleaseView): ReadonlyMap<string, ExploreTable> {
  const { answers } = view;
  const order = exploreVariables(view);
  const tables = new Map<string, ExploreTable>();
  const add = (set: readonly string[]) => {
    const key = set.join('~');
    const cells = set.reduce((product, id) => product * (answers.domains[id]?.length ?? 0), 1);
    if (!tables.has(key) && cells > 0 && cells <= mostCells) tables.set(key, exploreTable(view, set));
  };
  for (const id of order) add([id]);
  for (const size of [2, 3]) {
    for (const table of answers.tables) {
      for (const set of subsetsOf(
        order.filter((id) => table.includes(id)),
        size,
      )) {
        add(set);
      }
    }
  }
  return tables;
}

function subsetsOf(ids: readonly string[], size: number): readonly (readonly string[])[] {
  if (size === 0) return [[]];
  return ids.flatMap((id, at) => subsetsOf(ids.slice(at + 1), size - 1).map((rest) => [id, ...rest]));
}

function exploreTable(view: ReleaseView, set: readonly string[]): ExploreTable {
  const { manifest } = view.bundle;
  const years = manifest.periods.flatMap((period) => {
    const cohorts = view.answers.cohorts
      .filter((cohort) => cohort.period === period && !cohort.late)
      .map(({ id }) => id);
    return cohorts.length === 0 ? [] : [[period, exploreYear(view, set, period, cohorts)] as const];
  });
  return {
    ...(manifest.example && { note: exampleNote }),
    release: manifest.release,
    variables: set,
    periods: Object.fromEntries(years),
  };
}

function exploreYear(
  view: ReleaseView,
  set: readonly string[],
  period: string,
  cohorts: readonly string[],
): ExploreYear {
  const { answers } = view;
  const cells = cellsOf(answers, set);
  const query = (where: Readonly<Record<string, string | readonly string[]>>) => ({
    cohorts,
    selections: [{ table: set, where }],
  });
  const queries = cells.map((codes) => query(Object.fromEntries(set.map((id, axis) => [id, codes[axis] ?? '']))));
  const { estimates, zeros } = estimatesOf(view, set, cells, cohorts);
  const intervals = estimates.map((estimate) => countInterval(estimate));
  const asked = set.map((id) => isAsked(view, id, period));
  const empty = regionsWithoutContributor(view, period);
  const places = set.indexOf('region_of_identification');
  const hasNobody = (codes: readonly string[]) => places >= 0 && empty.has(codes[places] ?? '');

  // Shares of each variable's known answers, within each combination of the other variables.
  const sharesOf = (axis: number): Share[] => {
    const of = set[axis] ?? '';
    const known = (answers.domains[of] ?? []).filter((code) => !code.startsWith('?'));
    const bases = new Map<string, { query: ReturnType<typeof query>; estimate: Estimate }>();
    return cells.map((codes, at) => {
      if (codes[axis]?.startsWith('?')) return noShare('-');
      if (asked.includes(false)) return noShare('n');
      if (hasNobody(codes)) return noShare('c');
      if (zeros.has(at)) return { value: 0, low: 0, high: 0, why: 'z' };
      const others = codes.filter((_, other) => other !== axis).join('~');
      let base = bases.get(others);
      if (!base) {
        const whole = query(
          Object.fromEntries(set.map((id, other) => [id, other === axis ? known : (codes[other] ?? '')])),
        );
        base = { query: whole, estimate: answers.combine(whole) };
        bases.set(others, base);
      }
      const x = estimates[at] as Estimate;
      const covariance = answers.covariance(queries[at] as typeof base.query, base.query);
      const interval = shareInterval(x, base.estimate, covariance);
      const why = withheldBecause(base.estimate, interval);
      if (interval === null || why !== null) return noShare(why === 'base_too_small' ? 'b' : 'w');
      const value = Math.min(interval.high, Math.max(interval.low, x.value / base.estimate.value));
      return { value: thousandths(value), low: thousandths(interval.low), high: thousandths(interval.high), why: '.' };
    });
  };
  const shares = set.flatMap((_, axis) => sharesOf(axis));
  return {
    count: estimates.map(({ value }) => Math.max(0, Math.round(value))),
    low: intervals.map(([low]) => Math.round(low)),
    high: intervals.map(([, high]) => Math.round(high)),
    why: estimates
      .map(({ value, variance }, at) => {
        if (zeros.has(at)) return 'z';
        if (value >= 2 * Math.sqrt(variance)) return '.';
        return asked.includes(false) ? 'n' : hasNobody(cells[at] ?? []) ? 'c' : 'l';
      })
      .join(''),
    share: shares.map(({ value }) => value),
    shareLow: shares.map(({ low }) => low),
    shareHigh: shares.map(({ high }) => high),
    shareWhy: shares.map(({ why }) => why).join(''),
  };
}

/** The codes of every cell, row-major. */
function cellsOf(answers: Answers, set: readonly string[]): readonly (readonly string[])[] {
  return set.reduce<readonly (readonly string[])[]>(
    (cells, id) => cells.flatMap((head) => (answers.domains[id] ?? []).map((code) => [...head, code])),
    [[]],
  );
}

// A table view lists its variables in the order of the domains, which need not be that of `set`.
function estimatesOf(
  { answers, bundle }: ReleaseView,
  set: readonly string[],
  cells: readonly (readonly string[])[],
  cohorts: readonly string[],
): { readonly estimates: readonly Estimate[]; readonly zeros: ReadonlySet<number> } {
  const view = answers.table(set, cohorts);
  const declared = new Set(bundle.measurements.structuralZeros[joinNames(view.set)] ?? []);
  const places = cells.map((codes) =>
    view.set.reduce((place, id) => {
      const domain = answers.domains[id] ?? [];
      return place * domain.length + domain.indexOf(codes[set.indexOf(id)] ?? '');
    }, 0),
  );
  return {
    estimates: places.map((place) =>
      declared.has(place)
        ? { value: 0, variance: 0 }
        : { value: view.estimate[place] ?? 0, variance: (view.sd[place] ?? 0) ** 2 },
    ),
    zeros: new Set(places.flatMap((place, at) => (declared.has(place) ? [at] : []))),
  };
}

// False where every contributor of the year declares that its forms never ask the question.
function isAsked({ bundle }: ReleaseView, id: string, period: string): boolean {
  const active = bundle.coverage.contributors.filter(({ activeYears }) => activeYears.includes(Number(period)));
  return active.length === 0 || active.some((statement) => howAsked(statement, id.split('.')[0] ?? id) !== 'never');
}

// Regions in which no contributor declares to have worked in a year; none where nobody declares any country.
function regionsWithoutContributor({ answers, bundle }: ReleaseView, period: string): ReadonlySet<string> {
  const countries = bundle.coverage.contributors.flatMap((statement) => statement.countries[period] ?? []);
  if (countries.length === 0) return new Set();
  const worked = new Set(countries.map((iso3) => regionOf(iso3, bundle.manifest.grouping)?.toLowerCase()));
  const regions = answers.domains.region_of_identification ?? [];
  return new Set(regions.filter((code) => !code.startsWith('?') && !worked.has(code.toLowerCase())));
}

interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly why: string;
}

function noShare(why: string): Share {
  return { value: null, low: null, high: null, why };
}

function thousandths(share: number): number {
  return Math.round(share * 1000);
}
