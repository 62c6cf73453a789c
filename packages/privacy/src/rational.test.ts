import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addRational,
  ceilRational,
  compareRational,
  divideRational,
  floorRational,
  formatRational,
  isSumAtMost,
  multiplyRational,
  parseRational,
  type Rational,
  rational,
  rationalFromText,
  rationalOfNumber,
  rationalToNumber,
  rationalToText,
  subtractRational,
  sumRationals,
  zeroRational,
} from './rational.ts';

fc.configureGlobal({ seed: 20_160_520 });

const anyRational = fc
  .tuple(fc.bigInt(-(2n ** 100n), 2n ** 100n), fc.bigInt(1n, 2n ** 100n))
  .map(([num, den]): Rational => rational(num, den));

describe('rational', () => {
  it('is in lowest terms with a positive denominator', () => {
    expect(rational(6, -4)).toEqual({ num: -3n, den: 2n });
    expect(rational(0, -7)).toEqual({ num: 0n, den: 1n });
    expect(() => rational(1, 0)).toThrow(RangeError);
    expect(() => rational(0.5)).toThrow(RangeError);
  });
});

describe('arithmetic on fractions', () => {
  it('obeys the laws of a field, and gives lowest terms', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(addRational(a, b)).toEqual(addRational(b, a));
        expect(addRational(addRational(a, b), c)).toEqual(addRational(a, addRational(b, c)));
        expect(multiplyRational(a, addRational(b, c))).toEqual(
          addRational(multiplyRational(a, b), multiplyRational(a, c)),
        );
        expect(subtractRational(addRational(a, b), b)).toEqual(a);
        if (b.num !== 0n) expect(multiplyRational(divideRational(a, b), b)).toEqual(a);
        expect(sumRationals([a, b, c])).toEqual(addRational(addRational(a, b), c));
        expect(compareRational(a, b)).toBe(-compareRational(b, a) + 0);
      }),
    );
    expect(sumRationals([])).toEqual(zeroRational);
    expect(() => divideRational(rational(1), zeroRational)).toThrow(RangeError);
  });

  it('adds up a third of a tenth exactly, thirty times', () => {
    expect(sumRationals(Array.from({ length: 30 }, () => rational(1, 30)))).toEqual(rational(1));
  });
});

describe('isSumAtMost', () => {
  const cost = fc.tuple(fc.bigInt(0n, 2n ** 40n), fc.bigInt(1n, 2n ** 40n)).map(([num, den]) => rational(num, den));

  it('agrees with the exact sum, at it, just above and just below', () => {
    fc.assert(
      fc.property(fc.array(cost, { maxLength: 12 }), cost, (terms, limit) => {
        const sum = sumRationals(terms);
        const least = rational(1n, 2n ** 600n);
        expect(isSumAtMost(terms, sum)).toBe(true);
        expect(isSumAtMost(terms, addRational(sum, least))).toBe(true);
        expect(isSumAtMost(terms, subtractRational(sum, least))).toBe(false);
        expect(isSumAtMost(terms, limit)).toBe(compareRational(sum, limit) <= 0);
      }),
    );
  });
});

describe('floorRational and ceilRational', () => {
  it('hold the fraction between them', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(compareRational(rational(floorRational(a)), a)).toBeLessThanOrEqual(0);
        expect(compareRational(rational(ceilRational(a)), a)).toBeGreaterThanOrEqual(0);
        expect(ceilRational(a) - floorRational(a)).toBe(a.den === 1n ? 0n : 1n);
      }),
    );
  });
});

describe('parseRational', () => {
  it('reads fractions and decimals exactly', () => {
    expect(parseRational('3/12')).toEqual(rational(1, 4));
    expect(parseRational('-7')).toEqual(rational(-7));
    expect(parseRational('0.1')).toEqual(rational(1, 10));
    expect(parseRational('1.5e3')).toEqual(rational(1500));
    expect(parseRational('7.5e-4')).toEqual(rational(3, 4000));
    expect(parseRational('-0.25')).toEqual(rational(-1, 4));
  });

  it.each(['', '1/0', '1/-2', '.5', '1.', 'NaN', 'Infinity', '1e999', '0x10', '1 2', '+1', '1/2/3'])(
    'refuses %j',
    (text) => {
      expect(() => parseRational(text)).toThrow(RangeError);
    },
  );

  it('reads back what formatRational and rationalToText write', () => {
    fc.assert(
      fc.property(anyRational, (a) => {
        expect(parseRational(formatRational(a))).toEqual(a);
        expect(rationalFromText(rationalToText(a))).toEqual(a);
      }),
    );
  });
});

describe('rationalFromText', () => {
  it.each([
    ['2', '4'],
    ['1', '-2'],
    ['1', '0'],
    ['01', '2'],
    ['-0', '1'],
    ['1.0', '1'],
    [' 1', '1'],
    ['0', '2'],
  ])('refuses %j over %j', (num, den) => {
    expect(() => rationalFromText({ num, den })).toThrow(RangeError);
  });
});

describe('rationalOfNumber and rationalToNumber', () => {
  it('give every finite double back', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (x) => {
        expect(rationalToNumber(rationalOfNumber(x))).toBe(x === 0 ? 0 : x);
      }),
    );
    expect(() => rationalOfNumber(Number.NaN)).toThrow(RangeError);
  });

  it('round to the nearest double', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), fc.integer({ min: 1, max: 2 ** 31 - 1 }), (num, den) => {
        expect(rationalToNumber(rational(num, den))).toBe(num / den);
      }),
    );
    expect(rationalToNumber(rational(-(10n ** 300n), 3n))).toBe(-1e300 / 3);
  });
});
