/**
 * Estimates of the unseen from the published tables of the United Kingdom (five lists) and New Orleans (eight lists): the whole
 * estimate with 1,000 resamples, each repeating the search, beside the time of the authors' own program in R.
 */
import { join } from 'node:path';
import { estimatePrevalence, seededUniform } from '@casebridge/prevalence';
import { readHistories } from '@casebridge/release';
import { describeTiming, machine, timed } from './timing.ts';

const folder = join(process.env.CASEBRIDGE_SHARED ?? '../shared', 'data/mse/tables');

// SparseMSE 2.0.1, `estimatepopulation` with 1,000 resamples, on one busy core of a machine like this; limits are its own.
const cases = [
  { name: 'UKdat_5', lists: 5, limit: 20, r: 181, limits: [8784.8, 14700.5] },
  { name: 'NewOrl', lists: 8, limit: 300, r: 1136, limits: [717.2, 1657.6] },
  { name: 'Ned', lists: 6, limit: null, r: 632, limits: [45_759, 171_107] },
] as const;

console.log(machine());
for (const { name, lists, limit, r, limits } of cases) {
  const table = await readHistories(join(folder, `${name}.csv`)).catch(() => null);
  if (!table) {
    console.log(`${name}: skipped, ${folder} is absent`);
    continue;
  }
  const { timing, result } = await timed(1, () =>
    estimatePrevalence(table, { resamples: 1000, uniform: seededUniform(1) }),
  );
  const found = result.stepwise;
  if (!found) throw new Error(`${name} gave no estimate`);
  const seconds = timing.best / 1000;
  const whole = (value: number | null) => (value === null ? 'none' : Math.round(value).toString());
  console.log(
    `${name} (${lists} lists): ${describeTiming(timing)}; R took ${r} s, ${(r / seconds).toFixed(0)} times as long` +
      `${limit === null ? '' : `; goal ${limit} s ${seconds <= limit ? 'met' : 'MISSED'}`}`,
  );
  console.log(
    `  estimate ${whole(found.estimate)}, limits ${whole(found.lower)}–${whole(found.upper)} (R with its own chance: ${whole(limits[0])}–${whole(limits[1])})`,
  );
  if (limit !== null && seconds > limit) process.exitCode = 1;
}
console.log(machine());
