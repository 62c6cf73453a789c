// The difference of a figure in two releases, with the noise of both. A share, mean or change x/n is an estimate of its own by
// linearisation (delta method): its noise is that of (x − p n)/n at p = x/n. Between releases only cohorts with the very same
// measurements are correlated, so Var(b − a) = Var(a) + Var(b) − 2 Cov(a, b), the covariance over those alone; what both
// carry cancels. A share is published only where its base is five standard deviations of its noise, where this is close.
import { type Answers, bonferroniZ, type Query, z95 } from '@casebridge/privacy/results';
import { type Combination, covarianceOf, evaluate } from '../reading/combination.ts';
import { tidy, tidyPair } from '../reading/reading.ts';
import type { Figure } from '../types.ts';
import { type FigureQueries, figureQueries } from './figure-queries.ts';

/** Answers of two releases over the same variables and codes. */
export interface AnswerPair {
  readonly before: Answers;
  readonly after: Answers;
  /** Cohorts that both publish with the same noise: `sharedCohorts`. */
  readonly shared: ReadonlySet<string>;
}

/** A later value less an earlier one. */
export interface FigureDifference {
  readonly value: number;
  /** 95 % interval by the noise of both. */
  readonly interval: readonly [number, number];
  /** Standard deviation of the difference's noise; zero where nothing in it is noisy. */
  readonly sd: number;
}

/** Below this part of both variances, what is left of them is rounding. */
const rounding = 1e-9;

/**
 * The difference of a figure that two releases give. Declared numbers have no noise. Null where one of the two is withheld or
 * they are counted in different units. For a mean the interval is that of the noise alone: what the middles of bands hide
 * is the same question in both.
 *
 * RangeError: the figure names a table that its release does not publish.
 */
export function figureDifference(
  before: Figure,
  after: Figure,
  pair: AnswerPair,
  grouping: string,
): FigureDifference | null {
  if (before.value === null || after.value === null || before.unit !== after.unit) return null;
  const value = tidy(after.value - before.value);
  const queries = [figureQueries(before, grouping), figureQueries(after, grouping)] as const;
  if (queries[0] === null || queries[1] === null) return { value, interval: [value, value], sd: 0 };
  const a = linearised(queries[0], pair.before);
  const b = linearised(queries[1], pair.after);
  const [varianceA, varianceB] = [evaluate(pair.before, a.noise).variance, evaluate(pair.after, b.noise).variance];
  const shared = 2 * covarianceOf(pair.after, within(a.noise, pair.shared), within(b.noise, pair.shared));
  const variance = varianceA + varianceB - shared;
  const sd = variance <= rounding * (varianceA + varianceB) ? 0 : Math.sqrt(variance);
  // Counts lie on a lattice of whole records, whose half step closes the gap that the discrete noise leaves.
  const step = sd > 0 && queries[1].base === null ? 0.5 : 0;
  const middle = b.value - a.value;
  const interval = tidyPair([Math.min(value, middle - z95 * sd - step), Math.max(value, middle + z95 * sd + step)]);
  return { value, interval: sd === 0 ? [value, value] : interval, sd };
}

/** What may be said of a difference. */
export type ToldApart =
  /** Both numbers are without noise that differs: the difference is what it is. */
  | 'exact'
  /** Beyond noise even as one of all that are compared (Bonferroni at 5 % for all together). */
  | 'among_all'
  /** Beyond noise by itself at 5 %; of a hundred that did not move, about five come out like this. */
  | 'by_itself'
  | 'no';

/** Whether a difference can be told from noise, as one of `comparisons` that are looked at together. */
export function toldApart({ value, interval, sd }: FigureDifference, comparisons: number): ToldApart {
  if (sd === 0) return 'exact';
  if (Math.abs(value) > bonferroniZ(Math.max(1, comparisons)) * sd) return 'among_all';
  return interval[0] > 0 || interval[1] < 0 ? 'by_itself' : 'no';
}

interface Linearised {
  readonly value: number;
  /** Has the variance and covariances of the value's noise; its own value says nothing. */
  readonly noise: Combination;
}

function linearised({ top, base }: FigureQueries, answers: Answers): Linearised {
  const x = answers.combine(top).value;
  if (base === null) return { value: x, noise: [{ query: top, weight: 1 }] };
  const n = answers.combine(base).value;
  const value = x / n;
  return {
    value,
    noise: [
      { query: top, weight: 1 / n },
      { query: base, weight: -value / n },
    ],
  };
}

function within(combination: Combination, cohorts: ReadonlySet<string>): Combination {
  const part = (query: Query): Query => ({ ...query, cohorts: query.cohorts.filter((id) => cohorts.has(id)) });
  return combination
    .map(({ query, weight }) => ({ query: part(query), weight }))
    .filter(({ query }) => query.cohorts.length > 0);
}
