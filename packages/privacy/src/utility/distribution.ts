/** Mean, median, 95th percentile and largest of some numbers; null for none. */
export interface Summary {
  readonly mean: number;
  readonly median: number;
  readonly p95: number;
  readonly max: number;
}

export function summaryOf(values: readonly number[]): Summary | null {
  if (values.length === 0) return null;
  const sorted = Float64Array.from(values).sort();
  return {
    mean: sorted.reduce((sum, value) => sum + value, 0) / sorted.length,
    median: quantile(sorted, 0.5),
    p95: quantile(sorted, 0.95),
    max: sorted[sorted.length - 1] as number,
  };
}

/** Linear between neighbours (type 7 of Hyndman and Fan 1996). The values must be ascending and not empty. */
export function quantile(sorted: ArrayLike<number>, p: number): number {
  const at = (sorted.length - 1) * p;
  const below = sorted[Math.floor(at)] as number;
  const above = sorted[Math.ceil(at)] as number;
  return below + (above - below) * (at - Math.floor(at));
}

/**
 * Total-variation distance of two tables of counts, each as a share of its own total: ½ Σ |x/n − y/m|. A table without
 * records is at distance 1 from any other, and at 0 from another without.
 */
export function totalVariation(
  real: ArrayLike<number>,
  other: ArrayLike<number>,
  realTotal: number,
  otherTotal: number,
): number {
  if (realTotal <= 0 || otherTotal <= 0) return realTotal <= 0 && otherTotal <= 0 ? 0 : 1;
  let sum = 0;
  for (let cell = 0; cell < real.length; cell++) {
    sum += Math.abs((real[cell] as number) / realTotal - (other[cell] as number) / otherTotal);
  }
  return sum / 2;
}
