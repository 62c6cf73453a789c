import { exampleNote } from '@casebridge/bundle';
import {
  type Answers,
  countInterval,
  type Estimate,
  shareInterval,
  withheldBecause,
} from '@casebridge/privacy/results';
import type { ReleaseView } from '../model/release-view.ts';
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

/** Every table of one or two variables the release publishes, by key; bounded in size. */
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
  for (const table of answers.tables) {
    const ids = order.filter((id) => table.includes(id));
    for (const [i, first] of ids.entries()) for (const second of ids.slice(i + 1)) add([first, second]);
  }
  return tables;
}

function exploreTable(view: ReleaseView, set: readonly string[]): ExploreTable {
  const { manifest } = view.bundle;
  const years = manifest.periods.flatMap((period) => {
    const cohorts = view.answers.cohorts
      .filter((cohort) => cohort.period === period && !cohort.late)
      .map(({ id }) => id);
    return cohorts.length === 0 ? [] : [[period, exploreYear(view.answers, set, cohorts)] as const];
  });
  return {
    ...(manifest.example && { note: exampleNote }),
    release: manifest.release,
    variables: set,
    periods: Object.fromEntries(years),
  };
}

/** A cell's codes; the second is undefined in a table of one variable. */
type Codes = readonly [string, string | undefined];

function exploreYear(answers: Answers, set: readonly string[], cohorts: readonly string[]): ExploreYear {
  const [first, second] = set as readonly [string, string | undefined];
  const rows = answers.domains[first] ?? [];
  const columns = second === undefined ? [undefined] : (answers.domains[second] ?? []);
  const cells: Codes[] = rows.flatMap((row) => columns.map((column): Codes => [row, column]));
  const query = (where: Readonly<Record<string, string | readonly string[]>>) => ({
    cohorts,
    selections: [{ table: set, where }],
  });
  const whereOf = ([row, column]: Codes) => ({
    [first]: row,
    ...(second !== undefined && column !== undefined && { [second]: column }),
  });
  const queries = cells.map((codes) => query(whereOf(codes)));
  const estimates = estimatesOf(answers, set, cohorts);
  const intervals = estimates.map((estimate) => countInterval(estimate));

  // Share of `within` known answers to `of`, in each code of the other variable.
  const sharesOf = (of: string, other: string | undefined): Share[] => {
    const known = (answers.domains[of] ?? []).filter((code) => !code.startsWith('?'));
    const bases = new Map<string, { query: ReturnType<typeof query>; estimate: Estimate }>();
    return cells.map((codes, at) => {
      const own = whereOf(codes);
      if (String(own[of]).startsWith('?')) return none;
      const column = other === undefined ? '' : String(own[other]);
      let base = bases.get(column);
      if (!base) {
        const asked = query({ [of]: known, ...(other !== undefined && { [other]: column }) });
        base = { query: asked, estimate: answers.combine(asked) };
        bases.set(column, base);
      }
      const x = estimates[at] as Estimate;
      const interval = shareInterval(
        x,
        base.estimate,
        answers.covariance(queries[at] as typeof base.query, base.query),
      );
      if (interval === null || withheldBecause(base.estimate, interval) !== null) return none;
      const value = Math.min(interval.high, Math.max(interval.low, x.value / base.estimate.value));
      return { value: thousandths(value), low: thousandths(interval.low), high: thousandths(interval.high) };
    });
  };
  const shares = [...sharesOf(first, second), ...(second === undefined ? [] : sharesOf(second, first))];
  return {
    count: estimates.map(({ value }) => Math.max(0, Math.round(value))),
    low: intervals.map(([low]) => Math.round(low)),
    high: intervals.map(([, high]) => Math.round(high)),
    share: shares.map(({ value }) => value),
    shareLow: shares.map(({ low }) => low),
    shareHigh: shares.map(({ high }) => high),
  };
}

// A table view lists its variables in the order of the domains, which need not be that of `set`.
function estimatesOf(answers: Answers, set: readonly string[], cohorts: readonly string[]): Estimate[] {
  const view = answers.table(set, cohorts);
  const all = Array.from(view.estimate, (value, at) => ({ value, variance: (view.sd[at] ?? 0) ** 2 }));
  if (view.set[0] === set[0]) return all;
  const width = answers.domains[set[0] ?? '']?.length ?? 1;
  const height = answers.domains[set[1] ?? '']?.length ?? 1;
  return all.map((_, at) => all[(at % height) * width + Math.floor(at / height)] as Estimate);
}

interface Share {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const none: Share = { value: null, low: null, high: null };

function thousandths(share: number): number {
  return Math.round(share * 1000);
}
