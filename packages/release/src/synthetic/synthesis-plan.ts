import type { DeclaredDomain, TablePlan } from '@casebridge/privacy';
import type { Cohort, PublishedMeasurement } from '@casebridge/privacy/results';
import { type SynthesisMethod, setsWithin } from '@casebridge/privacy/synthesis';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import type { PlannedSynthesis } from '../recipe/plan-synthesis.ts';
import { periodAxis, synthesisDomain } from './synthesis-domain.ts';

/** A batch's synthesis as it is planned: recipe and declared domain alone. */
export interface SynthesisPlan {
  readonly method: SynthesisMethod;
  /** Megabytes. */
  readonly modelSize: number;
  readonly declared: DeclaredDomain;
  /** Columns in the order of the domain. */
  readonly workload: readonly { readonly set: readonly string[]; readonly weight: number }[];
  /** The tables' residual sets that the model uses again. */
  readonly inherited: readonly (readonly string[])[];
}

/** Share of the model's size that table measurements used again may take; the rest is for what the mechanism chooses. */
const inheritedShare = 0.5;

/**
 * Plans the synthesis of the cohorts measured for the first time. Of the tables' residuals those are used again that a
 * model of half the declared size holds: the total and single columns first, then by the weight of the pairs in them.
 */
export function planBatch(
  recipe: NonNullable<PlannedRecipe['recipe']['synthetic']>,
  planned: PlannedSynthesis,
  cohorts: readonly Cohort[],
  tables: TablePlan,
): SynthesisPlan {
  const declared = synthesisDomain(planned, cohorts);
  const axis = periodAxis(cohorts);
  return {
    method: recipe.method,
    modelSize: recipe.modelSize,
    declared,
    workload: [
      ...(axis
        ? Object.keys(planned.domains).map((column) => ({ set: [axis.name, column], weight: planned.periodWeight }))
        : []),
      ...planned.workload,
    ],
    inherited: inheritedSets(planned, declared, axis?.name ?? null, tables, recipe.modelSize * inheritedShare),
  };
}

/** The residuals of a batch's cohorts that its plan uses again. */
export function inheritedResiduals(
  { inherited }: SynthesisPlan,
  cohorts: readonly Cohort[],
  measurements: readonly PublishedMeasurement[],
): readonly PublishedMeasurement[] {
  const sets = new Set(inherited.map((set) => set.join('\n')));
  const ids = new Set(cohorts.map(({ id }) => id));
  return measurements.filter(({ cohort, set }) => ids.has(cohort) && sets.has(set.join('\n')));
}

function inheritedSets(
  { workload }: PlannedSynthesis,
  { domains, structuralZeros }: DeclaredDomain,
  axis: string | null,
  tables: TablePlan,
  limit: number,
): readonly (readonly string[])[] {
  const columns = Object.keys(domains);
  const numbers = (set: readonly string[]) => set.map((name) => columns.indexOf(name));
  const weights = new Map(workload.map(({ set, weight }) => [set.join('\n'), weight]));
  const most = Math.max(0, ...weights.values());
  const weightOf = (set: readonly string[]): number => {
    if (set.length < 2) return most * tables.sets.length;
    let sum = 0;
    for (let a = 0; a < set.length; a += 1) {
      for (let b = a + 1; b < set.length; b += 1) sum += weights.get([set[a], set[b]].join('\n')) ?? 0;
    }
    return sum;
  };
  const sets = tables.sets.map(({ set }) => set).filter((set) => set.every((name) => columns.includes(name)));
  const used = setsWithin(
    columns.map((name) => (domains[name] as readonly string[]).length),
    sets.map((set) => ({ set: numbers(axis === null ? set : [axis, ...set]), weight: weightOf(set) })),
    limit,
    structuralZeros.map(({ set }) => numbers(set)),
  );
  return sets.filter((_, at) => used[at]);
}
