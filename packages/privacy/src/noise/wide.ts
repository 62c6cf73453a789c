/**
 * The samplers of Canonne, Kamath and Steinke, "The Discrete Gaussian for Differential Privacy" (2020), sections 5.1–5.3,
 * over bigint and without a limit on their parameters. Slow, plain, and the reference that the fast ones are tested
 * against; the fast ones come here for the rare decisions that do not fit 53 bits.
 */
import type { BitSource } from '../random/bit-source.ts';
import type { Rational } from '../rational.ts';

/** A uniform integer in [0, m), m ≥ 1, by rejection. */
export function uniformBelowWide(source: BitSource, m: bigint): bigint {
  const bits = (m - 1n).toString(2).length;
  const words = Math.ceil(bits / 32);
  const excess = BigInt(words * 32 - bits);
  for (;;) {
    let value = 0n;
    for (let i = 0; i < words; i++) value = (value << 32n) | BigInt(source.word());
    value >>= excess;
    if (value < m) return value;
  }
}

/** True with probability n/d, 0 ≤ n ≤ d. */
export function bernoulliWide(source: BitSource, n: bigint, d: bigint): boolean {
  return uniformBelowWide(source, d) < n;
}

/** True with probability exp(−n/d), n ≥ 0, d ≥ 1. */
export function bernoulliExpWide(source: BitSource, n: bigint, d: bigint): boolean {
  let rest = n;
  while (rest > d) {
    if (!bernoulliExpUnit(source, 1n, 1n)) return false;
    rest -= d;
  }
  return bernoulliExpUnit(source, rest, d);
}

/** k ≥ 0 with probability proportional to exp(−k/t), t ≥ 1. */
export function geometricWide(source: BitSource, t: bigint): bigint {
  let u = uniformBelowWide(source, t);
  while (!bernoulliExpUnit(source, u, t)) u = uniformBelowWide(source, t);
  let v = 0n;
  while (bernoulliExpUnit(source, 1n, 1n)) v += 1n;
  return v * t + u;
}

/** x with probability proportional to exp(−|x|/scale), scale > 0. */
export function discreteLaplaceWide(source: BitSource, scale: Rational): bigint {
  for (;;) {
    const negative = source.bit() === 1;
    const magnitude = geometricWide(source, scale.num) / scale.den;
    if (!negative) return magnitude;
    if (magnitude !== 0n) return -magnitude;
  }
}

/** x with probability proportional to exp(−x²/(2·variance)), variance > 0. */
export function discreteGaussianWide(source: BitSource, variance: Rational): bigint {
  const t = integerSquareRoot(variance.num / variance.den) + 1n;
  const scale = { num: t, den: 1n };
  for (;;) {
    const y = discreteLaplaceWide(source, scale);
    const { n, d } = gaussianExponent(y, t, variance);
    if (bernoulliExpWide(source, n, d)) return y;
  }
}

/** n/d = (|y| − variance/t)² / (2·variance): the exponent by which a Laplace proposal of scale t is kept. */
export function gaussianExponent(y: bigint, t: bigint, variance: Rational): { readonly n: bigint; readonly d: bigint } {
  const { num: p, den: q } = variance;
  const a = (y < 0n ? -y : y) * t * q - p;
  return { n: a * a, d: 2n * p * q * t * t };
}

/** The integer part of the square root of n ≥ 0. */
export function integerSquareRoot(n: bigint): bigint {
  if (n < 2n) return n;
  let root = 1n << BigInt(Math.ceil(n.toString(2).length / 2));
  for (;;) {
    const next = (root + n / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

// exp(−x) for x = n/d in [0, 1]: the first k that fails a trial of probability x/k is odd. x/k is drawn as x and 1/k.
function bernoulliExpUnit(source: BitSource, n: bigint, d: bigint): boolean {
  let k = 1n;
  while (bernoulliWide(source, n, d) && bernoulliWide(source, 1n, k)) k += 1n;
  return k % 2n === 1n;
}
