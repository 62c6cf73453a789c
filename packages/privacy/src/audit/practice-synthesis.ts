import type { CaseTable } from '../columns/case-table.ts';
import { addParentColumns, keepColumns } from '../columns/parent-columns.ts';
import { memoryMarginals } from '../count/memory.ts';
import { runSynthesisJob, type SynthesisDriver } from '../measure/run-synthesis.ts';
import { readProtected } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import type { PlannedSynthesis } from '../synthesis/plan-job.ts';
import type { SynthesisMeasurements } from '../synthesis/published.ts';
import { synthesisModel, syntheticTable } from '../synthesis/synthetic-table.ts';
import { practiceLedger } from './practice.ts';
import type { TrialSynthesis } from './trial.ts';

/** A synthesiser's measurements of one world under a job: the mechanism that an audit looks at. */
export type SynthesiseWorld = (job: PlannedSynthesis, world: CaseTable) => Promise<SynthesisMeasurements>;

const facts = { purpose: 'audit on records that are no persons', recipe: '0'.repeat(64), snapshot: '0'.repeat(64) };

/** A driver of synthesis as it is, run on worlds that are no persons' and paid for in a ledger that this process forgets. */
export function practiceSynthesis(driver: SynthesisDriver, random: RandomBytes): SynthesiseWorld {
  return async (job, world) => {
    const marginals = memoryMarginals(addParentColumns(world, job.declared));
    return readProtected(await runSynthesisJob(job, driver, marginals, await practiceLedger(random), random, facts));
  };
}

/** Records made under a job from public ones, for {@link trySynthesis}. The seed of what follows the noise is public. */
export function trialSynthesis(job: PlannedSynthesis, synthesise: SynthesiseWorld, seed: string): TrialSynthesis {
  return async (train) => {
    const published = await synthesise(job, train);
    const table = syntheticTable(synthesisModel(published), published, new TextEncoder().encode(seed));
    return keepColumns(table, job.columns);
  };
}
