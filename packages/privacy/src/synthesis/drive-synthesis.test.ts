import { describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import type { DeclaredDomain } from '../columns/declared-domain.ts';
import { addParentColumns } from '../columns/parent-columns.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { runSynthesisJob } from '../measure/run-synthesis.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import { readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { addRational, compareRational, rational, rationalFromText } from '../rational.ts';
import { driveSynthesis } from './drive-synthesis.ts';
import { planSynthesisJob } from './plan-job.ts';
import type { SynthesisMeasurements, SynthesisMethod } from './published.ts';
import { serialiseSynthesis, synthesisFromJson } from './published-file.ts';
import { synthesisModel, syntheticTable } from './synthetic-table.ts';

// 20,000 invented records: `a` decides `b`; `age` has 60 codes and decides `grown`; `place` lies in `land`.
const codes = (size: number) => Array.from({ length: size }, (_, code) => String(code));
const declared: DeclaredDomain = {
  domains: { a: codes(4), b: codes(3), age: codes(60), grown: codes(2), place: codes(30) },
  structuralZeros: [{ set: ['a', 'b'], cells: [2] }],
  hierarchies: [
    { column: 'place', parent: 'land', groups: ['n', 's', 'w'], groupOf: codes(30).map((_, at) => at % 3) },
  ],
};
const table = invented(20_000);

describe.each(['aim', 'mst'] as SynthesisMethod[])('driveSynthesis by %s', (method) => {
  it('spends all but a sliver of the budget, and finds what belongs together', async () => {
    const job = planSynthesisJob({ declared, epsilon: 2, method });
    const published = await measured(method, 2);
    const spent = published.measurements
      .map(({ variance }) => rational(1n, 2n * BigInt(variance)))
      .reduce(addRational, rationalFromText(published.choices));
    expect(compareRational(spent, job.rho)).toBeLessThanOrEqual(0);
    expect(Number(spent.num) / Number(spent.den) / (Number(job.rho.num) / Number(job.rho.den))).toBeGreaterThan(0.98);
    expect(published.bands.map(({ column }) => column)).toContain('age');
    const made = syntheticTable(synthesisModel(published), published, Uint8Array.of(7));
    expect(Math.abs(made.rows - 20_000)).toBeLessThan(600);
    for (const pair of [
      ['a', 'b'],
      ['age', 'grown'],
    ] as const) {
      expect(distance(made, pair), pair.join(' × ')).toBeLessThan(method === 'aim' ? 0.06 : 0.12);
    }
    expect(countOf(made, ['a', 'b'])[2]).toBe(0);
    const [place, land] = ['place', 'land'].map((name) => made.columns[made.variables.indexOf(name)]);
    for (let row = 0; row < made.rows; row++) expect(land?.[row]).toBe((place?.[row] as number) % 3);
  });

  it('publishes what gives the same records again', async () => {
    const published = await measured(method, 1);
    const read = synthesisFromJson(JSON.parse(serialiseSynthesis(published)), 'f');
    expect(read).toEqual(published);
    const [one, again] = [published, read].map((from) => syntheticTable(synthesisModel(from), from, Uint8Array.of(1)));
    expect(again).toEqual(one);
  });

  it('keeps the model within its size, and stops when told to', async () => {
    const published = await measured(method, 5, 0.05);
    const cells = synthesisModel(published).fitted.tree.cells.reduce((sum, own) => sum + own, 0);
    expect((8 * cells) / 2 ** 20).toBeLessThanOrEqual(0.05);
    const stop = new AbortController();
    stop.abort(new Error('enough'));
    await expect(measured(method, 1, 1, stop.signal)).rejects.toThrow('enough');
  });
});

async function measured(
  method: SynthesisMethod,
  epsilon: number,
  modelSize = 1,
  signal?: AbortSignal,
): Promise<SynthesisMeasurements> {
  const job = planSynthesisJob({ declared, epsilon, method, modelSize });
  const random = unsafeTestRandom(`drive ${method} ${epsilon}`);
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const facts = { recipe: '0'.repeat(64), snapshot: '0'.repeat(64), purpose: 'test' };
  const marginals = memoryMarginals(addParentColumns(table, job.declared));
  const options = signal ? { signal } : {};
  return readProtected(await runSynthesisJob(job, driveSynthesis, marginals, ledger, random, facts, options));
}

function invented(rows: number): CaseTable {
  const random = publishedRandom('invented records');
  const { domains } = declared;
  const columns = Object.fromEntries(
    Object.entries(domains).map(([name, own]) => [name, emptyColumn(own.length, rows)]),
  );
  for (let row = 0; row < rows; row++) {
    const a = random.below(4);
    const age = Math.floor(60 * random.unit() * random.unit());
    const drawn = random.unit() < 0.9 ? a % 3 : random.below(3);
    const record = {
      a,
      b: a === 0 && drawn === 2 ? 0 : drawn,
      age,
      grown: age >= 18 ? 1 : 0,
      place: Math.floor(30 * random.unit() ** 2),
    };
    for (const [name, code] of Object.entries(record)) (columns[name] as Uint8Array)[row] = code;
  }
  return caseTable(domains, columns as Record<string, Uint8Array>);
}

function countOf(from: CaseTable, [first, second]: readonly [string, string]): Float64Array {
  const [x, y] = [first, second].map((name) => from.columns[from.variables.indexOf(name)] as Uint8Array);
  const size = from.domains[second]?.length ?? 0;
  const counts = new Float64Array((from.domains[first]?.length ?? 0) * size);
  for (let row = 0; row < from.rows; row++) {
    const cell = (x?.[row] as number) * size + (y?.[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
  }
  return counts;
}

/** Total-variation distance of a pair's shares. */
function distance(made: CaseTable, pair: readonly [string, string]): number {
  const [real, own] = [countOf(table, pair), countOf(made, pair)];
  return real.reduce((sum, count, at) => sum + Math.abs(count / table.rows - (own[at] as number) / made.rows), 0) / 2;
}
