import { setImmediate as turn } from 'node:timers/promises';
import {
  type CaseTable,
  driveSynthesis,
  type Grant,
  joinProtected,
  mapProtected,
  openAdaptiveMeasurer,
  type Protected,
  pooledMarginals,
  rational,
  rationalToText,
  readProtected,
  subtractRational,
  sumRationals,
} from '@casebridge/privacy';
import type { Cohort, PublishedMeasurement } from '@casebridge/privacy/results';
import type { SynthesisMeasurements } from '@casebridge/privacy/synthesis';
import { type CountedTable, openCounter } from '../build/open-counter.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import type { PlannedSynthesis } from '../recipe/plan-synthesis.ts';
import { modelColumns, periodAxis, synthesisTable } from './synthesis-domain.ts';
import { inheritedResiduals, type SynthesisPlan } from './synthesis-plan.ts';

/** What a batch's synthesis starts from. */
export interface BatchSynthesis {
  readonly batch: number;
  readonly cohorts: readonly Cohort[];
  readonly grant: Grant;
  readonly planned: PlannedSynthesis;
  readonly plan: SynthesisPlan;
  /** The cohorts' tables as they were measured. */
  readonly tables: readonly Protected<readonly PublishedMeasurement[]>[];
}

export interface SynthesiseOptions {
  readonly engine: 'memory' | 'duckdb';
  /** SHA-256 of the recipe the grant was debited for. */
  readonly recipe: string;
  readonly signal?: AbortSignal;
  /** Share of the budget spent, 0 to 1. */
  readonly onProgress?: (spent: number) => void;
}

/** What was measured for a batch's synthetic records. */
export interface MeasuredBatch {
  readonly batch: number;
  readonly cohorts: readonly Cohort[];
  readonly measured: Protected<SynthesisMeasurements>;
  /** 64 hexadecimal digits, drawn after the noise and published: records and replicates are drawn from it. */
  readonly seed: string;
}

/**
 * Measures a batch for synthetic records: its cohorts as one table with the registration year as a column, under one grant
 * that each of them pays in full. What the tables' measurements say already is known to the mechanism from the start.
 * Records are let go cohort by cohort when this returns.
 */
export async function synthesiseBatch(
  { batch, cohorts, grant, planned, plan, tables }: BatchSynthesis,
  records: Map<string, CaseTable>,
  options: SynthesiseOptions,
): Promise<MeasuredBatch> {
  const { recipe, signal, onProgress } = options;
  const counter = await openCounter(options.engine);
  const counted: CountedTable[] = [];
  try {
    for (const { id } of cohorts) {
      const table = records.get(id);
      if (!table) throw new RangeError(`no case table for cohort '${id}'`);
      counted.push(await counter.take(synthesisTable(planned, table)));
    }
    const marginals = pooledMarginals(
      counted.map((one, code) => ({ code, marginals: one.marginals })),
      periodAxis(cohorts),
      Object.keys(modelColumns(planned)),
    );
    const scope = { id: `batch ${batch}`, cohorts: cohorts.map(({ id }) => id) };
    const measurer = openAdaptiveMeasurer(marginals, scope, grant, nodeRandom, {
      recipe,
      pause: turn,
      ...(signal ? { signal } : {}),
      ...(onProgress ? { onProgress } : {}),
    });
    const residuals = inheritedResiduals(plan, cohorts, tables.flatMap(readProtected));
    const inherited =
      residuals.length === 0 ? null : { axis: periodAxis(cohorts)?.name ?? null, cohorts: scope.cohorts, residuals };
    await driveSynthesis(plan, measurer, { inherited, ...(signal ? { signal } : {}) });
    const bands = measurer.groups();
    const spent = subtractRational(grant.rho, measurer.remaining());
    const measured = mapProtected(joinProtected([measurer.finish(), ...tables]), ([measurements = []]) => ({
      format: 'casebridge-synthesis-1' as const,
      method: plan.method,
      ...plan.declared,
      bands,
      modelSize: plan.modelSize,
      choices: rationalToText(
        subtractRational(spent, sumRationals(measurements.map(({ variance }) => rational(1n, 2n * BigInt(variance))))),
      ),
      inherited,
      measurements,
    }));
    return { batch, cohorts, measured, seed: Buffer.from(nodeRandom(32)).toString('hex') };
  } finally {
    for (const one of counted) await one.drop();
    await counter.close();
    for (const { id } of cohorts) records.delete(id);
  }
}
