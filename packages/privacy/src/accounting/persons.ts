import { multiplyRational, type Rational, rational } from '../rational.ts';
import { epsilonOf } from './zcdp.ts';

/** What one human being risks whose records ended up as several units. */
export interface PersonRisk {
  /** Units (records, or clusters of records) that belong to this person. */
  readonly units: number;
  /** ε when the units lie in as many different cohorts: cost k·ρ. */
  readonly epsilonSeparate: number;
  /** ε when they all lie in one cohort: cost k²·ρ. */
  readonly epsilonWithin: number;
  /** Attacker advantage at `epsilonWithin`, the worse of the two. */
  readonly attackerAdvantage: number;
}

/** The risk of a person of k units when every cohort cost ρ, at δ. RangeError unless k is an integer ≥ 1. */
export function personRisk(rho: Rational, delta: number, units: number): PersonRisk {
  if (!Number.isSafeInteger(units) || units < 1) throw new RangeError('a person has one unit or more');
  const epsilonSeparate = epsilonOf(multiplyRational(rho, rational(units)), delta);
  const epsilonWithin = epsilonOf(multiplyRational(rho, rational(BigInt(units) ** 2n)), delta);
  return { units, epsilonSeparate, epsilonWithin, attackerAdvantage: attackerAdvantage(epsilonWithin, delta) };
}

/**
 * The most by which anybody's true-positive rate can exceed their false-positive rate in telling whether a person is in
 * the data: (e^ε − 1 + 2δ)/(e^ε + 1), at most 1 (Kairouz, Oh, Viswanath 2015). RangeError unless ε ≥ 0 and 0 ≤ δ ≤ 1.
 */
export function attackerAdvantage(epsilon: number, delta: number): number {
  if (!(epsilon >= 0 && delta >= 0 && delta <= 1)) {
    throw new RangeError('an epsilon of zero or more and a delta between 0 and 1 are needed');
  }
  const inverse = Math.exp(-epsilon);
  return Math.min(1, ((1 - inverse + 2 * delta * inverse) / (1 + inverse)) * (1 + 2 ** -50));
}
