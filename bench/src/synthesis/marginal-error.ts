/**
 * Mean total-variation distance between two tables, by number of ways: 0.5 · Σ over cells |a / rows(a) − b / rows(b)|, averaged
 * over every marginal of that many columns with at most `maxCells` cells. bench/peers/marginal_error.py is the same written
 * apart; the bench checks that both agree.
 */
import type { CodedTable } from './coded-table.ts';

export interface MarginalError {
  readonly ways: number;
  /** From 0 to 1. */
  readonly mean: number;
  readonly marginals: number;
}

export function marginalErrors(
  real: CodedTable,
  synthetic: CodedTable,
  ways: readonly number[] = [1, 2, 3],
  maxCells = 10_000,
): MarginalError[] {
  return ways.map((way) => {
    let sum = 0;
    let marginals = 0;
    for (const set of subsetsOf(real.names.length, way)) {
      const cells = set.reduce((product, at) => product * (real.sizes[at] ?? 0), 1);
      if (cells > maxCells) continue;
      marginals++;
      sum += distance(counts(real, set, cells), real.rows, counts(synthetic, set, cells), synthetic.rows);
    }
    return { ways: way, mean: sum / marginals, marginals };
  });
}

function distance(a: Uint32Array, aRows: number, b: Uint32Array, bRows: number): number {
  let sum = 0;
  for (let cell = 0; cell < a.length; cell++) {
    sum += Math.abs((a[cell] as number) / aRows - (b[cell] as number) / Math.max(1, bRows));
  }
  return sum / 2;
}

/** Counts of the cells of one marginal, the last column of the set fastest. */
export function counts(table: CodedTable, set: readonly number[], cells: number): Uint32Array {
  const found = new Uint32Array(cells);
  const index = new Uint32Array(table.rows);
  for (const at of set) {
    const column = table.columns[at] as Uint16Array;
    const size = table.sizes[at] as number;
    for (let row = 0; row < table.rows; row++) index[row] = (index[row] as number) * size + (column[row] as number);
  }
  for (let row = 0; row < table.rows; row++) found[index[row] as number] = (found[index[row] as number] as number) + 1;
  return found;
}

/** Every set of `size` of 0 … length − 1, ascending. */
export function* subsetsOf(length: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= length - size; first++) {
    for (const rest of subsetsOf(length, size - 1, first + 1)) yield [first, ...rest];
  }
}
