import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencyFile } from './agency-file.ts';
import { type ExampleContributor, exampleContributors } from './contributors.ts';
import { agreementFile, coverageFile } from './declarations.ts';
import { exampleCases, type Round } from './example-cases.ts';
import { callsOf, hotlineFile } from './hotline-file.ts';
import { namesFile } from './names.ts';
import { ngoWorkbook } from './ngo-workbook.ts';
import type { InventedCase } from './person.ts';
import type { Random } from './random.ts';
import { registerFile } from './register-file.ts';
import { surveyFile, uuidOf } from './survey-file.ts';

/** One file that a contributor submits, for the first or the second release. */
export interface ExampleSubmission {
  readonly contributor: ExampleContributor;
  /** 1: the years to 2014. 2: the year 2015, and a few late cases of 2014. */
  readonly round: 1 | 2;
  readonly path: string;
  readonly agreement: string;
  readonly coverage: string;
  /** Day it is sealed and received. */
  readonly day: string;
  /** The names behind all of the contributor's cases, to be encoded; null in a round without linkage. */
  readonly names: NamesToEncode | null;
}

/** A list of names that stays with its contributor, and the columns that its records are known by. */
export interface NamesToEncode {
  readonly path: string;
  readonly recordKey: readonly string[];
}

export const roundDays = { 1: '2015-05-11', 2: '2016-05-09' } as const;

/**
 * Writes the invented contributors' files below `folder`, one folder a contributor: data files, agreement and coverage
 * statement, and for the second round the names behind all its cases. The same files every time.
 */
export async function writeExampleFiles(folder: string): Promise<readonly ExampleSubmission[]> {
  const submissions: ExampleSubmission[] = [];
  for (const { contributor, rounds } of exampleCases()) {
    const own = join(folder, contributor.id);
    await mkdir(own, { recursive: true });
    const agreement = join(own, 'agreement.yaml');
    const coverage = join(own, 'coverage.yaml');
    await writeFile(agreement, agreementFile(contributor));
    await writeFile(coverage, coverageFile(contributor, '2015-05-04'));
    for (const { round, cases, random } of rounds) {
      if (cases.length === 0) continue;
      const path = join(own, fileName(contributor, round));
      await writeFile(
        path,
        await fileOf(
          contributor,
          cases.map(({ case: entry }) => entry),
          random,
        ),
      );
      const names = round === 1 ? null : await writeNames(own, contributor, rounds);
      submissions.push({ contributor, round, path, agreement, coverage, day: roundDays[round], names });
    }
  }
  return submissions;
}

async function writeNames(
  own: string,
  contributor: ExampleContributor,
  rounds: readonly Round[],
): Promise<NamesToEncode> {
  const path = join(own, 'names.csv');
  const recordKey = keyColumns[contributor.id] ?? [];
  const cases = rounds.flatMap(({ cases: of }) => {
    const keys = keysOf(
      contributor,
      of.map(({ case: entry }) => entry),
    );
    return of.map((one, at) => ({ ...one, key: keys[at] ?? [] }));
  });
  await writeFile(path, namesFile(recordKey, cases, 4000 + exampleContributors.indexOf(contributor)));
  return { path, recordKey };
}

const keyColumns: Readonly<Record<string, readonly string[]>> = {
  agency: ['CaseNo'],
  hotline: ['case_id', 'person_no'],
  'shelter-ngo': ['N° dossier'],
  'shelter-network': ['_uuid'],
};

// The cells that each case's record key is made from, as the contributor's file has them.
function keysOf({ id }: ExampleContributor, cases: readonly InventedCase[]): readonly (readonly string[])[] {
  if (id === 'hotline') return callsOf(cases);
  return cases.map((entry) => [id === 'shelter-network' ? uuidOf(entry) : entry.caseNumber]);
}

async function fileOf(
  contributor: ExampleContributor,
  cases: readonly InventedCase[],
  random: Random,
): Promise<string | Uint8Array> {
  switch (contributor.id) {
    case 'agency':
      return agencyFile(cases, random, true);
    case 'hotline':
      return hotlineFile(cases, random, true);
    case 'shelter-ngo':
      return ngoWorkbook(cases, random, true);
    case 'shelter-network':
      return surveyFile(cases, random, true);
    case 'register':
      return registerFile(cases, random, true);
    default:
      throw new RangeError(`no example contributor '${contributor.id}'`);
  }
}

function fileName(contributor: ExampleContributor, round: 1 | 2): string {
  const names: Readonly<Record<string, string>> = {
    agency: 'cases.csv',
    hotline: 'calls.jsonl',
    'shelter-ngo': 'dossiers.xlsx',
    'shelter-network': 'survey.csv',
    register: 'register.csv',
  };
  return `${round === 1 ? 'to-2014' : '2015'}-${names[contributor.id]}`;
}
