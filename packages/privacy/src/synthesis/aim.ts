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
  /** Sets chosen and measured between one fit and the next. */
  readonly batch: number;
  /** Share of a round's budget that measures; the rest selects. */
  readonly measureShare: number;
  readonly fit: FitOptions;
  readonly signal?: AbortSignal;
  readonly onRound?: (round: AimRound) => void;
}

export interface AimRound {
  readonly sets: readonly ColumnSet[];
  readonly sigma: number;
  readonly spent: number;
  readonly model: FittedModel;
}

const expectedSize = Math.sqrt(2 / Math.PI);

/** Noise of a round against the next, where a round found nothing that noise could not have made: its cost doubles. */
const annealing = Math.SQRT2;

/**
 * AIM (McKenna, Mullins, Sheldon and Miklau 2022, "AIM: an adaptive and iterative mechanism for differentially private
 * synthetic data", algorithm 2), over axes of split columns, with several sets a round where there are many columns. The
 * noise is lowered when most sets of a round moved the model by no more than noise would.
 */
export async function runAim(oracle: MarginalOracle, settings: AimSettings): Promise<LinearMeasurement[]> {
  const { space, measureShare, signal } = settings;
  const { zeros } = settings;
  const candidates = settings.candidates.map((candidate) => placedCandidate(space, candidate));
  const rho = oracle.remaining();
  const measurements = [...settings.initial];
  let sigma = Math.sqrt(settings.rounds / (2 * measureShare * rho));
  let epsilon = Math.sqrt((8 * (1 - measureShare) * rho) / settings.rounds);
  let settled = settings.fit;
  let unsettled = 0;
  const fit = (start?: FittedModel) => {
    const fitted = fitModel(space.sizes, shrinkSingles(space, measurements), {
      ...settled,
      zeros,
      restarts: 0,
      ...(start ? { start } : {}),
      ...(signal ? { signal } : {}),
    });
    unsettled = fitted.fit.stopped === 'steps' ? unsettled + 1 : 0;
    if (unsettled === mostUnsettled) settled = smootherFit(settings.fit);
    return fitted;
  };
  let model = fit();
  let rounds = 0;
  const sizeOf = modelSizes(space.sizes, zeros);
  for (let last = false; !last; ) {
    const remaining = oracle.remaining();
    const cost = 1 / (2 * sigma * sigma) + (epsilon * epsilon) / 8;
    const picks = Math.min(settings.batch, Math.floor(remaining / cost));
    if (remaining < (picks + 1) * cost) {
      last = true;
      const share = remaining / Math.max(1, picks);
      sigma = Math.sqrt(1 / (2 * measureShare * share));
      epsilon = Math.sqrt(8 * (1 - measureShare) * share);
    }
    const spent = last ? 1 : 1 - (remaining - picks * cost) / rho;
    const limit = settings.modelSizeMb * spent;
    const estimateOf = modelEstimates(model, rounds++);
    const picked: Placed[] = [];
    while (picked.length < Math.max(1, picks)) {
      const sets = [...measurements.map(({ set }) => set), ...picked.map(({ modelSet }) => modelSet)];
      const open = openCandidates(candidates, model, picked, sigma, (set) => sizeOf(sets, set) <= limit);
      if (open.length === 0) break;
      const chosen = await oracle.select(
        open.map((candidate) => ({
          set: candidate.set,
          weight: candidate.weight,
          penalty: expectedSize * sigma * candidate.cells,
          estimate: () => estimateOf(candidate),
        })),
        epsilon,
      );
      picked.push(open[chosen] as Placed);
    }
    const answers = await oracle.measure(
      picked.map(({ set }) => set),
      sigma * sigma,
    );
    for (const [at, answer] of answers.entries()) {
      measurements.push(placedMeasurement(space, (picked[at] as Placed).set, answer));
    }
    const before = picked.map(estimateOf);
    model = fit(model);
    settings.onRound?.({ sets: picked.map(({ set }) => set), sigma, spent, model });
    const still = picked.filter((candidate, at) => {
      const moved = distance(marginalOf(model, candidate), before[at] as Float64Array);
      return moved <= expectedSize * sigma * candidate.cells;
    });
    if (2 * still.length > picked.length) {
      sigma /= annealing;
      epsilon *= annealing;
    }
  }
  return measurements;
}

/** Fits in a row that do not converge before the next ones are made smoother. */
const mostUnsettled = 3;

/** Ten times the entropy: where fits of rounds do not converge, the model is so nearer in the same steps. */
function smootherFit(fit: FitOptions): FitOptions {
  const { entropyWeight, singleEntropyWeight } = fit;
  return {
    ...fit,
    ...(entropyWeight === undefined ? {} : { entropyWeight: 10 * entropyWeight }),
    ...(singleEntropyWeight === undefined ? {} : { singleEntropyWeight: 10 * singleEntropyWeight }),
  };
}

/**
 * What may be chosen: sets not chosen in this round yet, that the model has room for or holds already. A distance is at most
 * twice the records, so that sets which measuring would blur by more are not looked at.
 */
function openCandidates(
  candidates: readonly Placed[],
  { cliques, total }: Model,
  picked: readonly Placed[],
  sigma: number,
  fits: (set: ColumnSet) => boolean,
): Placed[] {
  const fewest = candidates.reduce((least, { cells }) => Math.min(least, cells), Infinity);
  return candidates.filter((candidate) => {
    const { cells, modelSet } = candidate;
    if (picked.includes(candidate)) return false;
    if (expectedSize * sigma * cells > 2 * total && cells > fewest) return false;
    return (picked.length === 0 && cliques.some((clique) => isWithin(modelSet, clique))) || fits(modelSet);
  });
}

function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let cell = 0; cell < a.length; cell++) sum += Math.abs((a[cell] as number) - (b[cell] as number));
  return sum;
}

/**
 * What a model says of candidates: exactly where that takes few steps, otherwise as counted in one table of rows made from the
 * model. Either is public, so either may be scored against.
 */
function modelEstimates(model: Model, round: number): (candidate: Placed) => Float64Array {
  const known = new Map<Placed, Float64Array>();
  let columns: readonly CodeColumn[] | undefined;
  const count = (set: ColumnSet): Float64Array => {
    const rows = Math.min(mostScoringRows, Math.round(model.total));
    columns ??= generateRows(model, rows, Uint8Array.of(round & 255, round >> 8));
    const counts = countRows(columns, model.sizes, set);
    for (let cell = 0; cell < counts.length; cell++) counts[cell] = ((counts[cell] as number) * model.total) / rows;
    return counts;
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

/** Rows of the table that candidates are scored against. */
const mostScoringRows = 50_000;

function countRows(columns: readonly CodeColumn[], sizes: readonly number[], set: ColumnSet): Float64Array {
  const counts = new Float64Array(cellsOf(sizes, set));
  const [first, second, ...others] = set.map((column) => columns[column] as CodeColumn);
  const rows = columns[0]?.length ?? 0;
  if (first && second && others.length === 0) {
    const size = sizes[set[1] as number] as number;
    for (let row = 0; row < rows; row++) {
      const key = (first[row] as number) * size + (second[row] as number);
      counts[key] = (counts[key] as number) + 1;
    }
    return counts;
  }
  const keys = new Uint32Array(rows);
  for (const column of set) {
    const codes = columns[column] as CodeColumn;
    const size = sizes[column] as number;
    for (let row = 0; row < rows; row++) keys[row] = (keys[row] as number) * size + (codes[row] as number);
  }
  for (let row = 0; row < rows; row++) {
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

function placedCandidate(space: ModelSpace, { set, weight }: WeightedSet): Placed {
  const placed = placedCells(space, set);
  const cells = set.reduce((product, axis) => product * (space.axes[axis] as number), 1);
  return { set, weight, modelSet: modelSetOf(space, set), placed, cells };
}

/** The model's expected counts of a table over axes. */
function marginalOf(model: Model, { modelSet, placed }: Placed): Float64Array {
  return placedOf(model.marginal(modelSet), placed);
}

/** Model sizes with one set more, remembered as long as the graph of measured sets stays as it is. */
function modelSizes(sizes: readonly number[], zeros: readonly ZeroCells[]) {
  const known = new Map<string, number>();
  const graph: ColumnSet[] = zeros.map(({ set }) => set);
  let seen = 0;
  return (measured: readonly ColumnSet[], set: ColumnSet): number => {
    for (; seen < measured.length; seen++) {
      const next = measured[seen] as ColumnSet;
      if (graph.some((other) => isWithin(next, other))) continue;
      graph.push(next);
      known.clear();
    }
    const key = columnSetKey(set);
    const found = known.get(key) ?? modelSizeMb(sizes, [...graph, set]);
    known.set(key, found);
    return found;
  };
}
