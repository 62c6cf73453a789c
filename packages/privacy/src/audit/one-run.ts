import { uniformBelow } from '../noise/samplers.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { logGamma } from './beta.ts';
import { binomialAtLeast } from './binomial.ts';

/** Guesses about the canaries of one run. */
export interface OneRunGuesses {
  /** Canaries, each in or out by the toss of a fair coin. */
  readonly canaries: number;
  /** Canaries the attacker was sure enough to guess about. */
  readonly guessed: number;
  /** Guesses that were right. */
  readonly right: number;
}

/**
 * The most probable it is, under (ε, δ), to be right as often as this (Steinke, Nasr and Jagielski 2023, "Privacy auditing
 * with one (1) training run", corollary 5.4).
 *
 * Under pure ε, whatever was published, the odds of one coin given it and the coins before are at most e^ε : 1, so right
 * guesses are dominated by W ~ Bin(guessed, q), q = e^ε / (1 + e^ε), and the answer is β = P[W ≥ right]. Under (ε, δ) some
 * outcomes give a coin better odds. With P and Q the densities of what is published when it is in and out, its posterior
 * there is (1 − f) q + f, f = (P − e^ε Q) / (P + Q): with probability f it counts as given away outright. Over all outcomes
 * f has mean at most δ/2 on either side, δ together; the paper allows 2δ a coin and so do we. If F coins are given away,
 * E[F] ≤ 2 · canaries · δ, then P[W + F ≥ right] = β + Σ_i P[F = i] · P[right > W ≥ right − i]
 * ≤ β + E[F] · max_i P[right > W ≥ right − i] / i.
 *
 * RangeError unless 0 ≤ right ≤ guessed ≤ canaries are whole numbers, ε ≥ 0 and 0 ≤ δ ≤ 1.
 */
export function oneRunChance({ canaries, guessed, right }: OneRunGuesses, epsilon: number, delta: number): number {
  const whole = [canaries, guessed, right].every((count) => Number.isSafeInteger(count) && count >= 0);
  if (!whole || right > guessed || guessed > canaries) {
    throw new RangeError('right guesses are some of the guesses, and guesses some of the canaries');
  }
  if (!(epsilon >= 0 && delta >= 0 && delta <= 1)) throw new RangeError('epsilon and delta are not below zero');
  const q = 1 / (1 + Math.exp(-epsilon));
  const beta = binomialAtLeast(right, guessed, q);
  if (delta === 0) return beta;
  let steepest = 0;
  let below = 0;
  for (let i = 1; i <= right; i++) {
    below += binomialPoint(right - i, guessed, q);
    steepest = Math.max(steepest, below / i);
  }
  return Math.min(1, beta + 2 * canaries * delta * steepest);
}

/**
 * The lower bound on ε that one run proves: the largest ε at which the guesses were less probable than `miss`. Zero when
 * nothing is proved.
 *
 * @param miss probability with which the bound may be wrong; 0.05 when absent
 */
export function oneRunEpsilon(guesses: OneRunGuesses, delta: number, miss = 0.05): number {
  if (!(miss > 0 && miss < 1)) throw new RangeError('a bound misses with a probability strictly between 0 and 1');
  const rejected = (epsilon: number) => oneRunChance(guesses, epsilon, delta) < miss;
  if (!rejected(0)) return 0;
  let [low, high] = [0, 1];
  while (rejected(high) && high < 64) [low, high] = [high, high * 2];
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2;
    if (rejected(middle)) low = middle;
    else high = middle;
  }
  return low;
}

/** An audit of one run. */
export interface OneRun {
  readonly canaries: number;
  /** How many canaries to guess about: the half that looks most like in, the half that looks most like out. Even. */
  readonly guesses: number;
  /** Coins that decide which canaries are in. */
  readonly random: RandomBytes;
  /**
   * The one run. An attacker's statistic per canary, more of it speaking for its being in; several where several attackers
   * look at the same run.
   */
  readonly run: (included: readonly boolean[]) => Promise<readonly ArrayLike<number>[]>;
}

/**
 * Tosses the coins, runs the mechanism once and guesses, once for each attacker. Ties are broken by the canary's number,
 * which says nothing. RangeError: an odd number of guesses, more than there are canaries, or not a statistic for each.
 */
export async function auditOneRun({ canaries, guesses, random, run }: OneRun): Promise<readonly OneRunGuesses[]> {
  if (guesses % 2 !== 0 || guesses > canaries) throw new RangeError('guesses are an even number, canaries at the most');
  const included = Array.from({ length: canaries }, () => uniformBelow(random, 2) === 1n);
  return (await run(included)).map((statistics) => {
    if (statistics.length !== canaries) throw new RangeError('one statistic per canary is needed');
    return { canaries, guessed: guesses, right: rightGuesses(statistics, included, guesses / 2) };
  });
}

function rightGuesses(statistics: ArrayLike<number>, included: readonly boolean[], half: number): number {
  const order = Uint32Array.from(included, (_, at) => at).sort(
    (a, b) => (statistics[a] as number) - (statistics[b] as number) || a - b,
  );
  return (
    order.subarray(0, half).reduce((sum, at) => sum + (included[at] ? 0 : 1), 0) +
    order.subarray(order.length - half).reduce((sum, at) => sum + (included[at] ? 1 : 0), 0)
  );
}

/** P[Bin(n, p) = k]. */
function binomialPoint(k: number, n: number, p: number): number {
  if (p === 1) return k === n ? 1 : 0;
  return Math.exp(logGamma(n + 1) - logGamma(k + 1) - logGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));
}
