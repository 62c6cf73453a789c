import type { Cells } from './recipe.ts';
import type { SnippetInput } from './snippet-writers.ts';

/** The figure in Python, with the loader `clients/casebridge.py`. */
export function pythonSnippet({ recipe, address, release, figure, decimals }: SnippetInput): string {
  const list = (values: readonly string[]) => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const table = (name: string, { table: key, by, in: periods }: Cells) =>
    `${name} = release.table(${JSON.stringify(key)}, ${list(periods)}${by === 'cohort' ? ', by="cohorts"' : ''})`;
  const total = (name: string, { where }: Cells) =>
    `casebridge.total(${[name, ...where.map(([id, codes]) => `${id.replaceAll('.', '_')}=${list(codes)}`)].join(', ')})`;
  const body = (): string[] => {
    switch (recipe.kind) {
      case 'count':
        return [table('cells', recipe.cells), `value = max(0, ${total('cells', recipe.cells)})`];
      case 'share':
        return [
          table('cells', recipe.numerator),
          ...(recipe.base.table === recipe.numerator.table ? [] : [table('base_cells', recipe.base)]),
          `numerator = ${total('cells', recipe.numerator)}`,
          `base = ${total(recipe.base.table === recipe.numerator.table ? 'cells' : 'base_cells', recipe.base)}`,
          'value = min(1, max(0, numerator / base))',
        ];
      case 'mean': {
        const others = recipe.cells.where.filter(([id]) => id !== recipe.variable);
        const bands = recipe.cells.where.find(([id]) => id === recipe.variable)?.[1] ?? [];
        const by = `{band: ${total('cells', { ...recipe.cells, where: others }).replace(/\)$/, '')}, ${recipe.variable}=[band]) for band in bands}`;
        return [
          table('cells', recipe.cells),
          `bands = ${list(bands)}`,
          `records = ${by}`,
          '# A duration counts as the middle of its band of completed years.',
          'years = sum((int(band.rstrip("+")) + 0.5) * n for band, n in records.items())',
          'value = years / sum(records.values())',
        ];
      }
      case 'change':
        return [
          table('now', recipe.now),
          table('before', recipe.before),
          `value = ${total('now', recipe.now)} / ${total('before', recipe.before)} - 1`,
        ];
      case 'countries':
        return [
          `rows = [row for row in release.declared() if row["declares"] == "works_in" and row["year"] == ${recipe.year}]`,
          ...own(recipe.contributor),
          'value = len({row["country"] for row in rows})',
        ];
      case 'assisted':
        return [
          'rows = [row for row in release.declared() if row["declares"] == "assisted_since"]',
          `rows = [row for row in rows if "${recipe.year}" in row["active_years"].split()]`,
          ...own(recipe.contributor),
          'value = sum(row["persons"] for row in rows)',
        ];
    }
  };
  const own = (contributor: string | null) =>
    contributor === null
      ? []
      : [`rows = [row for row in rows if row["contributor"] == ${JSON.stringify(contributor)}]`];
  return [
    `# ${figure} · ${address}clients/casebridge.py`,
    'import casebridge',
    `release = casebridge.read(${JSON.stringify(address)}, ${JSON.stringify(release)})`,
    ...body(),
    `print(round(value, ${decimals}))`,
    '',
  ].join('\n');
}
