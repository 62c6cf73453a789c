// What a person may hand to `tables` by mistake: each is refused in one line with the exit code that scripts rely on, or
// works; no budget is spent and no file is left but where noise was drawn.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, contentsOf, done, expectOneLine } from './command-line.ts';

let folder: string;
const at = (name: string): string => join(folder, name);
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-bad-input-'));
  await mkdir(at('out'));
  await Promise.all(Object.entries(inputs).map(([name, text]) => writeFile(at(name), text)));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;
const inputs: Readonly<Record<string, string>> = {
  'good.csv': lines('a,b', ...Array.from({ length: 60 }, (_, row) => `${row % 3},${row % 2 ? 'x' : 'y'}`)),
  'good.json': JSON.stringify({ a: 3, b: ['x', 'y'] }),
  'outside.csv': lines('a,b', '0,x', '1,secret'),
  'empty-column.csv': lines('a,b', '0,', '1,'),
  'empty-declared.json': JSON.stringify({ a: 3, b: [''] }),
  'missing-column.csv': lines('a,c', '0,x'),
  'empty.csv': '',
  'header-only.csv': lines('a,b'),
  'one-row.csv': lines('a,b', '2,y'),
  'one-value.json': JSON.stringify({ a: 3, b: ['x', 'y'], c: ['only'] }),
  'one-value.csv': lines('a,b,c', '0,x,only', '2,y,only'),
  'wide.json': JSON.stringify({ a: 3, code: 300 }),
  'wide.csv': lines('a,code', ...Array.from({ length: 900 }, (_, row) => `${row % 3},${row % 300}`)),
  'huge.json': JSON.stringify({ a: 1700, b: 1700, c: 1700 }),
  'huge.csv': lines('a,b,c', '1699,1699,1', '0,0,0'),
  'too-many-codes.json': JSON.stringify({ a: 65_537 }),
  'not-json.json': '{"a": 3',
  'zeros.json': JSON.stringify({ a: 3, b: ['x', 'y'], $structuralZeros: [{ never: { a: 1, b: 'z' } }] }),
  'impossible.json': JSON.stringify({ a: 3, b: ['x', 'y'], $structuralZeros: [{ never: { a: 1, b: 'x' } }] }),
};

interface Attempt {
  readonly csv?: string;
  readonly domain?: string;
  readonly more?: readonly string[];
}

function tables({ csv = 'good.csv', domain = 'good.json', more = ['--epsilon', '1'] }: Attempt, out: string): string[] {
  return ['tables', at(csv), '--domain', at(domain), ...more, '--out', at(out)];
}

const refused: readonly (readonly [what: string, attempt: Attempt, exit: number, says: RegExp])[] = [
  [
    'a value outside its domain',
    { csv: 'outside.csv' },
    2,
    /Row 3, column 'b': the value is not in the declared domain; declare/,
  ],
  ['an empty column', { csv: 'empty-column.csv' }, 2, /Row 2, column 'b'.*an empty field is the value ""/],
  ['a missing column', { csv: 'missing-column.csv' }, 2, /missing-column\.csv: no column 'b'.*add it/],
  ['an empty file', { csv: 'empty.csv' }, 2, /empty\.csv: no header row/],
  ['a file that is not there', { csv: 'absent.csv' }, 2, /absent\.csv: no such file/],
  ['an ε of zero', { more: ['--epsilon', '0'] }, 2, /--epsilon .*above 0/],
  ['a negative ε', { more: ['--epsilon=-1'] }, 2, /--epsilon .*above 0/],
  ['an ε that is no number', { more: ['--epsilon', 'much'] }, 2, /--epsilon .*above 0/],
  ['an infinite ε', { more: ['--epsilon', 'Infinity'] }, 2, /--epsilon .*above 0/],
  ['an ε that protects nobody', { more: ['--epsilon', '101'] }, 2, /ε is above 0 and at most 100/],
  ['a δ of one', { more: ['--epsilon', '1', '--delta', '1'] }, 2, /δ lies strictly between 0 and 1/],
  [
    'a δ above one over the declared size',
    { more: ['--epsilon', '1', '--delta', '1e-3', '--size', '1001'] },
    2,
    /declared 1001 records.*or less/,
  ],
  ['a size that is no number', { more: ['--epsilon', '1', '--size', 'big'] }, 2, /--size .*whole number/],
  ['a domain that is no JSON', { domain: 'not-json.json' }, 2, /not-json\.json: not JSON; write/],
  ['too many codes', { domain: 'too-many-codes.json' }, 2, /column 'a': the number of codes must be from 1 to 65536/],
  ['a rule on a code that is not declared', { domain: 'zeros.json' }, 2, /zeros\.json, \$structuralZeros, rule 1/],
  [
    'a record that cannot be',
    { domain: 'impossible.json' },
    2,
    /good\.csv, row 3: columns 'a', 'b' hold a combination/,
  ],
];

describe.concurrent('tables', () => {
  it.each(refused)('refuses %s, and leaves nothing', async (what, attempt, exit, says) => {
    const out = `out/${what.replaceAll(/\W+/g, '-')}`;
    const ended = await casebridge(tables(attempt, out));
    expectOneLine(ended, [says]);
    expect(ended.exit).toBe(exit);
    expect(ended.stdout).toBe('');
    expect(ended.stderr).not.toContain('secret');
    expect(Object.keys(await contentsOf(folder)).filter((path) => path.startsWith(out))).toEqual([]);
  });

  it.each<[string, Attempt, number]>([
    ['no record', { csv: 'header-only.csv' }, 11],
    ['one record', { csv: 'one-row.csv' }, 11],
    ['a column of one value', { csv: 'one-value.csv', domain: 'one-value.json' }, 3 + 2 + 1 + 6 + 3 + 2],
    ['a column of nothing, declared', { csv: 'empty-column.csv', domain: 'empty-declared.json' }, 3 + 1 + 3],
    ['a column of 300 values', { csv: 'wide.csv', domain: 'wide.json' }, 3 + 300 + 900],
  ])('protects %s', async (what, attempt, cells) => {
    const out = `out/${what.replaceAll(/\W+/g, '-')}`;
    expect(await done(tables(attempt, out))).toMatchObject({ cells });
    expect((await readFile(at(`${out}/tables.csv`), 'utf8')).trimEnd().split('\n')).toHaveLength(cells + 1);
  });

  it('leaves tables of more than 2^32 cells out, and says so', async () => {
    const { stdout, exit } = await casebridge(
      tables({ csv: 'huge.csv', domain: 'huge.json', more: ['--epsilon', '1', '--ways', '3'] }, 'out/huge'),
    );
    expect(exit).toBe(0);
    expect(stdout).toMatch(/Left out, with more than 1048576 cells each: a;b, a;c, b;c and 1 more\./);
  });

  it('says what δ is fit for when nobody declared the size', async () => {
    const { stdout } = await casebridge(tables({ more: ['--epsilon', '1', '--delta', '1e-3'] }, 'out/delta'));
    expect(stdout).toMatch(/δ 0\.001 suits files of up to 1000 records; declare the size/);
  });

  it('are measured once: a second run is refused and changes nothing', async () => {
    await done(tables({}, 'out/once'));
    const before = await contentsOf(at('out/once'));
    const again = await casebridge(tables({ more: ['--epsilon', '0.5'] }, 'out/once'));
    expectOneLine(again, [/once\/ledger\.jsonl records that this was measured before.*another name/]);
    expect(again.exit).toBe(3);
    expect(await contentsOf(at('out/once'))).toEqual(before);
  });
});
