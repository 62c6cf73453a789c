import { joinNames } from '@casebridge/privacy/results';
import { unzipSync, type Zippable, zipSync } from 'fflate';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { PublishedTable } from '../published-tables.ts';
import { columnsOfFile, namesBySet, type TableFile, tableRow } from './table-file.ts';

/** A workbook holds at most this many cells' rows; the tables that do not fit are named on its first sheet. */
export const workbookRowLimit = 50_000;

// The earliest time a zip can state, read as local time, so that it is the same bytes in every time zone.
const fixedTime = '1980-01-01T00:00:00';

/**
 * `data/tables.xlsx`: a sheet `About` and a sheet `Tables`. Smaller tables come first; those past `workbookRowLimit` are
 * in the other formats only and `About` names them. Text is stored as text cells, which a spreadsheet never runs; the
 * archive has fixed times and order, so equal tables give equal bytes.
 */
export async function tablesXlsx(file: TableFile): Promise<Uint8Array> {
  const { kept, left } = chosen(file.tables);
  const names = namesBySet(file);
  const rows: SheetData = [columnsOfFile(file).map((name) => ({ value: name, fontWeight: 'bold' as const }))];
  for (const table of file.tables) {
    const set = joinNames(table.set);
    const own = names.get(set);
    if (!own || !kept.has(set)) continue;
    for (let cell = 0; cell < table.estimate.length; cell += 1) rows.push(tableRow(file, table, own, cell).map(cellOf));
  }
  const about: SheetData = [
    [file.title],
    ...(file.exampleNote === null ? [] : [[file.exampleNote]]),
    ['Estimates are unbiased; lower and upper are 95 % intervals. See docs/codebook.json and docs/privacy.json.'],
    ...(left.length === 0 ? [] : [['Too long for a workbook, in tables.csv and tables.parquet only:']]),
    ...left.map((set) => [set]),
  ].map((row) => row.map(cellOf));
  const written = writeXlsxFile([
    { data: about, sheet: 'About', columns: [{ width: 100 }] },
    { data: rows, sheet: 'Tables' },
  ]);
  const blob: unknown = await written.toBlob();
  if (!hasBytes(blob)) throw new TypeError('the workbook writer gave no bytes');
  return normalisedZip(new Uint8Array(await blob.arrayBuffer()));
}

function cellOf(
  value: string | number,
): { value: string; type: StringConstructor } | { value: number; type: NumberConstructor } {
  return typeof value === 'number' ? { value, type: Number } : { value, type: String };
}

function chosen(tables: readonly PublishedTable[]): { kept: ReadonlySet<string>; left: readonly string[] } {
  const rows = new Map<string, number>();
  for (const table of tables) {
    const set = joinNames(table.set);
    rows.set(set, (rows.get(set) ?? 0) + table.estimate.length);
  }
  const kept = new Set<string>();
  let total = 0;
  for (const [set, count] of [...rows].sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))) {
    if (total + count > workbookRowLimit) continue;
    total += count;
    kept.add(set);
  }
  return { kept, left: [...rows.keys()].filter((set) => !kept.has(set)) };
}

/** The same entries in order of name, with fixed times: equal contents, equal bytes. */
export function normalisedZip(archive: Uint8Array): Uint8Array {
  const entries = unzipSync(archive);
  const sorted: Zippable = {};
  // The content types come first, as readers that sniff the start of a workbook expect.
  const first = '[Content_Types].xml';
  const order = Object.keys(entries).sort((a, b) => (a === first ? -1 : b === first ? 1 : a < b ? -1 : 1));
  for (const name of order) {
    const bytes = entries[name];
    if (bytes) sorted[name] = [bytes, { mtime: fixedTime, level: 6 }];
  }
  return zipSync(sorted);
}

function hasBytes(value: unknown): value is { arrayBuffer(): Promise<ArrayBuffer> } {
  return (
    typeof value === 'object' && value !== null && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'
  );
}
