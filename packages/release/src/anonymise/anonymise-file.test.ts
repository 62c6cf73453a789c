import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { anonymiseFile } from './anonymise-file.ts';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { readRegister } from './issue-register.ts';
import { replaceFile } from './replace-file.ts';
import { verifyWritten } from './verify-written.ts';

let root: string;
let folder: string;
let runs = 0;
const places = ['north', 'south', 'east', 'west', 'islands'];
const jobs = ['farm', 'house', 'site', ''];

const keyLine = (byte: number) => `casebridge-record-key-1 steward ${Buffer.alloc(32, byte).toString('base64')}\n`;

/** Invented records: 400 rows, some rare. */
function records(from = 0, rows = 400): string {
  let state = 11;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) ** 2 * below);
  };
  const lines = ['id,place,age,job,note'];
  for (let row = 0; row < rows; row++) {
    lines.push(`r${from + row},${places[next(5)]},${20 + next(30)},${jobs[next(4)]},n${row}`);
  }
  return `${lines.join('\n')}\n`;
}

const options = (more: Partial<AnonymiseOptions> = {}): AnonymiseOptions => ({
  csv: join(folder, 'in.csv'),
  quasi: ['place', 'age'],
  sensitive: ['job'],
  hierarchies: join(folder, 'hierarchies'),
  k: 5,
  method: 'local',
  m: 3,
  missing: [''],
  limit: 0.1,
  importance: {},
  out: join(folder, 'out.csv'),
  today: '2016-05-20',
  ...more,
});
const register = (replaceOn: readonly string[] = []) => ({
  register: { file: join(folder, 'issues.jsonl'), keyFile: join(folder, 'key'), column: 'id', replaceOn },
});

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'casebridge-anonymise-'));
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});
beforeEach(async () => {
  folder = join(root, `${runs++}`);
  await mkdir(join(folder, 'hierarchies'), { recursive: true });
  await writeFile(join(folder, 'in.csv'), records());
  const ages = Array.from({ length: 30 }, (_, at) => `${20 + at};${20 + 5 * Math.floor(at / 5)}+;*`);
  await writeFile(join(folder, 'hierarchies', 'case_hierarchy_age.csv'), `${ages.join('\n')}\n`);
  await writeFile(join(folder, 'key'), keyLine(7), { mode: 0o600 });
});

const claim = (more: object = {}) => ({
  method: 'local' as const,
  k: 5,
  m: 3,
  quasi: ['place', 'age'],
  sensitive: ['job'],
  missing: [''],
  claims: [],
  rows: 400,
  ...more,
});

describe('anonymiseFile', () => {
  it('writes records and a report, and nothing of the columns that were not named', async () => {
    const result = await anonymiseFile(options({ by: 'place' }));
    expect((await readdir(folder)).sort()).toEqual(['hierarchies', 'in.csv', 'key', 'out.csv', 'out.report.json']);
    const text = await readFile(result.out, 'utf8');
    expect(text.split('\r\n')[0]).toBe('place,age,job');
    expect(text).not.toMatch(/r\d|n\d/);
    expect(result.leftOut).toEqual(['id', 'note']);
    expect(result).toMatchObject({ rows: 400, blankRows: 0, verified: { by: 'groups', holds: true } });
    expect(result.loss).toBeGreaterThan(0);
    const report = JSON.parse(await readFile(result.report, 'utf8'));
    expect(report).toMatchObject({
      format: 'casebridge-anonymised-1',
      internal: expect.stringContaining('stays with the steward'),
      statement: expect.stringContaining('not differential privacy'),
      k: 5,
    });
    const rows = result.groups?.values.reduce((sum, group) => sum + group.rows, 0);
    const cells = result.groups?.values.reduce((sum, group) => sum + group.suppressedCells, 0);
    expect([rows, cells]).toEqual([400, result.columns.reduce((sum, column) => sum + column.suppressedCells, 0)]);
    await expect(verifyWritten(result.out, claim())).resolves.toMatchObject({ holds: true });
    await expect(verifyWritten(result.out, claim({ k: 50 }))).rejects.toMatchObject({ code: 'not-verified', exit: 3 });
    await expect(verifyWritten(result.out, claim({ rows: 401 }))).rejects.toMatchObject({ code: 'not-verified' });
  });

  it.each<[string, Partial<AnonymiseOptions>, object]>([
    ['full-domain', { method: 'full-domain' }, { by: 'groups', holds: true }],
    ['km', { method: 'km', quasi: ['place', 'age', 'job'], sensitive: [] }, { by: 'combinations', holds: true }],
    ['diversity', { diversity: { kind: 'distinct', l: 2, c: 3 } }, { by: 'groups', broken: [0] }],
    ['recursive diversity', { diversity: { kind: 'recursive', l: 2, c: 4 } }, { by: 'groups', broken: [0] }],
    ['closeness', { closeness: { distance: 'ordered', t: 0.3 } }, { by: 'groups', broken: [0] }],
    [
      'full-domain with both',
      { method: 'full-domain', diversity: { kind: 'entropy', l: 2, c: 3 }, closeness: { distance: 'equal', t: 0.4 } },
      { by: 'groups', broken: [0, 0] },
    ],
    ['a declared order', { priority: ['age'] }, { by: 'groups', holds: true }],
  ])('verifies %s on the written file', async (_, more, verified) => {
    const { hierarchies: _folder, ...plain } = options(more);
    const result = await anonymiseFile(more.method === 'km' ? plain : options(more));
    expect(result.verified).toMatchObject({ ...verified, holds: true });
  });

  it('hides records in a population', async () => {
    await writeFile(join(folder, 'population.csv'), records(1000, 3000));
    const result = await anonymiseFile(options({ k: 20, sensitive: [], population: join(folder, 'population.csv') }));
    expect(result.verified).toMatchObject({ by: 'population', holds: true });
    expect(result.verified.smallest).toBeGreaterThanOrEqual(20);
  });

  it.each<[string, Partial<AnonymiseOptions>, string, number]>([
    ['too few rows', { k: 401 }, 'rows-below-k', 3],
    ['a constraint the table breaks', { diversity: { kind: 'distinct', l: 5, c: 3 } }, 'table-refused', 3],
    ['a column twice', { sensitive: ['place'] }, 'column-twice', 2],
    ['a column that is not there', { quasi: ['place', 'colour'] }, 'csv-column-missing', 2],
    ['an option the method passes over', { method: 'full-domain', priority: ['age'] }, 'method-option', 2],
    ['closeness of nothing', { sensitive: [], closeness: { distance: 'equal', t: 0.2 } }, 'sensitive-none', 2],
  ])('refuses %s and writes nothing', async (_, more, code, exit) => {
    await expect(anonymiseFile(options(more))).rejects.toMatchObject({ code, exit });
    expect((await readdir(folder)).sort()).toEqual(['hierarchies', 'in.csv', 'key']);
  });

  it('refuses a value its hierarchy lacks, by row and column and without the value', async () => {
    await writeFile(join(folder, 'in.csv'), `${records()}r400,north,77,farm,x\n`);
    const refused = anonymiseFile(options());
    await expect(refused).rejects.toMatchObject({ code: 'hierarchy-value' });
    await expect(refused).rejects.toThrow(/^in\.csv, row 402, column 'age': (?!.*77)/);
  });

  it('refuses a value * and an existing file, and leaves nothing when cancelled', async () => {
    await writeFile(join(folder, 'in.csv'), `${records()}r400,*,20,farm,x\n`);
    await expect(anonymiseFile(options())).rejects.toMatchObject({ code: 'value-star' });
    await writeFile(join(folder, 'in.csv'), records());
    await expect(anonymiseFile(options({ signal: AbortSignal.abort(new Error('stop')) }))).rejects.toThrow('stop');
    expect(await readdir(folder)).not.toContain('out.csv');
    await writeFile(join(folder, 'out.csv'), 'kept');
    await expect(anonymiseFile(options())).rejects.toMatchObject({ code: 'already-there' });
  });
});

describe('the register of issues', () => {
  it('keeps each record in one file ever', async () => {
    await anonymiseFile(options(register()));
    await expect(anonymiseFile(options({ ...register(), out: join(folder, 'again.csv'), k: 6 }))).rejects.toMatchObject(
      {
        code: 'already-issued',
        exit: 3,
      },
    );
    expect(await readdir(folder)).not.toContain('again.csv');
    // One record of the earlier file among new ones is one too many.
    await writeFile(join(folder, 'in.csv'), records(399));
    await expect(anonymiseFile(options({ ...register(), out: join(folder, 'next.csv') }))).rejects.toThrow(/^1 of the/);
    await writeFile(join(folder, 'in.csv'), records(400));
    await anonymiseFile(options({ ...register(), out: join(folder, 'next.csv') }));
    const { issues } = await readRegister(join(folder, 'issues.jsonl'), new Uint8Array(32).fill(7));
    expect(issues.map(({ issue, replaces, records: { length } }) => [issue, replaces, length])).toEqual([
      [1, null, 400],
      [2, null, 400],
    ]);
    expect(await readFile(join(folder, 'issues.jsonl'), 'utf8')).not.toMatch(/r399|north/);
  });

  it('lets the very same file be made again, which is what follows a run that was broken off', async () => {
    const first = await anonymiseFile(options(register()));
    await rm(first.out);
    await rm(first.report);
    expect((await anonymiseFile(options(register()))).sha256).toBe(first.sha256);
    expect((await readRegister(join(folder, 'issues.jsonl'), new Uint8Array(32).fill(7))).issues).toHaveLength(1);
  });

  it('refuses another key, a changed or shortened register, and record keys that do not tell records apart', async () => {
    await anonymiseFile(options(register()));
    await writeFile(join(folder, 'in.csv'), records(400));
    const next = () => anonymiseFile(options({ ...register(), out: join(folder, 'next.csv') }));
    await writeFile(join(folder, 'key'), keyLine(8));
    await expect(next()).rejects.toMatchObject({ code: 'issues-key', exit: 3 });
    await writeFile(join(folder, 'key'), keyLine(7));
    const path = join(folder, 'issues.jsonl');
    const text = await readFile(path, 'utf8');
    for (const broken of [text.slice(0, -1), text.replace('"k":5', '"k":6 '), text.replace('"issue":1', '"issue":2')]) {
      await writeFile(path, broken);
      await expect(next()).rejects.toMatchObject({ code: 'issues-damaged', exit: 3 });
    }
    await writeFile(path, text);
    await writeFile(join(folder, 'in.csv'), `${records(400)}r400,north,20,farm,x\n`);
    await expect(next()).rejects.toMatchObject({ code: 'record-key-twice' });
    await writeFile(join(folder, 'in.csv'), `${records(400)},north,20,farm,x\n`);
    await expect(next()).rejects.toMatchObject({ code: 'record-key-empty' });
    expect(await readdir(folder)).not.toContain('next.csv');
    await expect(
      anonymiseFile(options({ ...register(), quasi: ['place', 'id'], out: join(folder, 'next.csv') })),
    ).rejects.toMatchObject({ code: 'key-published' });
  });
});

describe('replaceFile', () => {
  const replace = (csv: string, today: string, out = 'replaced.csv') =>
    replaceFile({
      csv: join(folder, csv),
      withdrawn: join(folder, 'withdrawn.txt'),
      register: join(folder, 'issues.jsonl'),
      keyFile: join(folder, 'key'),
      out: join(folder, out),
      today,
    });

  it.each(['local', 'km'] as const)(
    'of %s leaves out withdrawn and lonely rows, recodes none, on declared days only',
    async (method) => {
      const { hierarchies: _, ...plain } = options({ method, ...register(['2016-12-01', '2017-12-01']) });
      await anonymiseFile({ ...plain, ...(method === 'local' ? { hierarchies: join(folder, 'hierarchies') } : {}) });
      await writeFile(join(folder, 'withdrawn.txt'), 'r3\nr17\nr200\nnever-published\n');
      await expect(replace('out.csv', '2016-11-30')).rejects.toMatchObject({ code: 'not-scheduled', exit: 3 });
      expect(await readdir(folder)).not.toContain('replaced.csv');
      const result = await replace('out.csv', '2016-12-01');
      expect(result).toMatchObject({ replaces: 1, withdrawnRows: 3, verified: { holds: true } });
      expect(result.rows).toBe(400 - 3 - result.lonelyRows);
      const before = (await readFile(join(folder, 'out.csv'), 'utf8')).split('\r\n');
      const after = (await readFile(join(folder, 'replaced.csv'), 'utf8')).split('\r\n');
      const left = [...before];
      for (const line of after) {
        const at = left.indexOf(line);
        expect(at).toBeGreaterThanOrEqual(0);
        left.splice(at, 1);
      }
      // The old file cannot be replaced again, the new one not before the next declared day, and then not after the last.
      await writeFile(join(folder, 'withdrawn.txt'), 'r4\n');
      await expect(replace('out.csv', '2017-12-01', 'b.csv')).rejects.toMatchObject({ code: 'replaced-before' });
      await expect(replace('replaced.csv', '2016-12-02', 'b.csv')).rejects.toMatchObject({ code: 'not-scheduled' });
      await replace('replaced.csv', '2017-12-05', 'b.csv');
      await writeFile(join(folder, 'withdrawn.txt'), 'r5\n');
      await expect(replace('b.csv', '2018-12-01', 'c.csv')).rejects.toMatchObject({ code: 'not-scheduled' });
      // Whoever was left out for want of company stays in the register: never published again, recoded.
      await expect(anonymiseFile({ ...plain, k: 6, out: join(folder, 'again.csv') })).rejects.toMatchObject({
        code: 'already-issued',
      });
    },
  );

  it('refuses a file the register does not know, and withdrawals that are not in it', async () => {
    await anonymiseFile(options(register(['2016-12-01'])));
    await writeFile(join(folder, 'withdrawn.txt'), 'somebody-else\n');
    await expect(replace('in.csv', '2016-12-01')).rejects.toMatchObject({ code: 'not-issued', exit: 3 });
    await expect(replace('out.csv', '2016-12-01')).rejects.toMatchObject({ code: 'nothing-withdrawn', exit: 2 });
    expect(await readdir(folder)).not.toContain('replaced.csv');
  });
});
