import { normalQuantile } from './normal.ts';
import type { Estimate } from './types.ts';

/**
 * The two-sided critical value for `comparisons` comparisons at a joint 5 % level (Bonferroni), rounded up to 1e-6 so that
 * every engine gives the same bytes. RangeError unless a positive integer.
 */
export function bonferroniZ(comparisons: number, level = 0.05): number {
  if (!Number.isSafeInteger(comparisons) || comparisons < 1) throw new RangeError('comparisons is a positive integer');
  return Math.ceil(-normalQuantile(level / (2 * comparisons)) * 1e6) / 1e6;
}

/** Whether two estimates differ by more than z standard deviations of their difference. */
export function differs(a: Estimate, b: Estimate, covariance: number, z: number): boolean {
  const variance = Math.max(0, a.variance + b.variance - 2 * covariance);
  return Math.abs(a.value - b.value) > z * Math.sqrt(variance);
}

/**
 * The pairs of a ranking that may be called different: `[greater, smaller]` as positions in `estimates`, Bonferroni over
 * all pairs. What is not among them is a tie as far as anyone may say.
 */
export function rankingDifferences(
  estimates: readonly Estimate[],
  covariance: (a: number, b: number) => number,
  level = 0.05,
): readonly (readonly [greater: number, smaller: number])[] {
  const pairs = (estimates.length * (estimates.length - 1)) / 2;
  if (pairs === 0) return [];
  const z = bonferroniZ(pairs, level);
  const found: (readonly [number, number])[] = [];
  for (const [a, first] of estimates.entries()) {
    for (const [b, second] of estimates.entries()) {
      if (first.value > second.value && differs(first, second, covariance(a, b), z)) found.push([a, b]);
    }
  }
  return found;
}
