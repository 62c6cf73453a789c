/**
 * The exponential mechanism, exactly: candidate i is drawn with probability proportional to exp(ε·sᵢ / 2Δ). It is drawn by
 * rejection: a candidate is picked uniformly and kept with probability exp(−ε·(s* − sᵢ) / 2Δ), s* the best score; a coin of
 * that bias needs no floating point (Canonne, Kamath and Steinke 2020, algorithm 1). Scores are integers and ε/2Δ is a
 * fraction, so no rounding takes part and the distribution is the one on paper. The best candidate is always kept when it is
 * picked, so the expected number of tries is at most the number of candidates. Its cost is ε²/8 in zCDP, by its bounded
 * range (Dong, Durfee and Rogers 2020; Cesar and Rogers 2021).
 */
import { bernoulliExpOne } from '../noise/bernoulli.ts';
import { bernoulliExpWide, uniformBelowWide } from '../noise/wide.ts';
import { type BitSource, withBits } from '../random/bit-source.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { type Rational, rational } from '../rational.ts';

/** Scores of candidates, and what they mean. */
export interface ScoredCandidates {
  /** Higher is better; integers in any unit. */
  readonly scores: readonly bigint[];
  /** The most that one record more or less can change any score, in the same unit; above zero. */
  readonly sensitivity: bigint;
  /** ε of the mechanism, above zero; its zCDP cost is ε²/8. */
  readonly epsilon: Rational;
}

/** The index of the chosen candidate. RangeError: no candidate, or a sensitivity or ε that is not above zero. */
export function chooseExponentially(random: RandomBytes, candidates: ScoredCandidates): number {
  const { scores, sensitivity } = candidates;
  const epsilon = rational(candidates.epsilon.num, candidates.epsilon.den);
  if (sensitivity <= 0n || epsilon.num <= 0n) throw new RangeError('sensitivity and ε of a choice are above zero');
  const best = largest(scores);
  const over = 2n * sensitivity * epsilon.den;
  const count = BigInt(scores.length);
  return withBits(random, (source) => {
    for (;;) {
      const at = Number(uniformBelowWide(source, count));
      if (isKept(source, epsilon.num * (best - (scores[at] as bigint)), over)) return at;
    }
  });
}

/** True with probability exp(−n/d), n ≥ 0: whole units first, which a far worse candidate hardly ever passes. */
function isKept(source: BitSource, n: bigint, d: bigint): boolean {
  for (let units = n / d; units > 0n; units -= 1n) if (!bernoulliExpOne(source)) return false;
  return bernoulliExpWide(source, n % d, d);
}

/** The largest of some integers. RangeError for none. */
export function largest(values: readonly bigint[]): bigint {
  let most = values[0];
  if (most === undefined) throw new RangeError('there is nothing to choose from');
  for (const value of values) if (value > most) most = value;
  return most;
}
