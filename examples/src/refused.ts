import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { type ExampleContributor, exampleContributors, mappingPath } from './contributors.ts';
import { ngoWorkbook, workbookTime } from './ngo-workbook.ts';
import { type Random, seeded } from './random.ts';
import { drawYear, ngo, shelterNetwork } from './smaller-contributors.ts';
import { surveyFile } from './survey-file.ts';

/** What is wrong with a file that must be refused. */
export type Fault =
  | 'cut-workbook'
  | 'wrong-encoding'
  | 'ragged-row'
  | 'archive-bomb'
  | 'names-in-a-mapped-column'
  | 'unknown-code'
  | 'column-missing'
  | 'no-consent';

/** A contributor's file with one fault, and the mapping it would be submitted with. */
export interface RefusedFile {
  readonly fault: Fault;
  readonly fileName: string;
  /** The contributor whose file it would be. */
  readonly contributor: ExampleContributor;
  readonly mapping: string;
  readonly bytes: Uint8Array;
  /** What the file does when it is submitted: the whole of it is refused, or the faulty rows are held back. */
  readonly refused: 'file' | 'rows';
}

/** Files that must be refused, one for each fault; the same bytes every time. */
export async function refusedFiles(): Promise<readonly RefusedFile[]> {
  const survey = new TextEncoder();
  const rows = (): string[] => {
    const random = seeded(1949);
    return surveyFile(drawYear(shelterNetwork, 2015, 40, random), random, false)
      .trimEnd()
      .split('\n');
  };
  const surveyWith = (fault: Fault, change: (lines: string[]) => readonly string[], refused: RefusedFile['refused']) =>
    file(fault, 'shelter-network', `${fault}.csv`, survey.encode(`${change(rows()).join('\n')}\n`), refused);
  const workbook = await goodWorkbook(seeded(1949));
  return [
    file('cut-workbook', 'shelter-ngo', 'cut-workbook.xlsx', workbook.subarray(0, workbook.length / 2), 'file'),
    file('archive-bomb', 'shelter-ngo', 'archive-bomb.xlsx', inflated(workbook), 'file'),
    file('wrong-encoding', 'shelter-network', 'wrong-encoding.csv', latin1(rows()), 'file'),
    surveyWith(
      'ragged-row',
      (lines) => lines.map((line, at) => (at === 7 ? line.replace(/,[^,]*$/, '') : line)),
      'file',
    ),
    surveyWith(
      'names-in-a-mapped-column',
      (lines) => inColumn(lines, 'prs_Gender', (at) => `Person ${word(at)}`),
      'file',
    ),
    surveyWith('column-missing', ([header = '', ...rest]) => [header.replace('prs_Gender', 'Gender'), ...rest], 'file'),
    surveyWith(
      'unknown-code',
      (lines) => inColumn(lines, 'prs_Gender', (at, cell) => (at === 5 ? 'X7' : cell)),
      'rows',
    ),
    surveyWith(
      'no-consent',
      (lines) => inColumn(lines, 'con_Consent', (at, cell) => (at === 5 ? 'FALSE' : cell)),
      'rows',
    ),
  ];
}

/** Writes the files that must be refused into `folder` and returns where each is. */
export async function writeRefusedFiles(folder: string): Promise<readonly (RefusedFile & { readonly path: string })[]> {
  await mkdir(folder, { recursive: true });
  const files = await refusedFiles();
  return Promise.all(
    files.map(async (refused) => {
      const path = join(folder, refused.fileName);
      await writeFile(path, refused.bytes);
      return { ...refused, path };
    }),
  );
}

function file(
  fault: Fault,
  contributorId: string,
  fileName: string,
  bytes: Uint8Array,
  refused: RefusedFile['refused'],
): RefusedFile {
  const contributor = exampleContributors.find(({ id }) => id === contributorId);
  if (!contributor) throw new RangeError(`no example contributor '${contributorId}'`);
  return { fault, fileName, contributor, mapping: mappingPath(contributor), bytes, refused };
}

async function goodWorkbook(random: Random): Promise<Uint8Array> {
  return ngoWorkbook(drawYear(ngo, 2015, 30, random), random, false);
}

/** The workbook with a sheet that unpacks to a thousand times its size. */
function inflated(workbook: Uint8Array): Uint8Array {
  const parts = unzipSync(workbook);
  const sheet = Object.keys(parts).find((name) => /worksheets\/sheet\d+\.xml$/.test(name)) as string;
  const bytes = parts[sheet] as Uint8Array;
  const padded = new Uint8Array(bytes.length + 24 * 1024 * 1024).fill(0x20);
  const end = bytes.lastIndexOf(0x3c, bytes.length - 2);
  padded.set(bytes.subarray(0, end));
  padded.set(bytes.subarray(end), padded.length - (bytes.length - end));
  return zipSync({ ...parts, [sheet]: padded }, { mtime: workbookTime });
}

/** The rows as an old spreadsheet program saves them, with a letter that UTF-8 writes otherwise. */
function latin1(lines: readonly string[]): Uint8Array {
  const text = lines.map((line, at) => (at === 3 ? line.replace('(removed)', 'masqu\u00e9') : line)).join('\n');
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function inColumn(lines: readonly string[], column: string, change: (row: number, cell: string) => string): string[] {
  const at = (lines[0] ?? '').split(',').indexOf(column);
  return lines.map((line, row) =>
    row === 0
      ? line
      : line
          .split(',')
          .map((cell, place) => (place === at ? change(row, cell) : cell))
          .join(','),
  );
}

// Shaped like a name and nobody's: Person Aa, Person Ab, …
function word(number: number): string {
  const letter = (code: number): string => String.fromCharCode(97 + (code % 26));
  return `${letter(number / 26).toUpperCase()}${letter(number)}`;
}
