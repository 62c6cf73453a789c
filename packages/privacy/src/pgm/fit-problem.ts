import { columnSetKey } from './factor.ts';
import { centreAxes, centredDiagonal, type LinearMeasurement } from './linear-measurement.ts';
import type { Evaluation, MarginalSystem } from './marginal-system.ts';
import { type SharedDirections, sharedDirections } from './shared-directions.ts';

/**
 * Measurements as one flat vector of answers y, and the model's expected answers Qμ beside it. The log potentials are
 * `Σ Qᵀ x` with one multiplier x an answer: what the optimisers move.
 */
export interface FitProblem {
  readonly total: number;
  /** Answers, all measurements end to end. */
  readonly answers: Float64Array;
  /** Columns of the set behind each answer. */
  readonly orders: Uint8Array;
  /** Weight of each answer's square in the loss: 1/σ², or 1/σ for the ablation, scaled so that all weights add up to as much. */
  readonly weights: Float64Array;
  /** Expected answers less measured ones, at the multipliers given; the array is new. */
  residuals(multipliers: Float64Array): Residuals;
  /** Directions in which multipliers move without moving the model. */
  readonly shared: SharedDirections;
  /** Expected records per cell behind each answer at the latest multipliers: the scale of its curvature. */
  expected(): Float64Array;
}

export interface Residuals {
  readonly residuals: Float64Array;
  readonly logPartition: number;
}

/** How measurements are weighed against each other: by 1/σ², or by 1/σ as private-pgm does. */
export type Weighting = 'precision' | 'inverse-deviation';

interface Block {
  readonly from: number;
  readonly to: number;
  readonly set: number;
  readonly centred: readonly boolean[] | null;
  readonly axes: readonly number[];
  readonly cells: Int32Array | null;
}

export function fitProblem(
  system: MarginalSystem,
  measurements: readonly LinearMeasurement[],
  total: number,
  weighting: Weighting,
): FitProblem {
  const place = new Map(system.sets.map((set, at) => [columnSetKey(set), at]));
  const { sizes } = system.tree;
  const blocks: Block[] = [];
  let length = 0;
  for (const { set, values, centred, placed } of measurements) {
    blocks.push({
      from: length,
      to: length + values.length,
      set: place.get(columnSetKey(set)) as number,
      centred: centred?.some((one) => one) ? centred : null,
      axes: placed?.axes ?? set.map((column) => sizes[column] as number),
      cells: placed?.cells ?? null,
    });
    length += values.length;
  }
  const answers = new Float64Array(length);
  const weights = new Float64Array(length);
  const orders = new Uint8Array(length);
  for (const [at, { from, to, axes }] of blocks.entries()) {
    const { values, variance, variances } = measurements[at] as LinearMeasurement;
    answers.set(values, from);
    orders.fill(axes.length, from, to);
    const weightOf = (one: number) => (weighting === 'precision' ? 1 / one : 1 / Math.sqrt(one));
    if (variances) weights.set(variances.map(weightOf), from);
    else weights.fill(weightOf(variance), from, to);
  }
  if (weighting === 'inverse-deviation') keepSum(weights);
  const potentials = system.sets.map(
    (set) => new Float64Array(set.reduce((cells, column) => cells * (sizes[column] as number), 1)),
  );
  let latest: Evaluation | undefined;
  return {
    total,
    answers,
    orders,
    weights,
    shared: sharedDirections(sizes, measurements),
    residuals(multipliers) {
      for (const table of potentials) table.fill(0);
      for (const { from, to, set, centred, axes, cells } of blocks) {
        const part = multipliers.subarray(from, to);
        const moved = centred ? centredCopy(part, axes, centred) : part;
        scatterInto(potentials[set] as Float64Array, moved, cells);
      }
      latest = system.evaluate(potentials, total);
      const residuals = new Float64Array(length);
      for (const { from, to, set, centred, axes, cells } of blocks) {
        const part = residuals.subarray(from, to);
        gather(part, latest.marginals[set] as Float64Array, cells);
        if (centred) centreAxes(part, axes, centred);
      }
      for (let at = 0; at < length; at++) residuals[at] = (residuals[at] as number) - (answers[at] as number);
      return { residuals, logPartition: latest.logPartition };
    },
    expected() {
      const found = new Float64Array(length);
      if (latest === undefined) return found;
      for (const { from, to, set, cells, centred, axes } of blocks) {
        const part = found.subarray(from, to);
        gather(part, latest.marginals[set] as Float64Array, cells);
        if (centred) centredDiagonal(part, axes, centred);
      }
      return found;
    },
  };
}

/** Weights 1/σ scaled to the sum of 1/σ², so that what is measured in units of noise keeps its meaning. */
function keepSum(weights: Float64Array): void {
  let sum = 0;
  let squares = 0;
  for (const weight of weights) {
    sum += weight;
    squares += weight * weight;
  }
  for (let at = 0; at < weights.length; at++) weights[at] = ((weights[at] as number) * squares) / sum;
}

/** `part[i] = table[cells[i]]`. */
export function gather(part: Float64Array, table: Float64Array, cells: Int32Array | null): void {
  if (cells === null) part.set(table);
  else for (let at = 0; at < cells.length; at++) part[at] = table[cells[at] as number] as number;
}

function scatterInto(table: Float64Array, part: Float64Array, cells: Int32Array | null): void {
  for (let at = 0; at < part.length; at++) {
    const cell = cells === null ? at : (cells[at] as number);
    table[cell] = (table[cell] as number) + (part[at] as number);
  }
}

function centredCopy(part: Float64Array, axes: readonly number[], centred: readonly boolean[]): Float64Array {
  const copy = part.slice();
  centreAxes(copy, axes, centred);
  return copy;
}

/** Half the weighted sum of squares. */
export function lossOf(residuals: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < residuals.length; at++) sum += (weights[at] as number) * (residuals[at] as number) ** 2;
  return sum / 2;
}

/** What stops an optimiser, and what it reports to. */
export interface StepOptions {
  readonly steps: number;
  readonly tolerance: number;
  /** Called before every step; may throw to stop the work. */
  readonly onStep: () => void;
}

export interface Fitted {
  readonly multipliers: Float64Array;
  /** Evaluations of the model. */
  readonly evaluations: number;
  readonly loss: number;
  readonly stopped: 'converged' | 'noise' | 'steps';
}
