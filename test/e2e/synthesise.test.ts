// `synthesise` through the real command line: what it refuses, what it makes of odd files, that its files belong together,
// that they can be made again without the data, and that a run that is broken off leaves a true ledger.
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, contentsOf, done, expectOneLine, start } from './command-line.ts';
import {
  type Attempt,
  filesBelow,
  oneOffFolder,
  refusedRuns,
  slugOf,
  wordsOf,
  writeLongFile,
} from './one-off-inputs.ts';
import { until } from './refusal.ts';

let folder: string;
beforeAll(async () => {
  folder = await oneOffFolder('synthesise');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const at = (name: string): string => join(folder, name);
const words = (attempt: Attempt, out: string) => wordsOf('synthesise', attempt, folder, out);
const rowsOf = async (name: string): Promise<string[]> => (await readFile(at(name), 'utf8')).trimEnd().split('\n');

const refused: typeof refusedRuns = [
  ...refusedRuns,
  [
    'a model too small for the domain',
    { more: ['--epsilon', '1', '--model-size', '0.00001'] },
    2,
    /make a model of 0\.001 MB, above the 0\.00001 MB allowed; raise --model-size/,
  ],
  ['an unknown method', { more: ['--epsilon', '1', '--method', 'gan'] }, 2, /--method .*aim, mst/],
  ['no ε', { more: [] }, 2, /needs a CSV, --domain and --epsilon, or --from/],
  ['no rows', { more: ['--epsilon', '1', '--rows', '0'] }, 2, /--rows .*whole number/],
];

describe.concurrent('synthesise', () => {
  it.each(refused)('refuses %s, and leaves nothing', async (what, attempt, exit, says) => {
    const out = `out/${slugOf(what)}`;
    const ended = await casebridge(words(attempt, `${out}.csv`));
    expectOneLine(ended, [says]);
    expect(ended.exit).toBe(exit);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toContain('secret');
    expect(await filesBelow(folder, out)).toEqual([]);
  });

  it('refuses a name that does not end in .csv', async () => {
    const ended = await casebridge(words({}, 'out/folder'));
    expectOneLine(ended, [/end the name of --out with \.csv/]);
    expect(ended.exit).toBe(2);
  });

  it.each<[string, Attempt, string]>([
    ['no record', { csv: 'header-only.csv' }, 'a,b'],
    ['one record', { csv: 'one-row.csv' }, 'a,b'],
    ['a column of one value', { csv: 'one-value.csv', domain: 'one-value.json' }, 'a,b,c'],
    ['a column of nothing, declared', { csv: 'empty-column.csv', domain: 'empty-declared.json' }, 'a,b'],
    ['a column of 300 values', { csv: 'wide.csv', domain: 'wide.json' }, 'a,code'],
    ['more than 2^32 cells', { csv: 'huge.csv', domain: 'huge.json' }, 'a,b,c'],
    ['one column', { domain: 'one-column.json' }, 'a'],
  ])('makes records of %s', async (what, attempt, header) => {
    const out = `out/${slugOf(what)}`;
    const made = (await done(
      words({ ...attempt, more: [...(attempt.more ?? ['--epsilon', '1']), '--rows', '25'] }, `${out}.csv`),
    )) as object;
    expect(made).toMatchObject({ records: 25 });
    const [first, ...rows] = await rowsOf(`${out}.csv`);
    expect(first).toBe(header);
    expect(rows).toHaveLength(25);
    const files = await readdir(at('out'));
    const own = files
      .filter((file) => file.startsWith(`${slugOf(what)}.`))
      .map((file) => file.slice(slugOf(what).length));
    expect(own.sort()).toEqual(['.csv', '.ledger.jsonl', '.measurements.json', '.parquet', '.support.csv']);
  });

  it('makes as many records as the noisy total says, and says what they are fitted to', async () => {
    const made = await done(words({ more: ['--epsilon', '8'] }, 'out/total.csv'));
    const { records } = made as { records: number };
    expect(await rowsOf('out/total.csv')).toHaveLength(records + 1);
    // At ε 8 the total of 60 has noise of some records.
    expect(Math.abs(records - 60)).toBeLessThan(30);
    expect((await rowsOf('out/total.support.csv')).map((line) => line.trim())).toContain('a,supported');
    const ledger = JSON.parse(await readFile(at('out/total.ledger.jsonl'), 'utf8')) as object;
    expect(ledger).toMatchObject({
      kind: 'debit',
      mechanism: 'adaptive-marginals',
      sets: [],
      random: 'operating-system',
    });
  });

  it.each(['aim', 'mst'])(
    'keeps to what was declared impossible, and uses regions without writing them (%s)',
    async (method) => {
      const attempt = { csv: 'regions.csv', domain: 'regions.json', more: ['--epsilon', '2', '--method', method] };
      await done(words(attempt, `out/regions-${method}.csv`));
      const [header, ...rows] = await rowsOf(`out/regions-${method}.csv`);
      expect(header).toBe('country,type,means');
      expect(rows.filter((row) => row.endsWith(',other,force'))).toEqual([]);
      // Of 3,000 records 1,000 are of the other type; the noise on single columns is below 60.
      const others = rows.filter((row) => row.endsWith(',other,none'));
      expect(Math.abs(others.length / rows.length - 1 / 3)).toBeLessThan(0.06);
    },
  );

  it('makes the same bytes again from the measurements, without data and without budget', async () => {
    await done(words({ more: ['--epsilon', '1', '--replicates', '2'] }, 'out/first.csv'));
    await mkdir(at('elsewhere'));
    await cp(at('out/first.measurements.json'), at('elsewhere/m.json'));
    const from = ['synthesise', '--from', at('elsewhere/m.json')];
    await done([...from, '--replicates', '2', '--out', at('elsewhere/first.csv')]);
    for (const file of [
      'first.csv',
      'first.parquet',
      'first.support.csv',
      'first.replicates/01.csv',
      'first.replicates/02.csv',
    ])
      expect(Buffer.compare(await readFile(at(`elsewhere/${file}`)), await readFile(at(`out/${file}`))), file).toBe(0);
    expect(await readdir(at('elsewhere'))).not.toContain('first.ledger.jsonl');
    const replicates = await Promise.all(
      ['01', '02'].map((number) => readFile(at(`out/first.replicates/${number}.csv`), 'utf8')),
    );
    expect(new Set([...replicates, await readFile(at('out/first.csv'), 'utf8')]).size).toBe(3);
    expect(await done([...from, '--rows', '7', '--out', at('elsewhere/seven.csv')])).toMatchObject({ records: 7 });
    const before = await contentsOf(at('elsewhere'));
    for (const [more, says] of [
      [['--out', at('elsewhere/first.csv')], /first\.csv is already there/],
      [['--epsilon', '1', '--out', at('elsewhere/new.csv')], /--from needs neither a CSV nor/],
      [[at('good.csv'), '--out', at('elsewhere/new.csv')], /--from needs neither a CSV nor/],
    ] as const) {
      const ended = await casebridge([...from, ...more]);
      expectOneLine(ended, [says]);
      expect(ended.exit).toBe(2);
    }
    expect(await contentsOf(at('elsewhere'))).toEqual(before);
  });

  it('refuses measurements that were changed', async () => {
    await done(words({}, 'out/changed.csv'));
    const text = await readFile(at('out/changed.measurements.json'), 'utf8');
    await writeFile(at('changed.json'), text.replace('"values":[', '"values":[0.5,'));
    const ended = await casebridge(['synthesise', '--from', at('changed.json'), '--out', at('out/changed-again.csv')]);
    expectOneLine(ended, [/changed\.json: .*; fetch the file again/]);
    expect(ended.exit).toBe(2);
  });

  it('is run once: a second run under the name is refused and changes nothing', async () => {
    await done(words({}, 'own/once.csv'));
    const before = await contentsOf(at('own'));
    const again = await casebridge(words({ more: ['--epsilon', '0.5'] }, 'own/once.csv'));
    expectOneLine(again, [/once\.ledger\.jsonl records that this was measured before.*another name/]);
    expect(again.exit).toBe(3);
    expect(await contentsOf(at('own'))).toEqual(before);
    await rm(at('own/once.ledger.jsonl'));
    const overwriting = await casebridge(words({}, 'own/once.csv'));
    expectOneLine(overwriting, [/once\.csv is already there/]);
    expect(overwriting.exit).toBe(2);
    const { 'once.ledger.jsonl': _, ...others } = before;
    expect(await contentsOf(at('own'))).toEqual(others);
  });

  it('leaves a true ledger and nothing half-written when it is broken off', async () => {
    await writeLongFile(folder);
    const run = start(
      words({ csv: 'long.csv', domain: 'long.json', more: ['--epsilon', '1', '--replicates', '99'] }, 'out/broken.csv'),
    );
    await until(async () => (await readdir(at('out'))).includes('broken.ledger.jsonl'));
    process.kill(run.pid, 'SIGINT');
    const ended = await run.ended;
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/cancelled; nothing half-written was left behind/]);
    const files = (await readdir(at('out'))).filter((file) => file.includes('broken'));
    // Whether it was still measuring or had measured, there is no record and no part of a file.
    expect(files.filter((file) => !['broken.ledger.jsonl', 'broken.measurements.json'].includes(file))).toEqual([]);
    expect(JSON.parse(await readFile(at('out/broken.ledger.jsonl'), 'utf8'))).toMatchObject({ kind: 'debit' });
    const again = await casebridge(words({ csv: 'long.csv', domain: 'long.json' }, 'out/broken.csv'));
    expect(again.exit).toBe(3);
  });
});
