import type { Cells } from './recipe.ts';
import type { SnippetInput } from './snippet-writers.ts';

/** The figure in SQL, as DuckDB reads it. */
export function sqlSnippet({ recipe, address, release, figure, decimals }: SnippetInput): string {
  const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
  const list = (values: readonly string[]) => `(${values.map(text).join(', ')})`;
  const file = (path: string) =>
    `read_csv(${text(`${address}data/${release}/${path}.csv`)}, header = true, all_varchar = true)`;
  const conditions = ({ by, in: periods, where }: Cells) =>
    [`${by} IN ${list(periods)}`, ...where.map(([id, codes]) => `"${id}" IN ${list(codes)}`)].join('\n    AND ');
  const total = (cells: Cells) =>
    `(SELECT sum(estimate::DOUBLE) FROM ${file(`${cells.by === 'cohort' ? 'cohorts' : 'tables'}/${cells.table}`)}\n  WHERE ${conditions(cells)})`;
  const own = (contributor: string | null) =>
    contributor === null ? '' : `\n  AND contributor = ${text(contributor)}`;
  const body = (): string => {
    switch (recipe.kind) {
      case 'count':
        return `SELECT round(greatest(0, ${total(recipe.cells)}), ${decimals}) AS value;`;
      case 'share':
        return `SELECT round(least(1, greatest(0,\n  ${total(recipe.numerator)}\n  / ${total(recipe.base)}\n)), ${decimals}) AS value;`;
      case 'mean':
        return [
          '-- A duration counts as the middle of its band of completed years.',
          `SELECT round(sum((replace("${recipe.variable}", '+', '')::INTEGER + 0.5::DOUBLE) * estimate::DOUBLE) / sum(estimate::DOUBLE), ${decimals}) AS value`,
          `FROM ${file(`tables/${recipe.cells.table}`)}`,
          `WHERE ${conditions(recipe.cells)};`,
        ].join('\n');
      case 'change':
        return `SELECT round(\n  ${total(recipe.now)}\n  / ${total(recipe.before)} - 1, ${decimals}) AS value;`;
      case 'countries':
        return `SELECT count(DISTINCT country) AS value\nFROM ${file('coverage')}\nWHERE declares = 'works_in' AND year = '${recipe.year}'${own(recipe.contributor)};`;
      case 'assisted':
        return `SELECT sum(persons::BIGINT) AS value\nFROM ${file('coverage')}\nWHERE declares = 'assisted_since' AND list_contains(string_split(active_years, ' '), '${recipe.year}')${own(recipe.contributor)};`;
    }
  };
  return `-- ${figure}\n${body()}\n`;
}
