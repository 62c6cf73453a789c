import { exampleNote } from '@casebridge/bundle';
import type { ReleaseView } from '../model/release-view.ts';
import { exploreYear } from './explore-year.ts';
import type { ExploreTable } from './types.ts';

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
  return new Map([...exploreSets(view)].map(([key, set]) => [key, exploreTable(view, set)]));
}

/** The variables of each of those tables, by its key. */
export function exploreSets(view: ReleaseView): ReadonlyMap<string, readonly string[]> {
  const { answers } = view;
  const order = exploreVariables(view);
  const sets = new Map<string, readonly string[]>();
  const add = (set: readonly string[]) => {
    const cells = set.reduce((product, id) => product * (answers.domains[id]?.length ?? 0), 1);
    if (cells > 0 && cells <= mostCells) sets.set(set.join('~'), set);
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
  return sets;
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
