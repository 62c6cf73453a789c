import type { Answers, Estimate, Query } from '@casebridge/privacy/results';

/** A weighted sum of queries: what a numerator or a base is when it spans tables, or two years' cohorts. */
export type Combination = readonly { readonly query: Query; readonly weight: number }[];

/** Value and variance of a combination. */
export function evaluate(answers: Answers, combination: Combination): Estimate {
  let value = 0;
  let variance = 0;
  combination.forEach(({ query, weight }, index) => {
    const part = answers.combine(query);
    value += weight * part.value;
    variance += weight * weight * part.variance;
    for (const other of combination.slice(index + 1))
      variance += 2 * weight * other.weight * answers.covariance(query, other.query);
  });
  return { value, variance: Math.max(0, variance) };
}

/** Covariance of two combinations. */
export function covarianceOf(answers: Answers, a: Combination, b: Combination): number {
  let covariance = 0;
  for (const left of a)
    for (const right of b) covariance += left.weight * right.weight * answers.covariance(left.query, right.query);
  return covariance;
}

/** A combination of one query over some cohorts. */
export function only(query: Query): Combination {
  return [{ query, weight: 1 }];
}
