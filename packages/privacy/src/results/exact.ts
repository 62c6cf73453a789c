import { addInto, outerProduct, sumDown } from './axes.ts';
import { resolveCohorts, resolveSelection } from './selection.ts';
import { canonicalSet, cellCount, joinNames, setKey, sizesOf } from './sets.ts';
import type { Answers, Cohort, Domains } from './types.ts';

/** Exact counts of one cohort over one set, row-major. */
export interface ExactMarginal {
  readonly cohort: string;
  readonly set: readonly string[];
  readonly cells: ArrayLike<number>;
}

/**
 * Exact marginals as answers of zero variance: what tests hand to the figures in place of protected results. A table that
 * was not given is summed from a given one that holds it; a cohort without marginals has no answers.
 */
export function exactAnswers(exact: {
  readonly domains: Domains;
  readonly tables: readonly (readonly string[])[];
  readonly cohorts: readonly Cohort[];
  readonly marginals: readonly ExactMarginal[];
}): Answers {
  const { domains, tables, cohorts } = exact;
  const ids = new Set(cohorts.map(({ id }) => id));
  const byCohort = new Map<string, ExactMarginal[]>();
  for (const marginal of exact.marginals) {
    const set = canonicalSet(domains, marginal.set);
    if (set.some((name, axis) => name !== marginal.set[axis]) || marginal.cells.length !== cells(domains, set)) {
      throw new RangeError(`the marginal ${joinNames(marginal.set)} does not fit its domain`);
    }
    byCohort.set(marginal.cohort, [...(byCohort.get(marginal.cohort) ?? []), marginal]);
  }
  const known = new Map<string, Float64Array<ArrayBuffer>>();
  const tableOf = (cohort: string, set: readonly string[]): Float64Array<ArrayBuffer> => {
    const key = JSON.stringify([cohort, set]);
    const cached = known.get(key);
    if (cached) return cached;
    const source = smallestHolding(byCohort.get(cohort) ?? [], set);
    if (!source) throw new RangeError(`cohort '${cohort}' has no marginal over ${joinNames(set)}`);
    const sizes = sizesOf(domains, source.set);
    const table = sumDown(
      source.cells,
      sizes,
      source.set.map((name) => set.includes(name)),
    );
    known.set(key, table);
    return table;
  };
  return {
    domains,
    tables,
    cohorts,
    combine(query) {
      let value = 0;
      for (const selection of query.selections) {
        const { table, allowed, weight } = resolveSelection(domains, selection);
        const sizes = sizesOf(domains, table);
        const chosen = outerProduct(allowed.map((codes, axis) => codes ?? new Float64Array(sizes[axis] ?? 0).fill(1)));
        for (const cohort of resolveCohorts(ids, query.cohorts)) {
          const counts = tableOf(cohort, table);
          let sum = 0;
          for (let at = 0; at < counts.length; at++) if (chosen[at] === 1) sum += counts[at] as number;
          value += weight * sum;
        }
      }
      return { value, variance: 0 };
    },
    covariance: () => 0,
    table(names, wanted) {
      const set = canonicalSet(domains, names);
      const estimate = new Float64Array(cells(domains, set));
      for (const cohort of resolveCohorts(ids, wanted)) addInto(estimate, tableOf(cohort, set), 1);
      return { set, estimate, sd: new Float64Array(estimate.length) };
    },
  };
}

function cells(domains: Domains, set: readonly string[]): number {
  return cellCount(sizesOf(domains, set));
}

function smallestHolding(marginals: readonly ExactMarginal[], set: readonly string[]): ExactMarginal | undefined {
  return marginals
    .filter((marginal) => set.every((name) => marginal.set.includes(name)))
    .sort((a, b) => a.cells.length - b.cells.length || (setKey(a.set) < setKey(b.set) ? -1 : 1))[0];
}
