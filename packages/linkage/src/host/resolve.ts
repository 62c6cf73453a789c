/**
 * Which records are one person: from all contributors' encodings to three partitions and three counts, never one. The result
 * does not depend on the order of files or of records in them.
 */
import type { Encodings } from '../format/encoding-file.ts';
import { refuseMixed } from '../format/encoding-file.ts';
import type { RecordName } from '../result/record-name.ts';
import { clusterPairs, type ScoredPairs } from './clusters.ts';
import { expectedPeople } from './expected-merges.ts';
import { type ScoreOptions, type ScoreReport, scorePairs } from './score-pairs.ts';

/** Scores at or above which pairs count, from high to low. */
export interface LinkageThresholds {
  readonly cautious: number;
  readonly expected: number;
  readonly generous: number;
}

export interface ResolveOptions extends ScoreOptions {
  /** For messages, one per file. */
  readonly names: readonly string[];
  readonly thresholds: LinkageThresholds;
  /** Changes scores before records are grouped: owners' answers, links known beforehand. */
  readonly revise?: (records: readonly RecordName[], pairs: ScoredPairs) => ScoredPairs;
}

/** Least chance of a merge that the expected count takes in. */
const leastChance = 0.1;

/** One value for each of the three ways to link. */
export type ThreeWays<T> = Readonly<Record<keyof LinkageThresholds, T>>;

export interface Resolution {
  /** By organisation and record key; everything that says “record” by number means a place in this list. */
  readonly records: readonly RecordName[];
  /** Pairs at or above the generous threshold, or a chance of 0.1 where scores are chances. */
  readonly pairs: ScoredPairs;
  /** The person of each record, numbered by the first record. */
  readonly persons: ThreeWays<Uint32Array>;
  /**
   * Distinct people. `expected` is records less the chance of each merge where scores are chances, and the groups of the
   * expected partition otherwise.
   */
  readonly people: ThreeWays<number>;
  readonly thresholds: LinkageThresholds;
  readonly report: ScoreReport;
}

/** Refusals: what `refuseMixed` and `scorePairs` refuse; `linkage-thresholds`, out of order. */
export function resolvePersons(files: readonly Encodings[], options: ResolveOptions): Resolution {
  const { names, thresholds, revise } = options;
  refuseMixed(files, names);
  const { cautious, expected, generous } = thresholds;
  if (!(cautious >= expected && expected >= generous && generous > 0))
    throw new RangeError('thresholds fall from cautious to generous and lie above 0');
  const ordered = files
    .flatMap(({ header, records }) =>
      records.map(({ record, block }) => ({ organisation: header.organisation, record, block })),
    )
    .sort((a, b) => compareText(a.organisation, b.organisation) || compareText(a.record, b.record));
  const records = ordered.map(({ organisation, record }) => ({ organisation, record }));
  const scored = scorePairs(
    ordered.map(({ block }) => block),
    options.method === 'fieldFilters' ? Math.min(leastChance, generous) : generous,
    options,
  );
  const pairs = revise ? revise(records, scored.pairs) : scored.pairs;
  const persons = {
    cautious: clusterPairs(records.length, above(pairs, cautious)),
    expected: clusterPairs(records.length, above(pairs, expected)),
    generous: clusterPairs(records.length, above(pairs, generous)),
  };
  const distinct = (groups: Uint32Array) => groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  return {
    records,
    pairs,
    persons,
    people: {
      cautious: distinct(persons.cautious),
      expected: scored.chances ? expectedPeople(records.length, pairs) : distinct(persons.expected),
      generous: distinct(persons.generous),
    },
    thresholds,
    report: scored.report,
  };
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function above({ first, second, score }: ScoredPairs, threshold: number): ScoredPairs {
  const kept = [...score.keys()].filter((at) => (score[at] as number) >= threshold);
  return {
    first: Uint32Array.from(kept, (at) => first[at] as number),
    second: Uint32Array.from(kept, (at) => second[at] as number),
    score: Float64Array.from(kept, (at) => score[at] as number),
  };
}
