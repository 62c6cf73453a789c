import type { CodesOffReference } from './codes-off-reference.ts';
import type { CountingTable } from './context.ts';

/** Columns of up to this many codes are "low": counted by what is off their references. */
export const lowSize = 4;

/**
 * Per row, which low columns are off their reference and at which code. An item is a low column at one such code; items
 * are numbered by column, then code.
 */
export interface RowItems {
  /** First entry of each row in `items`, and the end. */
  readonly starts: Uint32Array;
  /** Items of each row, ascending. */
  readonly items: Uint16Array;
  /** Number of different items. */
  readonly count: number;
  /** First item of each column; −1 for a column that is not low. */
  readonly firstOf: Int32Array;
  /** Number of combinations of up to `order` items over all rows: what enumerating them costs. */
  combinations(order: number): number;
}

export function rowItems(table: CountingTable & { offReference(column: number): CodesOffReference }): RowItems {
  const firstOf = new Int32Array(table.sizes.length).fill(-1);
  const lengths = new Uint32Array(table.rows + 1);
  let count = 0;
  for (const [column, size] of table.sizes.entries()) {
    if (size > lowSize) continue;
    firstOf[column] = count;
    count += size - 1;
    countRows(table.offReference(column).rows, lengths);
  }
  const lengthCounts = histogram(lengths.subarray(0, table.rows));
  const starts = lengths;
  let sum = 0;
  for (let row = 0; row <= table.rows; row++) {
    const length = starts[row] as number;
    starts[row] = sum;
    sum += length;
  }
  const items = new Uint16Array(sum);
  const next = starts.slice();
  for (const [column, first] of firstOf.entries()) {
    if (first >= 0) place(table.offReference(column), first, next, items);
  }
  return {
    starts,
    items,
    count,
    firstOf,
    combinations: (order) => lengthCounts.reduce((total, rows, length) => total + rows * subsetsUpTo(length, order), 0),
  };
}

function countRows(rows: Uint32Array, lengths: Uint32Array): void {
  for (let at = 0; at < rows.length; at++) lengths[rows[at] as number] = (lengths[rows[at] as number] as number) + 1;
}

function place({ reference, rows, codes }: CodesOffReference, first: number, next: Uint32Array, items: Uint16Array) {
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const code = codes[at] as number;
    const to = next[row] as number;
    items[to] = first + (code < reference ? code : code - 1);
    next[row] = to + 1;
  }
}

function histogram(lengths: Uint32Array): number[] {
  const counts: number[] = [];
  for (let row = 0; row < lengths.length; row++) {
    const length = lengths[row] as number;
    while (counts.length <= length) counts.push(0);
    counts[length] = (counts[length] as number) + 1;
  }
  return counts;
}

/** Number of non-empty subsets of up to `order` members. */
function subsetsUpTo(length: number, order: number): number {
  let sum = 0;
  let choose = 1;
  for (let size = 1; size <= order; size++) {
    choose = (choose * (length - size + 1)) / size;
    sum += choose;
  }
  return sum;
}
