import { countInterval, type Estimate, hasEnoughBase, type Interval, ratioInterval } from '@casebridge/privacy/results';
import type { Figure } from '../types.ts';

/** A number with its 95 % interval; the interval holds the number. */
export interface Bounded {
  readonly value: number;
  readonly interval: readonly [number, number];
}

/** Why a ratio is not shown. */
export type Withheld = Extract<Figure['withheld'], 'base_too_small' | 'interval_too_wide'>;

/**
 * A ratio with its 95 % Fieller interval, or why it may not be shown: a noisy base under 50 records or five standard
 * deviations of its noise, or an interval wider than `widest` either side (privacy spec C4). Only noisy values are consulted.
 *
 * @param range values the ratio can take
 */
export function ratio(
  x: Estimate,
  n: Estimate,
  covariance: number,
  range: Interval,
  widest: number,
): Bounded | Withheld {
  if (!hasEnoughBase(n)) return 'base_too_small';
  const value = Math.min(Math.max(x.value / n.value, range.low), range.high);
  const interval = ratioInterval(x, n, covariance, range);
  if (interval === null || (interval.high - interval.low) / 2 > widest) return 'interval_too_wide';
  return { value, interval: [Math.min(interval.low, value), Math.max(interval.high, value)] };
}

/** A count, at least zero, with its 95 % interval. */
export function count(estimate: Estimate): Bounded {
  return { value: Math.max(0, estimate.value), interval: countInterval(estimate) };
}

/** The share of records whose answer is not known; null where too few records are asked about. */
export function unknownShare(unknown: Estimate, total: Estimate): number | null {
  return hasEnoughBase(total) ? Math.min(1, Math.max(0, unknown.value / total.value)) : null;
}
