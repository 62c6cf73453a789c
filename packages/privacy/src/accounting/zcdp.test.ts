import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRational, rational, rationalOfNumber, rationalToNumber } from '../rational.ts';
import {
  deltaOf,
  epsilonOf,
  looseEpsilonOf,
  rhoOf,
  rhoOfExponential,
  rhoOfGaussian,
  rhoOfPure,
  varianceFor,
} from './zcdp.ts';

fc.configureGlobal({ seed: 20_160_520 });

// Reference values of Steinke's implementation, with as many digits as were printed.
const epsilons = [
  [1 / 32, 1e-3, '0.6880024554878085'],
  [0.5, 1e-6, '5.2215344445'],
  [0.5, 1e-7, '5.6708588355'],
  [1, 1e-5, '7.0771966958'],
  [0.1, 1e-9, '2.7154818867'],
] as const;
const deltas = [
  [1 / 32, 0, '0.1508457845622862'],
  [0.05, 0.25, '0.0817727531036956'],
  [0.5, 0, '0.558835639347434'],
  [5e-30, 1e-13, '2.619676329730346e-234'],
  [0.1, 0.1, '0.2210020482'],
  [0.1, 1, '0.0089332458'],
  [0.5, 4, '0.000195795417'],
] as const;
const rhos = [
  [0.1, 1e-9, '1.7713844719e-4'],
  [1, 1e-9, '0.0149730577'],
  [10, 1e-9, '1.0907857044'],
  [0.1, 1e-6, '3.2104769035e-4'],
  [0.5, 1e-6, '0.0066415244'],
  [1, 1e-6, '0.0243559704'],
  [2, 1e-6, '0.0881526884'],
  [4, 1e-6, '0.3110649549'],
  [8, 1e-6, '1.0523580046'],
  [12, 1e-6, '2.0894987855'],
] as const;

/** Equal to the printed digits, or where those reach the last digits of a double, to the outward rounding. */
function expectDigits(actual: number, printed: string): void {
  const expected = Number(printed);
  const digits = printed.replace(/e.*$/, '').replace(/^0\.0*|\./g, '').length;
  const unit = 10 ** (Math.floor(Math.log10(expected)) - digits + 1);
  expect(Math.abs(actual - expected)).toBeLessThanOrEqual(Math.max(0.5001 * unit, expected * 2e-12));
}

describe('epsilonOf', () => {
  it.each(epsilons)('gives ε of rho %d at δ %d as %s', (rho, delta, printed) => {
    expectDigits(epsilonOf(rho, delta), printed);
    expect(epsilonOf(rho, delta)).toBeGreaterThanOrEqual(Number(printed) - 5e-11);
  });

  it('is never above the loose closed form and never below what the exact order allows', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 20, noNaN: true }), fc.integer({ min: 1, max: 15 }), (rho, digits) => {
        const delta = 10 ** -digits;
        const epsilon = epsilonOf(rho, delta);
        expect(epsilon).toBeLessThanOrEqual(looseEpsilonOf(rho, delta));
        expect(deltaOf(rho, epsilon)).toBeLessThanOrEqual(delta);
      }),
    );
  });

  it('costs nothing where nothing was spent', () => {
    expect(epsilonOf(rational(0), 1e-6)).toBe(0);
    expect(epsilonOf(0.5, 1)).toBe(0);
  });

  it('takes an exact fraction at no less than its value', () => {
    expect(epsilonOf(rational(1, 3), 1e-6)).toBeGreaterThanOrEqual(epsilonOf(1 / 3, 1e-6));
    expect(epsilonOf(rational(1, 2), 1e-6)).toBeCloseTo(5.2215344445, 9);
  });

  it('refuses what is not a cost or a probability', () => {
    for (const [rho, delta] of [
      [-1, 1e-6],
      [Number.NaN, 1e-6],
      [Infinity, 1e-6],
      [1, 0],
      [1, -1],
      [1, Number.NaN],
    ]) {
      expect(() => epsilonOf(rho as number, delta as number)).toThrow(RangeError);
    }
  });
});

describe('deltaOf', () => {
  it.each(deltas)('gives δ of rho %d at ε %d as %s', (rho, epsilon, printed) => {
    expectDigits(deltaOf(rho, epsilon), printed);
  });

  it('falls as ε grows and rises with rho', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1e-4, max: 5, noNaN: true }),
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (rho, epsilon, more) => {
          expect(deltaOf(rho, epsilon + more)).toBeLessThanOrEqual(deltaOf(rho, epsilon));
          expect(deltaOf(rho + more, epsilon)).toBeGreaterThanOrEqual(deltaOf(rho, epsilon));
        },
      ),
    );
  });

  it('is a bound at least as good as any single order gives', () => {
    for (const alpha of [1.05, 1.5, 2, 4, 8, 16, 64]) {
      const bound = (Math.exp((alpha - 1) * (alpha * 0.5 - 4)) / (alpha - 1)) * (1 - 1 / alpha) ** alpha;
      expect(deltaOf(0.5, 4)).toBeLessThanOrEqual(bound * (1 + 1e-12));
    }
  });
});

describe('rhoOf', () => {
  it.each(rhos)('gives rho of ε %d at δ %d as %s', (epsilon, delta, printed) => {
    expectDigits(rationalToNumber(rhoOf(epsilon, delta)), printed);
  });

  it('never grants more than the promise, and nearly all of it', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 2, max: 12 }),
        (epsilon, digits) => {
          const delta = 10 ** -digits;
          const rho = rhoOf(epsilon, delta);
          expect(epsilonOf(rho, delta)).toBeLessThanOrEqual(epsilon * (1 + 1e-12));
          const more = rationalOfNumber(rationalToNumber(rho) * (1 + 1e-9));
          expect(compareRational(more, rho)).toBe(1);
          expect(deltaOf(more, epsilon)).toBeGreaterThan(delta);
        },
      ),
    );
  });

  it('refuses a delta of one', () => {
    expect(() => rhoOf(1, 1)).toThrow(RangeError);
  });
});

describe('costs of single mechanisms', () => {
  it('need noise and a cost above zero', () => {
    expect(() => rhoOfGaussian(rational(1), rational(0))).toThrow(RangeError);
    expect(() => varianceFor(rational(0), rational(1))).toThrow(RangeError);
    expect(rhoOf(0, 1e-300).num >= 0n).toBe(true);
  });

  it('are exact fractions', () => {
    expect(rhoOfGaussian(rational(1), rational(9))).toEqual(rational(1, 18));
    expect(rhoOfGaussian(rational(6), rational(1, 16))).toEqual(rational(48));
    expect(rhoOfPure(rational(1, 3))).toEqual(rational(1, 18));
    expect(rhoOfExponential(rational(1, 2))).toEqual(rational(1, 32));
  });

  it('are met by the smallest integer variance', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 9n), fc.bigInt(1n, 10n ** 6n), (num, den, square) => {
        const rho = rational(num, den);
        const variance = varianceFor(rho, rational(square));
        expect(compareRational(rhoOfGaussian(rational(square), rational(variance)), rho)).toBeLessThanOrEqual(0);
        if (variance > 1n) {
          expect(compareRational(rhoOfGaussian(rational(square), rational(variance - 1n)), rho)).toBe(1);
        }
      }),
    );
  });
});
