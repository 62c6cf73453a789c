import type { CodeColumn } from '../columns/case-table.ts';

/**
 * The rows of a column that do not hold its most frequent code, and their codes. Counting only these and taking the rest
 * as the difference from a total is exact, and cheap for the columns that case data is made of: mostly missing or no.
 */
export interface CodesOffReference {
  readonly reference: number;
  readonly rows: Uint32Array;
  readonly codes: Uint16Array;
}

/** Lists the rows off the most frequent code (the lowest such code on a tie). */
export function codesOffReference(column: CodeColumn, size: number): CodesOffReference {
  const counts = countsOf(column, size);
  let reference = 0;
  for (let code = 1; code < size; code++) {
    if ((counts[code] as number) > (counts[reference] as number)) reference = code;
  }
  const length = column.length - (counts[reference] as number);
  // Every row is written and only those off the reference move on: a branch here would be mispredicted most of the time.
  const rows = new Uint32Array(length + 1);
  const codes = new Uint16Array(length + 1);
  let at = 0;
  for (let row = 0; row < column.length; row++) {
    const code = column[row] as number;
    rows[at] = row;
    codes[at] = code;
    at += +(code !== reference);
  }
  return { reference, rows: rows.subarray(0, length), codes: codes.subarray(0, length) };
}

/** Counts of every code, in four interleaved tables: increments of one cell in a row would wait for each other. */
function countsOf(column: CodeColumn, size: number): Uint32Array {
  const lanes = new Uint32Array(4 * size);
  let row = 0;
  for (; row + 3 < column.length; row += 4) {
    const first = column[row] as number;
    const second = size + (column[row + 1] as number);
    const third = 2 * size + (column[row + 2] as number);
    const fourth = 3 * size + (column[row + 3] as number);
    lanes[first] = (lanes[first] as number) + 1;
    lanes[second] = (lanes[second] as number) + 1;
    lanes[third] = (lanes[third] as number) + 1;
    lanes[fourth] = (lanes[fourth] as number) + 1;
  }
  for (; row < column.length; row++) lanes[column[row] as number] = (lanes[column[row] as number] as number) + 1;
  for (let at = size; at < lanes.length; at++) lanes[at % size] = (lanes[at % size] as number) + (lanes[at] as number);
  return lanes.subarray(0, size);
}
