/**
 * Which records are one person: from all contributors' encodings to three partitions and three counts, never one. The result
 * does not depend on the order of files or of records in them.
 */
import type { Encodings } from '../format/encoding-file.ts';
import { refuseMixed } from '../format/encoding-file.ts';
import { inOrder, type RecordName } from '../result/record-name.ts';
import { type GroupedPersons, type GroupOptions, groupPersons, type LinkageThresholds } from './group-persons.ts';
import { type ScoreOptions, type ScoreReport, scorePairs } from './score-pairs.ts';

export interface ResolveOptions
  extends ScoreOptions,
    Pick<GroupOptions, 'thresholds' | 'onePerOrganisation' | 'revise'> {
  /** For messages, one per file. */
  readonly names: readonly string[];
}

/** Least chance of a merge that the expected count takes in. */
const leastChance = 0.1;

/** Pairs are those at or above the generous threshold, or a chance of 0.1 where scores are chances. */
export interface Resolution extends GroupedPersons {
  /** By organisation and record key; everything that says “record” by number means a place in this list. */
  readonly records: readonly RecordName[];
  readonly thresholds: LinkageThresholds;
  readonly report: ScoreReport;
}

/** Refusals: what `refuseMixed` and `scorePairs` refuse. RangeError as `groupPersons`. */
export function resolvePersons(files: readonly Encodings[], options: ResolveOptions): Resolution {
  const { names, thresholds, revise } = options;
  refuseMixed(files, names);
  const ordered = files
    .flatMap(({ header, records }) =>
      records.map(({ record, block }) => ({ organisation: header.organisation, record, block })),
    )
    .sort(inOrder);
  const records = ordered.map(({ organisation, record }) => ({ organisation, record }));
  const scored = scorePairs(
    ordered.map(({ block }) => block),
    options.method === 'fieldFilters' ? Math.min(leastChance, thresholds.generous) : thresholds.generous,
    options,
  );
  const { onePerOrganisation = false } = options;
  const grouped = groupPersons(records, scored.pairs, {
    ...{ thresholds, chances: scored.chances, onePerOrganisation },
    ...(revise ? { revise } : {}),
  });
  return { records, ...grouped, thresholds, report: scored.report };
}
