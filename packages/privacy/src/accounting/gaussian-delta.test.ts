import { describe, expect, it } from 'vitest';
import { rational } from '../rational.ts';
import { discreteGaussianDelta, gaussianDelta } from './gaussian-delta.ts';
import { normalTail } from './normal-tail.ts';
import { attackerAdvantage, personRisk } from './persons.ts';
import { epsilonOfRenyi, renyiOfGaussian } from './renyi.ts';
import { deltaOf, epsilonOf } from './zcdp.ts';

describe('discreteGaussianDelta', () => {
  it.each([
    [1, 1, 0.1413513394, 10],
    [4, 1, 0.0072487768, 10],
    [16, 1, 3.0554546493e-6, 16],
    [100, 0.5, 6.93437e-9, 14],
  ])('gives S %d at ε %d as %d', (variance, epsilon, expected, places) => {
    expect(discreteGaussianDelta(variance, epsilon)).toBeCloseTo(expected, places);
  });

  it('is below the bound that its zCDP cost gives', () => {
    for (const variance of [1, 2, 9, 100, 10_000]) {
      for (const epsilon of [0.1, 0.5, 1, 2]) {
        expect(discreteGaussianDelta(variance, epsilon)).toBeLessThanOrEqual(deltaOf(1 / (2 * variance), epsilon));
      }
    }
  });

  it('tends to the continuous value as the variance grows', () => {
    expect(discreteGaussianDelta(1e6, 0.001) / gaussianDelta(1000, 0.001)).toBeCloseTo(1, 4);
  });
});

describe('gaussianDelta', () => {
  it.each([
    [1, 1, 0.1269367375],
    [2, 1, 0.006829595],
    [4, 0.5, 0.0027088802],
  ])('gives σ %d at ε %d as %d', (sigma, epsilon, expected) => {
    expect(gaussianDelta(sigma, epsilon)).toBeCloseTo(expected, 10);
  });
});

describe('exact deltas', () => {
  it('need a spread above zero and an epsilon of zero or more', () => {
    for (const [spread, epsilon] of [
      [0, 1],
      [-1, 1],
      [Number.NaN, 1],
      [Infinity, 1],
      [1, -1],
      [1, Number.NaN],
    ] as const) {
      expect(() => discreteGaussianDelta(spread, epsilon)).toThrow(RangeError);
      expect(() => gaussianDelta(spread, epsilon)).toThrow(RangeError);
    }
  });
});

describe('normalTail', () => {
  it.each([
    [0, 0.5],
    [1, 0.15865525393145705],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316300946],
    [6, 9.865876450376981e-10],
    [-1, 0.8413447460685429],
  ])('gives P[Z > %d] as %d', (x, expected) => {
    expect(Math.abs(normalTail(x) / expected - 1)).toBeLessThan(1e-12);
  });

  it('meets at the seam of its two forms', () => {
    expect(normalTail(2.5 - 1e-12) / normalTail(2.5)).toBeCloseTo(1, 10);
  });
});

describe('epsilonOfRenyi', () => {
  it('is never better than the conversion of the whole zCDP curve', () => {
    const best = Math.min(
      ...[1.5, 2, 3, 4, 5, 6, 7, 8, 16, 32].map((a) => epsilonOfRenyi(a, renyiOfGaussian(a, 1, 1), 1e-6)),
    );
    expect(best).toBeGreaterThanOrEqual(epsilonOf(0.5, 1e-6));
    expect(best).toBeLessThan(epsilonOf(0.5, 1e-6) * 1.05);
  });

  it('refuses an order of one', () => {
    expect(() => epsilonOfRenyi(1, 0.5, 1e-6)).toThrow(RangeError);
    expect(() => epsilonOfRenyi(2, 0.5, 1)).toThrow(RangeError);
    expect(() => renyiOfGaussian(2, 1, 0)).toThrow(RangeError);
  });
});

describe('attackerAdvantage', () => {
  it('is δ where ε is zero, 1 at most, and does not overflow', () => {
    expect(attackerAdvantage(0, 1e-3)).toBeCloseTo(1e-3, 12);
    expect(attackerAdvantage(1, 1e-6)).toBeCloseTo((Math.E - 1 + 2e-6) / (Math.E + 1), 12);
    expect(attackerAdvantage(10_000, 1e-6)).toBe(1);
    expect(() => attackerAdvantage(-1, 0)).toThrow(RangeError);
  });
});

describe('personRisk', () => {
  it('charges k·ρ over separate cohorts and k²·ρ within one', () => {
    const rho = rational(1, 10);
    expect(personRisk(rho, 1e-6, 1).epsilonSeparate).toBe(personRisk(rho, 1e-6, 1).epsilonWithin);
    expect(personRisk(rho, 1e-6, 3).epsilonSeparate).toBe(epsilonOf(rational(3, 10), 1e-6));
    expect(personRisk(rho, 1e-6, 3).epsilonWithin).toBe(epsilonOf(rational(9, 10), 1e-6));
    expect(() => personRisk(rho, 1e-6, 0)).toThrow(RangeError);
  });
});
