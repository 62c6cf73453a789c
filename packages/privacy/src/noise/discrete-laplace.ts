import type { BitSource } from '../random/bit-source.ts';
import { bernoulliExpOne, bernoulliExpUnit, type Denominator, denominator } from './bernoulli.ts';

/** The largest scale drawn without bigint: word × scale stays below 2⁵³. */
export const largestScale = 2 ** 21;

/** A geometric distribution P(k) ∝ exp(−k/t), prepared. */
export interface GeometricPlan {
  readonly t: number;
  readonly over: Denominator;
  /** 2³² mod t: low words below this are rejected, so that every value has equally many words. */
  readonly surplus: number;
}

/** Prepares an integer scale 1 ≤ t ≤ 2²¹. */
export function planGeometric(t: number): GeometricPlan {
  return { t, over: denominator(t), surplus: 2 ** 32 % t };
}

/** A uniform integer in [0, t): the high word of word × t, with rejection (Lemire 2019). */
export function uniformBelowScale(source: BitSource, { t, surplus }: GeometricPlan): number {
  for (;;) {
    const product = source.word() * t;
    const low = product >>> 0;
    if (low >= surplus) return (product - low) / 2 ** 32;
  }
}

/** k ≥ 0 with probability proportional to exp(−k/t). */
export function drawGeometric(source: BitSource, plan: GeometricPlan): number {
  let u = uniformBelowScale(source, plan);
  while (!bernoulliExpUnit(source, u, plan.over)) u = uniformBelowScale(source, plan);
  let v = 0;
  while (bernoulliExpOne(source)) v += 1;
  return v * plan.t + u;
}

/** x with probability proportional to exp(−|x|·divisor/t): the magnitude is a geometric value over the divisor. */
export function drawLaplace(source: BitSource, plan: GeometricPlan, divisor = 1): number {
  for (;;) {
    const negative = source.bit() === 1;
    const drawn = drawGeometric(source, plan);
    const magnitude = divisor === 1 ? drawn : (drawn - (drawn % divisor)) / divisor;
    if (!negative) return magnitude;
    if (magnitude !== 0) return -magnitude;
  }
}
