/** The samplers as others call them. Each draws from the generator it is given and wipes what it drew. */
import { withBits } from '../random/bit-source.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { type Rational, rational } from '../rational.ts';
import { drawGaussian, planGaussian } from './discrete-gaussian.ts';
import { drawLaplace, largestScale, planGeometric } from './discrete-laplace.ts';
import { bernoulliExpWide, discreteLaplaceWide, geometricWide, uniformBelowWide } from './wide.ts';

/** An exact parameter: an integer or a fraction. */
export type ExactNumber = bigint | number | Rational;

/** A uniform integer in [0, m), by rejection. RangeError unless m is an integer ≥ 1. */
export function uniformBelow(random: RandomBytes, m: bigint | number): bigint {
  const limit = positive(m);
  return withBits(random, (source) => uniformBelowWide(source, limit.num));
}

/** True with probability exp(−x), x = n/d ≥ 0. RangeError for a negative x. */
export function bernoulliExp(random: RandomBytes, x: ExactNumber): boolean {
  const { num, den } = exact(x);
  if (num < 0n) throw new RangeError('exp(-x) is a probability for x of zero or more');
  return withBits(random, (source) => bernoulliExpWide(source, num, den));
}

/** k ≥ 0 with probability proportional to exp(−k/t). RangeError unless t is an integer ≥ 1. */
export function geometric(random: RandomBytes, t: bigint | number): bigint {
  const scale = positive(t);
  return withBits(random, (source) => geometricWide(source, scale.num));
}

/** x with probability proportional to exp(−|x|/scale). RangeError unless scale > 0, or for a draw beyond 2⁵³. */
export function discreteLaplace(random: RandomBytes, scale: ExactNumber): number {
  const { num, den } = positiveFraction(scale);
  return withBits(random, (source) => {
    if (num <= BigInt(largestScale) && den <= BigInt(largestScale)) {
      return drawLaplace(source, planGeometric(Number(num)), Number(den));
    }
    const drawn = Number(discreteLaplaceWide(source, { num, den }));
    if (!Number.isSafeInteger(drawn))
      throw new RangeError('a noise value beyond 2^53 cannot be added to counts exactly');
    return drawn;
  });
}

/** x with probability proportional to exp(−x²/(2·variance)). RangeError unless variance > 0, or for a draw beyond 2⁵³. */
export function discreteGaussian(random: RandomBytes, variance: ExactNumber): number {
  const plan = planGaussian(positiveFraction(variance));
  return withBits(random, (source) => drawGaussian(source, plan));
}

/** Overwrites every element of `out` with an independent draw of {@link discreteGaussian}. */
export function fillDiscreteGaussian(random: RandomBytes, variance: ExactNumber, out: Float64Array): void {
  const plan = planGaussian(positiveFraction(variance));
  withBits(random, (source) => {
    for (let i = 0; i < out.length; i++) out[i] = drawGaussian(source, plan);
  });
}

function exact(x: ExactNumber): Rational {
  return typeof x === 'object' ? rational(x.num, x.den) : rational(x);
}

function positiveFraction(x: ExactNumber): Rational {
  const value = exact(x);
  if (value.num <= 0n) throw new RangeError('a scale or variance of noise must be above zero');
  return value;
}

function positive(x: bigint | number): Rational {
  const value = rational(x);
  if (value.num < 1n) throw new RangeError('an integer of one or more is needed');
  return value;
}
