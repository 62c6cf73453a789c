import type { CaseTable } from '../columns/case-table.ts';
import { type FittedModel, fitModel } from '../pgm/fit-model.ts';
import { generateRows } from '../pgm/generate-rows.ts';
import type { Model } from '../pgm/model.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import { simulateMeasurements } from '../pgm/simulate-measurements.ts';
import { sizesOf } from '../results/sets.ts';
import { linearMeasurements, type SynthesisMeasurements, zeroCells } from './published.ts';

export interface SynthesisOptions {
  readonly signal?: AbortSignal;
}

/**
 * The model that published measurements give. The same measurements give the same bits in every engine.
 * RangeError: measurements that do not fit their domains, or none that tells the number of records.
 */
export function synthesisModel(published: SynthesisMeasurements, options: SynthesisOptions = {}): FittedModel {
  return fitModel(sizesOf(published.domains, Object.keys(published.domains)), linearMeasurements(published), {
    zeros: zeroCells(published),
    ...options,
  });
}

/**
 * Records drawn from a model: as many as it stands for unless told otherwise.
 *
 * @param seed published; the same model, number and seed give the same records in every engine
 */
export function syntheticTable(
  model: Model,
  { domains }: Pick<SynthesisMeasurements, 'domains'>,
  seed: Uint8Array,
  options: SynthesisOptions & { readonly rows?: number } = {},
): CaseTable {
  const rows = options.rows ?? Math.round(model.total);
  return {
    variables: Object.keys(domains),
    domains,
    columns: generateRows(model, rows, seed, options.signal),
    rows,
  };
}

/**
 * Replicate `number` of the synthetic records: measurements as the model says they might have been are drawn from the seed,
 * a model is fitted to them, and as many records are drawn as it stands for. The sets measured stay as they were chosen.
 * The variance of an estimate between replicates is the noise's share of its variance.
 */
export function replicateTable(
  model: FittedModel,
  published: SynthesisMeasurements,
  seed: string,
  number: number,
  options: SynthesisOptions = {},
): CaseTable {
  const simulated = simulateMeasurements(
    model,
    linearMeasurements(published),
    publishedRandom(`${seed} replicate ${number}: measurements`),
  );
  const sizes = sizesOf(published.domains, Object.keys(published.domains));
  const refitted = fitModel(sizes, simulated, { zeros: zeroCells(published), start: model, ...options });
  const rows = new TextEncoder().encode(`${seed} replicate ${number}: records`);
  return syntheticTable(refitted, published, rows, options);
}
