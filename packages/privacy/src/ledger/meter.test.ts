import { getRandomValues } from 'node:crypto';
import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type RandomBytes, systemRandom, unsafeTestRandom } from '../random/random-bytes.ts';
import { addRational, compareRational, type Rational, rational, subtractRational, zeroRational } from '../rational.ts';
import { consumeGrant } from './grant.ts';
import { openLedger } from './ledger.ts';
import { memoryLedgerStorage } from './memory-storage.ts';
import { openMeter } from './meter.ts';
import type { Grant, GrantRequest } from './types.ts';

fc.configureGlobal({ seed: 20_160_520 });

const test = unsafeTestRandom('meter');
const system = systemRandom((bytes) => getRandomValues(bytes));
const use = { cohorts: ['2015.1'], random: test };

async function grantFor(changes: Partial<GrantRequest> = {}, random: RandomBytes = test): Promise<Grant> {
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: 'c0ffee', build: 'local' },
  });
  return ledger.request({
    scope: ['2015.1'],
    rho: rational(1, 3),
    budget: rational(1),
    purpose: 'synthetic records',
    recipe: 'a'.repeat(64),
    mechanism: 'adaptive-marginals',
    sets: [],
    snapshot: 'b'.repeat(64),
    unit: 'record',
    ...changes,
  });
}

const refused = (work: () => unknown, pattern: RegExp): void => {
  expect(work).toThrow(Refusal);
  expect(work).toThrow(pattern);
};

describe('openMeter', () => {
  it('spends a grant to the last fraction and not beyond', async () => {
    const meter = openMeter(await grantFor(), use);
    meter.spend([rational(1, 6), rational(1, 12)]);
    expect(meter.remaining()).toEqual(rational(1, 12));
    refused(() => meter.spend([rational(1, 12), rational(1, 10n ** 40n)]), /above the 1\/12 left/);
    expect(meter.remaining()).toEqual(rational(1, 12));
    meter.spend([rational(1, 12)]);
    expect(meter.remaining()).toEqual(zeroRational);
    refused(() => meter.spend([rational(1, 10n ** 40n)]), /above the 0 left/);
  });

  it('takes no cost of nothing or less, however it is written', async () => {
    const meter = openMeter(await grantFor(), use);
    for (const cost of [zeroRational, rational(-1, 9), { num: 1n, den: -9n }]) {
      expect(() => meter.spend([rational(1, 6), cost])).toThrow(RangeError);
    }
    expect(meter.remaining()).toEqual(rational(1, 3));
  });

  it('uses the grant up, whatever was spent', async () => {
    const grant = await grantFor();
    openMeter(grant, use);
    refused(() => openMeter(grant, use), /already used for cohort 2015\.1/);
  });

  it('is closed once, and then spends nothing', async () => {
    const meter = openMeter(await grantFor(), use);
    expect(meter.close().cohorts).toEqual(['2015.1']);
    refused(() => meter.spend([rational(1, 9)]), /is finished/);
    refused(() => meter.close(), /is finished/);
  });

  it('refuses a grant for other cohorts, another recipe or another kind of generator', async () => {
    const grant = await grantFor();
    refused(() => openMeter(grant, { ...use, cohorts: ['2014.1'] }), /does not cover/);
    refused(() => openMeter(grant, { ...use, cohorts: [] }), /name each cohort/);
    refused(() => openMeter(grant, { ...use, recipe: 'c'.repeat(64) }), /another recipe/);
    refused(() => openMeter(grant, { ...use, random: system }), /another kind of random generator/);
    const real = await grantFor({}, system);
    refused(() => openMeter(real, use), /another kind of random generator/);
    refused(() => openMeter({ ...grant }, use), /not a grant/);
    openMeter(grant, use);
  });

  it('keeps grants for fixed sets and for adaptive mechanisms apart', async () => {
    const sets = [{ set: ['sex'], variance: 4n, rho: rational(1, 8) }];
    const fixed = await grantFor({ mechanism: 'discrete-gaussian', sets });
    refused(() => openMeter(fixed, use), /sets fixed beforehand/);
    const adaptive = await grantFor();
    refused(() => consumeGrant(adaptive, { ...use, sets: [] }), /through a meter/);
  });

  it('lets a request through exactly when the sum of all costs is within the grant', async () => {
    const cost = fc
      .tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 997 }))
      .map(([num, den]) => rational(num, den));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(cost, { maxLength: 4 }), { maxLength: 30 }), cost, async (requests, rho) => {
        const meter = openMeter(await grantFor({ rho, budget: rational(100) }), use);
        let spent: Rational = zeroRational;
        for (const costs of requests) {
          const after = costs.reduce(addRational, spent);
          if (compareRational(after, rho) <= 0) {
            meter.spend(costs);
            spent = after;
          } else refused(() => meter.spend(costs), /ask for less/);
          expect(meter.remaining()).toEqual(subtractRational(rho, spent));
          expect(compareRational(spent, rho)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
