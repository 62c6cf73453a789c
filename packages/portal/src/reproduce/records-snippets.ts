import type { SnippetInput, SnippetLanguage } from './snippet-writers.ts';

/** How a number is counted from the synthetic records. */
export interface RecordsRecipe {
  readonly period: string;
  /** Batches of each year that came too late to be added up, as `2012.3`. */
  readonly late: readonly string[];
  readonly numerator: readonly (readonly [variable: string, codes: readonly string[]])[];
  /** Null for a count. */
  readonly base: RecordsRecipe['numerator'] | null;
}

type Input = Omit<SnippetInput, 'recipe'> & { readonly recipe: RecordsRecipe };

const quoted = (value: string) => JSON.stringify(value);
const list = (values: readonly string[]) => values.map(quoted).join(', ');
/** The late batches of the number's own year. */
const lateBatches = ({ late, period }: RecordsRecipe) =>
  late.filter((each) => each.startsWith(`${period}.`)).map((each) => each.slice(period.length + 1));

/** Programs that count synthetic records of a release, nobody's, in each language. */
export const recordsSnippets: Readonly<Record<SnippetLanguage, (input: Input) => string>> = {
  Python: ({ recipe, address, release, figure, decimals }) => {
    const late = lateBatches(recipe);
    const total = (where: RecordsRecipe['numerator']) =>
      `sum(${where.map(([id, codes]) => `row[${quoted(id)}] in [${list(codes)}]`).join(' and ')} for row in rows)`;
    return [
      `# ${figure}`,
      `# Synthetic records, not persons · ${address}clients/casebridge.py`,
      'import csv, io',
      'import casebridge',
      `release = casebridge.read(${quoted(address)}, ${quoted(release)})`,
      'text = release.file("data/synthetic.csv").decode("utf-8")',
      `rows = [row for row in csv.DictReader(io.StringIO(text, newline="")) if row["period"] == ${quoted(recipe.period)}]`,
      ...(late.length === 0 ? [] : [`rows = [row for row in rows if row["batch"] not in [${list(late)}]]`]),
      `value = ${total(recipe.numerator)}${recipe.base === null ? '' : ` / ${total(recipe.base)}`}`,
      `print(round(value, ${decimals}))`,
      '',
    ].join('\n');
  },
  R: ({ recipe, address, release, figure, decimals }) => {
    const late = lateBatches(recipe);
    const total = (where: RecordsRecipe['numerator']) =>
      `sum(${where.map(([id, codes]) => `rows[[${quoted(id)}]] %in% c(${list(codes)})`).join(' & ')})`;
    return [
      `# ${figure}`,
      '# Synthetic records, not persons',
      `rows <- read.csv(${quoted(`${address}r/${release}/data/synthetic.csv`)}, colClasses = "character", check.names = FALSE)`,
      `rows <- rows[rows$period == ${quoted(recipe.period)}, ]`,
      ...(late.length === 0 ? [] : [`rows <- rows[!rows$batch %in% c(${list(late)}), ]`]),
      `value <- ${total(recipe.numerator)}${recipe.base === null ? '' : ` / ${total(recipe.base)}`}`,
      `cat(round(value, ${decimals}), "\\n")`,
      '',
    ].join('\n');
  },
  TypeScript: ({ recipe, address, release, figure, decimals }) => {
    const late = lateBatches(recipe);
    const total = (where: RecordsRecipe['numerator']) =>
      `rows.filter((row) => ${where.map(([id, codes]) => `[${list(codes)}].includes(row[${quoted(id)}])`).join(' && ')}).length`;
    return [
      `// ${figure}`,
      '// Synthetic records, not persons',
      `const text = await (await fetch(${quoted(`${address}r/${release}/data/synthetic.csv`)})).text();`,
      'const cells = (line: string) => [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, ""));',
      'const [head, ...lines] = text.trimEnd().split("\\r\\n").map(cells);',
      'const all = lines.map((line) => Object.fromEntries(head.map((name, at) => [name, line[at]])));',
      `const rows = all.filter((row) => row.period === ${quoted(recipe.period)}${late.length === 0 ? '' : ` && ![${list(late)}].includes(row.batch)`});`,
      `const value = ${total(recipe.numerator)}${recipe.base === null ? '' : ` / ${total(recipe.base)}`};`,
      `console.log(Number(value.toFixed(${decimals})));`,
      '',
    ].join('\n');
  },
  SQL: ({ recipe, address, release, figure, decimals }) => {
    const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
    const late = lateBatches(recipe);
    const where = (conditions: RecordsRecipe['numerator']) =>
      conditions.map(([id, codes]) => `"${id}" IN (${codes.map(text).join(', ')})`).join(' AND ');
    const total = (conditions: RecordsRecipe['numerator']) => `count(*) FILTER (WHERE ${where(conditions)})`;
    return [
      `-- ${figure}`,
      '-- Synthetic records, not persons',
      `SELECT round(${total(recipe.numerator)}${recipe.base === null ? '' : ` / ${total(recipe.base)}`}, ${decimals}) AS value`,
      `FROM read_csv(${text(`${address}r/${release}/data/synthetic.csv`)}, header = true, all_varchar = true)`,
      `WHERE period = ${text(recipe.period)}${late.length === 0 ? '' : ` AND batch NOT IN (${late.map(text).join(', ')})`};`,
      '',
    ].join('\n');
  },
};
