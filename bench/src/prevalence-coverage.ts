/**
 * Whether intervals of estimates from noisy histories hold the truth: invented populations on three to five lists, with and
 * without dependence, measured with noise of several variances. One minute.
 */
import { type CaptureTable, estimateFromNoisy, estimatePrevalence, seededUniform } from '@casebridge/prevalence';
import { discreteGaussian } from '@casebridge/privacy';
import { nodeRandom } from '@casebridge/release';
import { machine } from './timing.ts';

const uniform = seededUniform(77);
const runs = 30;
const resamples = 200;
/** `sends`: how much likelier somebody on the first list is to be on the second. */
const populations = [
  { name: 'four independent lists', people: 6000, chances: [0.15, 0.12, 0.2, 0.1], sends: 1 },
  { name: 'four lists, two dependent', people: 6000, chances: [0.15, 0.12, 0.2, 0.1], sends: 2.5 },
  { name: 'three independent lists', people: 3000, chances: [0.2, 0.15, 0.25], sends: 1 },
  { name: 'five lists, two dependent', people: 20_000, chances: [0.1, 0.08, 0.12, 0.06, 0.05], sends: 2 },
] as const;

console.log(machine());
for (const population of populations) {
  for (const variance of [0, 2, 8, 60]) {
    let held = 0;
    const ratios: number[] = [];
    for (let run = 0; run < runs; run++) {
      const table = drawn(population);
      const found = (variance === 0 ? exact(table) : noisy(table, variance))?.stepwise;
      const [lower, upper] = [found?.lower ?? Number.NaN, found?.upper ?? Number.NaN];
      if (lower <= population.people && population.people <= upper) held++;
      ratios.push(upper / lower);
    }
    const median = ratios.sort((a, b) => a - b)[runs / 2] ?? Number.NaN;
    console.log(
      `${population.name}, noise variance ${variance}: ${held} of ${runs} intervals hold the truth; upper over lower limit ${median.toFixed(2)}`,
    );
  }
}

function exact(table: CaptureTable) {
  return estimatePrevalence(table, { uniform, resamples });
}

function noisy({ lists, counts }: CaptureTable, variance: number) {
  const values = Float64Array.from(counts, (count, history) =>
    history === 0 ? 0 : count + discreteGaussian(nodeRandom, BigInt(variance)),
  );
  return estimateFromNoisy({ lists, values, variance }, { uniform, resamples });
}

function drawn({ people, chances, sends }: (typeof populations)[number]): CaptureTable {
  const counts = new Float64Array(2 ** chances.length);
  for (let person = 0; person < people; person++) {
    let history = 0;
    for (const [list, chance] of chances.entries()) {
      if (uniform() < chance * (list === 1 && history & 1 ? sends : 1)) history |= 1 << list;
    }
    if (history > 0) counts[history] = (counts[history] as number) + 1;
  }
  return { lists: chances.map((_, list) => `l${list}`), counts };
}
