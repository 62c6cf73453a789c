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
  const counts = new Uint32Array(size);
  for (let row = 0; row < column.length; row++)
    counts[column[row] as number] = (counts[column[row] as number] ?? 0) + 1;
  let reference = 0;
  for (let code = 1; code < size; code++) {
    if ((counts[code] as number) > (counts[reference] as number)) reference = code;
  }
  const length = column.length - (counts[reference] ?? 0);
  const rows = new Uint32Array(length);
  const codes = new Uint16Array(length);
  let at = 0;
  for (let row = 0; row < column.length; row++) {
    const code = column[row] as number;
    if (code === reference) continue;
    rows[at] = row;
    codes[at++] = code;
  }
  return { reference, rows, codes };
}
