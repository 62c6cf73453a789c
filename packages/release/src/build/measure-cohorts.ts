import {
  type CaseTable,
  type Grant,
  type Marginals,
  measureTables,
  type Protected,
  type TablePlan,
} from '@casebridge/privacy';
import { openCountingPool } from '@casebridge/privacy/node';
import type { Cohort, PublishedMeasurement } from '@casebridge/privacy/results';
import { sqlMarginals } from '@casebridge/privacy/sql';
import { openDuckdb } from '../engine/duckdb.ts';
import { nodeRandom } from '../ledger/system-random.ts';

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
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Measures every cohort, one after the other; the tables of a cohort are let go once it is measured. */
export async function measureCohorts(
  paid: readonly PaidCohorts[],
  tables: Map<string, CaseTable>,
  options: MeasureCohortsOptions,
): Promise<Protected<readonly PublishedMeasurement[]>[]> {
  const counter = options.engine === 'memory' ? memoryCounter() : await duckdbCounter();
  const total = paid.reduce((sum, { cohorts, plan }) => sum + cohorts.length * plan.sets.length, 0);
  let before = 0;
  const measured: Protected<readonly PublishedMeasurement[]>[] = [];
  try {
    for (const { plan, grant, cohorts } of paid) {
      for (const cohort of cohorts) {
        const table = tables.get(cohort.id);
        if (!table) throw new RangeError(`no case table for cohort '${cohort.id}'`);
        const start = before;
        measured.push(
          await counter.using(table, (marginals) =>
            measureTables(plan, marginals, cohort, grant, nodeRandom, {
              recipe: options.recipe,
              ...(options.signal ? { signal: options.signal } : {}),
              onProgress: ({ done }) => options.onProgress?.(start + done, total),
            }),
          ),
        );
        before += plan.sets.length;
        tables.delete(cohort.id);
      }
    }
  } finally {
    await counter.close();
  }
  return measured;
}

/** Something that counts case tables, one at a time. */
interface Counter {
  using<T>(table: CaseTable, work: (marginals: Marginals) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

function memoryCounter(): Counter {
  const pool = openCountingPool();
  return { using: (table, work) => work(pool.marginals(table)), close: () => pool.close() };
}

async function duckdbCounter(): Promise<Counter> {
  const engine = await openDuckdb();
  return {
    async using(table, work) {
      const view = await engine.load(table);
      try {
        return await work(sqlMarginals({ query: engine.query, view, domains: table.domains }));
      } finally {
        await engine.drop(view);
      }
    },
    close: async () => engine.close(),
  };
}
