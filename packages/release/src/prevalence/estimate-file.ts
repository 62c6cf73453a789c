import { basename } from 'node:path';
import {
  type CaptureTable,
  caveatKeys,
  caveats,
  estimateWords,
  type PrevalenceEstimate,
  shortfalls,
  stepwise,
  usualThreshold,
  type WordLanguage,
} from '@casebridge/prevalence';
import { Refusal } from '@casebridge/refusal';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';
import { estimateInWorker } from './estimate-in-worker.ts';
import { estimatePicture } from './estimate-picture.ts';
import { type EstimateRow, estimateRows, type LinkageBand, publishable } from './estimate-rows.ts';
import { readHistories } from './read-histories.ts';

/** What `casebridge prevalence` is given. */
export interface EstimateFileOptions {
  /** CSV of histories: a 0/1 column per list, and `count`. */
  readonly csv: string;
  /** The same lists linked more cautiously and more generously: how far linkage moves the estimate. */
  readonly cautious?: string;
  readonly generous?: string;
  /** Of the stepwise search; 0.02 when absent. */
  readonly threshold?: number;
  readonly resamples: number;
  readonly seed: number;
  /** File for the picture (SVG); it must not exist. */
  readonly picture?: string;
  readonly language: WordLanguage;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface EstimatedFile {
  readonly estimate: PrevalenceEstimate;
  readonly linkage: LinkageBand | null;
  /** The table as it is shown, with the numbers that may be published. */
  readonly rows: readonly (EstimateRow & { readonly publish: string })[];
  /** In words: whether there may be a headline, and why not. */
  readonly verdict: readonly string[];
  /** To be shown wherever a number of this is. */
  readonly caveats: readonly string[];
  readonly picture: string | null;
}

/**
 * Estimates the unseen from a table of histories, with all that is shown beside it. Refusals: what `readHistories` refuses,
 * a picture that is there already, a disk that is full.
 */
export async function estimateFile(options: EstimateFileOptions): Promise<EstimatedFile> {
  const { csv, threshold = usualThreshold, resamples, seed, picture, language, signal, onProgress } = options;
  if (picture !== undefined) await refuseExisting([picture]);
  const table = await readHistories(csv);
  const linkage = await linkageBand(table, options, threshold);
  const estimate = await estimateInWorker(
    { table, threshold, resamples, seed },
    { ...(signal ? { signal } : {}), onProgress: (done) => onProgress?.('resampling', done) },
  );
  const words = estimateWords[language];
  const rows = estimateRows(estimate, linkage, words);
  const verdict = verdictOf(estimate, language);
  if (picture !== undefined) {
    const direction = language === 'ar' ? 'rtl' : 'ltr';
    await writeTogether(
      [{ path: picture, pieces: () => [estimatePicture(rows, words, direction, verdict[0] ?? '')] }],
      signal ? { signal } : {},
    );
  }
  return {
    estimate,
    linkage,
    rows: rows.map((row) => ({ ...row, publish: publishable(row) })),
    verdict,
    caveats: caveatKeys.map((key) => caveats[language][key]),
    picture: picture ?? null,
  };
}

async function linkageBand(
  table: CaptureTable,
  { csv, cautious, generous }: EstimateFileOptions,
  threshold: number,
): Promise<LinkageBand | null> {
  if (cautious === undefined && generous === undefined) return null;
  const of = async (path: string | undefined) => {
    if (path === undefined) return null;
    const other = await readHistories(path);
    const [own, theirs] = [table, other].map(({ lists }) => [...lists].sort().join(', '));
    if (own !== theirs)
      throw new Refusal(
        'prevalence-lists',
        `${basename(path)}: has the lists ${theirs}, and ${basename(csv)} ${own}; give the same lists, linked otherwise.`,
      );
    return shortfalls(other).length > 0 ? null : (stepwise(other, threshold)?.fit.estimate ?? null);
  };
  return { cautious: await of(cautious), generous: await of(generous) };
}

function verdictOf(estimate: PrevalenceEstimate, language: WordLanguage): readonly string[] {
  const words = estimateWords[language];
  if (!estimate.stepwise) return [words.boundOnly, ...estimate.lacking.map((why) => words.lacking[why])];
  return [
    estimate.stable ? words.stable : words.unstable,
    ...estimate.instabilities.map((why) => words.instability[why]),
    ...(estimate.stepwise.biased ? [words.biased] : []),
  ];
}
