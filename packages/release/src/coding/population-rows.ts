import { columnOf, isMissing, type RecordBlock } from '@casebridge/standard';
import { undated } from '../cohorts/cohorts.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import type { Recipe } from '../recipe/schema.ts';

/** A record that a release may measure. */
export interface PopulationRow {
  readonly row: number;
  readonly key: string;
  /** Registration year, or `undated`. */
  readonly period: string;
}

/** The rows of a block that are in the recipe's population, and obey further rules of the same kind. */
export function* populationRows(
  { recipe }: PlannedRecipe,
  block: RecordBlock,
  further: Recipe['population'] = [],
): Generator<PopulationRow> {
  const keys = columnOf(block, 'record_key');
  const years = columnOf(block, 'registration_year');
  const isIn = populationTest([...recipe.population, ...further], block);
  for (let row = 0; row < block.rows; row += 1) {
    if (!isIn(row)) continue;
    const year = years ? (years.dictionary[years.codes[row] as number] as string) : '?not_asked';
    const key = keys?.dictionary[keys.codes[row] as number];
    if (key === undefined) throw new RangeError('a stored record has no key');
    yield { row, key, period: isMissing(year) ? undated : year };
  }
}

function populationTest(rules: Recipe['population'], block: RecordBlock): (row: number) => boolean {
  const tests = rules.map(({ column, keep, exclude }) => {
    const allows = (cell: string) => (keep ? keep.includes(cell) : !(exclude ?? []).includes(cell));
    const source = columnOf(block, column);
    if (!source) {
      const all = allows('?not_asked');
      return () => all;
    }
    const allowed = source.dictionary.map(allows);
    return (row: number) => allowed[source.codes[row] as number] === true;
  });
  return (row) => tests.every((test) => test(row));
}
