/**
 * The discrete Gaussian P(x) ∝ exp(−x²/2S) of Canonne, Kamath and Steinke (2020), algorithm 3: a discrete Laplace
 * proposal y of scale t = ⌊√S⌋ + 1 is kept with probability exp(−γ), γ = (|y| − S/t)²/2S.
 *
 * With S = p/q, γ = n/d for n = (|y|·t·q − p)² and d = 2pq·t². While d ≤ 2⁴⁵ all of this fits the integers of a double.
 * For larger integer S, n and d are left alone: with S = t·s + r, |y| − S/t lies between the integers |y| − s − 1 and
 * |y| − s, so 2S·γ lies between two squares, and a coin is tossed by comparing a few random bits with both. Only when the
 * bits fall between the two (about one in 2⁸ to 2¹³) is n/d worked out, exactly, in bigint.
 */
import type { BitSource } from '../random/bit-source.ts';
import type { Rational } from '../rational.ts';
import {
  bernoulliExpOne,
  bernoulliExpRatio,
  type Denominator,
  denominator,
  factorialChain,
  largestDenominator,
} from './bernoulli.ts';
import { drawLaplace, type GeometricPlan, largestScale, planGeometric } from './discrete-laplace.ts';
import { bernoulliExpWide, bernoulliWide, discreteGaussianWide, gaussianExponent, integerSquareRoot } from './wide.ts';

/** A discrete Gaussian, prepared. */
export type GaussianPlan =
  | { readonly kind: 'wide'; readonly variance: Rational }
  | (Narrow & { readonly kind: 'exact'; readonly step: number; readonly p: number; readonly over: Denominator })
  | (Narrow & { readonly kind: 'enclosed'; readonly s: number; readonly r: number; readonly over: Denominator });

interface Narrow {
  readonly variance: Rational;
  readonly proposal: GeometricPlan;
}

/** The plan of an integer variance too large for exact doubles. */
export type EnclosedPlan = Extract<GaussianPlan, { kind: 'enclosed' }>;

/** The largest integer whose square a double holds exactly. */
const largestRoot = 94_906_265;

/** Prepares any variance > 0. RangeError otherwise. */
export function planGaussian(variance: Rational): GaussianPlan {
  const { num: p, den: q } = variance;
  if (p <= 0n) throw new RangeError('the variance of noise must be above zero');
  const t = integerSquareRoot(p / q) + 1n;
  if (t > BigInt(largestScale)) return { kind: 'wide', variance };
  const proposal = planGeometric(Number(t));
  const d = 2n * p * q * t * t;
  if (d <= BigInt(largestDenominator)) {
    return { kind: 'exact', variance, proposal, step: Number(t * q), p: Number(p), over: denominator(Number(d)) };
  }
  if (q === 1n && 2n * p <= BigInt(largestDenominator)) {
    const over = denominator(Number(2n * p));
    return { kind: 'enclosed', variance, proposal, s: Number(p / t), r: Number(p % t), over };
  }
  return { kind: 'wide', variance };
}

/** One draw. RangeError when it is not a safe integer, which only a variance above 2⁹⁰ can bring about. */
export function drawGaussian(source: BitSource, plan: GaussianPlan): number {
  if (plan.kind === 'wide') return safeInteger(discreteGaussianWide(source, plan.variance));
  for (;;) {
    const y = drawLaplace(source, plan.proposal);
    const magnitude = y < 0 ? -y : y;
    let kept: boolean;
    if (plan.kind === 'exact') {
      const root = magnitude * plan.step - plan.p;
      kept =
        root < largestRoot && root > -largestRoot
          ? bernoulliExpRatio(source, root * root, plan.over)
          : keepExactly(source, plan, magnitude, 0);
    } else {
      kept = keepEnclosed(source, plan, magnitude);
    }
    if (kept) return y;
  }
}

/** A lower bound on γ·2S for a proposal of this magnitude: the nearer of two integers around |y| − S/t, squared. */
export function lowerSquare({ s, r }: EnclosedPlan, magnitude: number): number {
  const root = magnitude > s && r !== 0 ? magnitude - s - 1 : magnitude - s;
  return root * root;
}

/** An upper bound on γ·2S: the farther integer, squared. */
export function upperSquare({ s, r }: EnclosedPlan, magnitude: number): number {
  const root = magnitude > s || r === 0 ? magnitude - s : magnitude - s - 1;
  return root * root;
}

/** What a word says of a coin whose bias is between low/d and high/d: heads, tails, or null where it depends. */
export function settle(word: number, low: number, high: number, { d, scale }: Denominator): boolean | null {
  const start = word * d;
  if (start + d <= low * scale) return true;
  return start >= high * scale ? false : null;
}

// As in `bernoulliExpRatio`, whole units of γ are tossed first.
function keepEnclosed(source: BitSource, plan: EnclosedPlan, magnitude: number): boolean {
  if (magnitude > largestRoot) return keepExactly(source, plan, magnitude, 0);
  const { d } = plan.over;
  let low = lowerSquare(plan, magnitude);
  let high = upperSquare(plan, magnitude);
  let units = 0;
  while (low >= d) {
    if (!bernoulliExpOne(source)) return false;
    low -= d;
    high -= d;
    units += 1;
  }
  if (high > d) return keepExactly(source, plan, magnitude, units);
  if (!bernoulliEnclosed(source, plan, low, high, magnitude, units)) return true;
  const chain = factorialChain(source);
  let k = 2;
  while (k <= chain && bernoulliEnclosed(source, plan, low, high, magnitude, units)) k += 1;
  return (k & 1) === 1;
}

/** True with probability γ − units, of which low/2S and high/2S are bounds. */
export function bernoulliEnclosed(
  source: BitSource,
  plan: EnclosedPlan,
  low: number,
  high: number,
  magnitude: number,
  units: number,
): boolean {
  const word = source.word() >>> plan.over.shift;
  const settled = settle(word, low, high, plan.over);
  if (settled !== null) return settled;
  const { n, d } = gaussianExponent(BigInt(magnitude), BigInt(plan.proposal.t), plan.variance);
  const rest = (n - BigInt(units) * d) * BigInt(plan.over.scale) - BigInt(word) * d;
  if (rest <= 0n) return false;
  return rest >= d || bernoulliWide(source, rest, d);
}

function keepExactly(source: BitSource, plan: Narrow, magnitude: number, units: number): boolean {
  const { n, d } = gaussianExponent(BigInt(magnitude), BigInt(plan.proposal.t), plan.variance);
  return bernoulliExpWide(source, n - BigInt(units) * d, d);
}

function safeInteger(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number))
    throw new RangeError('a noise value beyond 2^53 cannot be added to counts exactly');
  return number;
}
