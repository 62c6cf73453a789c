import { getRandomValues } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Refusal } from '@casebridge/refusal';
import { describe, expect, it } from 'vitest';
import { consumeGrant, type SpentGrant } from './ledger/grant.ts';
import { openLedger } from './ledger/ledger.ts';
import { memoryLedgerStorage } from './ledger/memory-storage.ts';
import type { Grant, MeasuredSet } from './ledger/types.ts';
import {
  isProtected,
  joinProtected,
  mapProtected,
  type Protected,
  protect,
  publish,
  readProtected,
  readProtectedStamp,
} from './protected.ts';
import { type RandomBytes, systemRandom, unsafeTestRandom } from './random/random-bytes.ts';
import { rational } from './rational.ts';

const system = systemRandom((bytes) => getRandomValues(bytes));
const test = unsafeTestRandom('protected');
const recipe = 'a'.repeat(64);
const sets: readonly MeasuredSet[] = [
  { set: ['sex'], variance: 4n, rho: rational(1, 8) },
  { set: ['sex', 'age'], variance: 8n, rho: rational(1, 16) },
];

async function grantFor(random: RandomBytes, scope = ['2014.1', '2015.1'], durable = true): Promise<Grant> {
  const ledger = await openLedger(
    { ...memoryLedgerStorage(), durable },
    {
      name: 'ledger',
      random,
      now: () => '2016-05-20T09:30:00Z',
      anchor: null,
      code: { commit: 'c0ffee', build: 'local' },
    },
  );
  return ledger.request({
    scope,
    rho: rational(1, 4),
    budget: rational(1, 4),
    purpose: 'tables',
    recipe,
    mechanism: 'discrete-gaussian',
    sets,
    snapshot: 'b'.repeat(64),
    unit: 'record',
  });
}

const refused = (work: () => unknown, pattern: RegExp): void => {
  expect(work).toThrow(Refusal);
  expect(work).toThrow(pattern);
};

describe('consumeGrant', () => {
  it('lets each cohort of the scope be measured once', async () => {
    const grant = await grantFor(system);
    const use = { cohorts: ['2014.1'], sets, random: system };
    expect(consumeGrant(grant, use)).toMatchObject({ cohorts: ['2014.1'], unsafeTest: false, durable: true });
    refused(() => consumeGrant(grant, use), /already used for cohort 2014.1/);
    consumeGrant(grant, { ...use, cohorts: ['2015.1'] });
    refused(() => consumeGrant(grant, { ...use, cohorts: ['2014.1', '2015.1'] }), /already used/);
  });

  it('uses up all cohorts that are measured together, or none', async () => {
    const grant = await grantFor(system);
    refused(() => consumeGrant(grant, { cohorts: ['2014.1', '2013.1'], sets, random: system }), /does not cover/);
    refused(() => consumeGrant(grant, { cohorts: [], sets, random: system }), /name each cohort/);
    refused(() => consumeGrant(grant, { cohorts: ['2014.1', '2014.1'], sets, random: system }), /name each cohort/);
    consumeGrant(grant, { cohorts: ['2014.1', '2015.1'], sets, random: system });
    refused(() => consumeGrant(grant, { cohorts: ['2015.1'], sets, random: system }), /already used/);
  });

  it('takes the sets in any order, and no others', async () => {
    const grant = await grantFor(system);
    const use = { cohorts: ['2014.1'], random: system };
    refused(() => consumeGrant(grant, { ...use, sets: sets.slice(1) }), /other sets/);
    refused(() => consumeGrant(grant, { ...use, sets: [...sets, ...sets] }), /other sets/);
    const quieter = sets.map((set) => ({ ...set, variance: 1n }));
    refused(() => consumeGrant(grant, { ...use, sets: quieter }), /other sets/);
    const [first, second] = sets as readonly [MeasuredSet, MeasuredSet];
    consumeGrant(grant, { ...use, sets: [{ ...second, set: ['age', 'sex'] }, first] });
  });

  it('refuses a forged, copied or transplanted grant, another recipe and another kind of generator', async () => {
    const grant = await grantFor(system);
    const use = { cohorts: ['2014.1'], sets, random: system };
    for (const forgery of [{ ...grant }, Object.create(grant) as Grant, JSON.parse(JSON.stringify({})) as Grant]) {
      refused(() => consumeGrant(forgery, use), /not a grant of an open ledger/);
    }
    refused(() => consumeGrant(grant, { ...use, recipe: 'c'.repeat(64) }), /another recipe/);
    refused(() => consumeGrant(grant, { ...use, random: test }), /another kind of random generator/);
    consumeGrant(grant, { ...use, recipe });
  });
});

describe('protect', () => {
  it('takes one value for each use of a grant', async () => {
    const spent = consumeGrant(await grantFor(system), { cohorts: ['2014.1'], sets, random: system });
    expect(() => protect([1], { ...spent })).toThrow(TypeError);
    const value = protect([1, 2], spent);
    expect(() => protect([3], spent)).toThrow(TypeError);
    expect(isProtected(value)).toBe(true);
    expect(readProtected(value)).toEqual([1, 2]);
    expect(publish(value)).toEqual([1, 2]);
    expect(JSON.stringify(value)).toBe('{}');
  });

  it('is taken for nothing else', () => {
    for (const other of [null, undefined, 3, 'x', {}, Object.freeze({})]) expect(isProtected(other)).toBe(false);
    expect(() => readProtected({} as Protected<number>)).toThrow(TypeError);
    expect(() => publish({} as Protected<number>)).toThrow(TypeError);
    expect(() => protect(1, {} as SpentGrant)).toThrow(TypeError);
  });
});

describe('publish', () => {
  const measured = async (random: RandomBytes, durable: boolean) => {
    const grant = await grantFor(random, ['2015.1'], durable);
    return protect('counts', consumeGrant(grant, { cohorts: ['2015.1'], sets, random }));
  };

  it('refuses test noise and a ledger that a crash forgets, through every step of post-processing', async () => {
    const [good, unsafe, volatile] = [
      await measured(system, true),
      await measured(test, true),
      await measured(system, false),
    ];
    expect(publish(joinProtected([good, mapProtected(good, (text) => `${text}!`)]))).toEqual(['counts', 'counts!']);
    refused(() => publish(unsafe), /repeatable test noise/);
    refused(() => publish(mapProtected(joinProtected([good, unsafe]), ([first]) => first)), /repeatable test noise/);
    refused(() => publish(joinProtected([volatile, good])), /in memory only/);
    expect(readProtectedStamp(joinProtected([good, unsafe, volatile]))).toMatchObject({
      unsafeTest: true,
      durable: false,
      recipes: [recipe],
    });
    expect(readProtectedStamp(joinProtected([good, unsafe])).entries.length).toBe(2);
    expect(() => joinProtected([])).toThrow(RangeError);
  });
});

describe('the one way to a protected value', () => {
  const folder = fileURLToPath(new URL('.', import.meta.url));
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
    .map((path) => ({ path, text: readFileSync(join(folder, path), 'utf8') }));
  const naming = (name: string): string[] =>
    sources
      .filter(({ text }) => new RegExp(`import[^;]*\\b${name}\\b[^;]*from`).test(text))
      .map(({ path }) => path)
      .filter((path) => path !== 'index.ts');

  it('begins at the ledger: nothing else issues a grant', () => {
    expect(naming('issueGrant')).toEqual(['ledger/ledger.ts']);
    expect(naming('redeemSpentGrant')).toEqual(['protected.ts']);
  });

  it('ends in measuring: nothing else protects or uses a grant', () => {
    for (const name of ['protect', 'consumeGrant']) {
      expect(naming(name).filter((path) => !path.startsWith('measure/'))).toEqual([]);
    }
    expect(naming('consumeAdaptiveGrant')).toEqual(['ledger/meter.ts']);
    expect(naming('openMeter')).toEqual(['measure/adaptive.ts']);
  });

  it('is not open to other packages', async () => {
    const exported = Object.keys(await import('./index.ts'));
    for (const name of [
      'protect',
      'consumeGrant',
      'consumeAdaptiveGrant',
      'openMeter',
      'issueGrant',
      'redeemSpentGrant',
    ])
      expect(exported).not.toContain(name);
  });
});
