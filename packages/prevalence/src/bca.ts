/**
 * Bias-corrected and accelerated bootstrap limits (Efron 1987), with what can go wrong kept in sight: resamples on one
 * side of the estimate only, an acceleration that folds the scale over, and ties.
 */
import { normalProbability, normalQuantile } from './normal.ts';

/** An estimate with one person less, for each history that people have. */
export interface LeftOut {
  readonly count: number;
  readonly estimate: number;
}

export interface BcaFacts {
  /** Bias correction: the normal quantile of the share of resamples below the estimate. */
  readonly z0: number;
  readonly acceleration: number;
  /** Share of resamples below the estimate, ties counted one half. */
  readonly below: number;
  /** Share of resamples equal to the estimate, to nine digits. */
  readonly ties: number;
}

/** Resamples closer to the estimate than this, relatively, are ties. */
const tieTolerance = 1e-9;

/** Bias and acceleration. @param below share of resamples below the estimate, where it is known otherwise */
export function bcaFacts(
  estimate: number,
  resamples: readonly number[],
  leftOut: readonly LeftOut[],
  below?: number,
): BcaFacts {
  let under = 0;
  let equal = 0;
  for (const value of resamples) {
    if (Math.abs(value - estimate) <= tieTolerance * Math.abs(estimate)) equal++;
    else if (value < estimate) under++;
  }
  const share = below ?? (under + equal / 2) / resamples.length;
  return {
    z0: normalQuantile(share),
    acceleration: accelerationOf(leftOut),
    below: share,
    ties: equal / resamples.length,
  };
}

/** a = Σ c r³ / (6 (Σ c r²)^1.5), r the weighted mean less each estimate with one person less. 0 where nothing varies. */
function accelerationOf(leftOut: readonly LeftOut[]): number {
  const people = leftOut.reduce((sum, { count }) => sum + count, 0);
  const mean = leftOut.reduce((sum, { count, estimate }) => sum + count * estimate, 0) / people;
  let square = 0;
  let cube = 0;
  for (const { count, estimate } of leftOut) {
    const r = mean - estimate;
    square += count * r * r;
    cube += count * r * r * r;
  }
  return square > 0 ? cube / (6 * square ** 1.5) : 0;
}

/** The BCa limit at a level; NaN where bias or acceleration put it nowhere. `sorted` ascending. */
export function bcaLimit(sorted: readonly number[], { z0, acceleration }: BcaFacts, level: number): number {
  const z = normalQuantile(level);
  const denominator = 1 - acceleration * (z0 + z);
  if (!Number.isFinite(z0) || !(denominator > 0)) return Number.NaN;
  return quantile(sorted, normalProbability(z0 + (z0 + z) / denominator));
}

/** A sample quantile, definition 8 of Hyndman and Fan (1996). `sorted` ascending and not empty. */
export function quantile(sorted: readonly number[], probability: number): number {
  const position = (sorted.length + 1 / 3) * probability + 1 / 3;
  const at = (index: number) => sorted[Math.min(sorted.length - 1, Math.max(0, index - 1))] as number;
  // Positions a few units in the last place from a whole number are that number.
  const nudged = Math.floor(position + 4 * Number.EPSILON);
  const fraction = Math.abs(position - nudged) < 4 * Number.EPSILON ? 0 : position - nudged;
  const low = at(nudged);
  return fraction === 0 ? low : low + fraction * (at(nudged + 1) - low);
}
