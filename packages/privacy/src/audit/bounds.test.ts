import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { uniformBelow } from '../noise/samplers.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { normalQuantile } from '../results/normal.ts';
import { betaQuantile, betaShare, logGamma } from './beta.ts';
import { binomialAtLeast, clopperPearson } from './binomial.ts';
import { auditManyRuns } from './many-runs.ts';
import { auditOneRun, type OneRunGuesses, oneRunChance, oneRunEpsilon } from './one-run.ts';
import { toldApart } from './told-apart.ts';

const seed = { seed: 20161103 };

describe('betaShare', () => {
  it('is the closed form where there is one', () => {
    expect(betaShare(0.3, 1, 1)).toBeCloseTo(0.3, 14);
    expect(betaShare(0.3, 2, 1)).toBeCloseTo(0.09, 14);
    expect(betaShare(0.3, 1, 5)).toBeCloseTo(1 - 0.7 ** 5, 14);
    expect(betaShare(0.5, 1234.5, 1234.5)).toBeCloseTo(0.5, 11);
    expect(betaShare(0.25, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.asin(0.5), 13);
  });
  it('is the sum of binomial probabilities for whole parameters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(60), fc.double({ min: 0.01, max: 0.99 }), (n, at, p) => {
        const k = 1 + (at % n);
        let sum = 0;
        let term = (1 - p) ** n;
        for (let i = 0; i < k; i++) {
          sum += term;
          term *= ((n - i) / (i + 1)) * (p / (1 - p));
        }
        expect(binomialAtLeast(k, n, p)).toBeCloseTo(1 - sum, 10);
      }),
      seed,
    );
  });
  it('is undone by betaQuantile', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        fc.double({ min: 1, max: 5000, noNaN: true }),
        (p, a, b) => {
          expect(betaShare(betaQuantile(p, a, b), a, b)).toBeCloseTo(p, 8);
        },
      ),
      { ...seed, numRuns: 60 },
    );
  });
  it('rests on the factorials', () => {
    let factorial = 0;
    for (let n = 1; n <= 170; n++) {
      expect(logGamma(n)).toBeCloseTo(factorial, 9);
      factorial += Math.log(n);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});

describe('clopperPearson', () => {
  it('is exact at no and at all hits', () => {
    const none = clopperPearson(0, 1000);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(1 - 0.025 ** (1 / 1000), 12);
    expect(clopperPearson(7, 7).high).toBe(1);
    expect(clopperPearson(7, 7).low).toBeCloseTo(0.025 ** (1 / 7), 12);
  });
  it('leaves exactly the stated probability beyond each bound', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3000 }), fc.nat(), fc.constantFrom(0.025, 0.001, 1e-4), (of, at, miss) => {
        const hits = 1 + (at % (of - 1));
        const { low, high } = clopperPearson(hits, of, miss);
        expect(binomialAtLeast(hits, of, low) / miss).toBeCloseTo(1, 5);
        expect((1 - binomialAtLeast(hits + 1, of, high)) / miss).toBeCloseTo(1, 5);
      }),
      { ...seed, numRuns: 60 },
    );
  });
  it('refuses counts that are none', () => {
    expect(() => clopperPearson(3, 2)).toThrow(RangeError);
    expect(() => clopperPearson(0, 0)).toThrow(RangeError);
    expect(() => clopperPearson(0.5, 2)).toThrow(RangeError);
    expect(() => clopperPearson(1, 2, 0)).toThrow(RangeError);
  });
});

describe('toldApart', () => {
  const of = (hits: number, alarms: number, delta = 0) =>
    toldApart({ hits, present: 1000, alarms, absent: 1000 }, delta);
  it('gives the published bounds', () => {
    expect(of(500, 0).epsilon).toBeCloseTo(4.846162, 6);
    expect(of(300, 50, 1e-6).epsilon).toBeCloseTo(1.424396, 6);
    expect(of(550, 450).epsilon).toBeCloseTo(0.0743, 4);
  });
  it('bounds μ by exact quantiles of the exact bounds', () => {
    const { mu, muHigh, hitRate, alarmRate } = of(691, 309);
    expect(mu).toBeCloseTo(normalQuantile(hitRate.low) - normalQuantile(alarmRate.high), 12);
    expect(mu).toBeLessThan(2 * normalQuantile(0.691));
    expect(muHigh).toBeGreaterThan(2 * normalQuantile(0.691));
  });
  it('proves nothing from guesses that are no better than chance', () => {
    expect(of(500, 500).epsilon).toBe(0);
    expect(of(500, 500).mu).toBeLessThan(0);
    expect(of(0, 0).epsilon).toBe(0);
  });
});

describe('auditManyRuns', () => {
  const response = (flip: number, seedText: string) => {
    const random = unsafeTestRandom(seedText);
    return (present: boolean) => Number(uniformBelow(random, 1000) >= BigInt(flip) === present);
  };
  it('finds what randomised response gives away, and no more', async () => {
    // The truth with 3 in 4 runs: ε = ln 3. The bound is wrong in at most 1 of 20 seeds, and this one is fixed.
    const found = await auditManyRuns({ run: response(250, 'response'), runs: 4000, threshold: [0.5], delta: 0 });
    expect(found.epsilon).toBeLessThanOrEqual(Math.log(3));
    expect(found.epsilon).toBeGreaterThan(Math.log(3) - 0.15);
    expect(found.falseAlarm).toBe(0.05);
  });
  it('learns a threshold on runs that do not count', async () => {
    const run = response(250, 'learning');
    const found = await auditManyRuns({
      run: (present) => 40 + 7 * run(present),
      runs: 4000,
      threshold: { learnedFrom: 0.25 },
      delta: 0,
    });
    expect(found.byThreshold[0]?.threshold).toBe(43.5);
    expect(found.epsilon).toBeLessThanOrEqual(Math.log(3));
    expect(found.epsilon).toBeGreaterThan(Math.log(3) - 0.2);
  });
  it('stops when told', async () => {
    const controller = new AbortController();
    const stopped = auditManyRuns({
      run: (_, at) => {
        if (at === 3) controller.abort();
        return 0;
      },
      runs: 100,
      threshold: [0],
      delta: 0,
      signal: controller.signal,
    });
    await expect(stopped).rejects.toThrow();
  });
});

describe('oneRunEpsilon', () => {
  it.each([
    [100, 100, 3.492965],
    [100, 75, 0.702214],
    [1000, 600, 0.297468],
    [1000, 731, 0.880603],
    [1000, 520, 0],
  ])('gives the published bound for %d guesses of which %d are right', (guessed, right, epsilon) => {
    expect(oneRunEpsilon({ canaries: guessed, guessed, right }, 0)).toBeCloseTo(epsilon, 6);
  });
  it("gives the paper's bound with a δ: 1,000 canaries, 100 guesses, 75 right, δ 1e-4", () => {
    expect(oneRunEpsilon({ canaries: 1000, guessed: 100, right: 75 }, 1e-4)).toBeCloseTo(0.673, 3);
  });
  it('proves less with a larger δ, with more canaries, and with fewer right guesses', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 300 }),
        fc.double({ min: 1e-9, max: 1e-4, noNaN: true }),
        (right, delta) => {
          const guesses = { canaries: 1000, guessed: 300, right };
          const bound = oneRunEpsilon(guesses, delta);
          expect(bound).toBeLessThanOrEqual(oneRunEpsilon(guesses, 0) + 1e-9);
          expect(oneRunEpsilon({ ...guesses, canaries: 5000 }, delta)).toBeLessThanOrEqual(bound + 1e-9);
          expect(oneRunEpsilon({ ...guesses, right: right - 1 }, delta)).toBeLessThanOrEqual(bound + 1e-9);
        },
      ),
      { ...seed, numRuns: 40 },
    );
  });
  it('is never less probable than the worst mechanism that has the guarantee', () => {
    // Each of 20 coins is published outright with probability δ, and by randomised response at ε otherwise: (ε, δ) holds for
    // every canary, and the number of right guesses is a binomial that can be summed.
    const [canaries, epsilon, delta] = [20, 0.7, 0.004];
    const q = 1 / (1 + Math.exp(-epsilon));
    for (let right = 0; right <= canaries; right++) {
      expect(oneRunChance({ canaries, guessed: canaries, right }, epsilon, delta)).toBeGreaterThanOrEqual(
        binomialAtLeast(right, canaries, delta + (1 - delta) * q) - 1e-12,
      );
    }
  });
  it('refuses guesses that cannot be', () => {
    expect(() => oneRunEpsilon({ canaries: 10, guessed: 11, right: 3 }, 0)).toThrow(RangeError);
    expect(() => oneRunEpsilon({ canaries: 10, guessed: 5, right: 6 }, 0)).toThrow(RangeError);
    expect(() => oneRunChance({ canaries: 10, guessed: 5, right: 5 }, -1, 0)).toThrow(RangeError);
  });
});

describe('auditOneRun', () => {
  it('guesses about the most and the least suspicious', async () => {
    const found = await auditOneRun({
      canaries: 100,
      guesses: 40,
      random: unsafeTestRandom('coins'),
      run: async (included) => [included.map((is, at) => (is ? 1 : -1) * (at + 1)), included.map((is) => (is ? 0 : 1))],
    });
    expect(found).toEqual([
      { canaries: 100, guessed: 40, right: 40 },
      { canaries: 100, guessed: 40, right: 0 },
    ]);
  });
  it('is right half of the time when nothing was published', async () => {
    const [found] = (await auditOneRun({
      canaries: 4000,
      guesses: 4000,
      random: unsafeTestRandom('nothing'),
      run: async (included) => [new Float64Array(included.length)],
    })) as [OneRunGuesses];
    // Five standard deviations of 4,000 fair coins.
    expect(Math.abs(found.right - 2000)).toBeLessThan(5 * Math.sqrt(1000));
    expect(oneRunEpsilon(found, 0)).toBeLessThan(0.1);
  });
});
