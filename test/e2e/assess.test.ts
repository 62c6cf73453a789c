// `assess` from the command line: what it prints and writes, and what it refuses. It reads real records, so that everything it
// says is marked internal.
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, done, expectOneLine } from './command-line.ts';
import { oneOffFolder } from './one-off-inputs.ts';

let folder: string;
beforeAll(async () => {
  folder = await oneOffFolder('assess');
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});
const words = (other: string, ...more: readonly string[]) => [
  ...['assess', join(folder, 'good.csv'), join(folder, other), '--domain', join(folder, 'good.json')],
  ...more,
];

describe.concurrent('assess', () => {
  it('gives named numbers as one object, and a page', async () => {
    const out = join(folder, 'out/assessed');
    const printed = (await done(words('good.csv', '--groups', 'b', '--out', out))) as Record<string, unknown>;
    expect(printed['internal']).toBe('internal: reads real data; exact figures are a disclosure');
    expect(printed['numbers']).toMatchObject({ realRows: 60, meanError: 0, meanError2Way: 0, kMarginal: 1000 });
    expect((await readdir(out)).sort()).toEqual(['assess.html', 'assess.json']);
    expect(await readFile(join(out, 'assess.html'), 'utf8')).toContain('exact figures are a disclosure');
  });

  it('prints tables for people, the note first', async () => {
    const { stdout, exit } = await casebridge(words('good.csv'));
    expect(exit).toBe(0);
    expect(stdout.split('\n')[0]).toBe('internal: reads real data; exact figures are a disclosure');
    expect(stdout).toMatch(/fabricated \(SDS notebook\).*fabricated \(SDS web app\).*fabricated by count \(ITK\)/);
    expect(stdout).toContain('Traps in the figures of Synthetic Data Showcase');
  });

  it.each([
    ['a value outside the domain', 'outside.csv', [], /Row 3, column 'b'/],
    ['a missing column', 'missing-column.csv', [], /no column 'b'/],
    ['a file without records', 'header-only.csv', [], /no records/],
    ['an unknown group', 'good.csv', ['--groups', 'region'], /no column 'region'/],
    ['an unknown measure', 'good.csv', ['--metrics', 'taste'], /'taste' is none of/],
  ] as const)('refuses %s', async (_, other, more, says) => {
    const ended = await casebridge(words(other, ...more));
    expect(ended.exit).toBe(2);
    expect(ended.stderr).not.toContain('secret');
    if (more[0] === '--metrics') expect(ended.stderr).toMatch(says);
    else expectOneLine(ended, [says]);
  });
});
