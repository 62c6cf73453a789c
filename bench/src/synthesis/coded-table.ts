import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A table of codes, the form in which every method of the bench reads and writes: 0 to size − 1 in each column. */
export interface CodedTable {
  readonly names: readonly string[];
  readonly sizes: readonly number[];
  readonly columns: readonly Uint16Array[];
  readonly rows: number;
}

/** Reads a CSV of codes (gzip or not) in the order of its domain file, `{"column": size}`. Throws on a code outside its size. */
export function readCodedTable(path: string, domainPath: string): CodedTable {
  const domain = JSON.parse(readFileSync(domainPath, 'utf8')) as Record<string, number>;
  const names = Object.keys(domain);
  const sizes = Object.values(domain);
  const [header = '', ...lines] = csvText(path).trimEnd().split('\n');
  const written = header.split(',').map((name) => name.trim());
  const places = names.map((name) => written.indexOf(name));
  const columns = names.map(() => new Uint16Array(lines.length));
  for (const [row, line] of lines.entries()) {
    const cells = line.split(',');
    for (const [at, place] of places.entries()) {
      const code = Number(cells[place]);
      if (!Number.isInteger(code) || code < 0 || code >= (sizes[at] ?? 0)) {
        throw new Error(`${path}: column '${names[at]}' holds a code outside its domain`);
      }
      (columns[at] as Uint16Array)[row] = code;
    }
  }
  return { names, sizes, columns, rows: lines.length };
}

/** Writes a table and its domain file. */
export function writeCodedTable(path: string, domainPath: string, table: CodedTable): void {
  const lines = [table.names.join(',')];
  for (let row = 0; row < table.rows; row++) lines.push(table.columns.map((column) => column[row]).join(','));
  writeFileSync(path, `${lines.join('\n')}\n`);
  writeFileSync(domainPath, JSON.stringify(Object.fromEntries(table.names.map((name, at) => [name, table.sizes[at]]))));
}

/** Codes texts by the values that occur, sorted: fit for a bench on public files, where the domain gives nothing away. */
export function codeTexts(
  names: readonly string[],
  texts: readonly (readonly string[])[],
): { readonly table: CodedTable; readonly values: readonly (readonly string[])[] } {
  const values = names.map((_, at) => [...new Set(texts.map((row) => row[at] ?? ''))].sort(byNumberThenText));
  const codes = values.map((column) => new Map(column.map((value, code) => [value, code])));
  const columns = names.map((_, at) => Uint16Array.from(texts, (row) => codes[at]?.get(row[at] ?? '') ?? 0));
  return { table: { names, sizes: values.map(({ length }) => length), columns, rows: texts.length }, values };
}

function byNumberThenText(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  return Number.isNaN(difference) || difference === 0 ? (a < b ? -1 : a > b ? 1 : 0) : difference;
}

/** Header and rows of a CSV (gzip or not) without quoted fields. */
export function readTexts(path: string): { readonly names: string[]; readonly texts: string[][] } {
  const [header = '', ...lines] = csvText(path).replace(/\r\n/g, '\n').replace(/\n$/, '').split('\n');
  return { names: header.split(','), texts: lines.map((line) => line.split(',')) };
}

function csvText(path: string): string {
  const bytes = readFileSync(path);
  const text = (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  if (text.includes('"')) throw new Error(`${path}: quoted fields are not read here`);
  return text;
}
