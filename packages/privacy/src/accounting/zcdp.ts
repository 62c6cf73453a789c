/**
 * Concentrated differential privacy turned into (ε, δ) and back. For ρ-zCDP and any α > 1,
 * δ ≤ exp((α − 1)(αρ − ε)) / (α − 1) · (1 − 1/α)^α (Canonne, Kamath, Steinke 2020, proposition 12, after Bun and Steinke
 * 2016). Every α gives a true bound, so the search for the best one can cost tightness but never validity; results are
 * moved outward past the error of the arithmetic.
 */
import { compareRational, type Rational, rational, rationalToNumber, zeroRational } from '../rational.ts';

/** δ for ε under ρ-zCDP, rounded up. RangeError for a negative or non-finite argument. */
export function deltaOf(rho: Rational | number, epsilon: number): number {
  return deltaAt(costUp(rho), nonNegative(epsilon, 'epsilon'));
}

/** ε for δ under ρ-zCDP, rounded up. RangeError unless ρ ≥ 0 and 0 < δ. */
export function epsilonOf(rho: Rational | number, delta: number): number {
  const cost = costUp(rho);
  checkDelta(delta);
  if (delta >= 1 || cost === 0) return 0;
  const [, above] = bisect(0, looseEpsilon(cost, delta), (epsilon) => deltaAt(cost, epsilon) > delta);
  return above * outward;
}

/** The largest ρ found to give (ε, δ), rounded down to fifteen digits. RangeError unless ε ≥ 0 and 0 < δ < 1. */
export function rhoOf(epsilon: number, delta: number): Rational {
  nonNegative(epsilon, 'epsilon');
  checkDelta(delta);
  if (delta >= 1) throw new RangeError('with delta of 1 every cost is allowed; give a delta below 1');
  const [below] = bisect(0, epsilon + 1, (rho) => deltaAt(rho * outward, epsilon) <= delta);
  return decimalBelow(below);
}

/** ε = ρ + 2√(ρ ln(1/δ)): looser than {@link epsilonOf}, and a check on it (Bun and Steinke 2016, proposition 1.3). */
export function looseEpsilonOf(rho: Rational | number, delta: number): number {
  checkDelta(delta);
  return looseEpsilon(costUp(rho), Math.min(delta, 1)) * outward;
}

/** ρ of Gaussian noise on a query of squared sensitivity Δ²: Δ²/(2σ²), exactly. RangeError unless σ² > 0. */
export function rhoOfGaussian(sensitivitySquared: Rational, variance: Rational): Rational {
  if (variance.num <= 0n) throw new RangeError('the variance of noise must be above zero');
  return rational(sensitivitySquared.num * variance.den, 2n * sensitivitySquared.den * variance.num);
}

/** The smallest integer variance whose cost is ρ or less: ⌈Δ²/(2ρ)⌉. RangeError unless ρ > 0. */
export function varianceFor(rho: Rational, sensitivitySquared: Rational): bigint {
  if (compareRational(rho, zeroRational) <= 0) throw new RangeError('a measurement needs a cost above zero');
  const num = sensitivitySquared.num * rho.den;
  const den = 2n * sensitivitySquared.den * rho.num;
  return (num + den - 1n) / den;
}

/** ρ of a mechanism that is ε-DP outright: ε²/2, exactly. */
export function rhoOfPure(epsilon: Rational): Rational {
  return rational(epsilon.num * epsilon.num, 2n * epsilon.den * epsilon.den);
}

/** ρ of the exponential mechanism with parameter ε: ε²/8, by its bounded range. */
export function rhoOfExponential(epsilon: Rational): Rational {
  return rational(epsilon.num * epsilon.num, 8n * epsilon.den * epsilon.den);
}

// 2⁻⁴⁴: what a final value is moved by. Exponentials and logarithms here err by far less.
const outward = 1 + 2 ** -44;

function deltaAt(rho: number, epsilon: number): number {
  if (rho === 0) return 0;
  const alpha = bestOrder(rho, epsilon);
  const privacy = (alpha - 1) * (alpha * rho - epsilon);
  const shape = alpha * Math.log1p(-1 / alpha);
  const delta = Math.exp(privacy + shape) / (alpha - 1);
  // Each term of the exponent may be off by a few units in its last place.
  const error = 2 ** -50 * (4 + (alpha - 1) * (alpha * rho + epsilon) + Math.abs(shape));
  return Math.min(1, delta * (1 + error));
}

// The order at which the derivative of the exponent, (2α − 1)ρ − ε + ln(1 − 1/α), changes sign.
function bestOrder(rho: number, epsilon: number): number {
  const [below, above] = bisect(
    1.01,
    Math.min((epsilon + 1) / (2 * rho) + 2, 1e150),
    (alpha) => (2 * alpha - 1) * rho - epsilon + Math.log1p(-1 / alpha) < 0,
  );
  return (below + above) / 2;
}

// Halves [low, high] until neighbouring doubles: `holds` at the first, not at the second (assumed of the ends).
function bisect(low: number, high: number, holds: (x: number) => boolean): readonly [number, number] {
  let below = low;
  let above = high;
  for (;;) {
    const middle = below + (above - below) / 2;
    if (middle <= below || middle >= above) return [below, above];
    if (holds(middle)) below = middle;
    else above = middle;
  }
}

function looseEpsilon(rho: number, delta: number): number {
  return rho + 2 * Math.sqrt(rho * Math.log(1 / delta));
}

function costUp(rho: Rational | number): number {
  if (typeof rho === 'number') return nonNegative(rho, 'rho');
  return nonNegative(rationalToNumber(rho), 'rho') * (1 + 2 ** -52);
}

function nonNegative(x: number, name: string): number {
  if (!(x >= 0 && Number.isFinite(x))) throw new RangeError(`${name} must be a finite number of zero or more`);
  return x;
}

function checkDelta(delta: number): void {
  if (!(delta > 0)) throw new RangeError('delta must be above zero');
}

// Fifteen digits, rounded down and one off the last, so that scaling errors cannot end above x.
function decimalBelow(x: number): Rational {
  if (x === 0) return zeroRational;
  const places = 14 - Math.floor(Math.log10(x));
  const half = Math.floor(places / 2);
  const digits = BigInt(Math.floor(x * 10 ** half * 10 ** (places - half))) - 1n;
  if (digits <= 0n) return zeroRational;
  return places >= 0 ? rational(digits, 10n ** BigInt(places)) : rational(digits * 10n ** BigInt(-places));
}
