import { randomFillSync } from 'node:crypto';
import { systemRandom } from '@casebridge/privacy';
import { beforeAll, describe, expect, it } from 'vitest';
import { utf8 } from './digest.ts';
import { exampleContents, exampleMeasured, exampleSigner } from './fixture.ts';
import { parseCsv } from './formats/csv.ts';
import { checkKAnonymous } from './kanonymous.ts';
import { memoryFiles } from './ports.ts';
import { readBundle } from './read.ts';
import { verifyBundle } from './verify.ts';
import { type BundleContents, writeBundle } from './write.ts';

const rows = (...lines: readonly string[]) => utf8(`${['sex,age,note', ...lines].join('\r\n')}\r\n`);
const sound = rows('female,18+,a', 'female,18+,b', 'male,*,a', 'male,*,c', '*,*,*');
const terms = {
  guarantee: 'ends-for-persons-in-file',
  file: 'data/kanonymous.csv',
  k: 2,
  quasi: ['sex', 'age'],
} as const;

let contents: BundleContents;
beforeAll(async () => {
  contents = exampleContents(await exampleMeasured({ random: systemRandom((bytes) => randomFillSync(bytes)) }));
});
const stated = (): BundleContents => ({ ...contents, privacy: { ...contents.privacy, kanonymous: terms } });

describe('checkKAnonymous', () => {
  it('gives the size of the smallest group; rows that say nothing are in none', () => {
    expect(checkKAnonymous(sound, terms)).toBe(2);
  });

  it.each([
    ['a group below k', rows('female,18+,a', 'female,18+,b', 'male,18+,a'), /smaller than 2/],
    [
      'a row without quasi-identifiers that says something',
      rows('female,18+,a', 'female,18+,b', '*,*,d'),
      /smaller than 2/,
    ],
    ['a star that equals only a star', rows('female,18+,a', 'female,*,b'), /smaller than 2/],
    ['a quasi-identifier that is not there', utf8('sex,note\r\nfemale,a\r\n'), /no column age/],
    ['a short row', rows('female,18+'), /more or fewer cells/],
    ['what is no text', Uint8Array.of(0xff, 0xfe, 0x00), /no CSV/],
  ])('refuses %s', (_, bytes, message) => {
    expect(() => checkKAnonymous(bytes, terms)).toThrow(message);
  });
});

describe('a bundle with k-anonymous records', () => {
  it('has them as they are, marked as example data, and verifies', async () => {
    const files = memoryFiles();
    await writeBundle({ ...stated(), kanonymous: { bytes: sound } }, files, exampleSigner);
    const written = parseCsv(new TextDecoder().decode(files.files.get('data/kanonymous.csv')));
    expect(written[0]).toEqual(['sex', 'age', 'note', 'example']);
    expect(written[1]).toEqual(['female', '18+', 'a', 'Example data, not real']);
    await expect(verifyBundle(files)).resolves.toMatchObject({ cohorts: 2 });
    expect((await readBundle(files)).privacy.kanonymous).toEqual(terms);
  });

  it('is refused unless the statement says that the guarantee ends, with nothing written', async () => {
    const files = memoryFiles();
    await expect(
      writeBundle({ ...contents, kanonymous: { bytes: sound } }, files, exampleSigner),
    ).rejects.toMatchObject({ code: 'bundle-kanonymous', exit: 3 });
    await expect(writeBundle(stated(), files, exampleSigner)).rejects.toMatchObject({
      code: 'bundle-kanonymous',
      exit: 3,
    });
    expect(files.files.size).toBe(0);
  });

  it('is refused where a group is too small, with nothing written', async () => {
    const files = memoryFiles();
    const bytes = rows('female,18+,a', 'female,18+,b', 'male,18+,a');
    await expect(writeBundle({ ...stated(), kanonymous: { bytes } }, files, exampleSigner)).rejects.toMatchObject({
      code: 'bundle-kanonymous',
      exit: 3,
    });
    expect(files.files.size).toBe(0);
  });
});
