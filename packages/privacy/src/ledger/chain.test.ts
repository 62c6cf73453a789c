import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { canonicalJson } from './canonical-json.ts';
import { verifyLedger } from './chain.ts';
import { hashOf, sealEntry } from './entry.ts';
import { extractLedger } from './extract.ts';
import { openLedger } from './ledger.ts';
import { measuredPersons, periodOf } from './marks.ts';
import { memoryLedgerStorage } from './memory-storage.ts';
import { cohortSpending } from './odometer.ts';
import type { DebitEntry, LedgerEntry } from './types.ts';

fc.configureGlobal({ seed: 20_160_520 });

const options = {
  name: 'ledger.jsonl',
  random: unsafeTestRandom('chain'),
  now: () => '2016-05-20T09:30:00Z',
  anchor: null,
  code: { commit: 'c0ffee', build: 'local' },
};
const marks = [1, 2].map((release) => ({ sha256: String(release).repeat(64) }));
const snapshot = '5'.repeat(64);

let bytes: Uint8Array;
let entries: readonly LedgerEntry[];

beforeAll(async () => {
  const storage = memoryLedgerStorage();
  const ledger = await openLedger(storage, options);
  for (const [i, scope] of [
    ['2014.1', 'undated.1'],
    ['2015.2', '2014.2'],
  ].entries()) {
    await ledger.request({
      scope,
      rho: rational(1, 8),
      budget: rational(1, 4),
      reserve: rational(1, 8),
      purpose: `release ${i + 1}`,
      recipe: 'a'.repeat(64),
      mechanism: 'discrete-gaussian',
      sets: [{ set: ['sex'], variance: 8n, rho: rational(1, 16) }],
      snapshot,
      unit: 'record',
      ...(marks[i] && { marks: marks[i] }),
      signatures: [{ organisation: 'Example steward', publicKey: 'k', signature: 's' }],
    });
  }
  await ledger.recordArtefacts(['000001'], [{ name: 'manifest.json', sha256: 'e'.repeat(64) }]);
  bytes = await storage.read();
  entries = ledger.view().entries;
});

/** The ledger with one entry changed and every hash from there on made right again, as a forger would. */
function forged(index: number, change: (entry: DebitEntry) => object): Uint8Array {
  let previous = '0'.repeat(64);
  const lines = entries.map((entry, i) => {
    const { hash, commitment, ...content } = {
      ...entry,
      ...(i === index ? change(entry as DebitEntry) : {}),
      previous,
    };
    const sealed = sealEntry(content as Parameters<typeof sealEntry>[0]);
    previous = sealed.hash;
    return canonicalJson(sealed);
  });
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

describe('verifyLedger', () => {
  it('holds for what the ledger wrote, and for nothing at all', () => {
    expect(verifyLedger(bytes).holds).toBe(true);
    expect(verifyLedger(new Uint8Array(0))).toMatchObject({ holds: true, view: { head: '0'.repeat(64), bytes: 0 } });
  });

  it('detects every change of a byte, naming a line', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, mask) => {
        const changed = bytes.slice();
        changed[at] = (changed[at] as number) ^ mask;
        const report = verifyLedger(changed);
        expect(report.holds).toBe(false);
        expect(report.problem?.line).toBeGreaterThan(0);
      }),
      { numRuns: 3000 },
    );
  });

  it('detects bytes taken out, put in or cut off, unless whole lines are missing from the end', () => {
    const lineEnds = [...bytes.keys()].filter((i) => bytes[i] === 0x0a).map((i) => i + 1);
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.uint8Array({ maxLength: 3 }), fc.nat(3), (at, put, taken) => {
        if (put.length === 0 && taken === 0) return;
        const changed = new Uint8Array([...bytes.slice(0, at), ...put, ...bytes.slice(at + taken)]);
        if (changed.length === bytes.length && changed.every((byte, i) => byte === bytes[i])) return;
        expect(verifyLedger(changed).holds).toBe(false);
      }),
      { numRuns: 1000 },
    );
    for (let length = 0; length < bytes.length; length++) {
      const isWhole = length === 0 || lineEnds.includes(length);
      const { holds, problem } = verifyLedger(bytes.slice(0, length));
      expect(holds).toBe(isWhole);
      if (!isWhole) expect(problem?.kind).toBe('torn');
    }
  });

  it('detects lines out of order, twice or left out', () => {
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    const join = (order: readonly number[]) => new TextEncoder().encode(`${order.map((i) => lines[i]).join('\n')}\n`);
    for (const order of [
      [1, 0, 2],
      [0, 2],
      [1, 2],
      [0, 0, 1, 2],
      [0, 1, 2, 2],
    ]) {
      expect(verifyLedger(join(order)).problem?.kind).toBe('damaged');
    }
  });

  it('detects a line of another ledger in its place', () => {
    const other = new TextDecoder().decode(forged(0, () => ({ purpose: 'something else' }))).split('\n');
    const lines = new TextDecoder().decode(bytes).split('\n');
    const spliced = new TextEncoder().encode([lines[0], ...other.slice(1)].join('\n'));
    expect(verifyLedger(spliced).problem).toMatchObject({ line: 2, reason: 'does not follow from the line before' });
    expect(verifyLedger(forged(2, () => ({ id: '000009' }))).problem).toMatchObject({ line: 3, kind: 'damaged' });
    expect(verifyLedger(forged(2, () => ({ debits: ['000003'] }))).problem).toMatchObject({ line: 3, kind: 'damaged' });
  });

  it('takes one text of an entry only, though others mean the same', () => {
    const text = new TextDecoder().decode(bytes);
    for (const same of [
      text.replace('{', '{ '),
      text.replace('"adjacency":"add-remove",', '"adjacency":"x","adjacency":"add-remove",'),
      text.replace('"add-remove"', '"add\\u002dremove"'),
      text.replace('\n', '\r\n'),
    ]) {
      expect(same).not.toBe(text);
      expect(verifyLedger(new TextEncoder().encode(same)).problem).toMatchObject({ line: 1, kind: 'damaged' });
    }
    expect(verifyLedger(new TextEncoder().encode('3\n')).problem?.reason).toBe('is not an entry');
  });

  it('detects a forged chain by the anchor of a published bundle', () => {
    const rewritten = forged(0, () => ({ purpose: 'something else' }));
    expect(verifyLedger(rewritten).holds).toBe(true);
    expect(verifyLedger(rewritten, entries[0]?.hash).problem?.kind).toBe('older');
    expect(verifyLedger(bytes, entries[0]?.hash).holds).toBe(true);
  });

  it.each<[string, (entry: DebitEntry) => object]>([
    ['more than the budget', () => ({ rho: { num: '1', den: '2' } })],
    ['a negative cost', () => ({ rho: { num: '-1', den: '8' } })],
    ['a cost not in lowest terms', () => ({ rho: { num: '2', den: '16' } })],
    ['a cost of zero', () => ({ rho: { num: '0', den: '1' } })],
    ['a cost smaller than that of its sets', () => ({ rho: { num: '1', den: '32' } })],
    ['a set cheaper than its variance', ({ sets }) => ({ sets: sets.map((set) => ({ ...set, variance: '4' })) })],
    ['no set', () => ({ sets: [] })],
    ['sets chosen before an adaptive mechanism', () => ({ mechanism: 'adaptive-marginals' })],
    ['an empty scope', () => ({ scope: [] })],
    ['a cohort twice', () => ({ scope: ['2014.1', '2014.1'] })],
    ['an unknown mechanism', () => ({ mechanism: 'none' })],
    ['an unknown field', () => ({ note: 'x' })],
    ['a time that is none', () => ({ time: '2016-13-01T00:00:00Z' })],
    ['another format', () => ({ format: 'casebridge-ledger-2' })],
    ['another kind', () => ({ kind: 'refund' })],
    ['another id', () => ({ id: '000007' })],
    ['a budget other than the first', () => ({ scope: ['2015.2'], budget: { num: '1', den: '2' } })],
  ])('refuses a well-hashed entry with %s', (_what, change) => {
    const report = verifyLedger(forged(0, change));
    expect(report.holds).toBe(false);
    expect(report.problem?.kind).toBe('damaged');
  });
});

describe('extractLedger', () => {
  it('shows what was spent on whom, and nothing that tells of the data', () => {
    const lines = extractLedger(verifyLedger(bytes).view);
    expect(lines.map(({ id, cohort }) => `${id} ${cohort}`)).toEqual([
      '000001 2014.1',
      '000001 undated.1',
      '000002 2015.2',
      '000002 2014.2',
    ]);
    expect(lines[0]).toMatchObject({ sets: 1, rho: { num: '1', den: '8' }, day: '2016-05-20', hash: entries[0]?.hash });
    const text = JSON.stringify(lines);
    for (const entry of entries) {
      expect(text).not.toContain(entry.sealed.salt);
      if (entry.kind === 'debit') expect(text).not.toContain(entry.sealed.marks);
    }
    expect(text).not.toContain(snapshot);
    expect(extractLedger(verifyLedger(bytes).view, new Set(['2014.2'])).map(({ id }) => id)).toEqual(['000002']);
  });

  it('shows an adaptive debit with its whole cost and no sets, beside older lines', async () => {
    const storage = memoryLedgerStorage(bytes);
    const ledger = await openLedger(storage, options);
    await ledger.request({
      scope: ['2015.3'],
      rho: rational(1, 8),
      budget: rational(1, 4),
      purpose: 'synthetic records',
      recipe: 'a'.repeat(64),
      mechanism: 'adaptive-marginals',
      sets: [],
      snapshot,
      unit: 'record',
    });
    const lines = extractLedger(verifyLedger(await storage.read()).view);
    expect(lines).toHaveLength(5);
    expect(lines.at(-1)).toMatchObject({ mechanism: 'adaptive-marginals', sets: 0, rho: { num: '1', den: '8' } });
  });

  it('commits by a salt of its own, so that equal data do not show', () => {
    const [first, second] = entries as readonly [DebitEntry, DebitEntry];
    expect(first.sealed.snapshot).toBe(second.sealed.snapshot);
    expect(first.commitment).not.toBe(second.commitment);
    expect(first.sealed.salt).not.toBe(second.sealed.salt);
    expect(hashOf(first.sealed)).toBe(first.commitment);
  });
});

describe('measuredPersons', () => {
  const view = () => verifyLedger(bytes).view;

  it('is nobody before the first debit', () => {
    expect(measuredPersons(verifyLedger(new Uint8Array(0)).view, new Set())).toEqual({ kind: 'nobody' });
  });

  it('is those in the newest marks, whatever was written for releases that never happened', () => {
    const found = new Set([...marks.map(({ sha256 }) => sha256), '9'.repeat(64)]);
    expect(measuredPersons(view(), found)).toEqual({ kind: 'marks', sha256: marks[1]?.sha256 });
  });

  it('does not change when a cohort is measured again', async () => {
    const storage = memoryLedgerStorage(bytes);
    const ledger = await openLedger(storage, options);
    await ledger.request({
      scope: ['2014.1'],
      rho: rational(1, 8),
      budget: rational(1, 4),
      reserve: rational(1, 8),
      from: 'reserve',
      purpose: 'measured again',
      recipe: 'a'.repeat(64),
      mechanism: 'discrete-gaussian',
      sets: [{ set: ['sex'], variance: 8n, rho: rational(1, 8) }],
      snapshot,
      unit: 'record',
    });
    const found = new Set([marks[1]?.sha256 as string]);
    expect(measuredPersons(ledger.view(), found)).toEqual({ kind: 'marks', sha256: marks[1]?.sha256 });
  });

  it('takes a cohort without a batch for its period', () => {
    expect(periodOf('2015.2')).toBe('2015');
    expect(periodOf('2015')).toBe('2015');
  });

  it('is everybody up to the last measured year when the marks are missing or behind', () => {
    const everybody = { kind: 'through', through: '2015', undated: true };
    expect(measuredPersons(view(), new Set())).toEqual(everybody);
    expect(measuredPersons(view(), new Set([marks[0]?.sha256 as string]))).toEqual(everybody);
  });
});

describe('cohortSpending', () => {
  it('shows spent, remaining and risk by cohort', () => {
    const [first] = cohortSpending(verifyLedger(bytes).view, [1e-6, 1e-9]);
    expect(first).toMatchObject({
      cohort: '2014.1',
      spent: rational(1, 8),
      remaining: rational(1, 8),
      reserveSpent: rational(0),
      reserveRemaining: rational(1, 8),
      entries: ['000001'],
    });
    expect(first?.risk[0]?.epsilon).toBeGreaterThan(2);
    expect(first?.risk[1]?.epsilon).toBeGreaterThan(first?.risk[0]?.epsilon as number);
  });
});

describe('canonicalJson', () => {
  it('sorts keys, leaves no space and is stable', () => {
    expect(canonicalJson({ b: [1, 'é', null, true], a: { d: 0, c: '\n' } })).toBe(
      '{"a":{"c":"\\n","d":0},"b":[1,"é",null,true]}',
    );
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.oneof(fc.maxSafeInteger(), fc.string(), fc.boolean())), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
  });

  it.each([0.5, Number.NaN, 2 ** 53, undefined, 1n, '\udc00', () => 0])('refuses %s', (value) => {
    expect(() => canonicalJson({ value })).toThrow(TypeError);
  });
});
