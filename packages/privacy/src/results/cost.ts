import { cellCount, sizesOf } from './sets.ts';
import type { Domains, Measurements, PublishedMeasurement } from './types.ts';

/** A non-negative fraction. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/**
 * The zCDP cost of every cohort's published measurements: `Σ Π c(c−1) / 2 g²` for residuals and `Σ 1 / 2 σ²` for
 * marginals, rounded up to a multiple of 2^-256, so that the numbers stay short. Anyone can compare it with what the
 * ledger extract says was charged.
 */
export function costByCohort({ domains, measurements }: Measurements): ReadonlyMap<string, Fraction> {
  const costs = new Map<string, bigint>();
  for (const measurement of measurements) {
    const twice = 2n * BigInt(measurement.variance);
    const scaled = sensitivitySquared(domains, measurement) << 256n;
    costs.set(measurement.cohort, (costs.get(measurement.cohort) ?? 0n) + (scaled + twice - 1n) / twice);
  }
  return new Map([...costs].map(([cohort, num]) => [cohort, { num, den: 1n << 256n }]));
}

function sensitivitySquared(domains: Domains, { kind, set }: PublishedMeasurement): bigint {
  if (kind === 'marginal') return 1n;
  const sizes = sizesOf(domains, set);
  return BigInt(cellCount(sizes)) * BigInt(cellCount(sizes.map((size) => size - 1)));
}
