import { describe, expect, it } from 'vitest';
import type { SynthesisDriver } from '../measure/run-synthesis.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { divideRational, multiplyRational, type Rational, rational, rationalToNumber } from '../rational.ts';
import type { Domains } from '../results/types.ts';
import { driveSynthesis } from '../synthesis/drive-synthesis.ts';
import { planSynthesisJob } from '../synthesis/plan-job.ts';
import { auditSynthesis } from './audit-synthesis.ts';
import { inventedWorld } from './invented-world.ts';
import { practiceSynthesis, type SynthesiseWorld, trialSynthesis } from './practice-synthesis.ts';
import { publicRecords } from './public-table.ts';
import { trySynthesis } from './trial.ts';

const domains: Domains = {
  sex: ['female', 'male', '?unknown'],
  purpose: ['labour', 'sexual', 'other', '?unknown'],
  fishing: ['no', 'yes', '?unknown'],
};
const others = publicRecords(inventedWorld({ domains, rows: 60, seed: 'synthesis mutations' }));

/** Single columns for a third of the budget, then a pair chosen for a third, then that pair. */
const oneChosenPair: SynthesisDriver = async ({ rho }, measurer) => {
  const third = divideRational(rho, rational(3));
  const names = Object.keys(measurer.domains);
  const singles = names.map((name) => ({
    set: [name],
    variance: varianceFor(divideRational(third, rational(names.length))),
  }));
  await measurer.measure(singles);
  const pairs = names.flatMap((name, at) => names.slice(at + 1).map((other) => [name, other]));
  const chosen = await measurer.select({
    candidates: pairs.map((set) => ({
      set,
      estimate: new Float64Array(cellsOf(measurer.domains, set)),
      weight: 1,
      penalty: 0,
    })),
    epsilon: rational(BigInt(Math.floor(Math.sqrt(8 * rationalToNumber(third)) * 1024)), 1024n),
  });
  await measurer.measure([{ set: pairs[chosen] as string[], variance: varianceFor(third) }]);
};

const sound = (seed: string) => practiceSynthesis(oneChosenPair, unsafeTestRandom(seed));

/** A sixteenth of the variance that was paid for, said to be all of it; built here, around the real one. */
const quiet = (seed: string): SynthesiseWorld => {
  const synthesise = sound(seed);
  return async (job, world) => {
    const loud = { ...job, rho: multiplyRational(job.rho, rational(16)) };
    const published = await synthesise(loud, world);
    const measurements = published.measurements.map((one) => ({
      ...one,
      variance: String(16n * BigInt(one.variance)),
    }));
    return { ...published, measurements };
  };
};

// Bounds miss by at most 0.001 each: a sound synthesiser fails with probability at most 0.004. It gives away two thirds of
// its ρ in what it measures (μ 0.37), a sixteenth of the variance 16 times that (μ 1.5, a bound on ε of 2 ± 0.2 where 1 is
// allowed): missed in fewer than 1 of 10^5 seeds.
describe('auditSynthesis, in many runs', () => {
  const audit = (synthesise: SynthesiseWorld, runs: number) =>
    auditSynthesis({ others, method: 'mst', synthesise, epsilon: 1, delta: 0.01, runs });
  it('passes a synthesiser that chooses what it measures', async () => {
    const found = await audit(sound('synthesis sound'), 1000);
    expect(found.passed).toBe(true);
    expect(found.numbers['muHigh']).toBeGreaterThan(0.37);
  });
  it('catches a quarter of the noise', async () => {
    expect((await audit(quiet('synthesis quiet'), 1000)).passed).toBe(false);
  });
  it('refuses an ε at which a thousand runs prove nothing', async () => {
    await expect(
      auditSynthesis({ others, method: 'mst', synthesise: sound('large'), epsilon: 2, delta: 0.01, runs: 10 }),
    ).rejects.toThrow(RangeError);
  });
});

// The drivers themselves, at the same probability of failing though sound.
describe('auditSynthesis of what is published with', () => {
  it.each([
    ['mst', 400],
    ['aim', 150],
  ] as const)('passes %s', async (method, runs) => {
    const synthesise = practiceSynthesis(driveSynthesis, unsafeTestRandom(`drive ${method}`));
    const found = await auditSynthesis({ others, method, synthesise, epsilon: 1, delta: 0.01, runs });
    expect(found.passed).toBe(true);
    expect(found.numbers['muHigh']).toBeGreaterThan(0.3);
  });
});

describe('trialSynthesis', () => {
  it('makes records with the settings of a job, for attacks on public records', async () => {
    const world = publicRecords(inventedWorld({ domains, rows: 1500, seed: 'synthesis trial' }));
    const job = planSynthesisJob({
      declared: { domains, structuralZeros: [], hierarchies: [] },
      epsilon: 1,
      method: 'mst',
    });
    const synthesise = trialSynthesis(job, sound('synthesis trial'), 'trial');
    const found = await trySynthesis(world, synthesise, { seed: 'trial', missing: ['?unknown'] });
    expect(found.length).toBeGreaterThan(2);
    expect(found.filter(({ passed }) => !passed)).toEqual([]);
  });
});

function varianceFor(rho: Rational): bigint {
  return rho.den / (2n * rho.num) + 1n;
}

function cellsOf(all: Domains, set: readonly string[]): number {
  return set.reduce((product, name) => product * (all[name] ?? []).length, 1);
}
