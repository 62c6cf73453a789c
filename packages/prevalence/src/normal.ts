/** The standard normal distribution, to some fifteen digits. */

/** P(Z ≤ x): a series near zero, a continued fraction in the tails (Abramowitz and Stegun 26.2.11 and 26.2.14). */
export function normalProbability(x: number): number {
  if (Number.isNaN(x)) return Number.NaN;
  if (x < 0) return upperTail(-x);
  return 1 - upperTail(x);
}

/** The x with P(Z ≤ x) = p; ∓∞ at 0 and 1. A rational first guess (Acklam), then two steps of Halley's method. */
export function normalQuantile(p: number): number {
  if (!(p > 0)) return p === 0 ? Number.NEGATIVE_INFINITY : Number.NaN;
  if (!(p < 1)) return p === 1 ? Number.POSITIVE_INFINITY : Number.NaN;
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = guess(p);
  for (let step = 0; step < 2; step++) {
    const error = normalProbability(x) - p;
    const slope = error * Math.sqrt(2 * Math.PI) * Math.exp((x * x) / 2);
    x -= slope / (1 + (x * slope) / 2);
  }
  return x;
}

function upperTail(x: number): number {
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 3) {
    let term = x;
    let sum = x;
    for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum) && k < 200; k++) {
      term *= (x * x) / (2 * k + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = 0;
  for (let k = 120; k > 0; k--) fraction = k / (x + fraction);
  return density / (x + fraction);
}

function guess(p: number): number {
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * Math.log(p));
    return (
      (((((-7.784894002430293e-3 * q - 0.3223964580411365) * q - 2.400758277161838) * q - 2.549732539343734) * q +
        4.374664141464968) *
        q +
        2.938163982698783) /
      ((((7.784695709041462e-3 * q + 0.3224671290700398) * q + 2.445134137142996) * q + 3.754408661907416) * q + 1)
    );
  }
  const q = p - 0.5;
  const r = q * q;
  return (
    ((((((-39.69683028665376 * r + 220.9460984245205) * r - 275.9285104469687) * r + 138.357751867269) * r -
      30.66479806614716) *
      r +
      2.506628277459239) *
      q) /
    (((((-54.47609879822406 * r + 161.5858368580409) * r - 155.6989798598866) * r + 66.80131188771972) * r -
      13.28068155288572) *
      r +
      1)
  );
}
