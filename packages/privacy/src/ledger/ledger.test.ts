import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { addRational, compareRational, type Rational, rational, rationalFromText, zeroRational } from '../rational.ts';
import { verifyLedger } from './chain.ts';
import { openLedger } from './ledger.ts';
import { memoryLedgerStorage } from './memory-storage.ts';
import type { GrantRequest, Ledger, LedgerOptions, LedgerStorage, MeasuredSet } from './types.ts';

fc.configureGlobal({ seed: 20_160_520 });

const recipe = 'a'.repeat(64);
const snapshot = 'b'.repeat(64);

const options: LedgerOptions = {
  name: 'ledger.jsonl',
  random: unsafeTestRandom('salts'),
  now: () => '2016-05-20T09:30:00Z',
  anchor: null,
  code: { commit: 'c0ffee', build: 'd'.repeat(64) },
};

/** One set whose noise of this variance costs exactly ρ. */
const oneSet = (rho: Rational): MeasuredSet[] => [{ set: ['sex', 'year'], variance: 50n, rho }];

function requestOf(rho: Rational, changes: Partial<GrantRequest> = {}): GrantRequest {
  return {
    scope: ['2015.1'],
    rho,
    budget: rational(1),
    purpose: 'tables of the first release',
    recipe,
    mechanism: 'discrete-gaussian',
    sets: oneSet(rho),
    snapshot,
    unit: 'record',
    ...changes,
  };
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

describe('Ledger.request', () => {
  it('writes the debit before there is a grant', async () => {
    const order: string[] = [];
    const memory = memoryLedgerStorage();
    const storage: LedgerStorage = {
      ...memory,
      append: async (expected, line) => {
        await memory.append(expected, line);
        await new Promise((resolve) => setTimeout(resolve, 5));
        order.push('flushed');
      },
    };
    const ledger = await openLedger(storage, options);
    const grant = await ledger.request(requestOf(rational(1, 4)));
    order.push('granted');
    expect(order).toEqual(['flushed', 'granted']);
    const { entries } = verifyLedger(await storage.read()).view;
    expect(entries[0]?.hash).toBe(grant.hash);
    expect(entries[0]).toMatchObject({
      kind: 'debit',
      id: '000001',
      scope: ['2015.1'],
      rho: { num: '1', den: '4' },
      sets: [{ variance: '50', sensitivitySquared: { num: '25', den: '1' }, rho: { num: '1', den: '4' } }],
      sealed: { snapshot, marks: null },
      adjacency: 'add-remove',
      random: 'unsafe-test',
    });
  });

  it('grants nothing when the debit cannot be written', async () => {
    const memory = memoryLedgerStorage();
    const storage: LedgerStorage = {
      ...memory,
      append: async () => {
        throw new Refusal('ledger-not-written', 'full');
      },
    };
    const ledger = await openLedger(storage, options);
    expect((await refusalOf(ledger.request(requestOf(rational(1))))).code).toBe('ledger-not-written');
    expect((await memory.read()).length).toBe(0);
    expect(ledger.view().entries).toEqual([]);
  });

  it('spends a budget to the last fraction and not beyond', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), options);
    for (const third of [1, 2, 3]) {
      await ledger.request(requestOf(rational(1, 3)));
      expect(ledger.view().accounts.get('2015.1')?.spentBudget).toEqual(rational(third, 3));
    }
    const refusal = await refusalOf(ledger.request(requestOf(rational(1, 10n ** 30n))));
    expect(refusal.code).toBe('budget-exhausted');
    expect(refusal.exit).toBe(3);
    expect(refusal.message).toContain('2015.1');
    expect(ledger.view().entries.length).toBe(3);
  });

  it('charges every cohort of the scope in full, or none', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), options);
    await ledger.request(requestOf(rational(3, 4), { scope: ['2014.1'] }));
    const refusal = await refusalOf(ledger.request(requestOf(rational(1, 2), { scope: ['2015.1', '2014.1'] })));
    expect(refusal.code).toBe('budget-exhausted');
    expect(ledger.view().accounts.has('2015.1')).toBe(false);
    await ledger.request(requestOf(rational(1, 4), { scope: ['2015.1', '2014.1'] }));
    expect(ledger.view().accounts.get('2014.1')?.spentBudget).toEqual(rational(1));
    expect(ledger.view().accounts.get('2015.1')?.spentBudget).toEqual(rational(1, 4));
  });

  it('pays for measuring again from the declared reserve alone', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), options);
    const reserve = rational(1, 2);
    await ledger.request(requestOf(rational(1), { reserve }));
    expect((await refusalOf(ledger.request(requestOf(rational(1, 4), { reserve })))).code).toBe('budget-exhausted');
    await ledger.request(requestOf(rational(1, 2), { reserve, from: 'reserve' }));
    const account = ledger.view().accounts.get('2015.1');
    expect(account?.spentBudget).toEqual(rational(1));
    expect(account?.spentReserve).toEqual(reserve);
    const beyond = ledger.request(requestOf(rational(1, 9), { reserve, from: 'reserve' }));
    expect((await refusalOf(beyond)).code).toBe('budget-exhausted');
  });

  it('keeps to the budget and reserve that were declared first', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), options);
    await ledger.request(requestOf(rational(1, 2)));
    const more = await refusalOf(ledger.request(requestOf(rational(1, 2), { budget: rational(2) })));
    expect(more.message).toContain('another budget or reserve');
    const reserve = await refusalOf(ledger.request(requestOf(rational(1, 2), { reserve: rational(1) })));
    expect(reserve.exit).toBe(3);
  });

  it.each<[string, Partial<GrantRequest>]>([
    ['no cohort', { scope: [] }],
    ['a cohort twice', { scope: ['2015.1', '2015.1'] }],
    ['a cohort without id', { scope: [''] }],
    ['no cost', { rho: zeroRational }],
    ['a negative cost', { rho: rational(-1, 2) }],
    ['a cost not in lowest terms', { rho: { num: 2n, den: 4n } }],
    ['a cost that is no fraction', { rho: { num: Number.NaN, den: 1 } as unknown as Rational }],
    ['a negative budget', { budget: rational(-1) }],
    ['no set', { sets: [] }],
    ['sets of a mechanism that chooses them later', { mechanism: 'adaptive-marginals' }],
    ['sets that cost more than it asks for', { sets: oneSet(rational(3, 4)) }],
    ['a set without cost', { sets: oneSet(zeroRational) }],
    ['a set without noise', { sets: [{ set: ['sex'], variance: 0n, rho: rational(1, 2) }] }],
    ['an unknown mechanism', { mechanism: 'trust-me' as GrantRequest['mechanism'] }],
    ['an unknown pot', { from: 'gift' as 'budget' }],
    ['a person bound of zero', { personBound: 0 }],
    ['a recipe that is no hash', { recipe: 'recipe.yaml' }],
    ['a snapshot that is no hash', { snapshot: '' }],
    ['marks that are no hash', { marks: { sha256: 'none' } }],
    ['text that is not well formed', { purpose: '\ud800' }],
  ])('refuses %s', async (_what, changes) => {
    const storage = memoryLedgerStorage();
    const ledger = await openLedger(storage, options);
    const refusal = await refusalOf(ledger.request(requestOf(rational(1, 2), changes)));
    expect(refusal.code).toBe('ledger-request');
    expect(refusal.exit).toBe(3);
    expect((await storage.read()).length).toBe(0);
  });

  it('holds to what was asked when the caller changes its object meanwhile', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), options);
    const scope = ['2015.1'];
    const sets = oneSet(rational(1, 2));
    const rho = { ...rational(1, 2) };
    const pending = ledger.request(requestOf(rho, { scope, sets }));
    rho.num = 9n;
    scope.push('2014.1');
    sets.push({ set: ['age'], variance: 1n, rho: rational(5) });
    const grant = await pending;
    expect(grant.scope).toEqual(['2015.1']);
    expect(grant.rho).toEqual(rational(1, 2));
    expect(Object.isFrozen(grant.scope) && Object.isFrozen(grant.rho)).toBe(true);
  });

  it('never exceeds a cap, whatever is asked by whom and in what order', async () => {
    const amount = fc.tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 60 }));
    const step = fc.record({
      amount,
      cohorts: fc.uniqueArray(fc.constantFrom('2013.1', '2014.1', '2015.1', 'undated.1'), { minLength: 1 }),
      from: fc.constantFrom<'budget' | 'reserve'>('budget', 'reserve'),
      who: fc.integer({ min: 0, max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const storage = memoryLedgerStorage();
        const ledgers = await Promise.all([0, 1, 2].map(() => openLedger(storage, options)));
        const reserve = rational(1, 3);
        const granted = new Map<string, Rational>();
        // All at once: they queue for the lock.
        await Promise.all(
          steps.map(async ({ amount: [num, den], cohorts, from, who }) => {
            const rho = rational(num, den);
            try {
              await (ledgers[who] as Ledger).request(requestOf(rho, { scope: cohorts, reserve, from }));
            } catch (error) {
              expect(error).toBeInstanceOf(Refusal);
              return;
            }
            for (const cohort of cohorts) {
              const key = `${cohort} ${from}`;
              granted.set(key, addRational(granted.get(key) ?? zeroRational, rho));
            }
          }),
        );
        const report = verifyLedger(await storage.read());
        expect(report.holds).toBe(true);
        for (const [key, total] of granted) {
          const [cohort, from] = key.split(' ') as [string, 'budget' | 'reserve'];
          const account = report.view.accounts.get(cohort);
          const spent = from === 'budget' ? account?.spentBudget : account?.spentReserve;
          expect(spent).toEqual(total);
          expect(compareRational(total, from === 'budget' ? rational(1) : reserve)).toBeLessThanOrEqual(0);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('openLedger', () => {
  it('refuses a ledger older than the previous bundle', async () => {
    const storage = memoryLedgerStorage();
    const ledger = await openLedger(storage, options);
    await ledger.request(requestOf(rational(1, 4)));
    const older = await storage.read();
    const { hash } = await ledger.request(requestOf(rational(1, 4)));
    await openLedger(storage, { ...options, anchor: hash });
    const refusal = await refusalOf(openLedger(memoryLedgerStorage(older), { ...options, anchor: hash }));
    expect(refusal.code).toBe('ledger-older');
    expect(refusal.exit).toBe(3);
    const missing = await refusalOf(openLedger(memoryLedgerStorage(), { ...options, anchor: hash }));
    expect(missing.code).toBe('ledger-older');
  });

  it('notices when an older ledger is put back while it is open', async () => {
    let storage = memoryLedgerStorage();
    const swapping: LedgerStorage = {
      durable: false,
      read: () => storage.read(),
      append: (expected, line) => storage.append(expected, line),
      withLock: (work) => storage.withLock(work),
    };
    const ledger = await openLedger(swapping, options);
    await ledger.request(requestOf(rational(1, 2)));
    storage = memoryLedgerStorage();
    expect((await refusalOf(ledger.request(requestOf(rational(1, 2))))).code).toBe('ledger-older');
  });

  it('names the line of a damaged ledger, and the bytes to keep of one cut short', async () => {
    const storage = memoryLedgerStorage();
    const ledger = await openLedger(storage, options);
    await ledger.request(requestOf(rational(1, 4)));
    const first = (await storage.read()).length;
    await ledger.request(requestOf(rational(1, 4)));
    const bytes = await storage.read();
    const torn = await refusalOf(openLedger(memoryLedgerStorage(bytes.slice(0, -3)), options));
    expect(torn.code).toBe('ledger-torn');
    expect(torn.message).toContain('ledger.jsonl line 2');
    expect(torn.message).toContain(`cut the file to ${first} bytes`);
    const damaged = bytes.slice();
    damaged[first + 40] = (damaged[first + 40] as number) ^ 1;
    const refusal = await refusalOf(openLedger(memoryLedgerStorage(damaged), options));
    expect(refusal.code).toBe('ledger-damaged');
    expect(refusal.message).toContain('ledger.jsonl line 2');
    expect(refusal.message).not.toContain('\n');
  });

  it('refuses a clock that does not give UTC to the second', async () => {
    const ledger = await openLedger(memoryLedgerStorage(), { ...options, now: () => 'yesterday' });
    await expect(ledger.request(requestOf(rational(1, 4)))).rejects.toThrow(RangeError);
  });
});

describe('Ledger.recordArtefacts', () => {
  it('adds what was published, and only for debits that exist', async () => {
    const storage = memoryLedgerStorage();
    const ledger = await openLedger(storage, options);
    const { entry } = await ledger.request(requestOf(rational(1, 4)));
    await ledger.recordArtefacts([entry], [{ name: 'manifest.json', sha256: 'e'.repeat(64) }]);
    const report = verifyLedger(await storage.read());
    expect(report.holds).toBe(true);
    expect(report.view.entries[1]).toMatchObject({ kind: 'artefact', debits: ['000001'] });
    const artefact = [{ name: 'manifest.json', sha256: 'e'.repeat(64) }];
    for (const debits of [['000002'], ['1'], []]) {
      expect((await refusalOf(ledger.recordArtefacts(debits, artefact))).code).toBe('ledger-request');
    }
    expect((await refusalOf(ledger.recordArtefacts([entry], []))).code).toBe('ledger-request');
    expect(rationalFromText({ num: '1', den: '4' })).toEqual(report.view.accounts.get('2015.1')?.spentBudget);
  });
});
