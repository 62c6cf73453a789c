/** From scored pairs to persons: three partitions and three counts, never one. */
import type { RecordName } from '../result/record-name.ts';
import { clusterPairs, type ScoredPairs } from './clusters.ts';
import { expectedPeople } from './expected-merges.ts';

/** Scores at or above which pairs count, from high to low. */
export interface LinkageThresholds {
  readonly cautious: number;
  readonly expected: number;
  readonly generous: number;
}

/** One value for each of the three ways to link. */
export type ThreeWays<T> = Readonly<Record<keyof LinkageThresholds, T>>;

export interface GroupOptions {
  readonly thresholds: LinkageThresholds;
  /** Whether a score is the chance of a match. */
  readonly chances: boolean;
  /**
   * No person has two records of one organisation. Off where nothing is said: the same person is often registered twice by
   * one organisation, so that this is for files that are known to be free of duplicates.
   */
  readonly onePerOrganisation?: boolean;
  /** Changes scores before records are grouped: owners' answers, links known beforehand. */
  readonly revise?: (records: readonly RecordName[], pairs: ScoredPairs) => ScoredPairs;
}

export interface GroupedPersons {
  /** Pairs as revised; without those of one organisation where it has each person once. */
  readonly pairs: ScoredPairs;
  /** The person of each record, numbered by the first record. */
  readonly persons: ThreeWays<Uint32Array>;
  /**
   * Distinct people. `expected` is records less the chance of each merge where scores are chances, and the groups of the
   * expected partition otherwise.
   */
  readonly people: ThreeWays<number>;
}

/**
 * @param records in the order of `inOrder`, so that ties fall alike whatever the order of upload
 * @throws RangeError thresholds that do not fall from cautious to generous, above 0
 */
export function groupPersons(
  records: readonly RecordName[],
  scored: ScoredPairs,
  { thresholds, chances, onePerOrganisation = false, revise }: GroupOptions,
): GroupedPersons {
  const { cautious, expected, generous } = thresholds;
  if (!(cautious >= expected && expected >= generous && generous > 0))
    throw new RangeError('thresholds fall from cautious to generous and lie above 0');
  const organisations = records.map(({ organisation }) => organisation);
  const across = onePerOrganisation
    ? where(scored, (at) => organisations[scored.first[at] as number] !== organisations[scored.second[at] as number])
    : scored;
  const pairs = revise ? revise(records, across) : across;
  const clustered = (threshold: number) =>
    clusterPairs(
      records.length,
      where(pairs, (at) => (pairs.score[at] as number) >= threshold),
      onePerOrganisation ? organisations : undefined,
    );
  const persons = {
    cautious: clustered(cautious),
    expected: clustered(expected),
    generous: clustered(generous),
  };
  const distinct = (groups: Uint32Array) => groups.reduce((most, group) => Math.max(most, group), -1) + 1;
  return {
    pairs,
    persons,
    people: {
      cautious: distinct(persons.cautious),
      expected: chances ? expectedPeople(records.length, pairs) : distinct(persons.expected),
      generous: distinct(persons.generous),
    },
  };
}

function where({ first, second, score }: ScoredPairs, wanted: (at: number) => boolean): ScoredPairs {
  const kept = [...score.keys()].filter(wanted);
  return {
    first: Uint32Array.from(kept, (at) => first[at] as number),
    second: Uint32Array.from(kept, (at) => second[at] as number),
    score: Float64Array.from(kept, (at) => score[at] as number),
  };
}
