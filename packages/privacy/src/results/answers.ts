import { addInto, centre, sumDown } from './axes.ts';
import { answersFromResiduals, type ResidualEstimate } from './linear.ts';
import { canonicalSet, cellCount, setKey, sizesOf } from './sets.ts';
import type { Answers, Cohort, Domains, Measurements, PublishedMeasurement } from './types.ts';

/**
 * Every table and interval that published measurements support. Residual and marginal measurements may be mixed: a
 * marginal with independent noise of variance σ² is, for every subset B, an estimate of the residual with
 * `s_B = σ² Π_{A∖B} c`; several estimates of one residual are averaged by inverse variance. Residuals are worked out when
 * first asked for and kept.
 */
export function answersFrom(measurements: Measurements): Answers {
  const { domains, tables, structuralZeros, cohorts } = measurements;
  const byCohort = new Map<string, CohortMeasurements>();
  for (const measurement of measurements.measurements) {
    const cohort = byCohort.get(measurement.cohort) ?? emptyCohort();
    byCohort.set(measurement.cohort, cohort);
    if (measurement.kind === 'marginal') cohort.marginals.push(measurement);
    else append(cohort.residuals, setKey(measurement.set), measurement);
  }
  const known = new Map<string, Map<string, ResidualEstimate | undefined>>();
  return answersFromResiduals({
    domains,
    tables,
    structuralZeros,
    cohorts,
    residual(id, set) {
      const ofCohort = known.get(id) ?? new Map<string, ResidualEstimate | undefined>();
      known.set(id, ofCohort);
      const key = setKey(set);
      if (!ofCohort.has(key)) ofCohort.set(key, average(estimatesOf(domains, byCohort.get(id), set)));
      return ofCohort.get(key);
    },
  });
}

interface CohortMeasurements {
  readonly residuals: Map<string, PublishedMeasurement[]>;
  readonly marginals: PublishedMeasurement[];
}

function emptyCohort(): CohortMeasurements {
  return { residuals: new Map(), marginals: [] };
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

function estimatesOf(
  domains: Domains,
  cohort: CohortMeasurements | undefined,
  set: readonly string[],
): { values: Float64Array<ArrayBuffer>; scale: number }[] {
  if (!cohort) return [];
  const sizes = sizesOf(domains, set);
  const product = cellCount(sizes);
  const residuals = (cohort.residuals.get(setKey(set)) ?? []).map(({ values, variance }) => ({
    values: centre(divided(values, product), sizes),
    scale: Number(variance) / product ** 2,
  }));
  const marginals = cohort.marginals
    .filter((measurement) => set.every((name) => measurement.set.includes(name)))
    .map((measurement) => {
      const all = sizesOf(domains, measurement.set);
      const kept = measurement.set.map((name) => set.includes(name));
      const outside = cellCount(all.filter((_, axis) => !kept[axis]));
      return {
        values: centre(sumDown(measurement.values, all, kept), sizes),
        scale: Number(measurement.variance) * outside,
      };
    });
  return [...residuals, ...marginals];
}

function divided(values: Float64Array, by: number): Float64Array<ArrayBuffer> {
  const quotients = new Float64Array(values.length);
  for (let at = 0; at < values.length; at++) quotients[at] = (values[at] as number) / by;
  return quotients;
}

/** The inverse-variance average; the only estimate itself where there is one. */
function average(
  estimates: readonly { values: Float64Array<ArrayBuffer>; scale: number }[],
): ResidualEstimate | undefined {
  const [first, ...others] = estimates;
  if (!first || others.length === 0) return first;
  const precision = estimates.reduce((sum, { scale }) => sum + 1 / scale, 0);
  const values = new Float64Array(first.values.length);
  for (const estimate of estimates) addInto(values, estimate.values, 1 / (estimate.scale * precision));
  return { values, scale: 1 / precision };
}

/** What is known before anything is measured: the sets a plan will measure and their noise. */
export interface PlannedMeasurements {
  readonly domains: Domains;
  readonly tables: readonly (readonly string[])[];
  readonly structuralZeros?: Readonly<Record<string, readonly number[]>>;
  readonly cohorts: readonly Cohort[];
  /** Residual sets and their integer noise variances `g²`; the same for every cohort that `cohort` does not name. */
  readonly sets: readonly {
    readonly set: readonly string[];
    readonly variance: bigint | string;
    readonly cohort?: string;
  }[];
}

/** Answers of value zero with the variances a plan would give: what half-widths are predicted from. */
export function plannedAnswers(plan: PlannedMeasurements): Answers {
  const { domains, tables, structuralZeros = {}, cohorts } = plan;
  const scales = new Map<string, number>();
  for (const { set, variance, cohort } of plan.sets) {
    const names = canonicalSet(domains, set);
    scales.set(plannedKey(cohort, names), Number(variance) / cellCount(sizesOf(domains, names)) ** 2);
  }
  return answersFromResiduals({
    domains,
    tables,
    structuralZeros,
    cohorts,
    residual(cohort, set) {
      const scale = scales.get(plannedKey(cohort, set)) ?? scales.get(plannedKey(undefined, set));
      return scale === undefined ? undefined : { values: null, scale };
    },
  });
}

function plannedKey(cohort: string | undefined, set: readonly string[]): string {
  return JSON.stringify([cohort ?? null, set]);
}
