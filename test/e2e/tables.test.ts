// `tables`: what a person may hand it by mistake is refused in one line with the exit code that scripts rely on, or works; no
// budget is spent and no file is left but where noise was drawn.
import { readdir, readFile, rm } from 'node:fs/promises';
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
  folder = await oneOffFolder('tables');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const words = (attempt: Attempt, out: string) => wordsOf('tables', attempt, folder, out);

describe.concurrent('tables', () => {
  it.each(refusedRuns)('refuses %s, and leaves nothing', async (what, attempt, exit, says) => {
    const out = `out/${slugOf(what)}`;
    const ended = await casebridge(words(attempt, out));
    expectOneLine(ended, [says]);
    expect(ended.exit).toBe(exit);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toContain('secret');
    expect(await filesBelow(folder, out)).toEqual([]);
  });

  it.each<[string, Attempt, number]>([
    ['no record', { csv: 'header-only.csv' }, 11],
    ['one record', { csv: 'one-row.csv' }, 11],
    ['a column of one value', { csv: 'one-value.csv', domain: 'one-value.json' }, 3 + 2 + 1 + 6 + 3 + 2],
    ['a column of nothing, declared', { csv: 'empty-column.csv', domain: 'empty-declared.json' }, 3 + 1 + 3],
    ['a column of 300 values', { csv: 'wide.csv', domain: 'wide.json' }, 3 + 300 + 900],
  ])('protects %s', async (what, attempt, cells) => {
    const out = `out/${slugOf(what)}`;
    expect(await done(words(attempt, out))).toMatchObject({ cells });
    const text = await readFile(join(folder, out, 'tables.csv'), 'utf8');
    expect(text.trimEnd().split('\n')).toHaveLength(cells + 1);
  });

  it('leaves tables of more than 2^32 cells out, and says so', async () => {
    const attempt = { csv: 'huge.csv', domain: 'huge.json', more: ['--epsilon', '1', '--ways', '3'] };
    const { stdout, exit } = await casebridge(words(attempt, 'out/huge'));
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Left out, with more than 1048576 cells each: a;b, a;c, b;c and 1 more\./);
  });

  it('says what δ is fit for when nobody declared the size', async () => {
    const { stdout } = await casebridge(words({ more: ['--epsilon', '1', '--delta', '1e-3'] }, 'out/delta'));
    expect(stdout).toMatch(/δ 0\.001 suits files of up to 1000 records; declare the size/);
  });

  it('are measured once: a second run is refused and changes nothing', async () => {
    await done(words({}, 'out/once'));
    const before = await contentsOf(join(folder, 'out/once'));
    const again = await casebridge(words({ more: ['--epsilon', '0.5'] }, 'out/once'));
    expectOneLine(again, [/once\/ledger\.jsonl records that this was measured before.*another name/]);
    expect(again.exit).toBe(3);
    expect(await contentsOf(join(folder, 'out/once'))).toEqual(before);
  });

  it('leave a true ledger and nothing half-written when they are broken off', async () => {
    await writeLongFile(folder);
    const out = join(folder, 'out/broken');
    const run = start(
      words({ csv: 'long.csv', domain: 'long.json', more: ['--epsilon', '1', '--ways', '3'] }, 'out/broken'),
    );
    await until(async () => (await readdir(out).catch((): string[] => [])).includes('ledger.jsonl'));
    process.kill(run.pid, 'SIGINT');
    const ended = await run.ended;
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/cancelled; nothing half-written was left behind/]);
    expect(await readdir(out)).toEqual(['ledger.jsonl']);
    expect(JSON.parse(await readFile(join(out, 'ledger.jsonl'), 'utf8'))).toMatchObject({ kind: 'debit' });
  });
});
