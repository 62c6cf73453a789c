import type { CaseTable } from '../columns/case-table.ts';
import { type FitOptions, type FittedModel, fitModel } from '../pgm/fit-model.ts';
import { type BoundedFit, fitWithinSteps } from '../pgm/fit-within-steps.ts';
import { generateRows } from '../pgm/generate-rows.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';
import type { Model } from '../pgm/model.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import { simulateMeasurements } from '../pgm/simulate-measurements.ts';
import { treeModel } from '../pgm/tree-model.ts';
import { expectedCodes, keepValues } from './keep-values.ts';
import { declaredColumns, type ModelSpace, modelSetOf, placedTable } from './model-space.ts';
import { columnNumbers, linearMeasurements, type SynthesisMeasurements, spaceOf, zeroCells } from './published.ts';
import { shrinkSingles } from './shrink-singles.ts';

export interface SynthesisOptions {
  readonly signal?: AbortSignal;
  /** Settings of the general fit in place of the usual ones: for measuring what these are worth. */
  readonly fit?: FitOptions;
}

/** A model of the declared columns: what published measurements say of records. */
export interface SynthesisModel {
  /** Records it stands for, not a whole number. */
  readonly total: number;
  /** Expected records per cell of a set of declared columns, ascending. Refusal: too many cells. */
  marginal(set: readonly number[]): Float64Array;
  /** Whether a set of declared columns was measured, or is part of a measured one. */
  supports(set: readonly number[]): boolean;
  readonly space: ModelSpace;
  /** Per declared column the codes that records are to hold at least once. */
  readonly expected: readonly (readonly number[])[];
  /** Cells that were declared impossible, over declared columns. */
  readonly impossible: readonly ZeroCells[];
  /** The model of the split columns. */
  readonly fitted: Model;
  /** Where a later fit starts from; null for a model in closed form. */
  readonly start: FittedModel | null;
}

/** How models of synthetic records are fitted, in the rounds of a mechanism and at the end. */
export const roundFit: BoundedFit = {
  entropyWeight: 0.001,
  singleEntropyWeight: 0.0007,
  entropyNoise: 0.003,
  tolerance: 0.2,
  steps: 80,
};
const finalFit: BoundedFit = { ...roundFit, tolerance: 0.1, steps: 600 };

/**
 * The same where table measurements are used again: many overlapping answers, each precise beside its count. The dual takes
 * thousands of steps there and is far off before; mirror descent is at noise level after some hundreds.
 */
export const inheritedFit: FitOptions = { method: 'mirror', steps: 1000 };

/**
 * The model that published measurements give: in closed form where MST's pairs and columns form a tree, which only declared
 * impossible combinations or inherited measurements keep them from; by `fitModel` otherwise. The same measurements give the
 * same bits in every engine.
 * RangeError: measurements that do not fit their domains, or none that tells the number of records.
 */
export function synthesisModel(published: SynthesisMeasurements, options: SynthesisOptions = {}): SynthesisModel {
  const space = spaceOf(published);
  const fit = options.fit ?? (published.inherited ? inheritedFit : null);
  return modelOver(space, published, linearMeasurements(published, space), fit, options.signal);
}

function modelOver(
  space: ModelSpace,
  published: SynthesisMeasurements,
  measurements: readonly LinearMeasurement[],
  fit: FitOptions | null,
  signal: AbortSignal | undefined,
  from: FittedModel | null = null,
): SynthesisModel {
  const options = { ...(fit ?? finalFit), ...(from ? { start: from } : {}), ...(signal ? { signal } : {}) };
  const zeros: readonly ZeroCells[] = zeroCells(published, space);
  const drawn = shrinkSingles(space, measurements);
  const closed = published.method === 'mst' ? treeModel(space.sizes, drawn, { ...options, zeros }) : null;
  const start = closed
    ? null
    : fit
      ? fitModel(space.sizes, drawn, { ...options, zeros })
      : fitWithinSteps(space.sizes, drawn, { ...finalFit, ...options, zeros });
  const fitted = closed ?? (start as FittedModel);
  return {
    total: fitted.total,
    marginal: (set) => placedTable(space, set, fitted.marginal(modelSetOf(space, set))),
    supports: (set) => fitted.supports(modelSetOf(space, set)),
    space,
    expected: expectedCodes(space, measurements),
    impossible: published.structuralZeros.map(({ set, cells }) => ({
      set: columnNumbers(Object.keys(published.domains), set),
      cells,
    })),
    fitted,
    start,
  };
}

/**
 * Records drawn from a model: as many as it stands for unless told otherwise. A code that measurements expect at least one
 * record of gets a row if it drew none.
 *
 * @param seed published; the same model, number and seed give the same records in every engine
 */
export function syntheticTable(
  { fitted, space, expected, impossible }: SynthesisModel,
  { domains }: Pick<SynthesisMeasurements, 'domains'>,
  seed: Uint8Array,
  options: SynthesisOptions & { readonly rows?: number } = {},
): CaseTable {
  const rows = options.rows ?? Math.round(fitted.total);
  const columns = declaredColumns(space, generateRows(fitted, rows, seed, options.signal));
  keepValues(columns, space, expected, impossible, seed);
  return { variables: Object.keys(domains), domains, columns, rows };
}

/**
 * Replicate `number` of the synthetic records: measurements as the model says they might have been are drawn from the seed,
 * a model is fitted to them, and as many records are drawn as it stands for. The sets measured stay as they were chosen.
 * The variance of an estimate between replicates is the noise's share of its variance.
 */
export function replicateTable(
  model: SynthesisModel,
  published: SynthesisMeasurements,
  seed: string,
  number: number,
  options: SynthesisOptions = {},
): CaseTable {
  const { space, fitted, start } = model;
  const random = publishedRandom(`${seed} replicate ${number}: measurements`);
  const simulated = simulateMeasurements(fitted, linearMeasurements(published, space), random);
  // From a cold start where fits stop at noise level: a warm one would be there already, and nothing would move.
  const fit = published.inherited ? inheritedFit : null;
  const refitted = modelOver(space, published, simulated, fit, options.signal, fit ? null : start);
  const rows = new TextEncoder().encode(`${seed} replicate ${number}: records`);
  return syntheticTable(refitted, published, rows, options);
}
