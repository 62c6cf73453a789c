// Inputs that a person may hand to `tables` and `synthesise`, good and bad, and how each bad one must be refused.
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const lines = (...rows: readonly string[]): string => `${rows.join('\n')}\n`;

const inputs: Readonly<Record<string, string>> = {
  'good.csv': lines('a,b', ...Array.from({ length: 60 }, (_, row) => `${row % 3},${row % 2 ? 'x' : 'y'}`)),
  'good.json': JSON.stringify({ a: 3, b: ['x', 'y'] }),
  'one-column.json': JSON.stringify({ a: 3 }),
  'regions.json': JSON.stringify({
    country: ['DZA', 'FRA', 'GHA', 'ITA'],
    type: ['labour', 'other'],
    means: ['force', 'none'],
    $structuralZeros: [{ when: { type: 'other' }, only: { means: 'none' } }],
    $hierarchies: { country: { parent: 'region', groups: { Africa: ['DZA', 'GHA'], Europe: ['FRA', 'ITA'] } } },
  }),
  'regions.csv': lines(
    'country,type,means',
    ...Array.from({ length: 3000 }, (_, row) => {
      const country = ['DZA', 'FRA', 'GHA', 'ITA'][row % 4];
      return row % 3 === 0 ? `${country},other,none` : `${country},labour,${row % 5 < 3 ? 'force' : 'none'}`;
    }),
  ),
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

/** A folder with all inputs, and an empty folder `out` in it. */
export async function oneOffFolder(name: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `casebridge-${name}-`));
  await mkdir(join(folder, 'out'));
  await Promise.all(Object.entries(inputs).map(([file, text]) => writeFile(join(folder, file), text)));
  return folder;
}

/** A run: good files and an ε of 1 where nothing else is said. */
export interface Attempt {
  readonly csv?: string;
  readonly domain?: string;
  readonly more?: readonly string[];
}

/** The words of a run that writes to `out`, all in one folder. */
export function wordsOf(command: 'tables' | 'synthesise', attempt: Attempt, folder: string, out: string): string[] {
  const { csv = 'good.csv', domain = 'good.json', more = ['--epsilon', '1'] } = attempt;
  return [command, join(folder, csv), '--domain', join(folder, domain), ...more, '--out', join(folder, out)];
}

/** What both commands refuse, with the exit code and the line that says so. */
export const refusedRuns: readonly (readonly [what: string, attempt: Attempt, exit: number, says: RegExp])[] = [
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

/** A name for files from a sentence. */
export const slugOf = (what: string): string => what.replaceAll(/\W+/g, '-');

/** A file that takes some seconds, `long.csv` with `long.json`: time enough to break a run off. */
export async function writeLongFile(folder: string): Promise<void> {
  const columns = Array.from({ length: 30 }, (_, column) => `c${column}`);
  const record = (row: number) => columns.map((_, at) => (row * (at + 7) + (row >> (at % 5))) % 6).join(',');
  const records = Array.from({ length: 30_000 }, (_, row) => record(row));
  await writeFile(join(folder, 'long.csv'), lines(columns.join(','), ...records));
  await writeFile(join(folder, 'long.json'), JSON.stringify(Object.fromEntries(columns.map((name) => [name, 6]))));
}

/** What lies below a folder under names that begin so. */
export async function filesBelow(folder: string, beginning: string): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((path) => path.startsWith(beginning));
}
