import type { Cells } from './recipe.ts';
import type { SnippetInput } from './snippet-writers.ts';

/** The figure in TypeScript (and JavaScript: nothing in it needs compiling away but a type). */
export function typescriptSnippet({ recipe, address, release, figure, decimals }: SnippetInput): string {
  const list = (values: readonly string[]) => `[${values.map((value) => JSON.stringify(value)).join(', ')}]`;
  const table = (name: string, { table: key, by, in: periods }: Cells) =>
    `const ${name} = (await rows(${JSON.stringify(`${by === 'cohort' ? 'cohorts' : 'tables'}/${key}`)})).filter((row) => ${list(periods)}.includes(row.${by}));`;
  const total = (name: string, { where }: Cells) => {
    const kept = where.map(([id, codes]) => `${list(codes)}.includes(row[${JSON.stringify(id)}])`).join(' && ');
    return `${kept === '' ? name : `${name}.filter((row) => ${kept})`}.reduce((sum, row) => sum + row.estimate, 0)`;
  };
  const own = (contributor: string | null) =>
    contributor === null ? '' : ` && row.contributor === ${JSON.stringify(contributor)}`;
  const body = (): string[] => {
    switch (recipe.kind) {
      case 'count':
        return [table('cells', recipe.cells), `const value = Math.max(0, ${total('cells', recipe.cells)});`];
      case 'share': {
        const same = recipe.base.table === recipe.numerator.table;
        return [
          table('cells', recipe.numerator),
          ...(same ? [] : [table('baseCells', recipe.base)]),
          `const numerator = ${total('cells', recipe.numerator)};`,
          `const base = ${total(same ? 'cells' : 'baseCells', recipe.base)};`,
          'const value = Math.min(1, Math.max(0, numerator / base));',
        ];
      }
      case 'mean': {
        const kept = recipe.cells.where.map(([id, codes]) => `${list(codes)}.includes(row[${JSON.stringify(id)}])`);
        return [
          table('cells', recipe.cells),
          `const known = cells.filter((row) => ${kept.join(' && ')});`,
          '// A duration counts as the middle of its band of completed years.',
          `const years = known.reduce((sum, row) => sum + (parseInt(row[${JSON.stringify(recipe.variable)}], 10) + 0.5) * row.estimate, 0);`,
          'const value = years / known.reduce((sum, row) => sum + row.estimate, 0);',
        ];
      }
      case 'change':
        return [
          table('now', recipe.now),
          table('before', recipe.before),
          `const value = ${total('now', recipe.now)} / ${total('before', recipe.before)} - 1;`,
        ];
      case 'countries':
        return [
          `const own = (await rows('coverage')).filter((row) => row.declares === 'works_in' && row.year === ${recipe.year}${own(recipe.contributor)});`,
          'const value = new Set(own.map((row) => row.country)).size;',
        ];
      case 'assisted':
        return [
          `const own = (await rows('coverage')).filter((row) => row.declares === 'assisted_since' && row.active_years.split(' ').includes('${recipe.year}')${own(recipe.contributor)});`,
          'const value = own.reduce((sum, row) => sum + row.persons, 0);',
        ];
    }
  };
  return [
    `// ${figure}`,
    `const release = ${JSON.stringify(`${address}data/${release}/`)};`,
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the template is the snippet's
    'const rows = async (file: string) => (await (await fetch(`${release}${file}.json`)).json()).rows as any[];',
    ...body(),
    `console.log(Number(value.toFixed(${decimals})));`,
    '',
  ].join('\n');
}
