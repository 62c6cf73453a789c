// What a `synthetic:` block means, from the recipe and the dictionary alone: columns, structural zeros between countries
// and their regions, and the workload. Weights are public policy (privacy spec 1.5.11): pairs that figures read 4, pairs
// with a country or the year 2, other pairs 1, chosen triples 1/2.
import { figureTables } from '@casebridge/figures';
import type { Domains } from '@casebridge/privacy/results';
import { codesOf } from '@casebridge/standard';
import type { Declared } from './declared.ts';
import { type RegionOfCountry, regionsOfCountries } from './region-of-country.ts';
import type { Recipe } from './schema.ts';

/** Column of the registration year in synthetic records; `undated` for none. */
export const periodColumn = 'period';

/** A set of columns and how much its accuracy matters. */
export interface WorkloadSet {
  readonly set: readonly string[];
  readonly weight: number;
}

/** Synthetic records as the recipe declares them. */
export interface PlannedSynthesis {
  /** Columns of the records but the period, in the order of publication, with their declared codes. */
  readonly domains: Domains;
  /** Country columns modelled through their region. */
  readonly regions: readonly RegionOfCountry[];
  /** Sets without the period, in the order of `domains`. */
  readonly workload: readonly WorkloadSet[];
  /** Weight of a pair of the period and another column. */
  readonly periodWeight: number;
  readonly delta: number;
}

/**
 * Works out a recipe's synthetic records. Refusal `recipe` with line and field.
 *
 * @param published domains of all published columns
 * @param contributorColumns columns that come from the contributor: in synthetic records only where they are named
 * @param columnsNamed the columns a name of the standard stands for
 */
export function plannedSynthesis(
  declared: Declared<Recipe>,
  published: Domains,
  contributorColumns: readonly string[],
  columnsNamed: (name: string, refuse: (message: string) => never) => readonly string[],
): PlannedSynthesis | null {
  const { value: recipe } = declared;
  if (!recipe.synthetic) return null;
  const columns = chosenColumns(declared, published, contributorColumns, columnsNamed);
  const domains = Object.fromEntries(columns.map((column) => [column, published[column] as readonly string[]]));
  return {
    domains,
    regions: chosenRegions(declared, domains),
    workload: workloadOf(declared, columns),
    periodWeight: recipe.synthetic.weights.places,
    delta: recipe.synthetic.delta ?? recipe.protection.delta,
  };
}

function chosenColumns(
  { value: recipe, refuse }: Declared<Recipe>,
  published: Domains,
  contributorColumns: readonly string[],
  columnsNamed: (name: string, refuse: (message: string) => never) => readonly string[],
): readonly string[] {
  const all = Object.keys(published);
  const named = recipe.synthetic?.columns;
  if (!named) {
    const own = all.filter((column) => !contributorColumns.includes(column));
    if (own.length < 2) refuse(['synthetic'], 'needs two published columns or more');
    return own;
  }
  const chosen = new Set<string>();
  named.forEach((name, at) => {
    const path = ['synthetic', 'columns', at];
    const columns = contributorColumns.includes(name)
      ? [name]
      : columnsNamed(name, (message) => refuse(path, message)).filter(
          (column) => name === column || all.includes(column),
        );
    if (columns.length === 0 || !columns.every((column) => all.includes(column)))
      refuse(path, `${name} is not published; add it to variables`);
    for (const column of columns) {
      if (chosen.has(column)) refuse(path, `names ${column} twice`);
      chosen.add(column);
    }
  });
  if (chosen.size < 2) refuse(['synthetic', 'columns'], 'must name two columns or more');
  return all.filter((column) => chosen.has(column));
}

function chosenRegions({ value: recipe, refuse }: Declared<Recipe>, domains: Domains): readonly RegionOfCountry[] {
  const possible = regionsOfCountries(domains, recipe.grouping);
  const named = recipe.synthetic?.hierarchies;
  if (!named) return possible;
  named.forEach((column, at) => {
    const path = ['synthetic', 'hierarchies', at];
    if (!Object.hasOwn(domains, column)) refuse(path, `${column} is not a column of the synthetic records`);
    if (!possible.some((region) => region.country === column))
      refuse(path, `${column} is not a country, which has regions`);
  });
  return possible.filter(({ country }) => named.includes(country));
}

function workloadOf({ value: recipe, refuse }: Declared<Recipe>, columns: readonly string[]): readonly WorkloadSet[] {
  const { weights, triples } = recipe.synthetic as NonNullable<Recipe['synthetic']>;
  const onDashboard = dashboardPairs(recipe);
  const workload: WorkloadSet[] = columns.flatMap((first, at) =>
    columns.slice(at + 1).map((second) => {
      const set = [first, second];
      const weight = onDashboard.has(pairKey(first, second))
        ? weights.dashboard
        : set.some(isCountry)
          ? weights.places
          : weights.pairs;
      return { set, weight };
    }),
  );
  const seen = new Set<string>();
  triples.forEach((triple, at) => {
    const path = ['synthetic', 'triples', at];
    const strange = triple.find((column) => !columns.includes(column));
    if (strange !== undefined) refuse(path, `${strange} is not a column of the synthetic records`);
    const set = columns.filter((column) => triple.includes(column));
    if (set.length !== 3) refuse(path, 'names a column twice');
    if (seen.has(set.join(';'))) refuse(path, 'is named twice');
    seen.add(set.join(';'));
    workload.push({ set, weight: weights.triples });
  });
  return workload;
}

// Two columns that some figure reads together.
function dashboardPairs(recipe: Recipe): ReadonlySet<string> {
  if (recipe.tables.figures === 'none') return new Set();
  const tables = figureTables({
    setApart: recipe.setApart,
    grouping: recipe.grouping,
    places: recipe.tables.figures === 'places',
    sectors: codesOf('labour_sector').map(({ code }) => code),
    split: recipe.activityFlags !== 'none',
  });
  return new Set(tables.flatMap(({ set }) => set.flatMap((a, at) => set.slice(at + 1).map((b) => pairKey(a, b)))));
}

function pairKey(a: string, b: string): string {
  return a < b ? `${a};${b}` : `${b};${a}`;
}

function isCountry(column: string): boolean {
  return /^country_of_|^citizenship$/.test(column);
}
