import { normalQuantile } from '../results/normal.ts';
import { clopperPearson, type ShareBounds } from './binomial.ts';

/** How often an attacker said "the canary is in": of runs with it, and of runs without it. */
export interface Guesses {
  readonly hits: number;
  readonly present: number;
  readonly alarms: number;
  readonly absent: number;
}

/** What the guesses prove about the mechanism. */
export interface ToldApart {
  /** Lower bound on ε at the given δ, zero or more. */
  readonly epsilon: number;
  /** Lower and upper bound on μ: the distance of two normal distributions as hard to tell apart. */
  readonly mu: number;
  readonly muHigh: number;
  readonly hitRate: ShareBounds;
  readonly alarmRate: ShareBounds;
}

/**
 * Bounds on what a mechanism gave away of one record. An (ε, δ) guarantee means hit rate ≤ e^ε · alarm rate + δ, so
 * `ε ≥ ln((TPR_low − δ) / FPR_high)`; a Gaussian guarantee (Dong, Roth and Su 2022) means
 * `μ ≥ Φ⁻¹(TPR_low) − Φ⁻¹(FPR_high)`, which is tighter for Gaussian noise. Rates are bounded by Clopper and Pearson; each
 * lower bound is wrong with probability at most 2 · miss, if the attacker's threshold was fixed before these runs.
 *
 * @param miss probability with which each rate's bound may miss; 0.025 when absent
 */
export function toldApart(guesses: Guesses, delta: number, miss = 0.025): ToldApart {
  if (!(delta >= 0 && delta < 1)) throw new RangeError('a delta is at least 0 and below 1');
  const hitRate = clopperPearson(guesses.hits, guesses.present, miss);
  const alarmRate = clopperPearson(guesses.alarms, guesses.absent, miss);
  return {
    epsilon: Math.max(0, Math.log(Math.max(0, hitRate.low - delta) / alarmRate.high)),
    mu: quantile(hitRate.low) - quantile(alarmRate.high),
    muHigh: quantile(hitRate.high) - quantile(alarmRate.low),
    hitRate,
    alarmRate,
  };
}

// A rate of exactly 0 or 1 is no finite distance from the middle; eight standard deviations stand for it.
function quantile(share: number): number {
  return normalQuantile(Math.min(1 - 2 ** -50, Math.max(2 ** -50, share)));
}
