import { addParentColumns, keepColumns } from '../../columns/parent-columns.ts';
import type { SynthesisDriver } from '../../measure/run-synthesis.ts';
import { readProtected } from '../../protected.ts';
import type { RandomBytes } from '../../random/random-bytes.ts';
import { rationalToText } from '../../rational.ts';
import type { PlannedSynthesis } from '../../synthesis/plan-job.ts';
import { synthesisModel, syntheticTable } from '../../synthesis/synthetic-table.ts';
import { practiceMeasurer } from '../practice.ts';
import type { Synthesiser } from './shadow-membership.ts';

/**
 * The synthesiser as it is, for shadow runs: measures with fresh noise, fits and draws, paid for in a ledger that this
 * process forgets, so that nothing it makes can be published.
 *
 * @param driver decides what to measure: that of the method under attack
 */
export function practiceSynthesiser(job: PlannedSynthesis, driver: SynthesisDriver, random: RandomBytes): Synthesiser {
  return async (records, run, signal) => {
    const waiting = signal === undefined ? {} : { signal };
    const measurer = await practiceMeasurer(addParentColumns(records, job.declared), job.rho, random);
    await driver(job, measurer, waiting);
    const published = {
      format: 'casebridge-synthesis-1',
      method: job.method,
      ...job.declared,
      modelSize: job.modelSize,
      choices: rationalToText(job.rho),
      inherited: null,
      measurements: readProtected(measurer.finish()),
    } as const;
    const seed = new TextEncoder().encode(`shadow run ${run}`);
    return keepColumns(syntheticTable(synthesisModel(published, waiting), published, seed, waiting), job.columns);
  };
}
