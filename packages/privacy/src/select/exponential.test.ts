import { describe, expect, it } from 'vitest';
import { type RandomBytes, unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { chooseExponentially, largest, type ScoredCandidates } from './exponential.ts';

/** Frequencies of each candidate over some draws. */
function frequencies(candidates: ScoredCandidates, draws: number, seed: string): number[] {
  const random = unsafeTestRandom(seed);
  const times = candidates.scores.map(() => 0);
  for (let draw = 0; draw < draws; draw++) {
    const at = chooseExponentially(random, candidates);
    times[at] = (times[at] as number) + 1;
  }
  return times.map((count) => count / draws);
}

/** What the mechanism promises: probabilities proportional to exp(ε·s / 2Δ). */
function exact({ scores, sensitivity, epsilon }: ScoredCandidates): number[] {
  const best = largest(scores);
  const rate = Number(epsilon.num) / Number(epsilon.den) / (2 * Number(sensitivity));
  const weights = scores.map((score) => Math.exp(-rate * Number(best - score)));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Counts the bytes that a generator gave. */
function counted(seed: string): { random: RandomBytes; bytes: () => number } {
  const inner = unsafeTestRandom(seed);
  let bytes = 0;
  return {
    random: (length) => {
      bytes += length;
      return inner(length);
    },
    bytes: () => bytes,
  };
}

describe('chooseExponentially', () => {
  // Chi-square over 6 candidates has 5 degrees of freedom and exceeds 38 once in a million.
  it.each<[string, ScoredCandidates]>([
    ['six candidates', { scores: [10n, 9n, 7n, 4n, 0n, -5n], sensitivity: 2n, epsilon: rational(7, 5) }],
    [
      'six scores beyond doubles',
      {
        scores: [3n, 0n, 1n, 2n, 3n, 1n].map((s) => (1n << 70n) + (s << 60n)),
        sensitivity: 1n << 60n,
        epsilon: rational(1),
      },
    ],
    [
      'six scores more than a unit of the exponent apart',
      { scores: [0n, 5n, 10n, 15n, 20n, 25n], sensitivity: 1n, epsilon: rational(1, 3) },
    ],
  ])('draws %s as often as the formula says', (name, candidates) => {
    const draws = 100_000;
    const expected = exact(candidates);
    const seen = frequencies(candidates, draws, name);
    const chiSquare = seen.reduce(
      (sum, share, at) => sum + (draws * (share - (expected[at] as number)) ** 2) / (expected[at] as number),
      0,
    );
    expect(chiSquare).toBeLessThan(38);
    for (const [at, share] of seen.entries()) expect(Math.abs(share - (expected[at] as number))).toBeLessThan(0.008);
  });

  it('draws equal scores equally often', () => {
    const shares = frequencies({ scores: [5n, 5n, 5n, 5n], sensitivity: 1n, epsilon: rational(50) }, 40_000, 'ties');
    // Five standard errors: a share is off by more once in 1.7 million.
    for (const share of shares) expect(Math.abs(share - 0.25)).toBeLessThan(5 * Math.sqrt((0.25 * 0.75) / 40_000));
  });

  it('gives the only candidate', () => {
    const one = { scores: [-7n], sensitivity: 3n, epsilon: rational(1, 1000) };
    expect(chooseExponentially(unsafeTestRandom('one'), one)).toBe(0);
  });

  it('ends however far the best is ahead, in about as many tries as there are candidates', () => {
    const scores = Array.from({ length: 1000 }, (_, at) => (at === 617 ? 1n << 80n : BigInt(-at)));
    const { random, bytes } = counted('gaps');
    for (let draw = 0; draw < 20; draw++) {
      expect(chooseExponentially(random, { scores, sensitivity: 1n, epsilon: rational(1) })).toBe(617);
    }
    // 20,000 tries expected, of a word to pick and 1.6 words to reject; chunks may double that. The sum of twenty
    // geometric numbers exceeds four times its mean once in 10^12.
    expect(bytes()).toBeLessThan(4 * 2 * 20_000 * 4 * 2.6);
  });

  it('takes a very small and a very large ε', () => {
    const scores = [0n, 1n];
    const even = frequencies({ scores, sensitivity: 1n, epsilon: rational(1, 10n ** 60n) }, 20_000, 'small');
    expect(Math.abs((even[0] as number) - 0.5)).toBeLessThan(5 * Math.sqrt(0.25 / 20_000));
    const sure = frequencies({ scores, sensitivity: 1n, epsilon: rational(10n ** 60n) }, 1000, 'large');
    expect(sure).toEqual([0, 1]);
  });

  it.each([
    ['no candidate', { scores: [], sensitivity: 1n, epsilon: rational(1) }],
    ['no sensitivity', { scores: [1n], sensitivity: 0n, epsilon: rational(1) }],
    ['no ε', { scores: [1n], sensitivity: 1n, epsilon: rational(0) }],
    ['a negative ε', { scores: [1n], sensitivity: 1n, epsilon: { num: 1n, den: -2n } }],
  ])('refuses %s', (_what, candidates) => {
    expect(() => chooseExponentially(unsafeTestRandom('bad'), candidates)).toThrow(RangeError);
  });
});
