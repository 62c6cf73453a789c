import type { Answers, Query, TableView } from '@casebridge/privacy/results';

/** A release's answers, with those of the release before for cohorts it does not hold itself. */
export function withPrevious(input: {
  readonly answers: Answers;
  readonly previous?: { readonly answers: Answers };
}): Answers {
  return input.previous ? joinedAnswers(input.answers, input.previous.answers) : input.answers;
}

/**
 * Answers over the cohorts of two measurement files: a cohort is read from the first that has it. Cohorts are disjoint
 * and measured alone, so values, variances and covariances of the two halves add.
 */
export function joinedAnswers(first: Answers, second: Answers): Answers {
  const ids = new Set(first.cohorts.map(({ id }) => id));
  const extra = second.cohorts.filter(({ id }) => !ids.has(id));
  if (extra.length === 0) return first;
  const isExtra = new Set(extra.map(({ id }) => id));
  const part = (query: Query, from: Answers): Query => ({
    ...query,
    cohorts: query.cohorts.filter((id) => isExtra.has(id) === (from === second)),
  });
  const halves = (query: Query): readonly Answers[] =>
    [first, second].filter((from) => part(query, from).cohorts.length > 0);
  return {
    domains: first.domains,
    tables: first.tables,
    cohorts: [...first.cohorts, ...extra],
    combine(query) {
      const parts = halves(query).map((from) => from.combine(part(query, from)));
      return {
        value: parts.reduce((sum, { value }) => sum + value, 0),
        variance: parts.reduce((sum, { variance }) => sum + variance, 0),
      };
    },
    covariance(a, b) {
      return halves(a)
        .filter((from) => halves(b).includes(from))
        .reduce((sum, from) => sum + from.covariance(part(a, from), part(b, from)), 0);
    },
    table(set, cohorts) {
      const views = [first, second]
        .map((from) => ({ from, ids: cohorts.filter((id) => isExtra.has(id) === (from === second)) }))
        .filter(({ ids }) => ids.length > 0)
        .map(({ from, ids }) => from.table(set, ids));
      return views.reduce(addViews);
    },
  };
}

function addViews(a: TableView, b: TableView): TableView {
  return {
    set: a.set,
    estimate: a.estimate.map((value, cell) => value + (b.estimate[cell] ?? 0)),
    sd: a.sd.map((value, cell) => Math.hypot(value, b.sd[cell] ?? 0)),
  };
}
