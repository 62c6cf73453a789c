import {
  type ColumnHierarchy,
  type QuasiTable,
  suppressedLabel,
  suppressionHierarchy,
  type TextColumn,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';

/**
 * Columns as codes of their hierarchies' values. A column without a hierarchy gets the plain one, over its values in order.
 *
 * @param file the CSV's name, for messages
 * @param more further values of each column, which a plain hierarchy is to know too
 * @throws Refusal for a value that its hierarchy lacks, naming row and column, and for the value `*`
 */
export function quasiTable(
  columns: readonly TextColumn[],
  sensitive: readonly TextColumn[],
  hierarchies: ReadonlyMap<string, ColumnHierarchy>,
  rows: number,
  file: string,
  more: readonly (readonly string[])[] = [],
): QuasiTable {
  const used = columns.map(({ name, texts }, at) => {
    refuseStar(texts, name, file);
    const values = [...new Set([...texts, ...(more[at] ?? [])])].sort(byText);
    // Without a row there is no value, and any hierarchy will do.
    return hierarchies.get(name) ?? suppressionHierarchy(name, values.length === 0 ? [''] : values);
  });
  for (const { name, texts } of sensitive) refuseStar(texts, name, file);
  return {
    hierarchies: used,
    columns: columns.map((column, at) => translated(column, used[at] as ColumnHierarchy, file)),
    sensitive: sensitive.map((column) => {
      const values = [...column.texts].sort(inOrder);
      const codeOf = new Map(values.map((value, code) => [value, code]));
      const codes = column.texts.map((text) => codeOf.get(text) as number);
      return { name: column.name, values, codes: Uint32Array.from(column.codes, (code) => codes[code] as number) };
    }),
    rows,
  };
}

function translated({ name, texts, codes }: TextColumn, hierarchy: ColumnHierarchy, file: string): Uint32Array {
  const codeOf = new Map((hierarchy.labels[0] as readonly string[]).map((value, code) => [value, code]));
  const known = texts.map((text) => codeOf.get(text) ?? -1);
  const unknown = known.indexOf(-1);
  if (unknown >= 0) {
    throw new Refusal(
      'hierarchy-value',
      `${file}, row ${codes.indexOf(unknown) + 2}, column '${name}': the hierarchy has no line for the value; add it or correct the data.`,
    );
  }
  return Uint32Array.from(codes, (code) => known[code] as number);
}

function refuseStar(texts: readonly string[], name: string, file: string): void {
  if (!texts.includes(suppressedLabel)) return;
  throw new Refusal('value-star', `${file}, column '${name}': '*' stands for suppressed; rename that value first.`);
}

function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Numbers by size where all texts begin with one, otherwise by text. */
function inOrder(a: string, b: string): number {
  const [x, y] = [Number.parseFloat(a), Number.parseFloat(b)];
  return Number.isFinite(x) && Number.isFinite(y) && x !== y ? x - y : byText(a, b);
}
