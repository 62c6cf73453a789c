import { planTables, rhoOf, type TablePlan } from '@casebridge/privacy';
import { type Answers, answersFrom, type PublishedMeasurement, sizesOf } from '@casebridge/privacy/results';
import { cohorts, domains, tables } from './invented-year.ts';

/** The default tables at ε = 4, δ = 10⁻⁶ for each cohort. */
export function planned(
  extra: readonly { readonly set: readonly string[]; readonly weight: number }[] = [],
): TablePlan {
  return planTables({ domains, tables: [...tables, ...extra], rho: rhoOf(4, 1e-6) });
}

/** A seeded generator of standard normal numbers (mulberry32 and Box–Muller): tests only, nothing is protected by it. */
export function normals(seed: number): () => number {
  let state = seed >>> 0;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Residuals of exact answers, to be given noise again and again. */
export interface ExactResiduals {
  readonly plan: TablePlan;
  readonly residuals: readonly {
    readonly cohort: string;
    readonly set: readonly string[];
    readonly values: Float64Array;
    readonly variance: string;
  }[];
}

export function residualsOf(exact: Answers, plan: TablePlan): ExactResiduals {
  return {
    plan,
    residuals: cohorts.flatMap(({ id }) =>
      plan.sets.map(({ set, variance }) => ({
        cohort: id,
        set,
        values: residual(exact.table(set, [id]).estimate, sizesOf(domains, set)),
        variance: String(variance),
      })),
    ),
  };
}

/** One protected run: every residual with rounded normal noise of its planned variance. */
export function noisyAnswers({ plan, residuals }: ExactResiduals, normal: () => number): Answers {
  const measurements = residuals.map(({ values, ...rest }): PublishedMeasurement => {
    const sd = Math.sqrt(Number(rest.variance));
    return { ...rest, kind: 'residual', values: values.map((value) => value + Math.round(sd * normal())) };
  });
  return answersFrom({
    format: 'casebridge-measurements-1',
    domains,
    tables: plan.tables,
    structuralZeros: {},
    cohorts,
    measurements,
  });
}

// Ξ_B M_B: along every axis, c times the cell minus the sum of its line.
function residual(counts: Float64Array, sizes: readonly number[]): Float64Array {
  let cells = Float64Array.from(counts);
  let stride = 1;
  for (const size of [...sizes].reverse()) {
    const next = new Float64Array(cells.length);
    cells.forEach((value, at) => {
      const start = at - (Math.floor(at / stride) % size) * stride;
      let sum = 0;
      for (let step = 0; step < size; step += 1) sum += cells[start + step * stride] as number;
      next[at] = size * value - sum;
    });
    cells = next;
    stride *= size;
  }
  return cells;
}
