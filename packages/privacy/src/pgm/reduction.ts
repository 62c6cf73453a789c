import { type ColumnSet, cellsOf, projection, spreadInto, sumInto } from './factor.ts';

/**
 * How a table is summed to the table of a subset and spread from it. Where the columns left out stand side by side, cells run
 * in a fixed pattern and no index map is needed.
 */
export interface Reduction {
  /** Cells of the columns left out together; 0 where `map` says it. */
  readonly axis: number;
  /** Cells of the columns after them. */
  readonly inner: number;
  /** As of `projection`: null for the same set. */
  readonly map: Int32Array | null;
}

/** RangeError: `inner` is not within `outer`. */
export function reductionOf(sizes: readonly number[], outer: ColumnSet, inner: ColumnSet): Reduction {
  const first = outer.findIndex((column) => !inner.includes(column));
  const count = outer.length - inner.length;
  const run = outer.slice(first, first + count);
  if (first < 0 || run.some((column) => inner.includes(column))) {
    return { axis: 0, inner: 0, map: projection(sizes, outer, inner) };
  }
  return { axis: cellsOf(sizes, run), inner: cellsOf(sizes, outer.slice(first + count)), map: null };
}

/** Adds to each cell of `out` the cells of `table` it is the sum of. */
export function sumThrough(out: Float64Array, table: Float64Array, { axis, inner, map }: Reduction): void {
  if (axis === 0) {
    sumInto(out, table, map);
    return;
  }
  if (inner === 1) {
    for (let to = 0, at = 0; at < table.length; to++) {
      let sum = 0;
      for (let code = 0; code < axis; code++) sum += table[at++] as number;
      out[to] = (out[to] as number) + sum;
    }
    return;
  }
  for (let from = 0, at = 0; at < table.length; from += inner) {
    const end = from + inner;
    for (let code = 0; code < axis; code++) {
      for (let to = from; to < end; to++) out[to] = (out[to] as number) + (table[at++] as number);
    }
  }
}

/** Adds each cell of `part` to all cells of `table` that it is the sum of. */
export function spreadThrough(table: Float64Array, part: Float64Array, { axis, inner, map }: Reduction): void {
  if (axis === 0) {
    spreadInto(table, part, map);
    return;
  }
  for (let from = 0, at = 0; at < table.length; from += inner) {
    const end = from + inner;
    for (let code = 0; code < axis; code++) {
      for (let to = from; to < end; to++, at++) table[at] = (table[at] as number) + (part[to] as number);
    }
  }
}
