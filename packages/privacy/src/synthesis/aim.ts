import type { CodeColumn } from '../columns/case-table.ts';
import { type ColumnSet, cellsOf, columnSetKey, isWithin } from '../pgm/factor.ts';
import { type FitOptions, type FittedModel, fitModel } from '../pgm/fit-model.ts';
import { generateRows } from '../pgm/generate-rows.ts';
import { modelSizeMb } from '../pgm/junction-tree.ts';
import type { LinearMeasurement, PlacedCells } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';
import type { Model } from '../pgm/model.ts';
import { type ModelSpace, modelSetOf, placedCells, placedMeasurement } from './model-space.ts';
import { shrinkSingles } from './shrink-singles.ts';
import type { WeightedSet } from './workload.ts';

/** What AIM asks of the data, over axes of a model space and in doubles; the exact arithmetic is behind it. */
export interface MarginalOracle {
  /** ρ not yet spent. */
  remaining(): number;
  /** Noisy counts, each of the variance asked for or a little more; what they cost is taken off. */
  measure(
    sets: readonly ColumnSet[],
    variance: number,
  ): Promise<readonly { readonly values: Float64Array; readonly variance: number }[]>;
  select(candidates: readonly AimCandidate[], epsilon: number): Promise<number>;
}

export interface AimCandidate {
  readonly set: ColumnSet;
  readonly estimate: () => Float64Array;
  readonly weight: number;
  readonly penalty: number;
}

export interface AimSettings {
  readonly space: ModelSpace;
  /** Candidates with their weights, over axes. */
  readonly candidates: readonly WeightedSet[];
  readonly modelSizeMb: number;
  /** Cells that no record can fall into, over model columns. */
  readonly zeros: readonly ZeroCells[];
  /** Measurements made before. */
  readonly initial: readonly LinearMeasurement[];
  /** Rounds that the budget would last without annealing. */
  readonly rounds: number;
  /** Share of a round's budget that measures; the rest selects. */
  readonly measureShare: number;
  readonly fit: FitOptions;
  readonly signal?: AbortSignal;
  readonly onRound?: (round: AimRound) => void;
}

export interface AimRound {
  readonly set: ColumnSet;
  readonly sigma: number;
  readonly spent: number;
  readonly model: FittedModel;
}

const expectedSize = Math.sqrt(2 / Math.PI);

/**
 * AIM (McKenna, Mullins, Sheldon and Miklau 2022, "AIM: an adaptive and iterative mechanism for differentially private
 * synthetic data", algorithm 2).
 */
export async function runAim(oracle: MarginalOracle, settings: AimSettings): Promise<LinearMeasurement[]> {
  const { space, measureShare, signal } = settings;
  const { zeros } = settings;
  const candidates = settings.candidates.map((candidate) => placedCandidate(space, candidate));
  const fewest = candidates.reduce((least, { cells }) => Math.min(least, cells), Infinity);
  const rho = oracle.remaining();
  const measurements = [...settings.initial];
  let sigma = Math.sqrt(settings.rounds / (2 * measureShare * rho));
  let epsilon = Math.sqrt((8 * (1 - measureShare) * rho) / settings.rounds);
  const fit = (start?: FittedModel) =>
    fitModel(space.sizes, shrinkSingles(space, measurements), {
      ...settings.fit,
      zeros,
      restarts: 0,
      ...(start ? { start } : {}),
      ...(signal ? { signal } : {}),
    });
  let model = fit();
  let rounds = 0;
  const sizeOf = modelSizes(space.sizes, zeros);
  for (let last = false; !last; ) {
    const remaining = oracle.remaining();
    const cost = 1 / (2 * sigma * sigma) + (epsilon * epsilon) / 8;
    if (remaining < 2 * cost) {
      last = true;
      sigma = Math.sqrt(1 / (2 * measureShare * remaining));
      epsilon = Math.sqrt(8 * (1 - measureShare) * remaining);
    }
    const spent = last ? 1 : 1 - (remaining - cost) / rho;
    const measured = measurements.map(({ set }) => set);
    const limit = settings.modelSizeMb * spent;
    const current = model;
    // A distance is at most twice the records: what measuring would be off by more than that is not worth a look.
    const worth = 2 * current.total;
    const open = candidates.filter(
      ({ modelSet, cells }) =>
        (expectedSize * sigma * cells <= worth || cells === fewest) &&
        (current.cliques.some((clique) => isWithin(modelSet, clique)) || sizeOf(measured, modelSet) <= limit),
    );
    const estimateOf = modelEstimates(current, rounds);
    const chosen = await oracle.select(
      open.map((candidate) => ({
        set: candidate.set,
        weight: candidate.weight,
        penalty: expectedSize * sigma * candidate.cells,
        estimate: () => estimateOf(candidate),
      })),
      epsilon,
    );
    rounds += 1;
    const candidate = open[chosen] as Placed;
    const [answer] = await oracle.measure([candidate.set], sigma * sigma);
    if (!answer) throw new RangeError('nothing was measured');
    measurements.push(placedMeasurement(space, candidate.set, answer));
    const before = estimateOf(candidate);
    model = fit(model);
    settings.onRound?.({ set: candidate.set, sigma, spent, model });
    const after = marginalOf(model, candidate);
    let moved = 0;
    for (let cell = 0; cell < after.length; cell++)
      moved += Math.abs((after[cell] as number) - (before[cell] as number));
    if (moved <= expectedSize * sigma * after.length) {
      sigma /= 2;
      epsilon *= 2;
    }
  }
  return measurements;
}

/**
 * What a model says of candidates: exactly where that takes few steps, otherwise as counted in one table of rows made from the
 * model. Either is public, so either may be scored against.
 */
function modelEstimates(model: Model, round: number): (candidate: Placed) => Float64Array {
  const known = new Map<Placed, Float64Array>();
  let columns: readonly CodeColumn[] | undefined;
  const count = (set: ColumnSet): Float64Array => {
    columns ??= generateRows(model, Math.round(model.total), Uint8Array.of(round & 255, round >> 8));
    return countRows(columns, model.sizes, set);
  };
  return (candidate) => {
    const found = known.get(candidate);
    if (found) return found;
    const table = model.marginalWithin(candidate.modelSet, mostExactCells) ?? count(candidate.modelSet);
    const placed = placedOf(table, candidate.placed);
    known.set(candidate, placed);
    return placed;
  };
}

/** Cells of the largest table on the way to a marginal that is still worked out exactly for scoring. */
const mostExactCells = 20_000;

function countRows(columns: readonly CodeColumn[], sizes: readonly number[], set: ColumnSet): Float64Array {
  const counts = new Float64Array(cellsOf(sizes, set));
  const keys = new Uint32Array(columns[0]?.length ?? 0);
  for (const column of set) {
    const codes = columns[column] as CodeColumn;
    const size = sizes[column] as number;
    for (let row = 0; row < keys.length; row++) keys[row] = (keys[row] as number) * size + (codes[row] as number);
  }
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row] as number;
    counts[key] = (counts[key] as number) + 1;
  }
  return counts;
}

function placedOf(table: Float64Array, placed: PlacedCells | null): Float64Array {
  if (placed === null) return table;
  return Float64Array.from(placed.cells, (cell) => (cell < 0 ? 0 : (table[cell] as number)));
}

interface Placed extends WeightedSet {
  readonly modelSet: ColumnSet;
  readonly placed: PlacedCells | null;
  readonly cells: number;
}

export function placedCandidate(space: ModelSpace, { set, weight }: WeightedSet): Placed {
  const placed = placedCells(space, set);
  const cells = set.reduce((product, axis) => product * (space.axes[axis] as number), 1);
  return { set, weight, modelSet: modelSetOf(space, set), placed, cells };
}

/** The model's expected counts of a table over axes. */
export function marginalOf(model: Model, { modelSet, placed }: Placed): Float64Array {
  return placedOf(model.marginal(modelSet), placed);
}

/** Model sizes with one set more, remembered: they depend on the measured sets alone. */
function modelSizes(sizes: readonly number[], zeros: readonly ZeroCells[]) {
  const forced = zeros.map(({ set }) => set);
  let known = new Map<string, number>();
  let count = -1;
  return (measured: readonly ColumnSet[], set: ColumnSet): number => {
    if (measured.length !== count) {
      count = measured.length;
      known = new Map();
    }
    const key = columnSetKey(set);
    const found = known.get(key) ?? modelSizeMb(sizes, [...measured, ...forced, set]);
    known.set(key, found);
    return found;
  };
}
