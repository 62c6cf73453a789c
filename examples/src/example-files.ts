import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { agencyFile } from './agency-file.ts';
import { type ExampleContributor, exampleContributors } from './contributors.ts';
import { dealYear } from './deal.ts';
import { agreementFile, coverageFile } from './declarations.ts';
import { hotlineFile } from './hotline-file.ts';
import { ngoWorkbook } from './ngo-workbook.ts';
import type { InventedCase } from './person.ts';
import { earlierYears, plan2014, plan2015, scaledPlan } from './plan.ts';
import { type Random, seeded } from './random.ts';
import { registerFile } from './register-file.ts';
import { drawYear } from './smaller-contributors.ts';
import { surveyFile } from './survey-file.ts';

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
}

export const roundDays = { 1: '2015-05-11', 2: '2016-05-09' } as const;
const lateCases = 34;

/**
 * Writes the invented contributors' files below `folder`, one folder a contributor: data files, agreement and coverage
 * statement. The same files every time.
 */
export async function writeExampleFiles(folder: string): Promise<readonly ExampleSubmission[]> {
  const submissions: ExampleSubmission[] = [];
  for (const contributor of exampleContributors) {
    const own = join(folder, contributor.id);
    await mkdir(own, { recursive: true });
    const agreement = join(own, 'agreement.yaml');
    const coverage = join(own, 'coverage.yaml');
    await writeFile(agreement, agreementFile(contributor));
    await writeFile(coverage, coverageFile(contributor, '2015-05-04'));
    for (const round of [1, 2] as const) {
      const random = seeded(1994 + round * 101 + exampleContributors.indexOf(contributor));
      const cases = casesOf(contributor, round, random);
      if (cases.length === 0) continue;
      const path = join(own, fileName(contributor, round));
      await writeFile(path, await fileOf(contributor, cases, random));
      submissions.push({ contributor, round, path, agreement, coverage, day: roundDays[round] });
    }
  }
  return submissions;
}

/** The invented cases of one contributor for one release. */
export function casesOf(contributor: ExampleContributor, round: 1 | 2, random: Random): readonly InventedCase[] {
  if (contributor.profile === null) {
    const plans =
      round === 2
        ? [plan2015]
        : [...earlierYears.map(({ year, records }) => scaledPlan(plan2014, year, records)), plan2014];
    return plans.flatMap((plan) => dealYear(plan, random, 'A'));
  }
  const { profile } = contributor;
  const years = Object.entries(profile.cases).filter(([year]) => (round === 2) === (year === '2015'));
  const cases = years.flatMap(([year, count]) => drawYear(profile, Number(year), count, random));
  const late = round === 2 && contributor.id === 'hotline' ? drawYear(profile, 2014, lateCases, random, 5001) : [];
  return [...cases, ...late];
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
