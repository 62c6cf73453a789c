import { describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { runSynthesisJob } from '../measure/run-synthesis.ts';
import { readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { ceilRational, divideRational, rational } from '../rational.ts';
import { planSynthesisJob } from '../synthesis/plan-job.ts';
import type { SynthesisMeasurements } from '../synthesis/published.ts';
import { intervalCalibration } from './interval-calibration.ts';

const sizes = [2, 4, 6, 12, 3];
const names = ['a', 'b', 'c', 'd', 'e'];

/** Each column leans towards the one before; the last also towards the first, which nothing below measures. */
function invented(rows: number): CaseTable {
  let state = 3;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 4) / 2 ** 28;
  };
  const columns = sizes.map((size) => emptyColumn(size, rows));
  for (let row = 0; row < rows; row++) {
    let lean = next();
    for (const [at, size] of sizes.entries()) {
      if (at === 4) lean = ((columns[0]?.[row] ?? 0) + next()) / 2;
      (columns[at] as Uint8Array)[row] = Math.floor((next() < 0.6 ? lean : next() ** 2) * size);
    }
  }
  const domains = Object.fromEntries(
    names.map((name, at) => [name, Array.from({ length: sizes[at] ?? 0 }, (_, c) => `${c}`)]),
  );
  return caseTable(domains, Object.fromEntries(columns.map((column, at) => [names[at], column])));
}

const sets = [['a'], ['b'], ['c'], ['d'], ['e'], ['a', 'b'], ['b', 'c'], ['c', 'd'], ['d', 'e']];

async function measured(real: CaseTable, epsilon: number, seed: string): Promise<SynthesisMeasurements> {
  const random = unsafeTestRandom(seed);
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const job = planSynthesisJob({ declared: { domains: real.domains, structuralZeros: [], hierarchies: [] }, epsilon });
  const variance = ceilRational(divideRational(rational(sets.length, 2), job.rho));
  const facts = { recipe: '1'.repeat(64), snapshot: '2'.repeat(64), purpose: 'calibration' };
  const driver = async (
    _: unknown,
    measurer: { measure(queries: { set: string[]; variance: bigint }[]): Promise<unknown> },
  ) => void (await measurer.measure(sets.map((set) => ({ set, variance }))));
  return readProtected(await runSynthesisJob(job, driver, memoryMarginals(real), ledger, random, facts));
}

describe('intervalCalibration', () => {
  // Three runs at two ε of up to 120 estimates each. Estimates of one run share their noise, so that a run counts for some ten
  // independent ones: the 90 % of the goal over all runs, nothing of a single one.
  it('holds the truth in nine cases of ten where estimates are supported, and not where they are not', async () => {
    const real = invented(4000);
    const total = { supported: 0, held: 0, unsupported: 0, heldUnsupported: 0, usual: 0 };
    for (const [epsilon, seed] of [
      [0.5, 'one'],
      [2, 'two'],
      [0.5, 'three'],
    ] as const) {
      const published = await measured(real, epsilon, seed);
      const { supported, unsupported } = await intervalCalibration(real, published, {
        estimates: 120,
        replicates: 20,
        seed,
      });
      total.supported += supported.estimates;
      total.held += supported.held;
      total.usual += supported.heldByUsual;
      total.unsupported += unsupported.estimates;
      total.heldUnsupported += unsupported.held;
    }
    expect(total.supported).toBeGreaterThan(150);
    expect(total.held / total.supported).toBeGreaterThan(0.9);
    expect(total.unsupported).toBeGreaterThan(30);
    expect(total.heldUnsupported / total.unsupported).toBeLessThan(0.85);
    expect(total.usual).toBeLessThan(total.held);
  });
});
