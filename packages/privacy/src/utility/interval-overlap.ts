/**
 * Overlap of confidence intervals (Karr et al. 2006, The American Statistician 60): for each standard estimate, how much of
 * the interval from the real records and of that from the others they have in common,
 * ½ ((U−L)/(Uo−Lo) + (U−L)/(Us−Ls)) with U, L the ends of what they share; negative where they are apart.
 */
import type { Marginals } from '../count/marginals.ts';
import { type EstimateValue, estimateOf, type FourCounts, type StandardEstimate } from '../results/estimates.ts';
import { z95 } from '../results/intervals.ts';
import { type Summary, summaryOf } from './distribution.ts';
import { type DrawOptions, drawEstimates, fourCountsOf } from './standard-estimates.ts';

export interface EstimateOverlap {
  readonly estimate: StandardEstimate;
  readonly real: number;
  readonly other: number;
  /** At most 1. */
  readonly overlap: number;
}

export interface IntervalOverlap {
  readonly estimates: readonly EstimateOverlap[];
  /** Of the overlaps; null when there was nothing to compare. */
  readonly summary: Summary | null;
  /** Share of estimates whose intervals have anything in common. */
  readonly overlapping: number | null;
  /** Estimates that the other records cannot make: nobody in the base. */
  readonly impossible: number;
}

/** Draws standard estimates and compares their intervals. */
export async function intervalOverlap(
  real: Marginals,
  other: Marginals,
  options: DrawOptions = {},
): Promise<IntervalOverlap> {
  const estimates = await drawEstimates(real, options);
  const [own, theirs] = [await fourCountsOf(real, estimates), await fourCountsOf(other, estimates)];
  const compared = estimates.flatMap((estimate, at) => {
    const [a, b] = [estimateOf(estimate, own[at] as FourCounts), estimateOf(estimate, theirs[at] as FourCounts)];
    return Number.isFinite(b.value) ? [{ estimate, real: a.value, other: b.value, overlap: overlapOf(a, b) }] : [];
  });
  return {
    estimates: compared,
    summary: summaryOf(compared.map(({ overlap }) => overlap)),
    overlapping: compared.length === 0 ? null : compared.filter(({ overlap }) => overlap > 0).length / compared.length,
    impossible: estimates.length - compared.length,
  };
}

/** Overlap of the 95 % intervals of two estimates on one scale. */
export function overlapOf(a: EstimateValue, b: EstimateValue): number {
  const [halfA, halfB] = [z95 * Math.sqrt(a.sampling), z95 * Math.sqrt(b.sampling)];
  if (halfA === 0 || halfB === 0) return halfA === halfB && a.value === b.value ? 1 : 0;
  const shared = Math.min(a.value + halfA, b.value + halfB) - Math.max(a.value - halfA, b.value - halfB);
  return 0.5 * (shared / (2 * halfA) + shared / (2 * halfB));
}
