/**
 * A headline number of utility that may be published because it is paid for: the distance ‖x − y‖₁ between the exact counts x
 * of one table and public integers y, counts of the published synthetic records for instance. One record more or less changes
 * one cell of x by one, and so the distance by exactly one: with discrete Gaussian noise of variance S it costs ρ = 1/(2S).
 */
import type { Marginals } from '../count/marginals.ts';
import { consumeGrant } from '../ledger/grant.ts';
import type { Grant, MeasuredSet } from '../ledger/types.ts';
import { discreteGaussian } from '../noise/samplers.ts';
import { type Protected, protect } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { canonicalSet, cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Cohort } from '../results/types.ts';
import type { MeasureOptions } from './tables.ts';

/** A table whose distance is to be published. */
export interface DistanceRequest {
  /** In the order of the domains. */
  readonly set: readonly string[];
  /** Public integers, one per cell, row-major. They must not depend on the real records but through protected results. */
  readonly published: ArrayLike<number>;
  /** Noise variance, an integer of one or more. */
  readonly variance: bigint;
}

/** A noisy distance. */
export interface PublishedDistance {
  readonly set: readonly string[];
  /** ‖x − y‖₁ plus noise, an integer; can be negative. */
  readonly value: number;
  readonly variance: string;
  readonly cohort: string;
}

/** What the ledger is asked for: one set a distance, each at ρ = 1/(2·variance). */
export function distanceCosts(requests: readonly Pick<DistanceRequest, 'set' | 'variance'>[]): MeasuredSet[] {
  return requests.map(({ set, variance }) => ({ set, variance, rho: rational(1n, 2n * variance) }));
}

/**
 * Measures distances on one cohort. The grant is used up before anything is counted.
 * Refusal (exit 3): the grant does not cover this. RangeError: a set out of order, a table of another shape, public numbers that are
 * not integers, or a variance below one.
 */
export async function measureDistances(
  requests: readonly DistanceRequest[],
  marginals: Marginals,
  cohort: Cohort,
  grant: Grant,
  random: RandomBytes,
  options: MeasureOptions = {},
): Promise<Protected<readonly PublishedDistance[]>> {
  const { signal, recipe, onProgress } = options;
  for (const request of requests) checkRequest(marginals, request);
  const use = { cohorts: [cohort.id], sets: distanceCosts(requests), random };
  const spent = consumeGrant(grant, recipe === undefined ? use : { ...use, recipe });
  const sets = [...new Map(requests.map(({ set }) => [setKey(set), set])).values()];
  const noise = requests.map(({ variance }) => discreteGaussian(random, variance));
  const values = new Array<number>(requests.length).fill(Number.NaN);
  let done = 0;
  for await (const { set, cells } of marginals.counts(sets, signal ? { signal } : {})) {
    for (const [at, request] of requests.entries()) {
      if (setKey(request.set) === setKey(set)) values[at] = distance(cells, request.published) + (noise[at] as number);
    }
    onProgress?.({ done: ++done, total: sets.length });
  }
  return protect(
    requests.map(({ set, variance }, at) => {
      const value = values[at] as number;
      if (!Number.isSafeInteger(value))
        throw new RangeError(`the distance of ${joinNames(set)} left the exact integers`);
      return { set, value, variance: variance.toString(), cohort: cohort.id };
    }),
    spent,
  );
}

function distance(counts: ArrayLike<number>, published: ArrayLike<number>): number {
  let sum = 0;
  for (let cell = 0; cell < counts.length; cell++)
    sum += Math.abs((counts[cell] as number) - (published[cell] as number));
  return sum;
}

function checkRequest({ domains }: Marginals, { set, published, variance }: DistanceRequest): void {
  const name = joinNames(set);
  if (canonicalSet(domains, set).some((column, axis) => column !== set[axis])) {
    throw new RangeError(`the set ${name} is not in the order of the domains`);
  }
  if (published.length !== cellCount(sizesOf(domains, set)))
    throw new RangeError(`the public table ${name} has another shape`);
  for (let cell = 0; cell < published.length; cell++) {
    if (!Number.isSafeInteger(published[cell])) throw new RangeError(`the public table ${name} is not of integers`);
  }
  if (variance < 1n) throw new RangeError(`the noise of ${name} has a variance below one`);
}
