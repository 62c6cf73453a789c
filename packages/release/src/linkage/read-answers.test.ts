import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readAnswers, reviewColumns } from './read-answers.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'casebridge-answers-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const header = reviewColumns.join(',');
const records = ['p1', 'p2', '-3'].map((record) => ({ organisation: 'police', record }));
const all = [...records, { organisation: 'shelter', record: 's1' }];
const read = async (...texts: readonly string[]) => {
  const paths = texts.map((_, at) => join(dir, `answers-${at + 1}.csv`));
  for (const [at, path] of paths.entries()) await writeFile(path, texts[at] ?? '');
  return readAnswers(paths, all);
};

describe('readAnswers', () => {
  it('reads what a spreadsheet of any country saves, and one no outweighs a yes', async () => {
    const answers = await read(
      `\ufeff${header.replaceAll(',', ';')}\r\npolice;p1;q;Yes\r\npolice;'-3;q;no\r\npolice;-3;q;yes\r\npolice;p2;q;\r\n`,
      `${header}\nshelter,s1,q,yes\n`,
    );
    expect([...(answers.get('police') ?? [])]).toEqual([
      ['p1', 'yes'],
      ['-3', 'no'],
    ]);
    expect(answers.get('shelter')?.get('s1')).toBe('yes');
  });

  it.each([
    ['an owner who answers for another', [`${header}\npolice,p1,q,yes\nshelter,s1,q,no\n`], /row 3: is of shelter/],
    [
      'two files of one owner',
      [`${header}\npolice,p1,q,yes\n`, `${header}\npolice,p2,q,no\n`],
      /answers-2\.csv, row 2: another file has answers of police/,
    ],
    ['a record that nobody has', [`${header}\npolice,p9,q,yes\n`], /row 2: police has no such record/],
    ['another word', [`${header}\npolice,p1,q,perhaps\n`], /row 2: the answer must be yes, no or empty/],
    ['a broken row', [`${header}\npolice,p1,q\n`], /row 2: .*too few cells/],
    ['another file', ['record,answer\np1,yes\n'], /answers-1\.csv: not a review file/],
  ])('refuses %s', async (_, texts, says) => {
    await expect(read(...texts)).rejects.toMatchObject({
      code: 'linkage-answers',
      message: expect.stringMatching(says),
    });
  });
});
