import type { Estimate } from './types.ts';

/** Half-width of a 95 % interval in standard deviations. */
export const z95 = 1.96;

/**
 * 95 % interval of a count: `[max(0, y−h), max(0, y+h)]` with `h = z sd + step/2`. Estimates lie on a lattice, and half a
 * step of it closes the gap that the discrete noise leaves. An estimate without noise is its own interval.
 *
 * @param step the lattice step: 1 for counts
 */
export function countInterval(estimate: Estimate, step = 1, z = z95): [low: number, high: number] {
  const h = estimate.variance === 0 ? 0 : z * Math.sqrt(estimate.variance) + step / 2;
  return [Math.max(0, estimate.value - h), Math.max(0, estimate.value + h)];
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Fieller's interval for the share x/n of two noisy counts: all p with `(x − p n)² ≤ z² (Vx − 2 p C + p² Vn)`, within
 * [0, 1] (E. C. Fieller, 1954, JRSS B 16). Two rays that leave a gap inside [0, 1] are reported as the whole they span.
 * Null where numerator and base are both exactly zero: nothing is known.
 *
 * @param covariance of x and n; with nested counts it is positive
 */
export function shareInterval(x: Estimate, n: Estimate, covariance: number, z = z95): Interval | null {
  return ratioInterval(x, n, covariance, { low: 0, high: 1 }, z);
}

/**
 * Fieller's interval for any ratio x/n known to lie within `range`: a weighted mean `Σ m_b x_b / Σ x_b` lies between the
 * least and the greatest m_b. A bounded confidence set that lies wholly outside the range becomes the end it lies beyond; two rays that
 * leave the range in their gap say nothing of it and give it whole.
 */
export function ratioInterval(x: Estimate, n: Estimate, covariance: number, range: Interval, z = z95): Interval | null {
  const square = z * z;
  if (x.variance === 0 && n.variance === 0 && n.value !== 0) {
    return within([{ low: x.value / n.value, high: x.value / n.value }], range);
  }
  const a = n.value * n.value - square * n.variance;
  const b = x.value * n.value - square * covariance;
  const c = x.value * x.value - square * x.variance;
  // b² − a c, written so that it does not cancel where the noise is small beside the counts.
  const discriminant =
    square * (n.value ** 2 * x.variance - 2 * x.value * n.value * covariance + x.value ** 2 * n.variance) +
    square ** 2 * (covariance ** 2 - x.variance * n.variance);
  if (![a, b, c, discriminant].every(Number.isFinite)) return null;
  if (a === 0 && b === 0 && c === 0) return null;
  return within(solutions(a, b, c, discriminant), range);
}

/** All p with `a p² − 2 b p + c ≤ 0`, as up to two pieces in ascending order. */
function solutions(a: number, b: number, c: number, discriminant: number): Interval[] {
  if (a === 0) {
    if (b === 0) return c <= 0 ? [{ low: -Infinity, high: Infinity }] : [];
    return b > 0 ? [{ low: c / (2 * b), high: Infinity }] : [{ low: -Infinity, high: c / (2 * b) }];
  }
  if (discriminant <= 0 && a < 0) return [{ low: -Infinity, high: Infinity }];
  const [low, high] = roots(a, b, c, Math.max(0, discriminant));
  return a > 0
    ? [{ low, high }]
    : [
        { low: -Infinity, high: low },
        { low: high, high: Infinity },
      ];
}

/** Both roots in ascending order, each from the form that does not cancel. */
function roots(a: number, b: number, c: number, discriminant: number): [number, number] {
  const q = b + (b < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const one = q / a;
  const two = q === 0 ? 0 : c / q;
  return one < two ? [one, two] : [two, one];
}

function within(pieces: readonly Interval[], range: Interval): Interval | null {
  const inside = pieces.filter(({ low, high }) => low <= range.high && high >= range.low);
  const [first, last] = [inside[0], inside.at(-1)];
  if (first && last) return { low: Math.max(range.low, first.low), high: Math.min(range.high, last.high) };
  const [piece, second] = pieces;
  if (!piece) return null;
  if (second) return range;
  const end = piece.low > range.high ? range.high : range.low;
  return { low: end, high: end };
}
