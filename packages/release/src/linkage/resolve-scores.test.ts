import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resolveScores } from './resolve-scores.ts';
import { readScores } from './score-file.ts';
import { writeHistories } from './write-histories.ts';

let folder: string;
const at = (name: string) => join(folder, name);
const scores = 'organisation,record,other_organisation,other_record,score\n';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'casebridge-scores-'));
  const persons = ['a,1', 'a,2', 'b,1', 'b,2', 'c,1'].map((record, person) => `${record},${person}\n`);
  await writeFile(at('persons.csv'), `organisation,record,person\n${persons.join('')}`);
  await writeFile(at('report.json'), '{"report":{"method":"recordFilter"},"thresholds":{"generous":0.8}}');
  // Two records of a are alike, and one of b is like both; c's is like one of b.
  await writeFile(at('scores.csv'), `${scores}a,1,a,2,0.95\nb,1,a,1,0.9\na,2,b,1,0.88\nb,2,c,1,0.84\n`);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const resolve = (out: string, thresholds: Parameters<typeof resolveScores>[0]['thresholds'], one = false) =>
  resolveScores({ scores: folder, thresholds, onePerOrganisation: one, answers: [], out: at(out) });

describe('resolving kept scores', () => {
  it('counts people in three ways, 0.05 apart where nothing is said', async () => {
    const { people, thresholds } = await resolve('three', { expected: 0.86 });
    expect(thresholds).toEqual({ cautious: 0.91, expected: 0.86, generous: 0.81 });
    expect(people).toEqual({ cautious: 4, expected: 3, generous: 2 });
    expect((await readdir(at('three'))).sort()).toEqual([
      'histories-cautious.csv',
      'histories-expected.csv',
      'histories-generous.csv',
      'persons.csv',
      'report.json',
    ]);
  });

  it('gives nobody two records of one organisation when told so', async () => {
    const { people } = await resolve('one', { expected: 0.86 }, true);
    expect(people).toEqual({ cautious: 5, expected: 4, generous: 3 });
  });

  it.each([
    ['below what was kept', { expected: 0.85, generous: 0.7 }, /pairs were kept from 0\.8 on, so that 0\.7 is too low/],
    ['below what was kept altogether', { expected: 0.7 }, /pairs were kept from 0\.8 on/],
    ['out of order', { expected: 0.85, cautious: 0.82 }, /must fall from cautious/],
  ])('refuses thresholds %s', async (_, thresholds, says) => {
    await expect(resolve('refused', thresholds)).rejects.toThrow(says);
    expect(await readdir(folder)).not.toContain('refused');
  });

  it('refuses scores of other records, and none', async () => {
    const other = await mkdtemp(join(tmpdir(), 'casebridge-scores-'));
    try {
      await expect(readScores(other)).rejects.toThrow(/holds no scores\.csv/);
      for (const name of ['persons.csv', 'report.json'])
        await writeFile(join(other, name), await readFile(at(name), 'utf8'));
      for (const row of ['a,1,z,9,0.9', 'a,1,a,1,0.9', 'a,1,a,2,', 'a,1,a,2,1.5']) {
        await writeFile(join(other, 'scores.csv'), `${scores}${row}\n`);
        await expect(readScores(other)).rejects.toThrow(/scores\.csv, row 2: must be two records/);
      }
    } finally {
      await rm(other, { recursive: true, force: true });
    }
  });
});

describe('histories by groups of organisations', () => {
  it('counts a person once a list, whatever organisations stand behind it', async () => {
    await resolve('for-histories', { expected: 0.83, cautious: 0.83, generous: 0.83 });
    const persons = at('for-histories/persons.csv');
    const written = await writeHistories({ table: persons, groups: [], out: at('plain.csv') });
    expect(written).toMatchObject({ people: 2, lists: ['a', 'b', 'c'], histories: 2, overlapping: 2 });
    expect(await readFile(at('plain.csv'), 'utf8')).toBe('a,b,c,count\n1,1,0,1\n0,1,1,1\n');
    const groups = [{ name: 'bc', organisations: ['b', 'c'] }];
    await writeHistories({ table: persons, groups, out: at('grouped.csv') });
    expect(await readFile(at('grouped.csv'), 'utf8')).toBe('a,bc,count\n0,1,1\n1,1,1\n');
  });

  it('groups the histories of other linkages as it groups those of persons, and refuses what are none', async () => {
    const groups = [{ name: 'bc', organisations: ['b', 'c'] }];
    await resolve('for-bands', { expected: 0.83, cautious: 0.83, generous: 0.83 });
    await writeHistories({ table: at('for-bands/histories-generous.csv'), groups, out: at('generous.csv') });
    expect(await readFile(at('generous.csv'), 'utf8')).toBe(await readFile(at('grouped.csv'), 'utf8'));
    for (const row of ['1,1,x,1', '1,1,0,-1', '1,1,0,1.5', '1,1,0,', '1,1,1']) {
      await writeFile(at('odd.csv'), `a,b,c,count\n${row}\n`);
      const job = writeHistories({ table: at('odd.csv'), groups: [], out: at('no.csv') });
      await expect(job).rejects.toThrow(/odd\.csv, row 2: must be 0 or 1 for each organisation/);
    }
  });

  it.each([
    ['an organisation that is not there', [{ name: 'n', organisations: ['z'] }], /has no organisation 'z'/],
    [
      'an organisation in two groups',
      ['n', 'm'].map((name) => ({ name, organisations: ['a'] })),
      /'a' is in another group already/,
    ],
    ['a group named like another list', [{ name: 'b', organisations: ['a'] }], /another list has that name/],
  ])('refuses %s', async (_, groups, says) => {
    await expect(writeHistories({ table: at('persons.csv'), groups, out: at('no.csv') })).rejects.toThrow(says);
    expect(await readdir(folder)).not.toContain('no.csv');
  });

  it('refuses more lists than an estimate takes', async () => {
    const rows = Array.from({ length: 11 }, (_, list) => `o${list},1,p${list}\n`);
    await writeFile(at('many.csv'), `organisation,record,person\n${rows.join('')}`);
    const job = writeHistories({ table: at('many.csv'), groups: [], out: at('no.csv') });
    await expect(job).rejects.toThrow(/has 11 lists and an estimate takes 10; put organisations together/);
  });
});
