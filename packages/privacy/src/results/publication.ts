import type { Interval } from './intervals.ts';
import type { Estimate } from './types.ts';

/** Least noisy base of a published share, in records. */
export const leastBase = 50;
/** Least noisy base of a published share, in its own standard deviations. */
export const leastBaseInSd = 5;
/** Widest half of a published share's interval: ten percentage points. */
export const widestHalf = 0.1;

/**
 * Whether a share may be published: null, or why not. The base is the noisy one; an exact base is never consulted. A share
 * shown because its base came out just over the threshold is covered a little less than stated (91 % at a true base of 40
 * with sd 12).
 */
export function withheldBecause(
  base: Estimate,
  interval: Interval | null,
): 'base_too_small' | 'interval_too_wide' | null {
  if (!hasEnoughBase(base)) return 'base_too_small';
  if (interval === null || (interval.high - interval.low) / 2 > widestHalf) return 'interval_too_wide';
  return null;
}

/** Noisy base ≥ max(50, 5 sd). */
export function hasEnoughBase(base: Estimate): boolean {
  return base.value >= Math.max(leastBase, leastBaseInSd * Math.sqrt(base.variance));
}

/** How far a published cell can be trusted. */
export type CellFlag =
  /** A number to be read with its interval. */
  | 'ok'
  /** Below two standard deviations: "about 0 to 2 sd", not a number. */
  | 'low'
  /** Its table is mostly noise: coarsen it or read it from a model. */
  | 'unfit'
  /** Zero by declaration. */
  | 'declared';

/** Noise share from which a table is not fit to be read cell by cell. */
export const unfitFrom = 0.3;

/**
 * The share of a table's mass that is expected to be noise, `0.8 × cells × sd / n` (0.8 ≈ √(2/π), the mean size of noise of
 * sd 1). `total` is the noisy number of records; without a positive one the share is infinite.
 */
export function noiseShare(cells: number, sd: number, total: number): number {
  if (cells * sd === 0) return 0;
  return total > 0 ? (0.8 * cells * sd) / total : Infinity;
}

/** The flag of one cell, from its table's noise share and its own size in standard deviations. */
export function cellFlag(cell: {
  readonly estimate: number;
  readonly sd: number;
  readonly declared: boolean;
  readonly noiseShare: number;
}): CellFlag {
  if (cell.declared) return 'declared';
  if (cell.noiseShare >= unfitFrom) return 'unfit';
  return cell.estimate < 2 * cell.sd ? 'low' : 'ok';
}
