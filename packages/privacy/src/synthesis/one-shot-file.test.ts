import { beforeAll, describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { firstDeclaredZero } from '../columns/declared-domain.ts';
import { parseDeclaredDomain } from '../columns/domain-file.ts';
import { addParentColumns } from '../columns/parent-columns.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { runSynthesisJob, type SynthesisDriver } from '../measure/run-synthesis.ts';
import { publish, readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { type OneShotFile, parseOneShot, serialiseOneShot } from './one-shot-file.ts';
import { oneShotRecords, oneShotReplicate } from './one-shot-records.ts';
import { planSynthesisJob } from './plan-job.ts';
import { supportOfSets } from './set-support.ts';
import { synthesisModel } from './synthetic-table.ts';

const declared = parseDeclaredDomain(
  JSON.stringify({
    country: ['DZA', 'FRA', 'GHA'],
    type: ['sexual', 'other'],
    means: ['force', 'none'],
    $structuralZeros: [{ when: { type: 'other' }, only: { means: 'none' } }],
    $hierarchies: { country: { parent: 'region', groups: { Africa: ['DZA', 'GHA'], Europe: ['FRA'] } } },
  }),
  'D.json',
);
const rows = 6000;
const column = (code: (row: number) => number) => Uint8Array.from({ length: rows }, (_, row) => code(row));
const table = caseTable(declared.domains, {
  country: column((row) => (row % 6 < 3 ? 0 : row % 6 < 5 ? 1 : 2)),
  type: column((row) => row % 2),
  means: column((row) => (row % 2 === 1 || row % 10 < 4 ? 1 : 0)),
});
const random = unsafeTestRandom('synthesis file');
const seed = '0123456789abcdef'.repeat(4);

/** A driver for tests: every column and one pair, each with the same noise. */
const onePair: SynthesisDriver = async ({ declared: { domains } }, measurer) => {
  const sets = [...Object.keys(domains).map((name) => [name]), ['type', 'means']];
  await measurer.measure(sets.map((set) => ({ set, variance: 400n })));
};

async function measured(driver = onePair) {
  const job = planSynthesisJob({ declared, epsilon: 2 });
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger.jsonl',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const facts = { recipe: '1'.repeat(64), snapshot: '2'.repeat(64), purpose: 'test' };
  const marginals = memoryMarginals(addParentColumns(table, job.declared));
  return { ledger, run: () => runSynthesisJob(job, driver, marginals, ledger, random, facts) };
}

let file: OneShotFile;
beforeAll(async () => {
  const { run } = await measured();
  file = { published: readProtected(await run()), columns: Object.keys(declared.domains), seed, rows: 500 };
});

describe('runSynthesisJob', () => {
  it('debits the whole budget before the first question, once', async () => {
    let debited = '';
    const { ledger, run } = await measured(async (job, measurer, options) => {
      debited = JSON.stringify(ledger.view().entries);
      await onePair(job, measurer, options);
    });
    const published = await run();
    expect(debited).toContain('"mechanism":"adaptive-marginals"');
    // Five marginals of variance 400 each, and nothing was chosen.
    expect(readProtected(published).choices).toEqual({ num: '0', den: '1' });
    expect(() => publish(published)).toThrow('repeatable test noise');
    await expect(run()).rejects.toThrow('spends more than the budget');
  });

  it('refuses a table without the columns that were planned, before it debits', async () => {
    const job = planSynthesisJob({ declared, epsilon: 2 });
    const { ledger } = await measured();
    const facts = { recipe: '1'.repeat(64), snapshot: '2'.repeat(64), purpose: 'test' };
    const work = runSynthesisJob(job, onePair, memoryMarginals(table), ledger, random, facts);
    await expect(work).rejects.toThrow(RangeError);
    expect(ledger.view().entries).toEqual([]);
  });
});

describe('the file of measurements', () => {
  it('reads back as it was written, and gives the same records again', () => {
    const text = serialiseOneShot(file);
    const again = parseOneShot(text, 'S.json');
    expect(again).toEqual(file);
    expect(serialiseOneShot(again)).toBe(text);
    const made = (from: OneShotFile) => oneShotRecords(from, synthesisModel(from.published));
    expect(made(again)).toEqual(made(file));
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ['what is no JSON', (text) => text.slice(1), /not JSON/],
    [
      'another format',
      (text) => text.replace('synthetic-1', 'synthetic-2'),
      /the format is not casebridge-synthetic-1/,
    ],
    [
      'other measurements',
      (text) => text.replace('synthesis-1', 'synthesis-2'),
      /format is not casebridge-synthesis-1/,
    ],
    ['a short seed', (text) => text.replace(/"seed":"../, '"seed":"'), /64 hex digits/],
    ['no rows', (text) => text.replace('"rows":500', '"rows":0'), /number of records/],
    [
      'an unknown column',
      (text) => text.replace('"columns":["country"', '"columns":["nobody"'),
      /a column of the records/,
    ],
    ['a column twice', (text) => text.replace('"columns":["country"', '"columns":["type"'), /columns are no set/],
  ])('refuses %s', (_what, change, says) => {
    const text = serialiseOneShot(file);
    expect(change(text)).not.toBe(text);
    expect(() => parseOneShot(change(text), 'S.json')).toThrow(says);
    expect(() => parseOneShot(change(text), 'S.json')).toThrow(/^S\.json: /);
  });
});

describe('the records', () => {
  it('have the columns of the domain file, no impossible record, and the counts that were measured', () => {
    const made = oneShotRecords({ ...file, rows }, synthesisModel(file.published));
    expect([made.variables, made.rows]).toEqual([['country', 'type', 'means'], rows]);
    expect(firstDeclaredZero(made, declared.structuralZeros)).toBeNull();
    const share = (name: string, code: number) =>
      [...(made.columns[made.variables.indexOf(name)] ?? [])].filter((one) => one === code).length / rows;
    // The noise has a standard deviation of 20 records; 150 are 2.5 % of the records.
    expect(Math.abs(share('country', 0) - 1 / 2)).toBeLessThan(0.025);
    expect(Math.abs(share('country', 2) - 1 / 6)).toBeLessThan(0.025);
    expect(Math.abs(share('means', 0) - 0.3)).toBeLessThan(0.025);
  });

  it('are as many as the model stands for unless told otherwise', () => {
    const model = synthesisModel(file.published);
    const again = parseOneShot(serialiseOneShot({ ...file, rows: null }), 'S.json');
    expect(again.rows).toBeNull();
    expect(oneShotRecords(again, model).rows).toBe(Math.round(model.total));
    // Five totals of noise below 60 records each.
    expect(Math.abs(model.total - rows)).toBeLessThan(200);
  });

  it('have replicates of the same columns, each its own', () => {
    const model = synthesisModel(file.published);
    const [one, two] = [1, 2].map((number) => oneShotReplicate(file, model, number));
    expect(one?.variables).toEqual(['country', 'type', 'means']);
    expect(one).toEqual(oneShotReplicate(file, model, 1));
    expect(one).not.toEqual(two);
  });
});

describe('supportOfSets', () => {
  it('tells what was measured from what the model filled in', () => {
    const { published } = file;
    const support = supportOfSets(synthesisModel(published), Object.keys(published.domains), file.columns, 2);
    expect(support.filter(({ supported }) => supported).map(({ set }) => set.join(';'))).toEqual([
      'country',
      'type',
      'means',
      'type;means',
    ]);
    expect(support).toHaveLength(6);
  });
});

describe('planSynthesisJob', () => {
  it.each<[object, RegExp]>([
    [{ epsilon: 0 }, /ε is above 0/],
    [{ epsilon: Number.NaN }, /ε is above 0/],
    [{ epsilon: 1, delta: 1 }, /δ lies strictly/],
    [{ epsilon: 1, modelSize: 0 }, /model size is above 0/],
    [{ epsilon: 1, modelSize: 0.00001 }, /make a model of 0\.001 MB, above the 0\.00001 MB allowed; raise/],
  ])('refuses %o', (job, says) => {
    expect(() => planSynthesisJob({ declared, epsilon: 1, ...job })).toThrow(says);
  });
});
