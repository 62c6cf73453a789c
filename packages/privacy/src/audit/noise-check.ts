/**
 * Whether noise is what was paid for: its size, and that none of it was used twice. Works on measurements of records that
 * are known, so that the noise can be taken apart from the counts.
 */
import type { CaseTable } from '../columns/case-table.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import { exactMeasurement } from './canary-score.ts';
import { type Finding, finding } from './verdicts.ts';

/** Noise of one measurement in units of its standard deviation, set by set. */
export type Noise = readonly Float64Array[];

/** The noise in measurements of these records. */
export function noiseOf(measured: readonly PublishedMeasurement[], world: CaseTable): Noise {
  return measured.map((measurement) => {
    const exact = exactMeasurement(world, measurement);
    const sd = Math.sqrt(Number(measurement.variance));
    return Float64Array.from(measurement.values, (value, at) => (value - (exact[at] ?? 0)) / sd);
  });
}

/**
 * The noise has the variance that was paid for. Squares of noise over its variance are a chi-square; its tails are bounded
 * after Laurent and Massart (2000), lemma 1: above n + 2√(nx) + 2x, and below n − 2√(nx), with probability at most e^−x each.
 */
export function noiseSize(name: string, noise: readonly Noise[], miss: number): Finding {
  let [values, squares] = [0, 0];
  for (const one of noise.flat()) {
    values += one.length;
    for (const value of one) squares += value * value;
  }
  const x = Math.log(2 / miss);
  const allowed = 2 * Math.sqrt(values * x) + (squares > values ? 2 * x : 0);
  return finding(name, Math.abs(squares - values) / allowed, 1, miss, {
    values,
    varianceShare: squares / values,
  });
}

/**
 * No noise was used twice: of one measurement in the next (taken in pairs), or of one set in the next. Of independent values
 * Σ z z' is half the difference of two independent chi-squares, so it is beyond ±(2√(nx) + x) with probability at most 4e^−x.
 */
export function noiseReuse(name: string, noise: readonly Noise[], miss: number): Finding {
  const x = Math.log((4 * 3) / miss);
  const between: Products = { count: 0, sum: 0 };
  const within: [Products, Products] = [
    { count: 0, sum: 0 },
    { count: 0, sum: 0 },
  ];
  for (const [at, one] of noise.entries()) {
    const other = noise[at + 1];
    if (at % 2 === 0 && other) for (const [set, values] of one.entries()) addProducts(between, values, other[set]);
    for (const [set, values] of one.entries()) addProducts(within[set % 2 === 0 ? 0 : 1], values, one[set + 1]);
  }
  const off = [between, ...within].map(({ count, sum }) => Math.abs(sum) / (2 * Math.sqrt(count * x) + x));
  return finding(name, Math.max(...off), 1, miss, { values: between.count });
}

interface Products {
  count: number;
  sum: number;
}

function addProducts(products: Products, a: Float64Array, b: Float64Array | undefined): void {
  const length = Math.min(a.length, b?.length ?? 0);
  for (let at = 0; at < length; at++) products.sum += (a[at] as number) * (b?.[at] as number);
  products.count += length;
}
