/**
 * The error to expect, from noise alone: what may be published about utility (section 6 of the privacy specification). A published
 * table's cells have known standard deviations, so the expected total-variation distance from the real table is
 * Σ sd √(2/π) / (2 n̂). For synthetic records it is the mean distance between the published records and the replicates, which
 * were made from the model as the records were from the data. Nothing here sees a real record.
 */
import { answersFrom } from './answers.ts';
import { type Support, supportLookup } from './support.ts';
import type { Answers, Measurements } from './types.ts';

/** The error to expect of one table. */
export interface PredictedTable {
  readonly variables: readonly string[];
  readonly cells: number;
  /** Largest standard deviation of a cell, in records. */
  readonly sd: number;
  /** Expected total-variation distance from the real table, 0 to 1. */
  readonly expectedDistance: number;
}

/** The error to expect of one table counted from the synthetic records. */
export interface PredictedSyntheticTable {
  readonly variables: readonly string[];
  readonly cells: number;
  readonly support: Support;
  /** Expected total-variation distance from the real table; null where unsupported: nothing predicts that. */
  readonly expectedDistance: number | null;
}

/** The content of `docs/utility.json`. */
export interface PredictedUtility {
  readonly format: 'casebridge-utility-1';
  readonly basis: 'predicted from the noise; no real record was compared';
  readonly records: number;
  readonly tables: readonly PredictedTable[];
  readonly synthetic: readonly PredictedSyntheticTable[];
}

/** A table counted from the published synthetic records and from each replicate, cells in the same order. */
export interface SyntheticCounts {
  readonly variables: readonly string[];
  readonly published: ArrayLike<number>;
  readonly replicates: readonly ArrayLike<number>[];
}

/** The sets a synthesis measured, and tables of its records: post-processing of one synthesis. */
export interface SyntheticBasis {
  readonly measured: readonly (readonly string[])[];
  readonly tables: readonly SyntheticCounts[];
}

/** The error to expect of every published table, summed over its cohorts; 1 where no record is estimated. */
export function predictTableErrors(
  measurements: Measurements,
  answers: Answers = answersFrom(measurements),
): { records: number; tables: PredictedTable[] } {
  const cohorts = measurements.cohorts.map(({ id }) => id);
  const records = answers.table([], cohorts).estimate[0] ?? 0;
  const tables = measurements.tables.map((set) => {
    const { sd } = answers.table(set, cohorts);
    let sum = 0;
    let largest = 0;
    for (const one of sd) {
      sum += one;
      largest = Math.max(largest, one);
    }
    return {
      variables: set,
      cells: sd.length,
      sd: largest,
      expectedDistance: Math.min(1, expectedDistance(sum, records)),
    };
  });
  return { records, tables };
}

/** The error to expect of tables of synthetic records. RangeError: fewer than two replicates, or tables of other shapes. */
export function predictSyntheticErrors({ measured, tables }: SyntheticBasis): PredictedSyntheticTable[] {
  const lookup = supportLookup(measured);
  return tables.map(({ variables, published, replicates }) => {
    const support = lookup(variables);
    if (replicates.length < 2) throw new RangeError('a predicted error needs two replicates or more');
    if (replicates.some(({ length }) => length !== published.length))
      throw new RangeError('a replicate has another shape');
    const mean = replicates.reduce((sum, one) => sum + distanceOf(published, one), 0) / replicates.length;
    return { variables, cells: published.length, support, expectedDistance: support === 'supported' ? mean : null };
  });
}

/** Of cells whose standard deviations sum to `sdSum`, over `records`: E|N(0, sd²)| = sd √(2/π). */
function expectedDistance(sdSum: number, records: number): number {
  return records > 0 ? (sdSum * Math.sqrt(2 / Math.PI)) / (2 * records) : 1;
}

function distanceOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const [n, m] = [total(a), total(b)];
  let sum = 0;
  for (let cell = 0; cell < a.length; cell++) sum += Math.abs((a[cell] as number) / n - (b[cell] as number) / m);
  return sum / 2;
}

function total(cells: ArrayLike<number>): number {
  let sum = 0;
  for (let cell = 0; cell < cells.length; cell++) sum += cells[cell] as number;
  return Math.max(sum, Number.MIN_VALUE);
}
