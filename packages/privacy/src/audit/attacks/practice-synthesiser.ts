import { keepColumns } from '../../columns/parent-columns.ts';
import type { SynthesisDriver } from '../../measure/run-synthesis.ts';
import type { RandomBytes } from '../../random/random-bytes.ts';
import type { PlannedSynthesis } from '../../synthesis/plan-job.ts';
import { synthesisModel, syntheticTable } from '../../synthesis/synthetic-table.ts';
import { practiceSynthesis } from '../practice-synthesis.ts';
import type { Synthesiser } from './shadow-membership.ts';

/**
 * The synthesiser as it is, for shadow runs: measures with fresh noise, fits and draws, paid for in a ledger that this
 * process forgets, so that nothing it makes can be published.
 *
 * @param driver decides what to measure: that of the method under attack
 */
export function practiceSynthesiser(job: PlannedSynthesis, driver: SynthesisDriver, random: RandomBytes): Synthesiser {
  const measure = practiceSynthesis(driver, random);
  return async (records, run, signal) => {
    const published = await measure(job, records);
    const options = signal === undefined ? {} : { signal };
    const seed = new TextEncoder().encode(`shadow run ${run}`);
    return keepColumns(syntheticTable(synthesisModel(published, options), published, seed, options), job.columns);
  };
}
