import { normalQuantile } from './normal.ts';

/**
 * The quantile of Student's t with `freedom` degrees of freedom (G. W. Hill, 1970, Algorithm 396, CACM 13): exact for one
 * and two, to six digits and better from three up; above 10⁹ the normal quantile. RangeError: p outside (0, 1), or less than one.
 */
export function studentQuantile(p: number, freedom: number): number {
  if (!(p > 0 && p < 1)) throw new RangeError('a probability strictly between 0 and 1 is needed');
  if (!(freedom >= 1)) throw new RangeError('at least one degree of freedom is needed');
  if (freedom > 1e9) return normalQuantile(p);
  if (p < 0.5) return -studentQuantile(1 - p, freedom);
  const two = 2 * (1 - p);
  if (two === 1) return 0;
  if (freedom === 1) return Math.cos((two * Math.PI) / 2) / Math.sin((two * Math.PI) / 2);
  if (freedom === 2) return Math.sqrt(2 / (two * (2 - two)) - 2);
  const a = 1 / (freedom - 0.5);
  const b = (48 / a) * (1 / a);
  let c = (((20700 * a) / b - 98) * a - 16) * a + 96.36;
  const d = ((94.5 / (b + c) - 3) / b + 1) * Math.sqrt((a * Math.PI) / 2) * freedom;
  let x = d * two;
  let y = x ** (2 / freedom);
  if (y > 0.05 + a) {
    x = normalQuantile(two / 2);
    y = x * x;
    if (freedom < 5) c += 0.3 * (freedom - 4.5) * (x + 0.6);
    c = (((0.05 * d * x - 5) * x - 7) * x - 2) * x + b + c;
    y = (((((0.4 * y + 6.3) * y + 36) * y + 94.5) / c - y - 3) / b + 1) * x;
    y = Math.expm1(a * y * y);
  } else {
    y =
      ((1 / (((freedom + 6) / (freedom * y) - 0.089 * d - 0.822) * (freedom + 2) * 3) + 0.5 / (freedom + 4)) * y - 1) *
        ((freedom + 1) / (freedom + 2)) +
      1 / y;
  }
  return Math.sqrt(freedom * y);
}
