import { join } from 'node:path';
import { type GroupedPersons, groupPersons, type LinkageThresholds, type ScoreMethod } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { refuseDisorder } from './compare-encodings.ts';
import { personFiles } from './person-files.ts';
import { readAnswers, revisedBy } from './read-answers.ts';
import { readScores } from './score-file.ts';

/** What `casebridge link resolve` is given. */
export interface ResolveScoresOptions {
  /** Folder that `link compare --keep-scores` wrote. */
  readonly scores: string;
  /** Expected; the others lie 0.05 above and below where nothing is said, as far as scores were kept. */
  readonly thresholds: Pick<LinkageThresholds, 'expected'> & Partial<LinkageThresholds>;
  readonly onePerOrganisation: boolean;
  /** Review files that owners have filled in. */
  readonly answers: readonly string[];
  /** Folder for the results; it must not hold any yet. */
  readonly out: string;
  readonly signal?: AbortSignal;
}

export interface ResolvedScores {
  readonly records: number;
  readonly organisations: readonly string[];
  readonly method: ScoreMethod;
  readonly people: GroupedPersons['people'];
  readonly thresholds: LinkageThresholds;
  readonly onePerOrganisation: boolean;
  readonly out: string;
}

/**
 * Groups compared records into persons at chosen thresholds, without the encodings, and writes persons, histories under the
 * three linkages and a report; all or none. Refusals: `linkage-scores`; `linkage-thresholds`, out of order or below the least
 * score that was kept; results that are there already.
 */
export async function resolveScores(options: ResolveScoresOptions): Promise<ResolvedScores> {
  const { scores, onePerOrganisation, out, signal } = options;
  await refuseExisting(['report.json', 'persons.csv'].map((name) => join(out, name)));
  const { records, pairs, method, least } = await readScores(scores);
  const { expected } = options.thresholds;
  const { cautious = Math.min(1, step(expected, 0.05)) } = options.thresholds;
  const { generous = Math.min(expected, Math.max(least, step(expected, -0.05))) } = options.thresholds;
  const thresholds = { cautious, expected, generous };
  refuseDisorder(thresholds);
  if (generous < least)
    throw new Refusal(
      'linkage-thresholds',
      `pairs were kept from ${least} on, so that ${generous} is too low; compare again with --generous ${generous}.`,
    );
  const grouped = groupPersons(records, pairs, {
    ...{ thresholds, chances: method === 'fieldFilters', onePerOrganisation },
    revise: revisedBy(await readAnswers(options.answers, records), thresholds),
  });
  const resolved: ResolvedScores = {
    records: records.length,
    organisations: [...new Set(records.map(({ organisation }) => organisation))],
    ...{ method, people: grouped.people, thresholds, onePerOrganisation, out },
  };
  const { out: _, ...shown } = resolved;
  await writeTogether(
    [
      ...personFiles({ records, persons: grouped.persons }),
      { path: 'report.json', pieces: () => [`${JSON.stringify(shown, null, 2)}\n`] },
    ].map(({ path, pieces }) => ({ path: join(out, path), pieces })),
    { private: true, ...(signal ? { signal } : {}) },
  );
  return resolved;
}

/** A threshold so much higher, as a person would write it. */
function step(threshold: number, by: number): number {
  return Number((threshold + by).toFixed(6));
}
