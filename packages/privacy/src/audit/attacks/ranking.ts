import { z95Exact } from './rates.ts';

/** Area under the curve with its 95 % interval. */
export interface RankingQuality {
  readonly auc: number;
  readonly error: number;
  readonly lower: number;
  readonly upper: number;
}

/**
 * Chance that a positive scores above a negative, ties counting half, with DeLong's variance (DeLong, DeLong and
 * Clarke-Pearson, 1988, Biometrics 44). The error is at least that of one pair of scores in doubt, so that a perfect
 * ranking of few keeps a width. RangeError for no positives or no negatives.
 */
export function rankingQuality(positives: ArrayLike<number>, negatives: ArrayLike<number>): RankingQuality {
  const n = positives.length;
  const m = negatives.length;
  if (n === 0 || m === 0) throw new RangeError('a ranking needs positives and negatives');
  const sortedPositives = Float64Array.from(positives).sort();
  const sortedNegatives = Float64Array.from(negatives).sort();
  const below = (sorted: Float64Array, value: number) => (bound(sorted, value, false) + bound(sorted, value, true)) / 2;
  const placedPositives = sortedPositives.map((value) => below(sortedNegatives, value) / m);
  const placedNegatives = sortedNegatives.map((value) => 1 - below(sortedPositives, value) / n);
  const auc = placedPositives.reduce((sum, place) => sum + place, 0) / n;
  const variance = varianceOf(placedPositives) / n + varianceOf(placedNegatives) / m;
  const error = Math.max(z95Exact * Math.sqrt(variance), 1 / Math.min(n, m));
  return { auc, error, lower: Math.max(0, auc - error), upper: Math.min(1, auc + error) };
}

/** Number of values below, or at most at, the given one. */
function bound(sorted: Float64Array, value: number, including: boolean): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >>> 1;
    const at = sorted[middle] as number;
    if (at < value || (including && at === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

function varianceOf(values: Float64Array): number {
  if (values.length < 2) return 0.25;
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
