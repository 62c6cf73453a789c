import { assembleSynthesis, type ReleasedSynthesis } from '@casebridge/bundle';
import type { CaseTable, Protected } from '@casebridge/privacy';
import type { PublishedMeasurement } from '@casebridge/privacy/results';
import type { ReleaseInputs } from '../build/inputs.ts';
import type { PaidRelease, ReleasePlans } from '../build/pay.ts';
import type { ReleaseProgress } from '../build/phases.ts';
import { planBatch } from './synthesis-plan.ts';
import { type MeasuredBatch, synthesiseBatch } from './synthesise-batch.ts';

export interface ReleaseSynthesisOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReleaseProgress) => void;
}

/**
 * Measures the cohorts that a release paid for for synthetic records; null where it paid for none.
 *
 * @param measurements the tables of every cohort, those measured for the first time last
 */
export async function measureSynthesis(
  { planned, recipeHash, sequence }: ReleaseInputs,
  plans: ReleasePlans,
  paid: PaidRelease,
  measurements: readonly Protected<readonly PublishedMeasurement[]>[],
  records: Map<string, CaseTable>,
  { signal, onProgress }: ReleaseSynthesisOptions,
): Promise<MeasuredBatch | null> {
  const { recipe, synthetic } = planned;
  if (!paid.synthetic || !recipe.synthetic || !synthetic) return null;
  const { cohorts, grant } = paid.synthetic;
  const plan = planBatch(recipe.synthetic, synthetic, cohorts, plans.first);
  const tables = measurements.slice(-cohorts.length);
  return synthesiseBatch({ batch: sequence, cohorts, grant, planned: synthetic, plan, tables }, records, {
    engine: recipe.engine,
    recipe: recipeHash,
    ...(signal ? { signal } : {}),
    onProgress: (spent) => onProgress?.({ phase: 'synthesise', state: 'at', done: spent, total: 1 }),
  });
}

/** Records and replicates of the release: made from what was measured now, and carried forward from before. */
export async function releasedSynthesis(
  { planned, previous }: ReleaseInputs,
  added: MeasuredBatch | null,
  { signal, onProgress }: ReleaseSynthesisOptions,
): Promise<ReleasedSynthesis | null> {
  const { recipe, synthetic } = planned;
  if (!recipe.synthetic || !synthetic) return null;
  return assembleSynthesis({
    previous,
    domains: synthetic.domains,
    replicates: recipe.synthetic.replicates,
    added,
    ...(signal ? { signal } : {}),
    onProgress: (done, total) => onProgress?.({ phase: 'synthesise', state: 'at', done, total }),
  });
}
