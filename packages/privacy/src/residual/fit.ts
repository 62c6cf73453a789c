import { Refusal } from '@casebridge/refusal';
import { type Rational, rationalToNumber } from '../rational.ts';

/** One residual's wanted noise variance and what its cost is worked out from. */
export interface VarianceShare {
  /** Wanted `g_B²`, not yet an integer. */
  readonly variance: number;
  /** Squared column norm of `Ξ_B`: `Π c(c−1)`. */
  readonly sensitivitySquared: bigint;
}

/** Variances beyond this would let noise leave the integers that a double holds. */
const mostVariance = 2 ** 86;

/**
 * Integer variances, each its share rounded up, whose exact cost `Σ sensitivity² / 2 g²` is within the budget. As rounding
 * up saves budget, all shares are first scaled down together as far as the exact sum allows.
 * Refusal: a budget so small that the noise would not fit exact arithmetic.
 */
export function fittedVariances(shares: readonly VarianceShare[], rho: Rational): bigint[] {
  const sensitivities = shares.map(({ sensitivitySquared }) => Number(sensitivitySquared));
  const rounded = (scale: number) => shares.map(({ variance }) => Math.max(1, Math.ceil(variance * scale)));
  const budget = rationalToNumber(rho) * (1 - 1e-12);
  const affordable = (scale: number) =>
    rounded(scale).reduce((sum, variance, at) => sum + (sensitivities[at] as number) / (2 * variance), 0) <= budget;
  let high = 1;
  while (!affordable(high)) high *= 1 + 1e-9;
  let low = 0;
  for (let step = 0; step < 50; step++) {
    const middle = (low + high) / 2;
    if (affordable(middle)) high = middle;
    else low = middle;
  }
  for (let scale = high; ; scale *= 1 + 1e-12) {
    const variances = rounded(scale);
    if (variances.some((variance) => variance > mostVariance)) {
      throw new Refusal('budget-too-small', 'The budget is too small for these tables; raise it or publish fewer.');
    }
    const exact = variances.map(BigInt);
    if (withinBudget(shares, exact, rho)) return exact;
  }
}

/**
 * Whether the exact cost is within the budget. Each term is rounded up and the budget down to multiples of 2^-256, so yes
 * is a proof, and the numbers stay short however many terms there are.
 */
function withinBudget(shares: readonly VarianceShare[], variances: readonly bigint[], rho: Rational): boolean {
  const cost = shares.reduce((sum, { sensitivitySquared }, at) => {
    const twice = 2n * (variances[at] as bigint);
    return sum + ((sensitivitySquared << 256n) + twice - 1n) / twice;
  }, 0n);
  return cost <= (rho.num << 256n) / rho.den;
}
