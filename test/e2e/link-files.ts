// Invented people in three organisations' files, with the secret that encodes them, in a folder of a test's own.
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { done } from './command-line.ts';

export const header = 'id,first name,last name,born,sex,country';
const syllables = ['ka', 'lo', 'mi', 'ra', 'te', 'su', 'ni', 'bo', 'ze', 'du'];
export const nameOf = (seed: number) => [0, 1, 2].map((at) => syllables[Math.floor(seed / 10 ** at) % 10]).join('');
/** Invented people, number by number. */
const rowOf = (id: string, person: number) =>
  [
    id,
    nameOf(person * 37 + 5),
    nameOf(person * 91 + 123),
    `${1970 + (person % 40)}-${String((person % 12) + 1).padStart(2, '0')}-${String((person % 27) + 2).padStart(2, '0')}`,
    person % 3 === 0 ? 'm' : 'f',
    ['UKR', 'BLR', 'ETH'][person % 3],
  ].join(',');
const fileOf = (from: number, to: number, prefix: string) =>
  `${header}\n${Array.from({ length: to - from }, (_, at) => rowOf(`${prefix}${from + at}`, from + at)).join('\n')}\n`;

/** Where the files are, and the command that encodes one of them. */
export interface LinkFiles {
  readonly folder: string;
  readonly at: (name: string) => string;
  readonly encode: (file: string, organisation: string, out: string, ...more: readonly string[]) => string[];
}

/** Writes `secret.txt` and the files of police, shelter and hotline, who share people. */
export async function writeLinkFiles(): Promise<LinkFiles> {
  const folder = await mkdtemp(join(tmpdir(), 'casebridge-link-'));
  const at = (name: string) => join(folder, name);
  await done(['link', 'secret', '--out', at('secret.txt')]);
  await writeFile(at('police.csv'), fileOf(0, 120, 'p'));
  await writeFile(at('shelter.csv'), fileOf(80, 200, 's'));
  await writeFile(at('hotline.csv'), fileOf(100, 140, 'h'));
  const encode = (file: string, organisation: string, out: string, ...more: readonly string[]) => [
    ...['link', 'encode', at(file), '--secret', at('secret.txt'), '--organisation', organisation, '--project', 'north'],
    ...[
      '--epoch',
      '2016',
      '--given-name',
      'first name',
      '--family-name',
      'last name',
      '--birth',
      'born',
      '--sex',
      'sex',
    ],
    ...['--nationality', 'country', '--record-key', 'id', '--out', at(out), ...more],
  ];
  return { folder, at, encode };
}
