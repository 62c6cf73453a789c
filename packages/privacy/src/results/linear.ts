import { addBroadcast, addInto, dot } from './axes.ts';
import { type Coefficient, coefficientsOf, type StructuralZeros } from './coefficients.ts';
import { resolveCohorts } from './selection.ts';
import { canonicalSet, cellCount, joinNames, setKey, sizesOf, subsetsOf } from './sets.ts';
import type { Answers, Cohort, Domains, Query, TableView } from './types.ts';

/** What is known of one residual set in one cohort: the centred estimate and its variance scale `s_B`. */
export interface ResidualEstimate {
  /** `r_B`, row-major over the set; null where only the noise is known (a plan). */
  readonly values: Float64Array<ArrayBuffer> | null;
  /** `s_B`: the estimate's covariance is `s_B P_B`. */
  readonly scale: number;
}

export interface ResidualSource {
  readonly domains: Domains;
  readonly tables: readonly (readonly string[])[];
  readonly structuralZeros: StructuralZeros;
  readonly cohorts: readonly Cohort[];
  /** Undefined where the cohort has no measurement that says anything of the set. */
  residual(cohort: string, set: readonly string[]): ResidualEstimate | undefined;
}

/** Answers from residual estimates: unbiased, consistent across tables, with variances and covariances in closed form. */
export function answersFromResiduals(source: ResidualSource): Answers {
  const { domains, tables, structuralZeros, cohorts } = source;
  const closure = new Set(tables.flatMap((table) => subsetsOf(canonicalSet(domains, table)).map(setKey)));
  const ids = new Set(cohorts.map(({ id }) => id));
  const known = new WeakMap<object, ReadonlyMap<string, Coefficient>>();

  const coefficients = ({ selections }: Query) => {
    const cached = known.get(selections);
    if (cached) return cached;
    for (const { table } of selections) published(table);
    const computed = coefficientsOf(domains, structuralZeros, selections);
    known.set(selections, computed);
    return computed;
  };
  const published = (names: readonly string[]): string[] => {
    const set = canonicalSet(domains, names);
    if (!closure.has(setKey(set))) throw new RangeError(`no published table covers ${joinNames(set)}`);
    return set;
  };
  const residual = (cohort: string, set: readonly string[]): ResidualEstimate => {
    // Centring a variable of one code leaves nothing: such a residual is zero and is never measured.
    if (sizesOf(domains, set).includes(1)) return { values: null, scale: 0 };
    const estimate = source.residual(cohort, set);
    if (!estimate) throw new RangeError(`cohort '${cohort}' has no measurement of the set '${joinNames(set)}'`);
    return estimate;
  };

  return {
    domains,
    tables,
    cohorts,
    combine(query) {
      const parts = coefficients(query);
      let value = 0;
      let variance = 0;
      for (const cohort of resolveCohorts(ids, query.cohorts)) {
        for (const { set, weights } of parts.values()) {
          const { values, scale } = residual(cohort, set);
          if (values) value += dot(weights, values);
          variance += scale * dot(weights, weights);
        }
      }
      return { value, variance };
    },
    covariance(a, b) {
      const [partsOfA, partsOfB] = [coefficients(a), coefficients(b)];
      const inB = new Set(resolveCohorts(ids, b.cohorts));
      const shared = resolveCohorts(ids, a.cohorts).filter((cohort) => inB.has(cohort));
      let covariance = 0;
      for (const [key, { set, weights }] of partsOfA) {
        const other = partsOfB.get(key);
        if (!other) continue;
        const product = dot(weights, other.weights);
        for (const cohort of shared) covariance += residual(cohort, set).scale * product;
      }
      return covariance;
    },
    table(names, wanted) {
      const set = published(names);
      return reconstruct(domains, set, structuralZeros[setKey(set)] ?? [], resolveCohorts(ids, wanted), residual);
    },
  };
}

/** `M_A = Σ_{B ⊆ A} broadcast(r_B) / Π_{A∖B} c`; every cell has variance `Σ_B s_B p_B Π_{A∖B} c⁻²`, `p_B = Π_B (c−1)/c`. */
function reconstruct(
  domains: Domains,
  set: readonly string[],
  zeros: readonly number[],
  cohorts: readonly string[],
  residual: (cohort: string, set: readonly string[]) => ResidualEstimate,
): TableView {
  const sizes = sizesOf(domains, set);
  const estimate = new Float64Array(cellCount(sizes));
  let variance = 0;
  for (const subset of subsetsOf(set)) {
    const kept = set.map((name) => subset.includes(name));
    const outside = cellCount(sizes.filter((_, axis) => !kept[axis]));
    const total = new Float64Array(cellCount(sizes.filter((_, axis) => kept[axis])));
    let scale = 0;
    for (const cohort of cohorts) {
      const { values, scale: own } = residual(cohort, subset);
      if (values) addInto(total, values, 1);
      scale += own;
    }
    addBroadcast(estimate, sizes, total, kept, 1 / outside);
    variance += (scale * centredShare(sizes.filter((_, axis) => kept[axis]))) / outside ** 2;
  }
  const sd = new Float64Array(estimate.length).fill(Math.sqrt(variance));
  for (const zero of zeros) {
    estimate[zero] = 0;
    sd[zero] = 0;
  }
  return { set, estimate, sd };
}

/** `p_B = Π (c−1)/c`: the variance of one cell of the centring projector. */
export function centredShare(sizes: readonly number[]): number {
  return sizes.reduce((share, size) => share * ((size - 1) / size), 1);
}
