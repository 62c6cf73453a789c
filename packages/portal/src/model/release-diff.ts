// What moved between two releases and why, figure by figure: what the page of changes, its file and the feed are made from.
import { createHash } from 'node:crypto';
import { csvLine, exampleNote } from '@casebridge/bundle';
import { compareFigures, type FigureChange, movedFar } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import { releaseFolder } from './release-folder.ts';
import type { ReleaseView } from './release-view.ts';

/** Two releases that follow each other. */
export interface ReleasePair {
  readonly before: ReleaseView;
  readonly after: ReleaseView;
}

/** Every release but the first with the one before it, oldest first. */
export function pairsOf(releases: readonly ReleaseView[]): readonly ReleasePair[] {
  return releases.flatMap((after, at) => {
    const before = releases[at - 1];
    return before ? [{ before, after }] : [];
  });
}

/** Changes of the figures of all places together: those that have pages. */
export function figureChanges({ before, after }: ReleasePair): readonly FigureChange[] {
  return compareFigures(before.citable, after.citable);
}

/** Where the file of a release's changes is. */
export function changesFile({ after }: ReleasePair): string {
  return `${releaseFolder(after.bundle.manifest)}/changes.csv`;
}

const columns = [
  'figure',
  'family',
  'year',
  'unit',
  'reasons',
  'added_groups',
  'value_before',
  'low_before',
  'high_before',
  'withheld_before',
  'value_after',
  'low_after',
  'high_after',
  'withheld_after',
  'difference',
  'difference_low',
  'difference_high',
  'over_two_points',
  'release_before',
  'release_after',
];

/** All changes between two releases as a file, a line a figure. Shares are fractions of one. */
export function changesCsv(pair: ReleasePair): string {
  const { before, after } = pair;
  const example = after.bundle.manifest.example;
  const lines = figureChanges(pair).map((change) => {
    const [old, now] = [before.figure(change.id), after.figure(change.id)];
    const point = (figure: Figure | undefined) => [
      figure?.value ?? '',
      figure?.interval?.[0] ?? '',
      figure?.interval?.[1] ?? '',
      figure?.withheld ?? '',
    ];
    return [
      change.id,
      change.family,
      change.period,
      (now ?? old)?.unit ?? '',
      change.reasons.join(' '),
      change.addedCohorts.join(' '),
      ...point(old),
      ...point(now),
      change.difference ?? '',
      change.differenceInterval?.[0] ?? '',
      change.differenceInterval?.[1] ?? '',
      old && now && movedFar({ before: old, after: now }) ? 'yes' : 'no',
      before.bundle.manifest.release,
      after.bundle.manifest.release,
      ...(example ? [exampleNote] : []),
    ];
  });
  return [[...columns, ...(example ? ['note'] : [])], ...lines].map(csvLine).join('');
}

/** A UUID (version 8, RFC 9562) that is always the same for the same text: how feed entries are named. */
export function nameBasedUuid(text: string): string {
  const bytes = createHash('sha256').update(text).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
