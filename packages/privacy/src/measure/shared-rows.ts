/**
 * Measuring one table whose rows are made of the records of several: a person's row says who knows them, and one record more
 * or less of them may move the row from one cell to another. That changes two cells by one each, so the squared sensitivity
 * is 2, and noise of variance v costs ρ = 1/v for one record; adding or removing a whole row costs half of it.
 */
import type { Marginals } from '../count/marginals.ts';
import { consumeGrant } from '../ledger/grant.ts';
import type { Grant, MeasuredSet } from '../ledger/types.ts';
import { fillDiscreteGaussian } from '../noise/samplers.ts';
import { type Protected, protect } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { compareRational, type Rational, rational } from '../rational.ts';
import { joinNames } from '../results/sets.ts';
import type { PublishedMeasurement } from '../results/types.ts';

/** The one set of a request to the ledger, of mechanism `shared-rows`: the most precise noise that `rho` pays for. */
export function planSharedRows(set: readonly string[], rho: Rational): MeasuredSet {
  if (rho.num <= 0n) throw new RangeError('a measurement costs more than nothing');
  const variance = (rho.den + rho.num - 1n) / rho.num;
  return { set: [...set], variance, rho: rational(1n, variance) };
}

/**
 * Measures the planned table once, over all cohorts of the scope together; each is charged for it in full. The grant is
 * checked and used up before anything is counted.
 * Refusal (exit 3): the grant does not cover these cohorts and this set. RangeError: a cost that the noise does not have, or
 * marginals without the set's columns.
 *
 * @param marginals over rows, one a person, of exactly the cohorts of the scope
 */
export async function measureSharedRows(
  planned: MeasuredSet,
  marginals: Marginals,
  scope: { readonly id: string; readonly cohorts: readonly string[] },
  grant: Grant,
  random: RandomBytes,
  options: { readonly recipe?: string; readonly signal?: AbortSignal } = {},
): Promise<Protected<PublishedMeasurement>> {
  const { set, variance, rho } = planned;
  if (compareRational(rho, rational(1n, variance)) !== 0)
    throw new RangeError(`the plan states a cost of ${joinNames(set)} that its noise does not have`);
  const { recipe, signal } = options;
  const use = { cohorts: scope.cohorts, sets: [planned], random };
  const spent = consumeGrant(grant, recipe === undefined ? use : { ...use, recipe });
  for await (const { cells } of marginals.counts([set], signal ? { signal } : {})) {
    const values = new Float64Array(cells.length);
    fillDiscreteGaussian(random, variance, values);
    for (let at = 0; at < values.length; at++) {
      const value = (values[at] as number) + (cells[at] as number);
      if (!Number.isSafeInteger(value)) throw new RangeError(`a value of ${joinNames(set)} left the exact integers`);
      values[at] = value;
    }
    return protect({ cohort: scope.id, set, kind: 'marginal' as const, values, variance: variance.toString() }, spent);
  }
  throw new RangeError(`the marginals left out the set ${joinNames(set)}`);
}
