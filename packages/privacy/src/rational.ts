/**
 * Exact fractions over bigint. Privacy costs are kept, added and compared as these: a budget that is a sum of doubles
 * would depend on the order of addition.
 */
export interface Rational {
  readonly num: bigint;
  /** Always positive, and without a factor in common with `num`. */
  readonly den: bigint;
}

/** A fraction as it is written to JSON: decimal texts. */
export interface RationalText {
  readonly num: string;
  readonly den: string;
}

/** The fraction num/den in lowest terms. RangeError: zero denominator, or a number that is not an integer. */
export function rational(num: bigint | number, den: bigint | number = 1n): Rational {
  const n = BigInt(num);
  const d = BigInt(den);
  if (d === 0n) throw new RangeError('a fraction needs a denominator other than zero');
  const divisor = greatestCommonDivisor(n, d) * (d < 0n ? -1n : 1n);
  return { num: n / divisor, den: d / divisor };
}

export const zeroRational: Rational = { num: 0n, den: 1n };

/** a + b. */
export function addRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den + b.num * a.den, a.den * b.den);
}

/** a − b. */
export function subtractRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den - b.num * a.den, a.den * b.den);
}

/** a · b. */
export function multiplyRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.num, a.den * b.den);
}

/** a / b. RangeError when b is zero. */
export function divideRational(a: Rational, b: Rational): Rational {
  return rational(a.num * b.den, a.den * b.num);
}

/** The exact sum; zero for none. */
export function sumRationals(terms: Iterable<Rational>): Rational {
  const { num, den } = rawSum(terms);
  return rational(num, den);
}

/**
 * Whether the exact sum of non-negative terms is at most `limit`. Decided on 256 binary places wherever they tell, since
 * the common denominator of hundreds of costs has thousands of digits.
 */
export function isSumAtMost(terms: Iterable<Rational>, limit: Rational): boolean {
  const list = [...terms];
  const places = 256n;
  let floors = 0n;
  for (const { num, den } of list) floors += (num << places) / den;
  const bound = limit.num << places;
  if (floors * limit.den > bound) return false;
  if ((floors + BigInt(list.length)) * limit.den <= bound) return true;
  const { num, den } = rawSum(list);
  return num * limit.den <= limit.num * den;
}

/** Negative, zero or positive as a is below, equal to or above b. */
export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** The greatest integer not above a. */
export function floorRational(a: Rational): bigint {
  const quotient = a.num / a.den;
  return a.num < 0n && quotient * a.den !== a.num ? quotient - 1n : quotient;
}

/** The smallest integer not below a. */
export function ceilRational(a: Rational): bigint {
  return -floorRational({ num: -a.num, den: a.den });
}

/** `3/4`, or `3` for an integer. */
export function formatRational(a: Rational): string {
  return a.den === 1n ? a.num.toString() : `${a.num}/${a.den}`;
}

/**
 * Reads `3`, `3/4`, `0.75` or `7.5e-4`, exactly: a decimal text means that decimal, not the nearest double.
 * RangeError for any other text, or an exponent beyond ±400.
 */
export function parseRational(text: string): Rational {
  const fraction = /^(-?\d+)\/(\d+)$/.exec(text);
  if (fraction) return rational(BigInt(fraction[1] as string), BigInt(fraction[2] as string));
  const decimal = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(text);
  if (!decimal) throw new RangeError(`not a fraction or decimal number: ${JSON.stringify(text)}`);
  const digits = decimal[3] ?? '';
  const exponent = Number(decimal[4] ?? 0) - digits.length;
  if (Math.abs(exponent) > 400) throw new RangeError(`exponent out of range: ${JSON.stringify(text)}`);
  const num = BigInt(`${decimal[1]}${decimal[2]}${digits}`);
  return exponent >= 0 ? rational(num * 10n ** BigInt(exponent)) : rational(num, 10n ** BigInt(-exponent));
}

/** The fraction as decimal texts, for JSON. */
export function rationalToText(a: Rational): RationalText {
  return { num: a.num.toString(), den: a.den.toString() };
}

/** Reads a fraction from JSON. RangeError unless it is in lowest terms with a positive denominator, written plainly. */
export function rationalFromText(text: RationalText): Rational {
  if (!/^(0|-?[1-9]\d*)$/.test(text.num) || !/^[1-9]\d*$/.test(text.den)) {
    throw new RangeError('a fraction is two whole numbers in decimal digits');
  }
  const value = rational(BigInt(text.num), BigInt(text.den));
  if (value.den.toString() !== text.den) throw new RangeError('a fraction must be in lowest terms');
  return value;
}

/** The exact value of a finite double. RangeError for NaN and infinities. */
export function rationalOfNumber(x: number): Rational {
  if (!Number.isFinite(x)) throw new RangeError('only a finite number is a fraction');
  let scaled = x;
  let exponent = 0n;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    exponent += 1n;
  }
  return rational(BigInt(scaled), 2n ** exponent);
}

/** The double nearest to a, for display and for bounds that allow for its error. */
export function rationalToNumber(a: Rational): number {
  const num = a.num < 0n ? -a.num : a.num;
  if (num === 0n) return 0;
  // 64 significant bits of the quotient, the last one standing for all that follow, then one rounding.
  const shift = BigInt(num.toString(2).length - a.den.toString(2).length - 65);
  const up = shift < 0n ? num << -shift : num;
  const down = shift < 0n ? a.den : a.den << shift;
  const quotient = (up / down) | (up % down === 0n ? 0n : 1n);
  const half = Number(shift) / 2;
  const magnitude = Number(quotient) * 2 ** Math.floor(half) * 2 ** Math.ceil(half);
  return a.num < 0n ? -magnitude : magnitude;
}

// Equal denominators first, then pairs of pairs, so that most products are of small numbers. Not in lowest terms.
function rawSum(terms: Iterable<Rational>): Rational {
  const byDenominator = new Map<bigint, bigint>();
  for (const { num, den } of terms) byDenominator.set(den, (byDenominator.get(den) ?? 0n) + num);
  let level = [...byDenominator].map(([den, num]): Rational => ({ num, den }));
  while (level.length > 1) {
    const next: Rational[] = [];
    for (let i = 0; i < level.length; i += 2) {
      const [a, b] = [level[i] as Rational, level[i + 1]];
      next.push(b ? { num: a.num * b.den + b.num * a.den, den: a.den * b.den } : a);
    }
    level = next;
  }
  return level[0] ?? zeroRational;
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let x = a < 0n ? -a : a;
  let y = b < 0n ? -b : b;
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}
