import { Refusal } from '@casebridge/refusal';
import { dateOfSerial, dateText } from '../mapping/text/date-text.ts';
import type { Archive } from './xlsx-archive.ts';
import type { Workbook } from './xlsx-workbook.ts';
import { attribute, xmlReader } from './xlsx-xml.ts';

/** One row of a sheet: its number, and its cells by column from 0. Rows without cells are left out. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
}

/** Cells joined into one over several rows: the value is in the first row only. Numbers are those of the sheet. */
export interface MergedRows {
  readonly firstRow: number;
  readonly lastRow: number;
}

export interface SheetOptions {
  readonly name: string;
  readonly maxDepth: number;
  readonly maxColumns: number;
}

/**
 * The rows of a worksheet as they are inflated, then the cells it merges over rows. Formulas give the value they were
 * saved with; numbers in a date style give ISO dates; true and false are those words in capitals.
 */
export function* sheetRows(
  archive: Archive,
  part: string,
  workbook: Workbook,
  options: SheetOptions,
): Generator<SheetRow | MergedRows> {
  const ready: (SheetRow | MergedRows)[] = [];
  const push = xmlReader(
    options.name,
    options.maxDepth,
    sheetHandlers(workbook, options, (item) => ready.push(item)),
  );
  for (const piece of archive.read(part)) {
    push(piece);
    for (let item = ready.shift(); item; item = ready.shift()) yield item;
  }
  push(null);
  yield* ready;
}

function sheetHandlers(
  workbook: Workbook,
  options: SheetOptions,
  emit: (item: SheetRow | MergedRows) => void,
): Parameters<typeof xmlReader>[2] {
  const no = (what: string): Refusal => new Refusal('xlsx', `${options.name}: ${what}`);
  let row = 0;
  let column = -1;
  let cells: string[] = [];
  let type = 'n';
  let style = 0;
  let text = '';
  let inValue = false;

  const closeCell = (): void => {
    const value = cellText(type, style, text, workbook, no);
    if (value === '') return;
    if (column >= options.maxColumns)
      throw no(`row ${row} has a cell beyond column ${options.maxColumns}; remove what is not part of the table`);
    while (cells.length < column) cells.push('');
    cells[column] = value;
  };
  return {
    open(tag, attributes) {
      if (tag === 'row') {
        const next = Number(attribute(attributes, 'r') ?? row + 1);
        if (!Number.isInteger(next) || next <= row || next > 1_048_576)
          throw no('its rows are out of order; save the workbook again');
        row = next;
        column = -1;
        cells = [];
      } else if (tag === 'c') {
        const reference = attribute(attributes, 'r');
        const next = reference === undefined ? column + 1 : columnOf(reference);
        if (next <= column) throw no(`the cells of row ${row} are out of order; save the workbook again`);
        column = next;
        type = attribute(attributes, 't') ?? 'n';
        style = Number(attribute(attributes, 's') ?? 0);
        text = '';
      } else if (tag === 'v' || (tag === 't' && type === 'inlineStr')) inValue = true;
      else if (tag === 'rPh') inValue = false;
      else if (tag === 'mergeCell') {
        const [first = '', last = ''] = (attribute(attributes, 'ref') ?? '').split(':');
        const merged = { firstRow: rowOf(first), lastRow: rowOf(last) };
        if (merged.lastRow > merged.firstRow) emit(merged);
      }
    },
    text(piece) {
      if (inValue) text += piece;
    },
    close(tag) {
      if (tag === 'v' || tag === 't') inValue = false;
      else if (tag === 'c') closeCell();
      else if (tag === 'row' && cells.length > 0) emit({ row, cells });
    },
  };
}

function cellText(
  type: string,
  style: number,
  text: string,
  workbook: Workbook,
  no: (what: string) => Refusal,
): string {
  switch (type) {
    case 's': {
      const shared = workbook.sharedStrings[Number(text)];
      if (shared === undefined) throw no('a cell names a text that is not there; save the workbook again');
      return shared;
    }
    case 'b':
      return text === '1' ? 'TRUE' : 'FALSE';
    case 'n': {
      if (text === '') return '';
      const value = Number(text);
      if (!Number.isFinite(value)) return text;
      // A number below one is a time of day, whatever the style shows.
      if (workbook.dateStyles[style] === true && value >= 1)
        return dateText(dateOfSerial(value, workbook.is1904 ? '1904' : '1900'));
      return String(value);
    }
    default:
      return text;
  }
}

/** `BC12` → 54. */
function columnOf(reference: string): number {
  let column = 0;
  for (let at = 0; at < reference.length && at < 4; at++) {
    const code = reference.charCodeAt(at);
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
}

function rowOf(reference: string): number {
  return Number(/\d{1,7}$/u.exec(reference)?.[0] ?? 0);
}
