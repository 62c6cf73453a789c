import { exactPrevalence, measuredPrevalence, type ReleasedPrevalence } from '@casebridge/bundle';
import { shortfalls, stepwise } from '@casebridge/prevalence';
import {
  caseTable,
  type Grant,
  type MeasuredSet,
  measureSharedRows,
  memoryMarginals,
  type Protected,
} from '@casebridge/privacy';
import type { Cohort, PublishedMeasurement } from '@casebridge/privacy/results';
import type { ReleaseInputs } from '../build/inputs.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import { estimateInWorker, type WatchOptions } from './estimate-in-worker.ts';
import { type Histories, personRows, prevalenceTerms } from './prevalence-terms.ts';

/** Histories that were paid for: the set to measure, the grant, and the cohorts charged. */
export interface PaidHistories {
  readonly planned: MeasuredSet;
  readonly grant: Grant;
  readonly cohorts: readonly Cohort[];
}

/** Measures the histories that a release paid for, as one table over its cohorts. */
export async function measureHistories(
  { recipeHash }: Pick<ReleaseInputs, 'recipeHash'>,
  { planned, grant, cohorts }: PaidHistories,
  { expected }: Histories,
  signal?: AbortSignal,
): Promise<Protected<PublishedMeasurement>> {
  const columns = personRows(expected);
  const domains = Object.fromEntries(planned.set.map((name) => [name, ['0', '1']]));
  const table = caseTable(
    domains,
    Object.fromEntries(planned.set.map((name, at) => [name, columns[at] ?? new Uint8Array()])),
  );
  const scope = { id: 'histories', cohorts: cohorts.map(({ id }) => id) };
  return measureSharedRows(planned, memoryMarginals(table), scope, grant, nodeRandom, {
    recipe: recipeHash,
    ...(signal ? { signal } : {}),
  });
}

/**
 * The estimate of a release, for its bundle; null where the recipe asks for none.
 *
 * @param measured histories as they were measured; null where the way is exact
 */
export async function releasedEstimate(
  { planned, recipeHash }: ReleaseInputs,
  histories: Histories | null,
  measured: { readonly measurement: Protected<PublishedMeasurement>; readonly cohorts: readonly Cohort[] } | null,
  watch: WatchOptions,
): Promise<ReleasedPrevalence | null> {
  const { prevalence } = planned.recipe;
  if (!prevalence || !histories) return null;
  const terms = prevalenceTerms(prevalence, recipeHash);
  if (measured) {
    return measuredPrevalence(
      terms,
      measured.measurement,
      measured.cohorts.map(({ id }) => id),
    );
  }
  const { threshold, resamples, seed } = terms;
  const { expected, cautious, generous, apart } = histories;
  const estimate = await estimateInWorker({ table: expected, threshold, resamples, seed }, watch);
  const of = (table: Histories['cautious']) =>
    (table && shortfalls(table).length === 0 && stepwise(table, threshold)?.fit.estimate) || null;
  return exactPrevalence(
    terms,
    expected,
    estimate,
    cautious || generous ? { cautious: of(cautious), generous: of(generous) } : null,
    apart ? of(apart) : undefined,
  );
}
