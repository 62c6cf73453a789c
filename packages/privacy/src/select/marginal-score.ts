/**
 * The score of AIM (McKenna, Mullins, Sheldon and Miklau 2022, section 4): w·(‖M(D) − M̂‖₁ − penalty), how far a public
 * estimate of a marginal is from the data, less what measuring it would be off by. Only M(D) is private. One record more or
 * less changes one cell of M(D) by one and so the score by at most w. Estimates and penalties are rounded to multiples of
 * 2⁻¹⁰ and weights are taken as the binary fractions they are, so that every score is an exact integer in one unit.
 */
import { type Rational, rationalOfNumber } from '../rational.ts';
import { largest } from './exponential.ts';

/** Steps of one record in which distances are measured. */
const stepsPerRecord = 1024;

/** Largest sum of an estimate's cells: beside fewer than 2^32 records, distances stay exact in a double. */
const largestEstimate = 2 ** 42;

/** An estimate's cells in steps, each the nearest integer. RangeError: a cell is not a number, or they sum to 2^42 or more. */
export function inSteps(estimate: ArrayLike<number>): Float64Array {
  const steps = new Float64Array(estimate.length);
  let sum = 0;
  for (let cell = 0; cell < steps.length; cell++) {
    const value = estimate[cell] as number;
    sum += Math.abs(value);
    steps[cell] = Math.round(value * stepsPerRecord);
  }
  if (!(sum < largestEstimate)) throw new RangeError('an estimate of a marginal has cells that are no counts');
  return steps;
}

/** ‖counts − estimate‖₁ in steps, exactly. `steps` is from `inSteps` and as long as `counts`. */
export function distanceInSteps(counts: ArrayLike<number>, steps: Float64Array): number {
  let distance = 0;
  for (let cell = 0; cell < steps.length; cell++) {
    distance += Math.abs((counts[cell] as number) * stepsPerRecord - (steps[cell] as number));
  }
  return distance;
}

/** A penalty in records as steps. RangeError: not a number, or 2^42 or more. */
export function penaltyInSteps(penalty: number): number {
  const steps = Math.round(penalty * stepsPerRecord);
  if (!(Math.abs(penalty) < largestEstimate)) throw new RangeError('the penalty of a marginal is no number of records');
  return steps;
}

/** Weights as integers of one unit: their exact ratios. RangeError: a weight that is not above zero and finite. */
export function weightUnits(weights: readonly number[]): bigint[] {
  const exact: Rational[] = weights.map((weight) => {
    if (!(weight > 0 && Number.isFinite(weight))) throw new RangeError('the weight of a marginal is above zero');
    return rationalOfNumber(weight);
  });
  // A double's denominator is a power of two, so the largest is common to all.
  const den = largest(exact.map((one) => one.den));
  return exact.map((one) => one.num * (den / one.den));
}

/** Scores and their sensitivity in the unit (unit of weight) × step. All arrays are of one length. */
export function weighScores(
  distances: readonly number[],
  penalties: readonly number[],
  weights: readonly bigint[],
): { readonly scores: bigint[]; readonly sensitivity: bigint } {
  return {
    scores: distances.map((distance, at) => (weights[at] as bigint) * BigInt(distance - (penalties[at] as number))),
    sensitivity: largest(weights) * BigInt(stepsPerRecord),
  };
}
