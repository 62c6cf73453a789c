import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import {
  askedOfOneFile,
  type Encodings,
  type KnownRecall,
  knownRecall,
  type LinkageThresholds,
  type Resolution,
  readEncodings,
  refuseMixed,
  reviewLines,
  type ScoreMethod,
  usualThresholds,
} from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { csvCell } from '@casebridge/submission';
import { type PlannedFile, refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { curvePicture, histogramPicture } from './linkage-pictures.ts';
import { personFiles } from './person-files.ts';
import { readAnswers, reviewColumns } from './read-answers.ts';
import { readKnownPairs } from './read-known-pairs.ts';
import { type Resolved, resolveInWorker } from './resolve-in-worker.ts';
import { scoreFile } from './score-file.ts';

/** What `casebridge link compare` is given. */
export interface CompareOptions {
  /** Files of encodings, one of each organisation. */
  readonly files: readonly string[];
  /** The best profile that the encodings hold when absent: field filters, record filters, link keys. */
  readonly method?: ScoreMethod;
  /** Those for the profile when absent; a hardened record filter has none. */
  readonly thresholds?: Partial<LinkageThresholds>;
  readonly recall?: number;
  /** Field filters: share of all pairs that are matches, for the plain model; instead of `recall`. */
  readonly lambda?: number;
  /** No person has two records of one organisation. */
  readonly onePerOrganisation?: boolean;
  /** Writes the pairs with their scores too, so that other thresholds can be tried without the encodings. */
  readonly keepScores?: boolean;
  readonly mostPerRecord?: number;
  readonly exhaustiveUpTo?: number;
  /** Review files that owners have filled in. */
  readonly answers: readonly string[];
  /** Asks owners across organisations where there are but two, so that each knows who the other one is: both have agreed. */
  readonly reviewBetweenTwo?: boolean;
  /** CSV of pairs that are known to be one person: how many of them are found. */
  readonly known?: string;
  /** Folder for the results; it must not hold any yet. */
  readonly out: string;
  /** Takes the files of encodings away once the results are safe. */
  readonly deleteEncodings: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface Compared {
  readonly records: number;
  readonly organisations: readonly string[];
  readonly people: Resolution['people'];
  readonly thresholds: LinkageThresholds;
  readonly report: Resolution['report'];
  /** Pairs at or above the lowest threshold, per record: far more than one says that it is too low. */
  readonly pairsPerRecord: number;
  readonly known: KnownRecall | null;
  /** Lines in each organisation's review file. */
  readonly toReview: Readonly<Record<string, number>>;
  /** Questions that were not asked, since there are but two organisations. */
  readonly notAsked: number;
  readonly deleted: boolean;
  readonly out: string;
}

/**
 * Compares contributors' encodings and writes persons, histories under three linkages, pictures, a report and the owners'
 * review files; all or none. Refusals: files that are no encodings or cannot be compared, a hardened profile without
 * thresholds, results that are there already.
 */
export async function compareEncodings(options: CompareOptions): Promise<Compared> {
  const { files: paths, out, deleteEncodings, signal, onProgress } = options;
  const names = paths.map((path) => basename(path));
  const files: Encodings[] = [];
  for (const [at, path] of paths.entries()) files.push(readEncodings(await textOf(path), names[at] as string));
  if (files.length === 0) throw new Refusal('linkage-empty', 'no file of encodings was given.');
  refuseMixed(files, names);
  const organisations = files.map(({ header }) => header.organisation).sort();
  const { method, thresholds } = chosen(files[0] as Encodings, options);
  await refuseExisting(['report.json', 'persons.csv'].map((name) => join(out, name)));
  const { recall, lambda, onePerOrganisation = false, mostPerRecord, exhaustiveUpTo, known } = options;
  const records = files.flatMap(({ header: { organisation }, records: own }) =>
    own.map(({ record }) => ({ organisation, record })),
  );
  const answers = await readAnswers(options.answers, records);
  const knownPairs = known === undefined ? null : await readKnownPairs(known);
  const resolved = await resolveInWorker(
    {
      ...{ files, names, method, thresholds, onePerOrganisation, answers },
      ...(recall === undefined ? {} : { recall }),
      ...(lambda === undefined ? {} : { lambda }),
      ...(mostPerRecord === undefined ? {} : { mostPerRecord }),
      ...(exhaustiveUpTo === undefined ? {} : { exhaustiveUpTo }),
    },
    { ...(signal ? { signal } : {}), onProgress: (done) => onProgress?.('comparing', done) },
  );
  const { resolution } = resolved;
  const questions = reviewLines(resolution.records, resolution.pairs, thresholds.generous, thresholds.cautious);
  const reviews = files.length === 2 && !options.reviewBetweenTwo ? withinOwners(questions) : questions;
  const linesIn = (all: typeof questions) => [...all.values()].reduce((sum, lines) => sum + lines.length, 0);
  const compared: Compared = {
    records: resolution.records.length,
    organisations,
    people: resolution.people,
    thresholds,
    report: resolution.report,
    pairsPerRecord: (2 * resolution.pairs.score.length) / resolution.records.length,
    known: knownPairs && knownRecall(files, resolution, knownPairs, basename(known ?? '')),
    toReview: Object.fromEntries([...reviews].sort().map(([organisation, lines]) => [organisation, lines.length])),
    notAsked: linesIn(questions) - linesIn(reviews),
    deleted: deleteEncodings,
    out,
  };
  const planned = [...resultFiles(resolved, compared, options.keepScores ?? false), ...reviewFiles(reviews)];
  await writeTogether(
    planned.map(({ path, pieces }) => ({ path: join(out, path), pieces })),
    { private: true, ...(signal ? { signal } : {}) },
  );
  if (deleteEncodings) for (const path of paths) await rm(path);
  return compared;
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new Refusal('file-unreadable', `${basename(path)}: cannot be read; check the file and its rights.`, {
      cause,
    });
  }
}

function chosen(
  { header }: Encodings,
  options: CompareOptions,
): { readonly method: ScoreMethod; readonly thresholds: LinkageThresholds } {
  const { fieldFilters, recordFilter } = header.profiles;
  const method = options.method ?? (fieldFilters ? 'fieldFilters' : recordFilter ? 'recordFilter' : 'linkKeys');
  const usual = usualThresholds(method, header.profiles);
  const { expected = usual?.expected } = options.thresholds ?? {};
  if (expected === undefined) {
    throw new Refusal(
      'linkage-thresholds',
      'this profile has no usual threshold: give --threshold, first a low one to see the pictures, then the one you choose.',
    );
  }
  const { cautious = Math.max(expected, usual?.cautious ?? Math.min(1, expected + 0.05)) } = options.thresholds ?? {};
  const { generous = Math.min(expected, usual?.generous ?? expected - 0.05) } = options.thresholds ?? {};
  refuseDisorder({ cautious, expected, generous });
  return { method, thresholds: { cautious, expected, generous } };
}

/** Refusal `linkage-thresholds` unless they fall from cautious over expected to generous. */
export function refuseDisorder({ cautious, expected, generous }: LinkageThresholds): void {
  if (cautious >= expected && expected >= generous && generous > 0 && cautious <= 1) return;
  throw new Refusal('linkage-thresholds', 'thresholds must fall from cautious over expected to generous, above 0.');
}

function resultFiles(
  { resolution, histogram, curve }: Resolved,
  compared: Compared,
  keepScores: boolean,
): PlannedFile[] {
  const { records, pairs, thresholds, report } = resolution;
  const score = { linkKeys: 'shared link key', recordFilter: 'Dice', fieldFilters: 'chance of a match' }[report.method];
  const { out, ...shown } = compared;
  return [
    ...personFiles(resolution),
    ...(keepScores ? [scoreFile(records, pairs)] : []),
    { path: 'scores.svg', pieces: () => [histogramPicture(histogram, thresholds, score)] },
    { path: 'thresholds.svg', pieces: () => [curvePicture(curve, thresholds, score)] },
    { path: 'report.json', pieces: () => [`${JSON.stringify({ ...shown, histogram, curve }, null, 2)}\n`] },
  ];
}

// Of two organisations, “one other contributor” has a name.
function withinOwners(reviews: ReturnType<typeof reviewLines>): ReturnType<typeof reviewLines> {
  const own = [...reviews].map(
    ([organisation, lines]) => [organisation, lines.filter(({ question }) => question === askedOfOneFile)] as const,
  );
  return new Map(own.filter(([, lines]) => lines.length > 0));
}

function reviewFiles(reviews: ReturnType<typeof reviewLines>): PlannedFile[] {
  return [...reviews].map(([organisation, lines]) => ({
    path: join('review', `${organisation}.csv`),
    pieces: () => [
      `${reviewColumns.join(',')}\n`,
      ...lines.map(({ record, question }) => `${csvCell(organisation)},${csvCell(record)},${question},\n`),
    ],
  }));
}
