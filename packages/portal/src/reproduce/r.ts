import type { Cells } from './recipe.ts';
import type { SnippetInput } from './snippet-writers.ts';

/** The figure in R, with the loader `clients/casebridge.R`. */
export function rSnippet({ recipe, address, release, figure, decimals }: SnippetInput): string {
  const list = (values: readonly string[]) => `c(${values.map((value) => JSON.stringify(value)).join(', ')})`;
  const table = (name: string, { table: key, by, in: periods }: Cells) =>
    `${name} <- casebridge_table(release, ${JSON.stringify(key)}, ${list(periods)}${by === 'cohort' ? ', by = "cohorts"' : ''})`;
  const total = (name: string, { where }: Cells) =>
    `casebridge_total(${[name, ...where.map(([id, codes]) => `${id} = ${list(codes)}`)].join(', ')})`;
  const own = (contributor: string | null) =>
    contributor === null ? [] : [`rows <- rows[rows$contributor == ${JSON.stringify(contributor)}, ]`];
  const body = (): string[] => {
    switch (recipe.kind) {
      case 'count':
        return [table('cells', recipe.cells), `value <- max(0, ${total('cells', recipe.cells)})`];
      case 'share': {
        const same = recipe.base.table === recipe.numerator.table;
        return [
          table('cells', recipe.numerator),
          ...(same ? [] : [table('base_cells', recipe.base)]),
          `numerator <- ${total('cells', recipe.numerator)}`,
          `base <- ${total(same ? 'cells' : 'base_cells', recipe.base)}`,
          'value <- min(1, max(0, numerator / base))',
        ];
      }
      case 'mean':
        return [
          table('cells', recipe.cells),
          ...recipe.cells.where.map(
            ([id, codes]) => `cells <- cells[cells[[${JSON.stringify(id)}]] %in% ${list(codes)}, ]`,
          ),
          '# A duration counts as the middle of its band of completed years.',
          `years <- as.numeric(sub("+", "", cells[[${JSON.stringify(recipe.variable)}]], fixed = TRUE)) + 0.5`,
          'value <- sum(years * cells$estimate) / sum(cells$estimate)',
        ];
      case 'change':
        return [
          table('now', recipe.now),
          table('before', recipe.before),
          `value <- ${total('now', recipe.now)} / ${total('before', recipe.before)} - 1`,
        ];
      case 'countries':
        return [
          'rows <- casebridge_declared(release)',
          `rows <- rows[rows$declares == "works_in" & rows$year == "${recipe.year}", ]`,
          ...own(recipe.contributor),
          'value <- length(unique(rows$country))',
        ];
      case 'assisted':
        return [
          'rows <- casebridge_declared(release)',
          `rows <- rows[rows$declares == "assisted_since" & grepl("\\\\b${recipe.year}\\\\b", rows$active_years), ]`,
          ...own(recipe.contributor),
          'value <- sum(rows$persons)',
        ];
    }
  };
  return [
    `# ${figure}`,
    `source(${JSON.stringify(`${address}clients/casebridge.R`)})`,
    `release <- casebridge_read(${JSON.stringify(address)}, ${JSON.stringify(release)})`,
    ...body(),
    `cat(round(value, ${decimals}), "\\n")`,
    '',
  ].join('\n');
}
