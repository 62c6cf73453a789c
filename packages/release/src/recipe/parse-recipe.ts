import { derivedTogether, figureTables, splitFlags } from '@casebridge/figures';
import { codesOf, columnsOf, domainOf, hasVariable, no, variable, variables, yes } from '@casebridge/standard';
import { checkPrevalenceBlock } from './check-prevalence-block.ts';
import { type Declared, readDeclared } from './declared.ts';
import { type PlannedSynthesis, plannedSynthesis } from './plan-synthesis.ts';
import { type Recipe, recipeSchema } from './schema.ts';

/** A set of columns to measure and the weight of its cells. */
export interface WeightedSet {
  readonly set: readonly string[];
  readonly weight: number;
}

/** A recipe with what follows from it and the dictionary alone, before any record is seen. */
export interface PlannedRecipe {
  readonly recipe: Recipe;
  /** Published columns in the order of the recipe, each with its declared codes. */
  readonly domains: Readonly<Record<string, readonly string[]>>;
  /** Tables with weights, each set in the order of `domains`; no set twice. */
  readonly tables: readonly WeightedSet[];
  /** Columns whose values come from the contributor, not from its records. */
  readonly contributorColumns: readonly string[];
  /** Synthetic records, where the recipe asks for them. */
  readonly synthetic: PlannedSynthesis | null;
}

/**
 * Reads a recipe and works out its columns, domains and tables.
 *
 * @param name how a refusal names the file
 * @throws Refusal `recipe` with file, line and field
 */
export function parseRecipe(text: string, name: string): PlannedRecipe {
  const declared = readDeclared(text, name, recipeSchema);
  const recipe: Recipe = declared.value;
  checkParties(declared);
  checkPrevalenceBlock(declared);
  const { domains, contributorColumns } = publishedDomains(declared);
  return {
    recipe,
    domains,
    contributorColumns,
    tables: publishedTables(declared, domains),
    synthetic: plannedSynthesis(declared, domains, contributorColumns, columnsNamed),
  };
}

function checkParties({ value, refuse }: Declared<Recipe>): void {
  const { contributors, steward, approval, setApart, cohorts, languages } = value;
  contributors.forEach(({ id }, at) => {
    if (contributors.findIndex((other) => other.id === id) !== at) refuse(['contributors', at], `${id} is named twice`);
  });
  approval.approvers.forEach(({ organisation }, at) => {
    if (organisation === steward.organisation) {
      refuse(
        ['approval', 'approvers', at],
        `${organisation} builds the release and cannot approve it; name another organisation`,
      );
    }
  });
  const organisations = new Set(approval.approvers.map(({ organisation }) => organisation));
  if (organisations.size < approval.approvals) {
    refuse(
      ['approval', 'approvers'],
      `names ${organisations.size} organisation(s) for ${approval.approvals} approvals; name more`,
    );
  }
  value.linkage?.unlinked.forEach((id, at) => {
    if (!contributors.some((contributor) => contributor.id === id))
      refuse(['linkage', 'unlinked', at], 'is not one of the contributors');
  });
  if (cohorts.years[1] < cohorts.years[0]) refuse(['cohorts', 'years'], 'ends before it begins');
  if (cohorts.remeasure.length > 0 && !cohorts.reserve)
    refuse(['cohorts', 'remeasure'], 'needs cohorts.reserve, the budget it is paid from');
  if (!setApart) return;
  if (!contributors.some(({ id }) => id === setApart.contributor))
    refuse(['setApart', 'contributor'], 'is not one of the contributors');
  if (setApart.code === setApart.others) refuse(['setApart', 'others'], 'must differ from code');
  for (const language of languages)
    if (!setApart.label[language]) refuse(['setApart', 'label'], `has no label in ${language}`);
}

function publishedDomains(declared: Declared<Recipe>): Pick<PlannedRecipe, 'domains' | 'contributorColumns'> {
  const { value: recipe, refuse } = declared;
  const held = new Set(recipe.heldBack.variables);
  const domains: Record<string, readonly string[]> = {};
  recipe.variables.forEach((name, at) => {
    const path = ['variables', at];
    for (const column of columnsNamed(name, (message) => refuse(path, message))) {
      if (held.has(column) || held.has(column.split('.')[0] ?? column)) continue;
      if (domains[column]) refuse(path, `publishes ${column} twice`);
      try {
        domains[column] = domainOf(column, recipe.grouping);
      } catch {
        refuse(path, `${column} has no finite list of codes; publish a banded or derived variable in its place`);
      }
    }
  });
  const contributorColumns: string[] = [];
  if (recipe.setApart) {
    const { variable, code, others } = recipe.setApart;
    if (domains[variable] || isRecorded(variable))
      refuse(['setApart', 'variable'], 'is a variable of the standard; choose another name');
    domains[variable] = [code, others];
    contributorColumns.push(variable);
  }
  if (recipe.activityFlags !== 'none') {
    for (const flag of Object.values(splitFlags)) {
      domains[flag] = [yes, no];
      contributorColumns.push(flag);
    }
  }
  return { domains, contributorColumns };
}

function isRecorded(id: string): boolean {
  return variables.some((entry) => entry.id === id);
}

/** The columns a name stands for: one column, or all columns of a many-valued variable. */
function columnsNamed(name: string, refuse: (message: string) => never): readonly string[] {
  const id = name.split('.')[0] ?? name;
  if (!hasVariable(id)) return refuse(`${name} is not a variable of the standard`);
  const { published } = variable(id);
  if (published === 'no' || published === 'derived') {
    return refuse(`${name} is never published by itself; publish a banded or derived variable in its place`);
  }
  const columns = columnsOf(id);
  if (name === id) return columns;
  return columns.includes(name) ? [name] : refuse(`${name} is not a column of the standard`);
}

function publishedTables(declared: Declared<Recipe>, domains: PlannedRecipe['domains']): readonly WeightedSet[] {
  const { value: recipe, refuse } = declared;
  const columns = Object.keys(domains);
  const position = new Map(columns.map((column, at) => [column, at]));
  const tables = new Map<string, WeightedSet>();
  const add = (set: readonly string[], weight: number): void => {
    const ordered = [...set].sort((a, b) => (position.get(a) ?? 0) - (position.get(b) ?? 0));
    const key = ordered.join(';');
    if ((tables.get(key)?.weight ?? 0) < weight) tables.set(key, { set: ordered, weight });
  };
  if (recipe.tables.figures !== 'none') {
    const sectors = codesOf('labour_sector')
      .map(({ code }) => code)
      .filter((code) => position.has(`labour_sector.${code}`));
    const wanted = figureTables({
      setApart: recipe.setApart,
      grouping: recipe.grouping,
      places: recipe.tables.figures === 'places',
      sectors,
      split: recipe.activityFlags !== 'none',
    });
    for (const { set, weight } of wanted) if (set.every((column) => position.has(column))) add(set, weight);
  }
  for (const set of smallSets(columns, recipe.tables.all)) {
    if (derivedTogether(set).length === 0) add(set, recipe.tables.allWeight);
  }
  recipe.tables.sets.forEach(({ set, weight }, at) => {
    const path = ['tables', 'sets', at];
    const strange = set.find((column) => !position.has(column));
    if (strange !== undefined) refuse(path, `${strange} is not published; add it to variables`);
    if (new Set(set).size !== set.length) refuse(path, 'names a column twice');
    const together = derivedTogether(set);
    if (together.length > 0)
      refuse(path, `${together.join(' and ')} are worked out from one another; publish them in separate tables`);
    add(set, weight);
  });
  if (tables.size === 0) refuse(['tables'], 'gives no table; name sets, all, or figures');
  return [...tables.values()].sort((a, b) => compareSets(a.set, b.set, position));
}

/** All sets of one to `most` columns. */
function* smallSets(columns: readonly string[], most: number, from = 0): Generator<readonly string[]> {
  if (most === 0) return;
  for (let at = from; at < columns.length; at += 1) {
    const column = columns[at] as string;
    yield [column];
    for (const rest of smallSets(columns, most - 1, at + 1)) yield [column, ...rest];
  }
}

function compareSets(a: readonly string[], b: readonly string[], position: ReadonlyMap<string, number>): number {
  if (a.length !== b.length) return a.length - b.length;
  for (let at = 0; at < a.length; at += 1) {
    const difference = (position.get(a[at] ?? '') ?? 0) - (position.get(b[at] ?? '') ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
