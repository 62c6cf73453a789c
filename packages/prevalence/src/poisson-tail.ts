import { logFactorial } from './log-factorial.ts';

/**
 * min(P(Y ≤ n), P(Y ≥ n)) for Y ~ Poisson(mean), n ≥ 0 whole, mean ≥ 0: how surprising n is, on the side where it lies.
 * Terms are summed from n outwards until they no longer count.
 */
export function poissonTail(n: number, mean: number): number {
  if (mean <= 0) return n === 0 ? 1 : 0;
  const here = Math.exp(n * Math.log(mean) - mean - logFactorial(n));
  if (here === 0) return 0;
  const upwards = n >= mean;
  let term = here;
  let sum = here;
  for (let k = n; term > sum * 1e-17; ) {
    if (upwards) {
      k++;
      term *= mean / k;
    } else {
      if (k === 0) break;
      term *= k / mean;
      k--;
    }
    sum += term;
  }
  return Math.min(sum, 1 - sum + here, 1);
}
