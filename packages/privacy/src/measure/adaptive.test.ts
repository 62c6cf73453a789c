import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { rhoOfExponential } from '../accounting/zcdp.ts';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import type { Grant } from '../ledger/types.ts';
import { publish, readProtected, readProtectedStamp } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { addRational, compareRational, type Rational, rational, subtractRational, zeroRational } from '../rational.ts';
import type { Domains } from '../results/types.ts';
import { type AdaptiveMeasurer, type AdaptiveOptions, type Candidate, openAdaptiveMeasurer } from './adaptive.ts';

fc.configureGlobal({ seed: 20_160_520 });

const domains: Domains = { a: ['0', '1'], b: ['x', 'y', 'z'], c: ['p', 'q', 'r', '?unknown'] };
const random = unsafeTestRandom('measure/adaptive');
const scope = { id: '2015.1', cohorts: ['2015.1'] };

describe('AdaptiveMeasurer.measure', () => {
  it('adds noise of the variance asked for to exact counts, and pays 1/(2σ²) for each', async () => {
    const table = invented(400);
    const measurer = await measurerOver(table, rational(1000));
    const queries = Array.from({ length: 4000 }, () => ({ set: ['a', 'b'], variance: 9n }));
    const measured = await measurer.measure(queries);
    const truth = await countsOf(table, ['a', 'b']);
    const errors = measured.flatMap(({ values }) => [...values].map((value, cell) => value - (truth[cell] as number)));
    expect(errors.every(Number.isSafeInteger)).toBe(true);
    // 24,000 draws of variance 9: five standard errors of the mean and of the variance.
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    const variance = errors.reduce((sum, error) => sum + error * error, 0) / errors.length;
    expect(Math.abs(mean)).toBeLessThan((5 * 3) / Math.sqrt(errors.length));
    expect(Math.abs(variance / 9 - 1)).toBeLessThan(5 * Math.sqrt(2 / errors.length));
    expect(measurer.remaining()).toEqual(subtractRational(rational(1000), rational(4000, 18)));
    expect(measured[0]).toMatchObject({ cohort: '2015.1', set: ['a', 'b'], kind: 'marginal', variance: '9' });
  });

  it('measures sets of every size in the order asked for, one of them twice with noise of its own', async () => {
    const measurer = await measurerOver(invented(50), rational(10));
    const sets = [['c'], [], ['a', 'b', 'c'], ['c'], ['b']];
    const measured = await measurer.measure(sets.map((set) => ({ set, variance: 1_000_000n })));
    expect(measured.map(({ set }) => set)).toEqual(sets);
    expect(measured.map(({ values }) => values.length)).toEqual([4, 1, 24, 4, 3]);
    expect(measured[0]?.values).not.toEqual(measured[3]?.values);
  });

  it('asks for no count when the grant does not suffice, or the question is malformed', async () => {
    const { marginals, asked } = watched(invented(50));
    const measurer = await measurerOver(marginals, rational(1, 2));
    await refused(
      measurer.measure([
        { set: ['a'], variance: 1n },
        { set: ['b'], variance: 10n ** 30n },
      ]),
      /left of entry/,
    );
    await expect(measurer.measure([{ set: ['b', 'a'], variance: 2n }])).rejects.toThrow(RangeError);
    await expect(measurer.measure([{ set: ['d'], variance: 2n }])).rejects.toThrow(RangeError);
    await expect(measurer.measure([{ set: ['a', 'a'], variance: 2n }])).rejects.toThrow(RangeError);
    await expect(measurer.measure([{ set: ['a'], variance: 0n }])).rejects.toThrow(RangeError);
    expect(measurer.remaining()).toEqual(rational(1, 2));
    expect(asked()).toBe(0);
    await measurer.measure([{ set: ['a'], variance: 1n }]);
    expect(measurer.remaining()).toEqual(zeroRational);
    await refused(measurer.measure([{ set: ['a'], variance: 10n ** 30n }]), /left of entry/);
    expect(asked()).toBe(1);
  });

  it('pays before it counts: what fails afterwards is lost', async () => {
    const measurer = await measurerOver(
      {
        domains,
        // biome-ignore lint/correctness/useYield: it fails before the first count
        async *counts() {
          throw new Error('the disk is gone');
        },
      },
      rational(1),
    );
    await expect(measurer.measure([{ set: ['a'], variance: 1n }])).rejects.toThrow('disk');
    expect(measurer.remaining()).toEqual(rational(1, 2));
    expect(readProtected(measurer.finish())).toEqual([]);
  });

  it('pauses before it pays, so that it can be cancelled between queries whose counts are at hand', async () => {
    const stop = new AbortController();
    let pauses = 0;
    const pause = async () => {
      pauses += 1;
      if (pauses === 3) stop.abort(new Error('cancelled'));
    };
    const measurer = await measurerOver(invented(5), rational(1), { signal: stop.signal, pause });
    await measurer.measure([{ set: ['a'], variance: 2n }]);
    await measurer.select({ candidates: [candidateOf(['a'])], epsilon: rational(1) });
    const before = measurer.remaining();
    await expect(measurer.measure([{ set: ['a'], variance: 2n }])).rejects.toThrow('cancelled');
    expect(measurer.remaining()).toEqual(before);
  });

  it('spends nothing once it is cancelled', async () => {
    const stop = new AbortController();
    const measurer = await measurerOver(invented(5), rational(1), { signal: stop.signal });
    stop.abort(new Error('cancelled'));
    await expect(measurer.measure([{ set: ['a'], variance: 1n }])).rejects.toThrow('cancelled');
    expect(measurer.remaining()).toEqual(rational(1));
  });
});

describe('AdaptiveMeasurer.select', () => {
  const table = invented(400);
  const off = { a: [10, -10], b: [30, -10, -12], c: [8, -4.5, 4, 2] };
  const scores = [20, 0.5 * (52 - 3.25), 2 * (18.5 - 7)];
  let candidates: Candidate[] = [];
  beforeAll(async () => {
    const estimate = async (name: keyof typeof off) =>
      (await countsOf(table, [name])).map((count, cell) => count + (off[name][cell] as number));
    const [a, b, c] = [await estimate('a'), await estimate('b'), await estimate('c')];
    candidates = [
      { set: ['a'], estimate: a, weight: 1, penalty: 0 },
      { set: ['b'], estimate: () => b, weight: 0.5, penalty: 3.25 },
      { set: ['c'], estimate: c, weight: 2, penalty: 7 },
    ];
  });

  it('picks by the exponential mechanism over weighted distances less penalties, at ε²/8', async () => {
    const draws = 30_000;
    const epsilon = rational(1, 5);
    const measurer = await measurerOver(table, rational(1000));
    const times = [0, 0, 0];
    for (let draw = 0; draw < draws; draw++) {
      const at = await measurer.select({ candidates, epsilon });
      times[at] = (times[at] as number) + 1;
    }
    const odds = scores.map((score) => Math.exp((0.2 * score) / (2 * 2)));
    const total = odds.reduce((sum, one) => sum + one, 0);
    for (const [at, count] of times.entries()) {
      const share = (odds[at] as number) / total;
      // Five standard errors: once in 1.7 million.
      expect(Math.abs(count / draws - share)).toBeLessThan(5 * Math.sqrt((share * (1 - share)) / draws));
    }
    expect(subtractRational(rational(1000), measurer.remaining())).toEqual(rational(draws, 8 * 25));
  });

  it('asks for no count when the grant does not suffice, or the candidates are malformed', async () => {
    const { marginals, asked } = watched(table);
    const measurer = await measurerOver(marginals, rational(1, 8));
    await refused(measurer.select({ candidates, epsilon: rational(1001, 1000) }), /left of entry/);
    const first = candidateOf(['a']);
    for (const wrong of [
      [],
      [{ ...first, set: ['z'] }],
      [{ ...first, weight: 0 }],
      [{ ...first, penalty: Number.NaN }],
    ])
      await expect(measurer.select({ candidates: wrong, epsilon: rational(1, 2) })).rejects.toThrow(RangeError);
    expect(asked()).toBe(0);
    expect(measurer.remaining()).toEqual(rational(1, 8));
    const short = { ...first, estimate: [1] };
    await expect(measurer.select({ candidates: [short], epsilon: rational(1, 2) })).rejects.toThrow('another shape');
  });
});

describe('openAdaptiveMeasurer', () => {
  it('refuses a grant it has used, and one for another recipe', async () => {
    const grant = await grantOf(rational(1));
    const marginals = memoryMarginals(invented(5));
    expect(() => openAdaptiveMeasurer(marginals, scope, grant, random, { recipe: 'c'.repeat(64) })).toThrow('recipe');
    const measurer = openAdaptiveMeasurer(marginals, scope, grant, random);
    expect(() => openAdaptiveMeasurer(marginals, scope, grant, random)).toThrow('already used');
    measurer.finish();
    expect(() => openAdaptiveMeasurer(marginals, scope, grant, random)).toThrow('already used');
  });

  it('charges every cohort it counts', async () => {
    const both = { id: 'batch-1', cohorts: ['2014.1', '2015.1'] };
    const marginals = memoryMarginals(invented(5));
    const one = await grantOf(rational(1));
    expect(() => openAdaptiveMeasurer(marginals, both, one, random)).toThrow('does not cover cohort 2014.1');
    const measurer = openAdaptiveMeasurer(marginals, both, await grantOf(rational(1), both.cohorts), random);
    const [measured] = await measurer.measure([{ set: ['a'], variance: 4n }]);
    expect(measured?.cohort).toBe('batch-1');
  });

  it('gives one protected value of all that was measured, and then nothing more', async () => {
    const measurer = await measurerOver(invented(30), rational(1));
    const [first] = await measurer.measure([{ set: ['a'], variance: 4n }]);
    const values = [...(first?.values ?? [])];
    first?.values.fill(0);
    await measurer.measure([{ set: ['b'], variance: 4n }]);
    const finished = measurer.finish();
    expect(readProtected(finished).map(({ set }) => set)).toEqual([['a'], ['b']]);
    expect([...(readProtected(finished)[0]?.values ?? [])]).toEqual(values);
    expect(readProtectedStamp(finished)).toMatchObject({ unsafeTest: true, durable: false });
    expect(() => publish(finished)).toThrow('repeatable test noise');
    expect(() => measurer.finish()).toThrow('finished');
    await refused(measurer.measure([{ set: ['a'], variance: 4n }]), /finished/);
    await refused(measurer.select({ candidates: [candidateOf(['a'])], epsilon: rational(1, 9) }), /finished/);
  });

  it('never spends more than the grant, whatever is asked in what order', async () => {
    const step = fc.record({
      variance: fc.bigInt({ min: 1n, max: 60n }),
      sets: fc.array(fc.constantFrom(['a'], ['b'], ['a', 'c'], []), { minLength: 1, maxLength: 3 }),
      epsilon: fc.option(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 7 })), { nil: null }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), fc.integer({ min: 1, max: 40 }), async (steps, tenths) => {
        const rho = rational(tenths, 10);
        const { marginals, asked } = watched(invented(20));
        const measurer = await measurerOver(marginals, rho, { cacheBytes: 0 });
        let spent: Rational = zeroRational;
        for (const { variance, sets, epsilon } of steps) {
          const cost = epsilon
            ? rhoOfExponential(rational(...epsilon))
            : sets.map(() => rational(1n, 2n * variance)).reduce(addRational);
          const before = asked();
          const work = epsilon
            ? measurer.select({ candidates: sets.map(candidateOf), epsilon: rational(...epsilon) })
            : measurer.measure(sets.map((set) => ({ set, variance })));
          if (compareRational(addRational(spent, cost), rho) <= 0) {
            await work;
            spent = addRational(spent, cost);
            expect(asked()).toBe(before + 1);
          } else {
            await refused(work, /left of entry/);
            expect(asked()).toBe(before);
          }
          expect(measurer.remaining()).toEqual(subtractRational(rho, spent));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts a set once while it fits the cache, and again where it does not', async () => {
    const [held, recounted] = [watched(invented(30)), watched(invented(30))];
    const roomy = await measurerOver(held.marginals, rational(10));
    const tight = await measurerOver(recounted.marginals, rational(10), { cacheBytes: 3 });
    for (const measurer of [roomy, tight]) {
      for (let round = 0; round < 3; round++) {
        await measurer.select({ candidates: [['a'], ['b'], ['c']].map(candidateOf), epsilon: rational(1, 2) });
        await measurer.measure([{ set: ['b'], variance: 100n }]);
      }
    }
    expect(held.sets()).toEqual(['a', 'b', 'c']);
    // Two cells of a byte for `a` fit into three bytes; `b` and `c` do not any more.
    expect(recounted.sets()).toEqual(['a', 'b', 'c', 'b', 'b', 'c', 'b', 'b', 'c', 'b']);
  });

  it('tells how much is spent', async () => {
    const shares: number[] = [];
    const measurer = await measurerOver(invented(5), rational(1), { onProgress: (share) => shares.push(share) });
    await measurer.measure([{ set: ['a'], variance: 2n }]);
    await measurer.select({ candidates: [candidateOf(['b'])], epsilon: rational(2) });
    await measurer.measure([{ set: ['a'], variance: 2n }]);
    expect(shares).toEqual([0.25, 0.75, 1]);
  });
});

function candidateOf(set: readonly string[]) {
  const cells = set.reduce((product, name) => product * (domains[name] as readonly string[]).length, 1);
  return { set, estimate: new Float64Array(cells), weight: 1, penalty: 0 };
}

async function refused(work: Promise<unknown>, pattern: RegExp): Promise<void> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Refusal);
  expect((error as Refusal).exit).toBe(3);
  expect((error as Refusal).message).toMatch(pattern);
}

async function measurerOver(
  source: CaseTable | Marginals,
  rho: Rational,
  options: AdaptiveOptions = {},
): Promise<AdaptiveMeasurer> {
  const marginals = 'rows' in source ? memoryMarginals(source) : source;
  return openAdaptiveMeasurer(marginals, scope, await grantOf(rho), random, options);
}

async function grantOf(rho: Rational, cohorts: readonly string[] = scope.cohorts): Promise<Grant> {
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: 'c0ffee', build: 'local' },
  });
  return ledger.request({
    scope: cohorts,
    rho,
    budget: rho,
    purpose: 'synthetic records',
    recipe: 'a'.repeat(64),
    mechanism: 'adaptive-marginals',
    sets: [],
    snapshot: 'b'.repeat(64),
    unit: 'record',
  });
}

/** Marginals that tell how often and for what they were asked. */
function watched(table: CaseTable): { marginals: Marginals; asked: () => number; sets: () => string[] } {
  const inner = memoryMarginals(table);
  const sets: string[] = [];
  let asked = 0;
  const marginals: Marginals = {
    domains,
    counts(wanted, options) {
      asked += 1;
      sets.push(...wanted.map((set) => set.join()));
      return inner.counts(wanted, options);
    },
  };
  return { marginals, asked: () => asked, sets: () => sets };
}

async function countsOf(table: CaseTable, set: readonly string[]): Promise<number[]> {
  for await (const { cells } of memoryMarginals(table).counts([set])) return [...cells];
  throw new Error('nothing was counted');
}

/** Records with a repeating pattern: every cell of every table is known. */
function invented(rows: number): CaseTable {
  const columns = Object.fromEntries(
    Object.entries(domains).map(([name, codes], at) => {
      const column = emptyColumn(codes.length, rows);
      for (let row = 0; row < rows; row++) column[row] = (row * (at + 3) + (row >> at)) % codes.length;
      return [name, column];
    }),
  );
  return caseTable(domains, columns);
}
