// Counting over columns of codes: cross-tabs and the counts beside every answer of every question, under filters.
import type { CodeColumn } from './column-file.ts';

/** Keeps records whose code in a column is allowed. */
export interface Filter {
  readonly column: CodeColumn;
  /** 1 for each code that is kept, by its position. */
  readonly allowed: Uint8Array;
}

/** A filter for some codes of a column; codes that the column does not have keep nothing. */
export function filterOf(column: CodeColumn, codes: readonly string[]): Filter {
  return { column, allowed: Uint8Array.from(column.codes, (code) => (codes.includes(code) ? 1 : 0)) };
}

/** Records by their codes in up to three columns, row-major, the last fastest; only those that every filter keeps. */
export function crossTab(
  rows: number,
  axes: readonly [first: CodeColumn, second?: CodeColumn | undefined, third?: CodeColumn | undefined],
  filters: readonly Filter[],
): Int32Array {
  const [first, second, third] = axes;
  const width = second?.codes.length ?? 1;
  const depth = third?.codes.length ?? 1;
  const counts = new Int32Array(first.codes.length * width * depth);
  const kept = filters.length === 0 ? null : failures(rows, filters);
  const a = first.values;
  const b = second?.values;
  const c = third?.values;
  for (let row = 0; row < rows; row++) {
    if (kept !== null && kept[row] !== 0) continue;
    let cell = a[row] as number;
    if (b) cell = cell * width + (b[row] as number);
    if (c) cell = cell * depth + (c[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/**
 * For every column the records by code. A column's own filters do not count for it: its answers are what a reader could
 * choose instead.
 */
export function facetCounts(
  rows: number,
  columns: readonly CodeColumn[],
  filters: readonly Filter[],
): readonly Int32Array[] {
  if (filters.length === 0) return columns.map((column) => histogram(column, rows));
  const failed = failures(rows, filters);
  const kept = new Uint32Array(rows);
  let length = 0;
  for (let row = 0; row < rows; row++) {
    kept[length] = row;
    length += failed[row] === 0 ? 1 : 0;
  }
  const chosen = kept.subarray(0, length);
  return columns.map((column) => {
    const own = filters.filter((filter) => filter.column === column);
    if (own.length === 0) return histogramOf(column, chosen);
    const counts = new Int32Array(column.codes.length);
    const { values } = column;
    // How many of the column's own filters a code fails: a record that fails no other is counted.
    const ownFailures = Uint8Array.from(
      column.codes,
      (_, code) => own.filter(({ allowed }) => allowed[code] === 0).length,
    );
    for (let row = 0; row < rows; row++) {
      const code = values[row] as number;
      if (failed[row] === ownFailures[code]) counts[code] = (counts[code] as number) + 1;
    }
    return counts;
  });
}

// Number of filters that each record fails.
function failures(rows: number, filters: readonly Filter[]): Uint8Array {
  const failed = new Uint8Array(rows);
  for (const { column, allowed } of filters) {
    const { values } = column;
    for (let row = 0; row < rows; row++)
      failed[row] = (failed[row] as number) + 1 - (allowed[values[row] as number] as number);
  }
  return failed;
}

// Sorted records repeat codes: two rows of counters, so that one addition need not wait for the last.
function histogram({ values, codes }: CodeColumn, rows: number): Int32Array {
  const size = codes.length;
  const counts = new Int32Array(size);
  const other = new Int32Array(size);
  let row = 0;
  for (; row + 1 < rows; row += 2) {
    const one = values[row] as number;
    const two = values[row + 1] as number;
    counts[one] = (counts[one] as number) + 1;
    other[two] = (other[two] as number) + 1;
  }
  if (row < rows) {
    const last = values[row] as number;
    counts[last] = (counts[last] as number) + 1;
  }
  for (let code = 0; code < size; code++) counts[code] = (counts[code] as number) + (other[code] as number);
  return counts;
}

function histogramOf({ values, codes }: CodeColumn, chosen: Uint32Array): Int32Array {
  const size = codes.length;
  const counts = new Int32Array(size);
  const other = new Int32Array(size);
  const even = chosen.length - (chosen.length % 2);
  for (let at = 0; at < even; at += 2) {
    const one = values[chosen[at] as number] as number;
    const two = values[chosen[at + 1] as number] as number;
    counts[one] = (counts[one] as number) + 1;
    other[two] = (other[two] as number) + 1;
  }
  if (even < chosen.length) {
    const last = values[chosen[even] as number] as number;
    counts[last] = (counts[last] as number) + 1;
  }
  for (let code = 0; code < size; code++) counts[code] = (counts[code] as number) + (other[code] as number);
  return counts;
}
