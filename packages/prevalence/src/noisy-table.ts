/**
 * Tables of histories that were measured with noise: made whole numbers of people again, and drawn anew for the interval.
 */
import { type CaptureTable, keepLists, knownPeople } from './capture-table.ts';
import type { NoiseSource } from './noise.ts';

/** A table of histories with independent noise of one variance on every cell but that of nobody. */
export interface NoisyTable {
  readonly lists: readonly string[];
  /** 2^lists values by history; whole numbers, possibly negative. Entry 0 is not looked at. */
  readonly values: ArrayLike<number>;
  /** Variance of each value's noise. */
  readonly variance: number;
}

/**
 * The nearest table of non-negative numbers with the same total (Euclidean projection: one amount is taken off every cell,
 * and those that fall below zero are zero), rounded. Cutting off at zero alone would make people of the noise on histories
 * that nobody has. Post-processing: it knows no more than the noisy values. Lists may be left without people.
 */
export function wholeTable({ lists, values }: Pick<NoisyTable, 'lists' | 'values'>): CaptureTable {
  const cells = Array.from({ length: 2 ** lists.length - 1 }, (_, at) => values[at + 1] as number);
  const total = cells.reduce((sum, value) => sum + value, 0);
  const counts = new Float64Array(2 ** lists.length);
  if (total < 1) return { lists, counts };
  const falling = [...cells].sort((a, b) => b - a);
  let sum = 0;
  let taken = 0;
  for (const [at, value] of falling.entries()) {
    sum += value;
    const each = (sum - total) / (at + 1);
    if (value - each > 0) taken = each;
  }
  for (const [at, value] of cells.entries()) counts[at + 1] = Math.max(0, Math.round(value - taken));
  return { lists, counts };
}

/** A table as it would have been measured again: noise on every history, made whole; lists without people are dropped. */
export function noisyAgain({ lists, counts }: CaptureTable, noise: NoiseSource): CaptureTable | undefined {
  const values = Float64Array.from(counts, (count, history) => (history === 0 ? 0 : count + noise()));
  const whole = wholeTable({ lists, values });
  if (knownPeople(whole) === 0) return undefined;
  return keepLists(
    whole,
    lists.map((_, list) => list),
  );
}
