import { normalTail } from './normal-tail.ts';

/**
 * The exact δ of one discrete Gaussian of variance parameter S on a count of sensitivity 1:
 * P[X > εS − 1/2] − e^ε·P[X > εS + 1/2] (Canonne, Kamath, Steinke 2020, theorem 7), summed as p(x)(1 − e^(ε − (2x+1)/2S))
 * so that nothing cancels. Rounded up. RangeError unless S > 0 and ε ≥ 0.
 */
export function discreteGaussianDelta(variance: number, epsilon: number): number {
  if (!(variance > 0 && Number.isFinite(variance) && epsilon >= 0)) {
    throw new RangeError('a variance above zero and an epsilon of zero or more are needed');
  }
  const weight = (x: number): number => Math.exp((-x * x) / (2 * variance));
  const reach = Math.ceil(39 * Math.sqrt(variance)) + 2;
  let rest = 0;
  for (let x = reach; x >= 1; x--) rest += weight(x);
  let delta = 0;
  const first = Math.floor(epsilon * variance - 0.5) + 1;
  for (let x = first + reach; x >= first; x--) {
    delta += weight(x) * Math.max(0, -Math.expm1(epsilon - (2 * x + 1) / (2 * variance)));
  }
  // A term p(x) of the tail with x below −reach is nil; the two truncations are below one part in 10³⁰⁰.
  return Math.min(1, (delta / (1 + 2 * rest)) * (1 + 2 ** -40));
}

/**
 * The exact δ of one continuous Gaussian of standard deviation σ on a query of sensitivity 1 (Balle and Wang 2018):
 * Φ(1/2σ − εσ) − e^ε·Φ(−1/2σ − εσ). For comparison with other tools; noise here is never continuous.
 */
export function gaussianDelta(sigma: number, epsilon: number): number {
  if (!(sigma > 0 && Number.isFinite(sigma) && epsilon >= 0)) {
    throw new RangeError('a standard deviation above zero and an epsilon of zero or more are needed');
  }
  const near = normalTail(epsilon * sigma - 1 / (2 * sigma));
  const far = normalTail(epsilon * sigma + 1 / (2 * sigma));
  return Math.max(0, near - Math.exp(epsilon) * far);
}
