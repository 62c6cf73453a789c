/**
 * Coins of exact rational and exponential bias. All arithmetic is on integers that a double holds exactly (below 2⁵³).
 * A uniform number is drawn as far as needed: its first bits w say that it lies in [w, w + 1)/2ᵇ; where that does
 * not settle a comparison, the comparison goes on with what is left of it, so that nothing is rounded.
 */
import type { BitSource } from '../random/bit-source.ts';

/** A denominator with the number of bits a first comparison uses: d·2ᵇ ≤ 2⁵³. */
export interface Denominator {
  readonly d: number;
  /** 2ᵇ, 8 ≤ b ≤ 32. */
  readonly scale: number;
  /** 32 − b. */
  readonly shift: number;
}

/** The largest denominator compared without bigint. */
export const largestDenominator = 2 ** 45;

/** Prepares 1 ≤ d ≤ 2⁴⁵. */
export function denominator(d: number): Denominator {
  let bits = 32;
  while (d * 2 ** bits > 2 ** 53) bits -= 1;
  return { d, scale: 2 ** bits, shift: 32 - bits };
}

/** True with probability n/d, 0 ≤ n ≤ d. */
export function bernoulli(source: BitSource, n: number, { d, scale, shift }: Denominator): boolean {
  let rest = n;
  for (;;) {
    const low = (source.word() >>> shift) * d;
    const target = rest * scale;
    if (low + d <= target) return true;
    if (low >= target) return false;
    rest = target - low;
  }
}

/**
 * K ≥ 1 with P(K ≥ k) = 1/k!: how many trials of probability 1/1, 1/2, 1/3, … pass before one fails. A word below
 * 8·12! is 12! equally likely values eight times over, and 12!/k! of those belong to K ≥ k.
 */
export function factorialChain(source: BitSource): number {
  let word = source.word();
  while (word >= 3_832_012_800) word = source.word();
  if (word >= 1_916_006_400) return 1;
  if (word >= 638_668_800) return 2;
  if (word >= 159_667_200) return 3;
  let k = 4;
  let share = 31_933_440; // 8·12!/5!
  while (word < share) {
    k += 1;
    if (k === 12) return passOn(source);
    share /= k + 1;
  }
  return k;
}

/** True with probability exp(−1). */
export function bernoulliExpOne(source: BitSource): boolean {
  return (factorialChain(source) & 1) === 0;
}

/** True with probability exp(−n/d), 0 ≤ n ≤ d: the first k that fails a trial of probability n/(d·k) is odd. */
export function bernoulliExpUnit(source: BitSource, n: number, over: Denominator): boolean {
  if (!bernoulli(source, n, over)) return true;
  const chain = factorialChain(source);
  let k = 2;
  while (k <= chain && bernoulli(source, n, over)) k += 1;
  return (k & 1) === 1;
}

/** True with probability exp(−n/d) for any n ≥ 0 below 2⁵³. */
export function bernoulliExpRatio(source: BitSource, n: number, over: Denominator): boolean {
  let rest = n;
  while (rest > over.d) {
    if (!bernoulliExpOne(source)) return false;
    rest -= over.d;
  }
  return bernoulliExpUnit(source, rest, over);
}

// Twelve trials passed; the thirteenth and on are drawn one by one.
function passOn(source: BitSource): number {
  let k = 12;
  while (bernoulli(source, 1, denominator(k + 1))) k += 1;
  return k;
}
