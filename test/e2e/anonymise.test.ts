// `anonymise` in its own process: what it writes, what it prints, how it refuses, and that a cancelled run leaves nothing.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, done, expectOneLine, interrupted } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-anonymise-'));
  let state = 3;
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) ** 2 * below);
  };
  const table = (rows: number, columns: number, values: number) =>
    [
      ['id', ...Array.from({ length: columns }, (_, at) => `c${at}`)].join(),
      ...Array.from({ length: rows }, (_, row) =>
        [`r${row}`, ...Array.from({ length: columns }, () => `v${next(values)}`)].join(),
      ),
    ].join('\n');
  await writeFile(join(folder, 'small.csv'), table(600, 4, 9));
  await writeFile(join(folder, 'large.csv'), table(60_000, 24, 40));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const at = (name: string) => join(folder, name);
const quasi = (columns: number) => Array.from({ length: columns }, (_, column) => `c${column}`).join();

describe('anonymise', () => {
  it.each(['local', 'full-domain', 'km'])(
    'by %s, in a thread of its own, writes what verifies and says what it is',
    async (method) => {
      const out = at(`${method}.csv`);
      const result = await done([
        'anonymise',
        at('small.csv'),
        '--quasi',
        quasi(4),
        '--k',
        '7',
        '--method',
        method,
        '--out',
        out,
      ]);
      expect(result).toMatchObject({
        method,
        k: 7,
        rows: 600,
        statement: expect.stringContaining('not differential privacy'),
        verified: { holds: true },
        leftOut: ['id'],
      });
      expect((await readFile(out, 'utf8')).trimEnd().split('\r\n')).toHaveLength(601);
      expect(JSON.parse(await readFile(at(`${method}.report.json`), 'utf8'))).toMatchObject({
        k: 7,
        verified: { holds: true },
      });
    },
  );

  it('prints loss, suppressed cells by column and by value, and the smallest group', async () => {
    const words = [
      'anonymise',
      at('small.csv'),
      '--quasi',
      quasi(4),
      '--k',
      '5',
      '--by',
      'c0',
      '--out',
      at('text.csv'),
    ];
    const { exit, stdout } = await casebridge(words);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/not differential privacy/);
    expect(stdout).toMatch(/column\s+loss\s+suppressed cells/);
    expect(stdout).toMatch(/c0\s+records\s+suppressed cells/);
    expect(stdout).toMatch(/the smallest group has \d+, k is 5/);
  });

  it.each<[string, string[], number, RegExp]>([
    ['no quasi-identifier', [], 2, /--quasi must be given/],
    ['k of 1', ['--quasi', 'c0', '--k', '1'], 2, /from 2 up/],
    ['more than the file has', ['--quasi', 'c0', '--k', '601'], 3, /fewer than k = 601 rows/],
    ['a column that is not there', ['--quasi', 'c0,c9'], 2, /no column 'c9'/],
    ['a method unheard of', ['--quasi', 'c0', '--method', 'magic'], 2, /Allowed choices/],
    ['a register without a key', ['--quasi', 'c0', '--register', 'r'], 2, /--register-key and --key/],
    ['m of 9', ['--quasi', 'c0', '--method', 'km', '--m', '9'], 2, /from 1 to 4/],
  ])('refuses %s', async (_, words, exit, says) => {
    const ended = await casebridge(['anonymise', at('small.csv'), ...words, '--out', at('refused.csv')]);
    expect(ended.exit).toBe(exit);
    expect(ended.stderr).toMatch(says);
    expect(await readdir(folder)).not.toContain('refused.csv');
  });

  it('ends at once when cancelled in the middle, and leaves nothing', async () => {
    const before = (await readdir(folder)).sort();
    const ended = await interrupted([
      'anonymise',
      at('large.csv'),
      '--quasi',
      quasi(24),
      '--method',
      'km',
      '--m',
      '4',
      '--out',
      at('never.csv'),
    ]);
    expectOneLine(ended, [/cancelled/]);
    expect(ended.exit).toBe(2);
    expect((await readdir(folder)).sort()).toEqual(before);
  });
});
