import { describe, expect, it } from 'vitest';
import type { CaseTable } from '../columns/case-table.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational, rationalToText, zeroRational } from '../rational.ts';
import type { Domains } from '../results/types.ts';
import { synthesisModel, syntheticTable } from '../synthesis/synthetic-table.ts';
import { rowsOf } from './attacks/attack-input.ts';
import { inventedWorld } from './invented-world.ts';
import { practiceMeasurer } from './practice.ts';
import { publicRecords } from './public-table.ts';
import { type TrialSynthesis, trySynthesis } from './trial.ts';

const domains: Domains = {
  country: Array.from({ length: 30 }, (_, at) => `c${at}`),
  ...Object.fromEntries(
    [3, 5, 4, 6, 3, 8, 3, 4].map((size, at) => [
      `v${at}`,
      ['?unknown', ...Array.from({ length: size }, (_, code) => `${code}`)],
    ]),
  ),
};
const world = publicRecords(inventedWorld({ domains, rows: 4000, seed: 'trial' }));
const options = { seed: 'trial', missing: ['?unknown'] };
const failed = async (synthesise: TrialSynthesis) =>
  (await trySynthesis(world, synthesise, options)).filter(({ passed }) => !passed).map(({ name }) => name);

/** A tree of noisy pairs at ρ 1/10, fitted and drawn. */
const protectedPairs: TrialSynthesis = async (train) => {
  const measurer = await practiceMeasurer(train, rational(1, 10), unsafeTestRandom('trial pairs'));
  const names = Object.keys(domains);
  const sets = names.slice(1).map((name) => ({ set: ['country', name], variance: 40n }));
  const measurements = await measurer.measure(sets);
  const published = {
    format: 'casebridge-synthesis-1',
    method: 'mst',
    domains,
    structuralZeros: [],
    hierarchies: [],
    bands: [],
    modelSize: 8,
    choices: rationalToText(zeroRational),
    inherited: null,
    measurements,
  } as const;
  return syntheticTable(synthesisModel(published), published, new TextEncoder().encode('trial'));
};

// Each finding fails a synthesiser that leaks nothing with probability 1e-4, by the normal approximation.
describe('trySynthesis', () => {
  it('passes records made from noisy pairs', async () => {
    expect(await failed(protectedPairs)).toEqual([]);
  });
  it('catches records handed out as they are', async () => {
    expect(await failed(async (train) => train)).toEqual(
      expect.arrayContaining(['exact-copies', 'attribute-inference', 'density-ratio']),
    );
  });
  it('catches one record in five handed out among protected ones', async () => {
    const leaking: TrialSynthesis = async (train) => {
      const made = await protectedPairs(train);
      const fifth = Uint32Array.from({ length: Math.floor(train.rows / 5) }, (_, at) => at);
      const kept = rowsOf(train, fifth);
      const columns = made.columns.map((column, at) => {
        const joined = column.slice();
        joined.set((kept.columns[at] as CaseTable['columns'][number]).subarray(0, kept.rows));
        return joined;
      });
      return { ...made, columns };
    };
    expect(await failed(leaking)).toContain('exact-copies');
  });
  it('refuses a handful of records', async () => {
    await expect(trySynthesis(rowsOf(world, [1, 2, 3]), async (train) => train, options)).rejects.toThrow(RangeError);
  });
});
