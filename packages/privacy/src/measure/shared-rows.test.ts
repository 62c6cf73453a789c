import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { measureSharedRows, planSharedRows } from './shared-rows.ts';

const domains = { a: ['0', '1'], b: ['0', '1'] };
const table = caseTable(domains, { a: Uint8Array.of(0, 1, 1, 1), b: Uint8Array.of(1, 1, 0, 1) });

async function granted(rho: { readonly num: bigint; readonly den: bigint }, random = unsafeTestRandom('shared rows')) {
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: 'c', build: 'b' },
  });
  const planned = planSharedRows(['a', 'b'], rho);
  const request = {
    scope: ['2014.1', '2015.1'],
    rho: planned.rho,
    budget: rational(1n, 1n),
    purpose: 'histories',
    recipe: '0'.repeat(64),
    mechanism: 'shared-rows' as const,
    sets: [planned],
    snapshot: '0'.repeat(64),
    unit: 'record' as const,
  };
  const grant = await ledger.request(request);
  return { ledger, planned, grant, random };
}

describe('planSharedRows', () => {
  it('pays with twice the cost of a row for a record that moves it, and never more than it may', () => {
    expect(planSharedRows(['a'], rational(1n, 8n))).toEqual({ set: ['a'], variance: 8n, rho: rational(1n, 8n) });
    expect(planSharedRows(['a'], rational(3n, 8n))).toEqual({ set: ['a'], variance: 3n, rho: rational(1n, 3n) });
    expect(() => planSharedRows(['a'], rational(0n, 1n))).toThrow(RangeError);
  });
});

describe('measureSharedRows', () => {
  it('adds noise of the planned variance to every cell, once', async () => {
    const { ledger, planned, grant, random } = await granted(rational(1n, 9n));
    const scope = { id: 'histories', cohorts: ['2014.1', '2015.1'] };
    const measured = readProtected(await measureSharedRows(planned, memoryMarginals(table), scope, grant, random));
    expect([measured.cohort, measured.kind, measured.variance, measured.values.length]).toEqual([
      'histories',
      'marginal',
      '9',
      4,
    ]);
    // Nine standard deviations: a false alarm has a chance below 1e-17.
    for (const [at, count] of [0, 1, 1, 2].entries())
      expect(Math.abs((measured.values[at] as number) - count)).toBeLessThan(27);
    expect(ledger.view().entries[0]).toMatchObject({ sets: [{ sensitivitySquared: { num: '2', den: '1' } }] });
    await expect(measureSharedRows(planned, memoryMarginals(table), scope, grant, random)).rejects.toMatchObject({
      code: 'grant-refused',
    });
  });

  it('has the spread that was paid for', async () => {
    const squares: number[] = [];
    const random = unsafeTestRandom('spread of shared rows');
    for (let run = 0; run < 150; run++) {
      const { planned, grant } = await granted(rational(1n, 16n), random);
      const scope = { id: 'h', cohorts: ['2014.1', '2015.1'] };
      const { values } = readProtected(await measureSharedRows(planned, memoryMarginals(table), scope, grant, random));
      for (const [at, count] of [0, 1, 1, 2].entries()) squares.push(((values[at] as number) - count) ** 2);
    }
    const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
    // Six standard errors of 600 squared normal draws.
    expect(Math.abs(mean / 16 - 1)).toBeLessThan(6 * Math.sqrt(2 / squares.length));
  });

  it('refuses a grant for other noise, other cohorts, or a cost that the noise does not have', async () => {
    const { planned, grant, random } = await granted(rational(1n, 9n));
    const scope = { id: 'h', cohorts: ['2014.1', '2015.1'] };
    const marginals = memoryMarginals(table);
    const sharper = planSharedRows(['a', 'b'], rational(1n, 4n));
    await expect(measureSharedRows(sharper, marginals, scope, grant, random)).rejects.toMatchObject({
      code: 'grant-refused',
    });
    const cheap = { ...planned, rho: rational(1n, 18n) };
    await expect(measureSharedRows(cheap, marginals, scope, grant, random)).rejects.toThrow(RangeError);
    const other = { id: 'h', cohorts: ['2013.1'] };
    await expect(measureSharedRows(planned, marginals, other, grant, random)).rejects.toMatchObject({ exit: 3 });
  });
});
