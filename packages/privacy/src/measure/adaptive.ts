/**
 * Measuring under a spending meter: the port through which an adaptive mechanism (MST, AIM) knows the data. Every query is
 * paid for, in exact fractions, before anything is counted for it; what it gives back carries noise. The whole budget was
 * debited in the ledger before, so a run that is broken off has spent it all.
 */
import { rhoOfExponential } from '../accounting/zcdp.ts';
import type { Hierarchy } from '../columns/declared-domain.ts';
import type { Marginals } from '../count/marginals.ts';
import { openMeter } from '../ledger/meter.ts';
import type { Grant } from '../ledger/types.ts';
import { fillDiscreteGaussian } from '../noise/samplers.ts';
import { type Protected, protect } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { type Rational, rational } from '../rational.ts';
import { canonicalSet, cellCount, joinNames, sizesOf } from '../results/sets.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import { chooseExponentially } from '../select/exponential.ts';
import { distanceInSteps, inSteps, penaltyInSteps, weighScores, weightUnits } from '../select/marginal-score.ts';
import { type CountCache, countCache, type HeldCounts } from './count-cache.ts';
import { groupedMarginals } from './grouped-marginals.ts';

/** Whose records the marginals count. */
export interface AdaptiveScope {
  /** What the measurements name as their cohort: the cohort itself, or a name for several measured together. */
  readonly id: string;
  /** The cohorts counted; each is charged the grant in full. */
  readonly cohorts: readonly string[];
}

export interface AdaptiveOptions {
  readonly signal?: AbortSignal;
  /** SHA-256 (hex) of the recipe being carried out: the grant must have been debited for it. */
  readonly recipe?: string;
  /** Awaited before each query: a turn of the event loop, in which a cancelling key press or message is noticed. */
  readonly pause?: () => Promise<unknown>;
  /** Bytes of exact counts kept between queries; sets beyond it are counted again. 128 MiB when absent. */
  readonly cacheBytes?: number;
  /** Called when a query was answered, with the share of the grant's ρ spent so far, 0 to 1. */
  readonly onProgress?: (spent: number) => void;
}

/** A marginal to measure. */
export interface AdaptiveQuery {
  /** In the order of the domains. */
  readonly set: readonly string[];
  /** Noise variance of every cell, an integer of one or more; costs ρ = 1/(2·variance). */
  readonly variance: bigint;
}

/** A marginal that may be chosen, and what is publicly thought of it. */
export interface Candidate {
  /** In the order of the domains. */
  readonly set: readonly string[];
  /** What a public model says of the marginal, in records per cell, row-major; a function where that saves memory. */
  readonly estimate: ArrayLike<number> | (() => ArrayLike<number>);
  /** Above zero; multiplies the score. */
  readonly weight: number;
  /** Records taken off the distance. */
  readonly penalty: number;
}

/** The only thing an adaptive mechanism may know of the data. */
export interface AdaptiveMeasurer {
  /** Columns and their codes; groups come after the columns that were there at first. */
  readonly domains: Domains;
  /**
   * Adds the groups of a column as a column that may be measured like any other. Groups are public: declared, or made from
   * earlier answers. RangeError: groups that do not fit the column, or a name in use.
   */
  group(hierarchy: Hierarchy): void;
  /** The groups added, in order: to be published with what was measured over them. */
  groups(): readonly Hierarchy[];
  /** ρ of the grant not yet spent, exactly. */
  remaining(): Rational;
  /**
   * Marginals with discrete Gaussian noise, in the order asked for.
   * Refusal (exit 3): they cost more than remains, and nothing was counted. RangeError: not a set of the domains in their
   * order, or a variance below one.
   */
  measure(queries: readonly AdaptiveQuery[]): Promise<readonly PublishedMeasurement[]>;
  /**
   * The index of the candidate that the exponential mechanism picks by weight·(‖M(D) − estimate‖₁ − penalty), one record
   * changing no score by more than the largest weight. Costs ρ = ε²/8. Candidates must not depend on the data but through
   * earlier answers. Refusal and RangeError as for `measure`.
   */
  select(request: { readonly candidates: readonly Candidate[]; readonly epsilon: Rational }): Promise<number>;
  /** All that was measured, in order; the measurer is of no use afterwards, and its counts are wiped. */
  finish(): Protected<readonly PublishedMeasurement[]>;
}

/**
 * Opens a measurer on an adaptive grant, which it uses up. Counts nothing yet.
 *
 * @param marginals of exactly the records of `scope.cohorts`
 * @throws Refusal (exit 3) when the grant is not for this: see `consumeAdaptiveGrant`
 */
export function openAdaptiveMeasurer(
  marginals: Marginals,
  scope: AdaptiveScope,
  grant: Grant,
  random: RandomBytes,
  options: AdaptiveOptions = {},
): AdaptiveMeasurer {
  const { signal, recipe, cacheBytes = 2 ** 27, pause, onProgress } = options;
  const use = { cohorts: scope.cohorts, random };
  const meter = openMeter(grant, recipe === undefined ? use : { ...use, recipe });
  const grouped = groupedMarginals(marginals);
  const counts = countCache(grouped, cacheBytes);
  const measured: PublishedMeasurement[] = [];
  const pay = async (costs: readonly Rational[]): Promise<void> => {
    await pause?.();
    signal?.throwIfAborted();
    meter.spend(costs);
  };
  const tell = (): void => onProgress?.(shareSpent(meter.remaining(), grant.rho));
  return {
    get domains() {
      return grouped.domains;
    },
    group: grouped.group,
    groups: grouped.groups,
    remaining: meter.remaining,

    async measure(asked) {
      const { domains } = grouped;
      const queries = asked.map(({ set, variance }) => ({ set: [...set], variance }));
      for (const { set, variance } of queries) {
        checkSet(domains, set);
        if (variance < 1n) throw new RangeError(`the noise of ${joinNames(set)} has a variance below one`);
      }
      await pay(queries.map(({ variance }) => rational(1n, 2n * variance)));
      const noisy = queries.map(({ set, variance }): PublishedMeasurement => {
        const values = new Float64Array(cellCount(sizesOf(domains, set)));
        return { cohort: scope.id, set, kind: 'marginal', values, variance: variance.toString() };
      });
      await counts.forEach(
        queries.map(({ set }) => set),
        (cells, at) => {
          const { set, values } = noisy[at] as PublishedMeasurement;
          fillDiscreteGaussian(random, (queries[at] as AdaptiveQuery).variance, values);
          addCounts(values, cells, set);
        },
        signal,
      );
      measured.push(...noisy);
      tell();
      return noisy.map((one) => ({ ...one, values: one.values.slice() }));
    },

    async select({ candidates, epsilon }) {
      const weights = weightUnits(candidates.map(({ weight }) => weight));
      const penalties = candidates.map(({ penalty }) => penaltyInSteps(penalty));
      for (const { set } of candidates) checkSet(grouped.domains, set);
      if (candidates.length === 0) throw new RangeError('there is nothing to choose from');
      await pay([rhoOfExponential(epsilon)]);
      const distances = await distancesOf(counts, candidates, signal);
      const choice = chooseExponentially(random, { ...weighScores(distances, penalties, weights), epsilon });
      distances.fill(0);
      tell();
      return choice;
    },

    finish() {
      const proof = meter.close();
      counts.clear();
      return protect(measured, proof);
    },
  };
}

async function distancesOf(
  counts: CountCache,
  candidates: readonly Candidate[],
  signal: AbortSignal | undefined,
): Promise<number[]> {
  const distances = new Array<number>(candidates.length).fill(0);
  const use = (cells: HeldCounts, at: number): void => {
    const { set, estimate } = candidates[at] as Candidate;
    const steps = inSteps(typeof estimate === 'function' ? estimate() : estimate);
    if (steps.length !== cells.length) throw new RangeError(`the estimate of ${joinNames(set)} has another shape`);
    distances[at] = distanceInSteps(cells, steps);
  };
  await counts.forEach(
    candidates.map(({ set }) => set),
    use,
    signal,
  );
  return distances;
}

function addCounts(values: Float64Array, counts: HeldCounts, set: readonly string[]): void {
  if (counts.length !== values.length) throw new RangeError(`the marginals give ${joinNames(set)} another shape`);
  for (let cell = 0; cell < values.length; cell++) {
    const value = (values[cell] as number) + (counts[cell] as number);
    if (!Number.isSafeInteger(value)) throw new RangeError(`a value of ${joinNames(set)} left the exact integers`);
    values[cell] = value;
  }
}

function checkSet(domains: Domains, set: readonly string[]): void {
  if (canonicalSet(domains, set).some((name, axis) => name !== set[axis]))
    throw new RangeError(`the set ${joinNames(set)} is not in the order of the domains`);
}

function shareSpent(remaining: Rational, rho: Rational): number {
  return 1 - Number((remaining.num * rho.den * 1_000_000n) / (remaining.den * rho.num)) / 1_000_000;
}
