// `prevalence`: a table of histories in, every estimate that must stand together out; what is no such table is refused in
// one line and leaves no picture behind.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { casebridge, done, expectOneLine, interrupted } from './command-line.ts';

const header = 'police,shelter,hotline,count';
const good = `${header}\n1,0,0,210\n0,1,0,155\n0,0,1,320\n1,1,0,24\n1,0,1,31\n0,1,1,18\n1,1,1,5\n`;
const lines = (...rows: readonly string[]) => `${header}\n${rows.join('\n')}\n`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-prevalence-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

const refused: readonly (readonly [string, string, RegExp])[] = [
  ['an empty list', lines('1,0,0,9', '1,1,0,9'), /nobody is on list 'hotline'/],
  ['lists without overlap', lines('1,0,0,9', '0,1,0,9', '0,0,1,9'), /nobody is on two lists/],
  ['a negative count', lines('1,0,0,9', '0,1,0,-9'), /row 3, column 'count': must be a whole number/],
  ['a fractional count', lines('1,0,0,9', '0,1,0,9.5'), /row 3, column 'count': must be a whole number/],
  ['a history twice', lines('1,0,0,9', '1,0,0,9'), /row 3: this history was given before/],
  ['eleven lists', `a,b,c,d,e,f,g,h,i,j,k,count\n1,1,0,0,0,0,0,0,0,0,0,4\n`, /11 lists/],
  ['a file without counts', 'police,shelter\n1,0\n', /no column 'count'/],
  [
    'records in place of histories',
    `name,sex,count\n${'somebody,f,1\n'.repeat(3)}`,
    /row 2, list 'name': must be 0 or 1/,
  ],
  ['bytes that are no text', '\u0000\u0001', /no column 'count'/],
];

describe.concurrent('prevalence', () => {
  it.each(refused)('refuses %s', async (what, content, says) => {
    const name = what.replaceAll(' ', '-');
    const table = await file(`${name}.csv`, content);
    const ended = await casebridge(['prevalence', table, '--picture', join(folder, `${name}.svg`)]);
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [says, new RegExp(`${name}\\.csv`)]);
    expect(ended.stderr).not.toContain('somebody');
    expect(await readdir(folder)).not.toContain(`${name}.svg`);
  });

  it('gives the same estimates and the same picture for the same seed, with every caveat', async () => {
    const table = await file('good.csv', good);
    const run = (picture: string) =>
      done(['prevalence', table, '--resamples', '200', '--language', 'fr', '--picture', join(folder, picture)]);
    const [first, second] = (await Promise.all([run('one.svg'), run('two.svg')])) as readonly {
      readonly estimate: { readonly known: number; readonly stepwise: { readonly lower: number } };
      readonly rows: readonly { readonly label: string; readonly publish: string }[];
      readonly caveats: readonly string[];
    }[];
    expect(first?.estimate).toEqual(second?.estimate);
    expect(first?.estimate.known).toBe(763);
    expect(first?.rows[0]).toMatchObject({ label: 'connues\u00a0: sur une liste au moins', publish: '760' });
    expect(first?.caveats).toHaveLength(8);
    const pictures = await Promise.all(['one.svg', 'two.svg'].map((name) => readFile(join(folder, name), 'utf8')));
    expect(pictures[0]).toBe(pictures[1]);
    expect(pictures[0]).toContain('760');
    expect(pictures[0]).not.toMatch(/<script|\b763\b/);
    const again = await casebridge(['prevalence', table, '--resamples', '200', '--picture', join(folder, 'one.svg')]);
    expect(again.exit).toBe(2);
    expectOneLine(again, [/one\.svg is already there/]);
  });

  it('takes other linkages of the same lists only', async () => {
    const [table, other] = [await file('own.csv', good), await file('other.csv', good.replace('hotline', 'clinic'))];
    const ended = await casebridge(['prevalence', table, '--resamples', '100', '--cautious', other]);
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/other\.csv: has the lists clinic, police, shelter, and own\.csv hotline, police, shelter/]);
  });

  it('labels the bound as a bound where the lists support nothing more', async () => {
    const table = await file('two.csv', 'a,b,count\n1,0,50\n0,1,40\n1,1,12\n');
    const { exit, stdout } = await casebridge(['prevalence', table]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(/lower bound \(Chao\) +256/);
    expect(stdout).toContain('These lists support a lower bound only');
    expect(stdout).not.toContain('chosen step by step');
  });

  it('ends at once when it is cancelled, and leaves no picture', async () => {
    const wide = Array.from({ length: 1023 }, (_, at) => at + 1).map(
      (history) => `${Array.from({ length: 10 }, (_, list) => (history >> list) & 1).join(',')},${history % 7}`,
    );
    const table = await file('wide.csv', `a,b,c,d,e,f,g,h,i,j,count\n${wide.join('\n')}\n`);
    const picture = join(folder, 'wide.svg');
    const ended = await interrupted(['prevalence', table, '--resamples', '100000', '--picture', picture]);
    expect(ended.exit).toBe(2);
    expectOneLine(ended, [/cancelled/]);
    expect(await readdir(folder)).not.toContain('wide.svg');
  });
});
