import { type CaseTable, type Grant, measureTables, type Protected, type TablePlan } from '@casebridge/privacy';
import type { Cohort, PublishedMeasurement } from '@casebridge/privacy/results';
import { nodeRandom } from '../ledger/system-random.ts';
import { openCounter } from './open-counter.ts';

/** Cohorts to measure with one plan under one grant. */
export interface PaidCohorts {
  readonly plan: TablePlan;
  readonly grant: Grant;
  readonly cohorts: readonly Cohort[];
}

export interface MeasureCohortsOptions {
  readonly engine: 'memory' | 'duckdb';
  /** SHA-256 of the recipe the grants were debited for. */
  readonly recipe: string;
  /** Cohorts whose tables are needed again. */
  readonly keep?: ReadonlySet<string>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Measures every cohort, one after the other; the table of a cohort is let go once it is measured, unless it is kept. */
export async function measureCohorts(
  paid: readonly PaidCohorts[],
  tables: Map<string, CaseTable>,
  options: MeasureCohortsOptions,
): Promise<Protected<readonly PublishedMeasurement[]>[]> {
  const counter = await openCounter(options.engine);
  const total = paid.reduce((sum, { cohorts, plan }) => sum + cohorts.length * plan.sets.length, 0);
  let before = 0;
  const measured: Protected<readonly PublishedMeasurement[]>[] = [];
  try {
    for (const { plan, grant, cohorts } of paid) {
      for (const cohort of cohorts) {
        const table = tables.get(cohort.id);
        if (!table) throw new RangeError(`no case table for cohort '${cohort.id}'`);
        const start = before;
        const { marginals, drop } = await counter.take(table);
        try {
          measured.push(
            await measureTables(plan, marginals, cohort, grant, nodeRandom, {
              recipe: options.recipe,
              ...(options.signal ? { signal: options.signal } : {}),
              onProgress: ({ done }) => options.onProgress?.(start + done, total),
            }),
          );
        } finally {
          await drop();
        }
        before += plan.sets.length;
        if (!options.keep?.has(cohort.id)) tables.delete(cohort.id);
      }
    }
  } finally {
    await counter.close();
  }
  return measured;
}
