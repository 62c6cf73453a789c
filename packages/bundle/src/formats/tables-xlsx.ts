import { joinNames } from '@casebridge/privacy/results';
import writeXlsxFile, { type SheetData } from 'write-excel-file/universal';
import type { PublishedTable } from '../published-tables.ts';
import { columnsOfFile, namesBySet, type TableFile, tableRow } from './table-file.ts';

/** A workbook holds at most this many cells' rows; the tables that do not fit are named on its first sheet. */
const workbookRowLimit = 50_000;

/**
 * `data/tables.xlsx`: a sheet `About` and a sheet `Tables`. Smaller tables come first; those past `workbookRowLimit` are
 * in the other formats only and `About` names them. Text is stored as text cells, which a spreadsheet never runs; the
 * archive has fixed times, so equal tables give equal bytes.
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
  return withFixedTimes(new Uint8Array(await blob.arrayBuffer()));
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

const localHeader = 0x04034b50;
const centralHeader = 0x02014b50;
const endRecord = 0x06054b50;
// 1 January 1980, 0:00: the earliest time a zip can state, as date and time words.
const earliest = ((1 << 5) | 1) << 16;

/**
 * The same archive with every time set to 1980, in place of unpacking and packing again: the writer gives its entries in a
 * fixed order and compresses equal contents to equal bytes. RangeError for bytes that are no plain zip.
 */
export function withFixedTimes(archive: Uint8Array): Uint8Array {
  const bytes = archive.slice();
  const view = new DataView(bytes.buffer);
  const end = bytes.length - 22;
  if (end < 0 || view.getUint32(end, true) !== endRecord) throw new RangeError('the workbook is not a plain zip');
  let at = view.getUint32(end + 16, true);
  for (let entry = 0; entry < view.getUint16(end + 10, true); entry += 1) {
    const local = view.getUint32(at + 42, true);
    if (view.getUint32(at, true) !== centralHeader || view.getUint32(local, true) !== localHeader) {
      throw new RangeError('the workbook is not a plain zip');
    }
    view.setUint32(at + 12, earliest, true);
    view.setUint32(local + 10, earliest, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

function hasBytes(value: unknown): value is { arrayBuffer(): Promise<ArrayBuffer> } {
  return (
    typeof value === 'object' && value !== null && 'arrayBuffer' in value && typeof value.arrayBuffer === 'function'
  );
}
