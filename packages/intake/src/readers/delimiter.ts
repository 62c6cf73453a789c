import { csvRecord, nextRecord } from './csv-scan.ts';

/** The delimiters that are looked for, and how they are named to people. */
export const namedDelimiters: ReadonlyMap<number, string> = new Map([
  [0x2c, ','],
  [0x3b, ';'],
  [0x09, 'tab'],
  [0x7c, '|'],
]);

const rowsLookedAt = 20;

/**
 * The delimiter of a CSV file: the candidate under which the header and the most of the rows after it agree on a number
 * of cells above one; among equals the one with more cells. A comma where there is only one column.
 */
export function detectDelimiter(bytes: Uint8Array, headerRow: number, ended: boolean): number {
  let best = { delimiter: 0x2c, agreeing: 0, cells: 1 };
  for (const delimiter of namedDelimiters.keys()) {
    const { agreeing, cells } = agreement(bytes, delimiter, headerRow, ended);
    if (cells < 2) continue;
    if (agreeing > best.agreeing || (agreeing === best.agreeing && cells > best.cells))
      best = { delimiter, agreeing, cells };
  }
  return best.delimiter;
}

function agreement(
  bytes: Uint8Array,
  delimiter: number,
  headerRow: number,
  ended: boolean,
): { readonly agreeing: number; readonly cells: number } {
  const record = csvRecord(1);
  let at = 0;
  let cells = 0;
  let agreeing = 0;
  for (let row = 1; row <= headerRow + rowsLookedAt && at < bytes.length; row++) {
    if (!nextRecord(record, bytes, at, delimiter, ended)) break;
    at = record.next;
    if (row === headerRow) cells = record.cells;
    if (row >= headerRow && record.cells === cells && record.problem === null) agreeing++;
  }
  return { agreeing, cells };
}
