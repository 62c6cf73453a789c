import { betaQuantile, betaShare } from './beta.ts';

/** P[Bin(n, p) ≥ k], as P[Beta(k, n − k + 1) ≤ p]. RangeError unless 0 ≤ p ≤ 1 and n is a whole number. */
export function binomialAtLeast(k: number, n: number, p: number): number {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError('a number of trials is a whole number');
  if (!(p >= 0 && p <= 1)) throw new RangeError('a probability between 0 and 1 is needed');
  if (k <= 0) return 1;
  return k > n ? 0 : betaShare(p, k, n - k + 1);
}

/** Bounds of a share, each missed with at most the stated probability. */
export interface ShareBounds {
  readonly low: number;
  readonly high: number;
}

/**
 * The exact bounds of Clopper and Pearson (1934) on the probability behind `hits` of `of` trials.
 *
 * @param miss probability with which each bound alone may miss; 0.025 gives the usual 95 % interval
 * @throws RangeError unless 0 ≤ hits ≤ of are whole numbers, of ≥ 1, and 0 < miss < 1
 */
export function clopperPearson(hits: number, of: number, miss = 0.025): ShareBounds {
  if (!Number.isSafeInteger(hits) || !Number.isSafeInteger(of) || hits < 0 || hits > of || of < 1) {
    throw new RangeError('hits are a whole number of at least one trial');
  }
  if (!(miss > 0 && miss < 1)) throw new RangeError('a bound misses with a probability strictly between 0 and 1');
  return {
    low: hits === 0 ? 0 : betaQuantile(miss, hits, of - hits + 1),
    high: hits === of ? 1 : betaQuantile(1 - miss, hits + 1, of - hits),
  };
}
