import { type ColumnSet, cellsOf } from './factor.ts';

/** Noisy answers to a linear query on one marginal. */
export interface LinearMeasurement {
  /** Ascending column numbers; may be empty: the number of records. */
  readonly set: ColumnSet;
  /** One noisy answer per cell of the set, row-major, in records. */
  readonly values: Float64Array;
  /** Variance of each answer's noise, in records². */
  readonly variance: number;
  /** The same where answers differ in it, one per answer; `variance` is then not read. */
  readonly variances?: Float64Array;
  /**
   * Per column of the set, whether the mean along it is taken off: all true for a residual (the query is then `P_B μ`, the
   * values centred likewise), absent for a plain marginal.
   */
  readonly centred?: readonly boolean[];
  /**
   * Where the measured table is not the set's own: its axes, to which `centred` then refers, and the cell of the set that each
   * answer counts. Cells that no answer counts were not measured.
   */
  readonly placed?: PlacedCells;
}

/** A table within another one. */
export interface PlacedCells {
  readonly axes: readonly number[];
  readonly cells: Int32Array;
}

/** RangeError: columns unknown or not ascending, a wrong number of values, a variance not above zero, a value not finite. */
export function checkMeasurements(sizes: readonly number[], measurements: readonly LinearMeasurement[]): void {
  for (const { set, values, variance, variances, centred, placed } of measurements) {
    const ascending = set.every((column, at) => at === 0 || column > (set[at - 1] as number));
    if (!ascending || set.some((column) => !Number.isInteger(column) || !(column >= 0 && column < sizes.length))) {
      throw new RangeError(`the measured set ${set.join(',')} is not a list of ascending columns`);
    }
    if (values.length !== (placed ? placed.cells.length : cellsOf(sizes, set))) {
      throw new RangeError(`the measured set ${set.join(',')} has other cells`);
    }
    if (placed?.cells.some((cell) => cell < 0 || cell >= cellsOf(sizes, set))) {
      throw new RangeError(`an answer on ${set.join(',')} counts no cell`);
    }
    if (variances && variances.length !== values.length) throw new RangeError('one variance an answer, or one for all');
    for (const one of variances ?? [variance]) {
      if (!(one > 0) || !Number.isFinite(one)) throw new RangeError('a variance is above zero');
    }
    if (!values.every(Number.isFinite)) throw new RangeError(`a value of the set ${set.join(',')} is not finite`);
    if (centred && centred.length !== (placed?.axes ?? set).length)
      throw new RangeError('one mark a column says what is centred');
  }
}

/** Takes off the mean along each marked axis, in place: the projector of a residual query. */
export function centreAxes(cells: Float64Array, axes: readonly number[], centred: readonly boolean[]): void {
  for (let axis = 0; axis < axes.length; axis++) {
    if (!centred[axis]) continue;
    const size = axes[axis] as number;
    const inner = axes.slice(axis + 1).reduce((product, other) => product * other, 1);
    for (let outer = 0; outer < cells.length; outer += size * inner) {
      for (let i = 0; i < inner; i++) {
        let sum = 0;
        for (let code = 0; code < size; code++) sum += cells[outer + code * inner + i] as number;
        const mean = sum / size;
        for (let code = 0; code < size; code++) {
          const at = outer + code * inner + i;
          cells[at] = (cells[at] as number) - mean;
        }
      }
    }
  }
}

/** An estimate with the variance of its noise. */
export interface TotalEstimate {
  readonly value: number;
  readonly variance: number;
}

/**
 * The number of records by the inverse-variance average of the totals of plain measurements, each of variance
 * `σ² × cells`; null where every measurement is centred. Not below 1.
 */
export function estimateTotal(measurements: readonly LinearMeasurement[]): TotalEstimate | null {
  let weights = 0;
  let weighted = 0;
  for (const { values, variance, variances, centred } of measurements) {
    if (centred?.some((one) => one)) continue;
    const weight = 1 / (variances ? variances.reduce((sum, one) => sum + one, 0) : variance * values.length);
    weights += weight;
    weighted += weight * values.reduce((sum, value) => sum + value, 0);
  }
  return weights === 0 ? null : { value: Math.max(1, weighted / weights), variance: 1 / weights };
}

/**
 * The diagonal of `P diag(v) P` for the projector P of a residual query, in place: what a quantity per cell is behind each
 * centred answer. Along a centred axis of c codes a value becomes `v (1 − 2/c) + Σ v / c²`.
 */
export function centredDiagonal(cells: Float64Array, axes: readonly number[], centred: readonly boolean[]): void {
  for (let axis = 0; axis < axes.length; axis++) {
    if (!centred[axis]) continue;
    const size = axes[axis] as number;
    const inner = axes.slice(axis + 1).reduce((product, other) => product * other, 1);
    for (let outer = 0; outer < cells.length; outer += size * inner) {
      for (let i = 0; i < inner; i++) {
        let sum = 0;
        for (let code = 0; code < size; code++) sum += cells[outer + code * inner + i] as number;
        for (let code = 0; code < size; code++) {
          const at = outer + code * inner + i;
          cells[at] = (cells[at] as number) * (1 - 2 / size) + sum / size ** 2;
        }
      }
    }
  }
}
