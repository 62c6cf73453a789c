import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRates, meanRate, residualRisk, scaledRate, wilsonRate } from './rates.ts';

describe('wilsonRate', () => {
  it.each([
    [500, 50, 0.1030497, 0.0263722],
    [500, 20, 0.0435072, 0.0174664],
    [100, 0, 0.0184967, 0.0184967],
  ])('of %d trials and %d successes', (trials, successes, rate, error) => {
    const found = wilsonRate(successes, trials);
    expect(found.rate).toBeCloseTo(rate, 7);
    expect(found.error).toBeCloseTo(error, 7);
  });
  it('knows nothing without trials', () => {
    expect(wilsonRate(0, 0)).toMatchObject({ rate: 0.5, error: 0.5, lower: 0, upper: 1 });
  });
  it('lies within 0 and 1, is symmetric and never without width', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.double({ min: 0, max: 1, noNaN: true }), (trials, share) => {
        const one = wilsonRate(share * trials, trials);
        const other = wilsonRate(trials - share * trials, trials);
        expect(one.lower).toBeGreaterThanOrEqual(0);
        expect(one.upper).toBeLessThanOrEqual(1);
        expect(one.error).toBeGreaterThan(0);
        expect(one.rate + other.rate).toBeCloseTo(1, 9);
        expect(one.lower).toBeLessThanOrEqual(share + 1e-12);
        expect(one.upper).toBeGreaterThanOrEqual(share - 1e-12);
      }),
    );
  });
  it('refuses more successes than trials', () => {
    expect(() => wilsonRate(3, 2)).toThrow(RangeError);
    expect(() => wilsonRate(-1, 2)).toThrow(RangeError);
  });
});

describe('residualRisk', () => {
  it('propagates both errors', () => {
    const found = residualRisk(wilsonRate(50, 500), wilsonRate(20, 500));
    expect(found.value).toBeCloseTo(0.0622509, 7);
    expect(found.error).toBeCloseTo(0.0324567, 7);
  });
  it('does not fall over where everything or nothing succeeds', () => {
    for (const [a, c] of [
      [0, 0],
      [0, 40],
      [40, 0],
      [40, 40],
    ] as const) {
      const { value, error } = residualRisk(wilsonRate(a, 40), wilsonRate(c, 40));
      expect(Number.isFinite(value) && Number.isFinite(error)).toBe(true);
    }
    expect(residualRisk(wilsonRate(1, 2), { ...wilsonRate(1, 1), rate: 1 })).toMatchObject({ value: 0, error: 1 });
  });
  it('is absent without a control group', () => {
    expect(compareRates(wilsonRate(1, 2), null).residual).toBeNull();
  });
  it('covers no difference in at least 93 % of pairs of equal rates', () => {
    // Exact: both binomials of 60 trials at p = 0.1, summed over all pairs.
    const weights = binomial(60, 0.1);
    let covered = 0;
    for (const [a, pa] of weights.entries()) {
      for (const [c, pc] of weights.entries()) {
        const { lower, upper } = residualRisk(wilsonRate(a, 60), wilsonRate(c, 60));
        if (lower <= 0 && upper >= 0) covered += pa * pc;
      }
    }
    expect(covered).toBeGreaterThan(0.93);
  });
});

describe('scaledRate and meanRate', () => {
  it('scales rate and error, to 1 at most', () => {
    const rate = wilsonRate(5, 100);
    expect(scaledRate(rate, 4).rate).toBeCloseTo(4 * rate.rate, 12);
    expect(scaledRate(rate, 400).upper).toBe(1);
  });
  it('keeps a width where every unit agrees', () => {
    expect(meanRate(0, 0, 50).error).toBeGreaterThan(0);
    expect(meanRate(1, 0, 50).error).toBeGreaterThan(0);
    expect(meanRate(0.5, 0, 50).error).toBeGreaterThan(0);
    expect(meanRate(0.5, 0.1, 50).error).toBeCloseTo(0.196, 3);
  });
});

function binomial(trials: number, p: number): number[] {
  let weights = [1];
  for (let at = 0; at < trials; at++) {
    weights = Array.from(
      { length: weights.length + 1 },
      (_, k) => (weights[k] ?? 0) * (1 - p) + (weights[k - 1] ?? 0) * p,
    );
  }
  return weights;
}
