import { describe, expect, it } from 'vitest';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { planTables } from '../residual/plan.ts';
import type { Domains } from '../results/types.ts';
import { affordableTables, auditMeasurement, auditPower, gateCanary } from './audit-measurement.ts';
import { auditMeasurementOnce } from './audit-once.ts';
import { auditPlan } from './audit-plan.ts';
import { inventedWorld } from './invented-world.ts';
import { type MeasureWorld, practiceMeasurement } from './practice.ts';
import { publicRecords } from './public-table.ts';
import {
  countedTwice,
  increment,
  noiseOfTheSetBefore,
  noiseOnSeenCells,
  observedCodes,
  quietNoise,
  sameNoise,
} from './testing-mutants.ts';
import type { Finding } from './verdicts.ts';

// Each way of breaking the measurement layer must be caught, and the sound one must pass, by the very audits that stand
// before a release. Seeds are fixed; the probabilities beside each are over seeds.
const domains: Domains = {
  sex: ['female', 'male', '?unknown'],
  purpose: ['labour', 'sexual', 'other', '?unknown'],
  fishing: ['no', 'yes'],
};
const names = Object.keys(domains);
const tables = names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other]));
const others = publicRecords(inventedWorld({ domains, rows: 60, seed: 'mutations' }));
const random = (seed: string) => unsafeTestRandom(`mutations ${seed}`);
const named = (found: readonly Finding[], name: string): Finding => found.find((one) => one.name === name) as Finding;

// The settings that stand before a release, with the error probabilities stated beside them.
const manyRuns = (measure: MeasureWorld, runs: number = gateCanary.runs) => ({
  ...gateCanary,
  others,
  tables,
  runs,
  measure,
});
const inManyRuns = (measure: MeasureWorld, runs?: number) => auditMeasurement(manyRuns(measure, runs));

describe('auditMeasurement, in many runs', () => {
  it('passes the measurement layer, and would have caught a canary that counts twice', async () => {
    const measure = practiceMeasurement(random('sound'));
    const found = await inManyRuns(measure);
    expect(found.map(({ name, passed }) => [name, passed])).toEqual([
      ['canary-gaussian', true],
      ['canary-epsilon', true],
    ]);
    expect((await auditPower(manyRuns(measure))).passed).toBe(true);
    // The attacker is worth his name: what there is to find is within his bounds.
    const { value, limit, numbers } = named(found, 'canary-gaussian');
    expect(value).toBeGreaterThan(0);
    expect(numbers['muHigh']).toBeGreaterThan(limit * 0.999);
  });
  it('catches records that count twice', async () => {
    const found = await inManyRuns(countedTwice(random('twice')));
    expect(named(found, 'canary-gaussian').passed).toBe(false);
  });
  it('catches a quarter of the noise', async () => {
    const found = await inManyRuns(quietNoise(random('quiet')));
    expect(named(found, 'canary-gaussian').passed).toBe(false);
    expect(named(found, 'canary-epsilon').passed).toBe(false);
  });
  it('catches noise that the next release uses again, and passes noise of its own', async () => {
    const again = await inManyRuns(increment(sameNoise(), sameNoise()), 200);
    expect(named(again, 'canary-gaussian').passed).toBe(false);
    expect(named(again, 'canary-epsilon').passed).toBe(false);
    const measure = practiceMeasurement(random('fresh'));
    const fresh = await inManyRuns(increment(measure, measure), 600);
    expect(named(fresh, 'canary-gaussian').passed).toBe(true);
    expect(named(fresh, 'canary-epsilon').passed).toBe(true);
  });
  it('catches codes taken from the records', async () => {
    const found = await inManyRuns(observedCodes(random('observed')), 300);
    expect(named(found, 'canary-gaussian').passed).toBe(false);
    expect(named(found, 'canary-epsilon').passed).toBe(false);
  });
  it('refuses an ε at which a thousand runs prove nothing', async () => {
    const measure = practiceMeasurement(random('large'));
    await expect(auditMeasurement({ others, tables, epsilon: 4, delta: 1e-6, runs: 10, measure })).rejects.toThrow(
      RangeError,
    );
  });
});

// 65,536 canaries, 2,000 guesses; a sound mechanism fails with probability at most 0.01 (the theorem of the paper), and
// about 1e-20 in truth: it is right in 74 of 100 guesses where 85 are allowed. A record that counts twice is right in 89,
// and missed in about 1 of 200 seeds.
const inOneRun = (measure: MeasureWorld, seed: string) =>
  auditMeasurementOnce({ measure, random: random(`coins ${seed}`) });

describe('auditMeasurementOnce, in one run', () => {
  it('passes the measurement layer, and finds something', async () => {
    const found = await inOneRun(practiceMeasurement(random('sound once')), 'sound');
    expect(found.passed).toBe(true);
    expect(found.value).toBeGreaterThan(0.5);
  });
  it.each([
    ['records that count twice', countedTwice(random('twice once'))],
    ['a quarter of the noise', quietNoise(random('quiet once'))],
    ['noise that the next release uses again', increment(sameNoise(), sameNoise())],
    ['noise on seen cells only', noiseOnSeenCells(random('seen once'))],
  ])('catches %s', async (_, measure) => {
    expect((await inOneRun(measure, 'broken')).passed).toBe(false);
  });
  it('passes noise of its own in the next release', async () => {
    const measure = practiceMeasurement(random('fresh once'));
    expect((await inOneRun(increment(measure, measure), 'fresh')).passed).toBe(true);
  });
});

// Each finding about chance fails a sound plan with probability at most 1e-6.
describe('auditPlan, on the very plan', () => {
  const plan = planTables({ domains, tables: tables.map((set) => ({ set })), rho: rational(1, 4) });
  const other = publicRecords(inventedWorld({ domains, rows: 3, seed: 'few' }));
  const audit = async (measure: MeasureWorld, planned = plan) =>
    (await auditPlan({ plan: planned, worlds: [others, other], measure }))
      .filter(({ passed }) => !passed)
      .map(({ name }) => name);

  it('passes the measurement layer', async () => {
    expect(await audit(practiceMeasurement(random('sound plan')))).toEqual([]);
  });
  it('catches a quarter of the noise', async () => {
    expect(await audit(quietNoise(random('quiet plan')))).toEqual(['plan-noise']);
  });
  it('catches noise that is used again, in the next measurement and in the next set', async () => {
    expect(await audit(sameNoise())).toContain('plan-noise-reused');
    expect(await audit(noiseOfTheSetBefore(random('set before')))).toContain('plan-noise-reused');
  });
  it('catches codes taken from the records', async () => {
    expect(await audit(observedCodes(random('observed plan')))).toContain('plan-shape');
  });
  it('catches a plan that costs more than it says', async () => {
    const sets = plan.sets.map((planned, at) => (at === 2 ? { ...planned, variance: planned.variance / 4n } : planned));
    const measure = practiceMeasurement(random('dear plan'));
    expect(await audit((_, world) => measure(plan, world), { ...plan, sets })).toContain('plan-cost');
  });
});

describe('affordableTables', () => {
  it('takes the smallest tables first, one at least, and stops before too many cells', () => {
    expect(affordableTables(domains, tables, 1)).toEqual([['sex', 'fishing']]);
    // ∅ 1, sex 4, fishing 3, both 12; then purpose 5 and purpose × fishing 15.
    expect(affordableTables(domains, tables, 39)).toEqual([['sex', 'fishing']]);
    expect(affordableTables(domains, tables, 40)).toEqual([
      ['sex', 'fishing'],
      ['purpose', 'fishing'],
    ]);
    expect(affordableTables(domains, tables, 1e6)).toHaveLength(3);
  });
});
