import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import type { MeasuredSet } from '../ledger/types.ts';
import { readProtected, readProtectedStamp } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational, sumRationals } from '../rational.ts';
import { oneShotCohort } from '../tables/plan-job.ts';
import { type DistanceRequest, distanceCosts, measureDistances } from './distance.ts';

const domains = { a: ['0', '1'], b: ['0', '1', '2'] };
const table = caseTable(domains, { a: Uint8Array.of(0, 0, 1, 1, 1), b: Uint8Array.of(0, 1, 1, 2, 2) });
// Counts of a × b: 1 1 0 / 0 1 2. Against 2 0 0 / 0 3 2 the distance is 1 + 1 + 0 + 0 + 2 + 0.
const request: DistanceRequest = { set: ['a', 'b'], published: [2, 0, 0, 0, 3, 2], variance: 50n };

async function grantFor(sets: readonly MeasuredSet[], seed = 'distance') {
  const random = unsafeTestRandom(seed);
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const rho = sumRationals(sets.map((set) => set.rho));
  const grant = await ledger.request({
    scope: [oneShotCohort.id],
    rho,
    budget: rho,
    purpose: 'headline distance',
    recipe: '1'.repeat(64),
    mechanism: 'discrete-gaussian',
    sets,
    snapshot: '2'.repeat(64),
    unit: 'record',
  });
  return { grant, random };
}

describe('measureDistances', () => {
  it('costs ρ = 1/(2S), debited before anything is counted', async () => {
    expect(distanceCosts([request])[0]?.rho).toEqual(rational(1, 100));
    const { grant, random } = await grantFor(distanceCosts([{ ...request, variance: 49n }]));
    const counting: Marginals = {
      domains,
      counts() {
        throw new Error('counted');
      },
    };
    await expect(measureDistances([request], counting, oneShotCohort, grant, random)).rejects.toThrow('other sets');
  });

  // 400 draws of variance 50: the mean has a standard error of 0.35, the variance one of 3.5; bounds of five.
  it('gives the distance with noise of the stated variance', async () => {
    const values: number[] = [];
    for (let run = 0; run < 400; run++) {
      const { grant, random } = await grantFor(distanceCosts([request]), `run ${run}`);
      const measured = await measureDistances([request], memoryMarginals(table), oneShotCohort, grant, random);
      const [only] = readProtected(measured);
      expect(readProtectedStamp(measured).unsafeTest).toBe(true);
      values.push(only?.value ?? Number.NaN);
    }
    expect(values.every(Number.isInteger)).toBe(true);
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
    expect(Math.abs(mean - 4)).toBeLessThan(1.8);
    expect(Math.abs(variance - 50)).toBeLessThan(18);
  });

  it('moves by exactly one when a record is added, whichever it is: the same noise tells', async () => {
    const noisyValue = async (extra: readonly [number, number][]) => {
      const { grant, random } = await grantFor(distanceCosts([request]), 'same noise');
      const larger = caseTable(domains, {
        a: Uint8Array.from([...(table.columns[0] ?? []), ...extra.map(([a]) => a)]),
        b: Uint8Array.from([...(table.columns[1] ?? []), ...extra.map(([, b]) => b)]),
      });
      const measured = await measureDistances([request], memoryMarginals(larger), oneShotCohort, grant, random);
      return readProtected(measured)[0]?.value ?? Number.NaN;
    };
    const without = await noisyValue([]);
    for (let a = 0; a < 2; a++)
      for (let b = 0; b < 3; b++) expect(Math.abs((await noisyValue([[a, b]])) - without)).toBe(1);
  });

  it.each([
    ['a set out of order', { ...request, set: ['b', 'a'] }, 'not in the order'],
    ['a table of another shape', { ...request, published: [1, 2] }, 'another shape'],
    ['public numbers that are not integers', { ...request, published: [0.5, 0, 0, 0, 3, 2] }, 'not of integers'],
    ['a variance below one', { ...request, variance: 0n }, 'below one'],
  ])('refuses %s, the grant unused', async (_, wrong, message) => {
    const { grant, random } = await grantFor(distanceCosts([request]));
    await expect(measureDistances([wrong], memoryMarginals(table), oneShotCohort, grant, random)).rejects.toThrow(
      message,
    );
    const measured = await measureDistances([request], memoryMarginals(table), oneShotCohort, grant, random);
    expect(readProtected(measured)).toHaveLength(1);
  });
});
