import { sliceOf, wholeColumn } from './slice.ts';
import { type Trust, trustOf, variablesOf } from './sources.ts';
import type { ExploreIndex, ExploreState, ExploreTable } from './types.ts';

/** How far the synthetic records are from the protected table on screen. */
export interface Fidelity {
  readonly period: string;
  /** Total variation distance: the share of records that would have to change cell. */
  readonly distance: number;
  /** The distance that the noise of the protected table alone would make: below it no difference can be seen. */
  readonly noise: number;
  readonly trust: Trust;
  /** The cell that differs most, in shares of all records. */
  readonly worst: { readonly row: string; readonly column: string; readonly difference: number } | null;
  /** False where the synthetic file should not be used for this table. */
  readonly fit: boolean;
}

/** Records in the wrong cell beyond which a table is not to be read from synthetic records. */
const mostDistance = 0.05;

/**
 * Compares the synthetic records with the protected table on screen, in the newest year chosen. Both are public: nothing here
 * sees a real record. The file is unfit where the combination was not measured within years or more than one record in
 * twenty, beyond what the table's own noise makes, is in another cell.
 */
export function fidelityOf(
  index: ExploreIndex,
  state: ExploreState,
  published: ExploreTable,
  synthetic: ExploreTable,
): Fidelity | null {
  if (index.records === null) return null;
  const counted: ExploreState = { ...state, measure: 'count' };
  const [own, other] = [sliceOf(index, published, counted), sliceOf(index, synthetic, counted)];
  const columns = state.by === null ? [wholeColumn] : own.columns.map(({ code }) => code);
  const cells = own.rows.flatMap(({ code: row }) =>
    columns.map((column) => ({ row, column, a: own.cell(row, column), b: other.cell(row, column) })),
  );
  const total = (which: 'a' | 'b') => cells.reduce((sum, cell) => sum + (cell[which].value ?? 0), 0);
  const [n, m] = [total('a'), total('b')];
  if (n === 0 || m === 0) return null;
  let distance = 0;
  let noise = 0;
  let worst: Fidelity['worst'] = null;
  for (const { row, column, a, b } of cells) {
    const difference = (b.value ?? 0) / m - (a.value ?? 0) / n;
    distance += Math.abs(difference) / 2;
    // A 95 % interval is 3.92 standard deviations wide, and half a record on both sides.
    const sd = Math.max(0, (a.high ?? 0) - (a.low ?? 0) - 1) / 3.92;
    noise += (sd * Math.sqrt(2 / Math.PI)) / (2 * n);
    if (worst === null || Math.abs(difference) > Math.abs(worst.difference)) worst = { row, column, difference };
  }
  const trust = trustOf(index, index.records, variablesOf(state));
  return {
    period: own.period,
    distance,
    noise,
    trust,
    worst,
    fit: trust.support === 'years' && distance <= mostDistance + noise,
  };
}
