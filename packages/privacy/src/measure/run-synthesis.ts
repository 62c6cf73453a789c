import type { Marginals } from '../count/marginals.ts';
import type { Ledger } from '../ledger/types.ts';
import { mapProtected, type Protected } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { type Rational, rational, rationalToText, subtractRational, sumRationals } from '../rational.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import type { PlannedSynthesis } from '../synthesis/plan-job.ts';
import type { SynthesisMeasurements } from '../synthesis/published.ts';
import { oneShotCohort } from '../tables/plan-job.ts';
import type { JobFacts } from '../tables/run-job.ts';
import { type AdaptiveMeasurer, type AdaptiveOptions, openAdaptiveMeasurer } from './adaptive.ts';

/** Decides what to measure and measures it; all it knows of the data is what the measurer tells it. */
export type SynthesisDriver = (
  job: PlannedSynthesis,
  measurer: AdaptiveMeasurer,
  options: { readonly signal?: AbortSignal },
) => Promise<void>;

/**
 * Runs a planned job: the whole budget is debited, then the driver spends it. What comes back is all that may leave:
 * `synthesisModel` and `syntheticTable` make records of it.
 *
 * @param marginals over the planned domain, columns of parents included (see `addParentColumns`)
 * @throws Refusal (exit 3): the ledger says no. RangeError: the marginals have other columns than were planned
 */
export async function runSynthesisJob(
  job: PlannedSynthesis,
  driver: SynthesisDriver,
  marginals: Marginals,
  ledger: Ledger,
  random: RandomBytes,
  facts: JobFacts,
  options: Omit<AdaptiveOptions, 'recipe'> = {},
): Promise<Protected<SynthesisMeasurements>> {
  const { declared, method, modelSize, rho } = job;
  const planned = Object.keys(declared.domains);
  if (planned.join('\n') !== Object.keys(marginals.domains).join('\n'))
    throw new RangeError('the marginals have other columns than were planned');
  const scope = { id: oneShotCohort.id, cohorts: [oneShotCohort.id] };
  const grant = await ledger.request({
    scope: scope.cohorts,
    rho,
    budget: rho,
    purpose: facts.purpose,
    recipe: facts.recipe,
    mechanism: 'adaptive-marginals',
    sets: [],
    snapshot: facts.snapshot,
    unit: 'record',
  });
  const measurer = openAdaptiveMeasurer(marginals, scope, grant, random, { ...options, recipe: facts.recipe });
  await driver(job, measurer, options.signal ? { signal: options.signal } : {});
  const spent = subtractRational(rho, measurer.remaining());
  const bands = measurer.groups();
  return mapProtected(measurer.finish(), (measurements) => ({
    format: 'casebridge-synthesis-1',
    method,
    domains: declared.domains,
    structuralZeros: declared.structuralZeros,
    hierarchies: declared.hierarchies,
    bands,
    modelSize,
    choices: rationalToText(subtractRational(spent, costOf(measurements))),
    inherited: null,
    measurements,
  }));
}

function costOf(measurements: readonly PublishedMeasurement[]): Rational {
  return sumRationals(measurements.map(({ variance }) => rational(1n, 2n * BigInt(variance))));
}
