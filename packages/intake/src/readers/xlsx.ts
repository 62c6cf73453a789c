import { Refusal } from '@casebridge/refusal';
import type { Finding } from '@casebridge/standard';
import type { RawTable } from '../table.ts';
import { headerOf } from './header.ts';
import { defaultLimits, type ReadLimits } from './limits.ts';
import { type TextRow, textTable } from './text-table.ts';
import { type Archive, openArchive } from './xlsx-archive.ts';
import { sheetRows } from './xlsx-sheet.ts';
import { readWorkbook, type Workbook } from './xlsx-workbook.ts';

export interface XlsxOptions {
  readonly name: string;
  /** Worksheet name; the first visible one where absent. Hidden sheets are never read. */
  readonly sheet?: string | null;
  /** Row of the header, first row = 1. Rows above it (titles) are passed over. */
  readonly headerRow?: number;
  readonly limits?: ReadLimits;
}

/**
 * Reads one worksheet of an XLSX workbook, inflating and parsing it as the rows are asked for. A row with a cell beyond
 * the header, and cells merged over several rows of the table, are findings F01.
 *
 * @param bytes the whole file, still packed
 * @throws Refusal as `openArchive`, and where there is no such sheet or header
 */
export async function readXlsx(bytes: Uint8Array, options: XlsxOptions): Promise<RawTable> {
  const limits = options.limits ?? defaultLimits;
  const { name } = options;
  const headerRow = options.headerRow ?? 1;
  const maxDepth = limits.archive.maxXmlDepth;
  const archive = openArchive(bytes, name, limits.archive);
  const workbook = readWorkbook(archive, name, maxDepth);
  const sheet = chooseSheet(workbook, options.sheet ?? null, name);
  const rowsOf = (from: Archive): ReturnType<typeof sheetRows> =>
    sheetRows(from, sheet.part, workbook, { name, maxDepth, maxColumns: limits.maxColumns });

  const header = readHeader(rowsOf(archive), headerRow, name, sheet.name, limits);
  async function* rows(): AsyncGenerator<TextRow> {
    let lastRow = headerRow;
    let kept = 0;
    for (const item of rowsOf(archive)) {
      if ('firstRow' in item) {
        if (item.firstRow > headerRow && item.firstRow <= lastRow)
          yield { finding: faulty(item.firstRow, 'merged_cells', 0, header.length) };
        continue;
      }
      if (item.row <= headerRow) continue;
      lastRow = item.row;
      if (item.cells.every((cell) => cell.trim() === '')) continue;
      if (item.cells.length > header.length) {
        yield { finding: faulty(item.row, 'too_many_cells', item.cells.length, header.length) };
        continue;
      }
      if (++kept > limits.maxRows)
        throw new Refusal(
          'too-many-rows',
          `${name}: more than ${limits.maxRows} rows; split it and give the parts together`,
        );
      yield item;
    }
  }
  return textTable(header, rows, { name, format: 'xlsx', sheet: sheet.name, headerRow });
}

function faulty(row: number, problem: string, cells: number, columns: number): Finding {
  return { code: 'F01', severity: 'stop', row, variable: null, args: { problem, cells, columns } };
}

function chooseSheet(workbook: Workbook, wanted: string | null, name: string): Workbook['sheets'][number] {
  const visible = workbook.sheets.filter(({ isHidden }) => !isHidden);
  const found = wanted === null ? visible[0] : visible.find((sheet) => sheet.name === wanted);
  if (found) return found;
  const what = wanted === null ? 'has no visible worksheet' : `has no visible worksheet named '${wanted}'`;
  throw new Refusal('xlsx-sheet', `${name}: ${what}; declare 'sheet' under source, and unhide it if it is hidden`);
}

function readHeader(
  rows: ReturnType<typeof sheetRows>,
  headerRow: number,
  name: string,
  sheet: string,
  limits: ReadLimits,
): readonly string[] {
  for (const item of rows) {
    if ('firstRow' in item || item.row < headerRow) continue;
    if (item.row > headerRow) break;
    return headerOf(item.cells, { name: `${name}, sheet ${sheet}`, row: headerRow, limits });
  }
  throw new Refusal('header', `${name}, sheet ${sheet}: row ${headerRow} is empty; declare 'header_row' under source`);
}
