/** Scores of pairs by one of the three profiles, and what was done to find them. */
import { Refusal } from '@casebridge/refusal';
import type { LinkageBlock } from '../encode/encode-records.ts';
import type { FieldFilters } from '../encode/field-filters.ts';
import type { Filter } from '../encode/filter.ts';
import type { ScoredPairs } from './clusters.ts';
import { compareFilters } from './compare-filters.ts';
import { linkKeyPairs } from './link-key-pairs.ts';
import { usualMostPerRecord } from './pair-collector.ts';
import { recoveredShare } from './recovered-share.ts';
import { sampledCandidates } from './sampled-candidates.ts';
import { scoreFields } from './score-fields.ts';

/** What pairs are scored by: shared link keys (K), Dice of record filters (C), chances from field filters (F). */
export type ScoreMethod = 'linkKeys' | 'recordFilter' | 'fieldFilters';

export interface ScoreOptions {
  readonly method: ScoreMethod;
  /** Records up to which all pairs are met; 20,000 when absent. */
  readonly exhaustiveUpTo?: number;
  /** Most pairs kept of one record; 100 when absent. */
  readonly mostPerRecord?: number;
  /** Draws the positions of bit sampling. */
  readonly seed?: string;
  /** F: share of true pairs that have one full date of birth and two like names. 0.45 when absent. */
  readonly recall?: number;
  /** F: share of all pairs that are matches, for the plain model with names straight; `recall` is not asked then. */
  readonly lambda?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Share of matches that `isSure` finds, where a coalition has none of its own. */
export const usualRecall = 0.45;
export const usualExhaustiveUpTo = 20_000;

export interface ScoreReport {
  readonly method: ScoreMethod;
  readonly records: number;
  /** Whether all pairs were met, but for those that could not reach the threshold. */
  readonly exhaustive: boolean;
  /** Pairs looked at. */
  readonly compared: number;
  /** Records with more pairs than are kept. A great number says that the threshold is too low. */
  readonly cappedRecords: number;
  /** Link keys or buckets passed over because too many records share them. */
  readonly wideBuckets: number;
  /** Of pairs at or above the threshold in a sample of records, the share that was found; null where all were met. */
  readonly recovered: number | null;
  /** F: estimated matches among all pairs, and the assumed recall behind it; null where their share was given. */
  readonly matches: { readonly expected: number; readonly recall: number | null } | null;
}

export interface Scored {
  readonly pairs: ScoredPairs;
  readonly report: ScoreReport;
  /** Whether a score is the chance of a match. */
  readonly chances: boolean;
}

/** Pairs scoring at or above `least`. Refusal `linkage-profile`: the encodings lack the profile. */
export function scorePairs(blocks: readonly LinkageBlock[], least: number, options: ScoreOptions): Scored {
  switch (options.method) {
    case 'linkKeys':
      return byLinkKeys(blocks);
    case 'recordFilter':
      return byRecordFilter(blocks, least, options);
    case 'fieldFilters':
      return byFieldFilters(blocks, least, options);
  }
}

function parts<T>(blocks: readonly LinkageBlock[], part: (block: LinkageBlock) => T | null, name: string): T[] {
  return blocks.map((block) => {
    const own = part(block);
    if (own === null)
      throw new Refusal(
        'linkage-profile',
        `the encodings hold no ${name}; encode with them or compare by another method.`,
      );
    return own;
  });
}

/** The score of a shared link key falls with its number: whole names and dates first. */
function byLinkKeys(blocks: readonly LinkageBlock[]): Scored {
  const keys = parts(blocks, ({ linkKeys }) => linkKeys, 'link keys');
  const { first, second, shared, wideBuckets } = linkKeyPairs(keys);
  const score = Float64Array.from(shared, (bits) => 1 - (31 - Math.clz32(bits & -bits)) / 10);
  return {
    pairs: { first, second, score },
    chances: false,
    report: { ...plain('linkKeys', blocks.length), compared: score.length, wideBuckets },
  };
}

function plain(method: ScoreMethod, records: number): ScoreReport {
  const nothing = { compared: 0, cappedRecords: 0, wideBuckets: 0, recovered: null, matches: null };
  return { method, records, exhaustive: true, ...nothing };
}

function byRecordFilter(blocks: readonly LinkageBlock[], least: number, options: ScoreOptions): Scored {
  const { exhaustiveUpTo = usualExhaustiveUpTo, mostPerRecord = usualMostPerRecord } = options;
  const filters = parts(blocks, ({ recordFilter }) => recordFilter, 'record filters');
  refuseLengths(filters);
  const watched = { threshold: least, mostPerRecord, ...watching(options) };
  const base = plain('recordFilter', blocks.length);
  if (filters.length <= exhaustiveUpTo) {
    const { compared, capped, ...pairs } = compareFilters(filters, watched);
    return { pairs, chances: false, report: { ...base, compared, cappedRecords: capped.length } };
  }
  const sampled = sampledCandidates(filters, options.seed ?? 'casebridge', {
    ...watched,
    also: keyCandidates(blocks),
  });
  return {
    pairs: { first: sampled.first, second: sampled.second, score: sampled.score },
    chances: false,
    report: {
      ...base,
      exhaustive: false,
      compared: sampled.compared,
      cappedRecords: sampled.capped.length,
      wideBuckets: sampled.wideBuckets,
      recovered: recoveredShare(filters, sampled, least),
    },
  };
}

function byFieldFilters(blocks: readonly LinkageBlock[], least: number, options: ScoreOptions): Scored {
  const { exhaustiveUpTo = usualExhaustiveUpTo, mostPerRecord = usualMostPerRecord, recall = usualRecall } = options;
  const { lambda: given } = options;
  if (given !== undefined && !(given > 0 && given < 1)) throw new RangeError('a share of matches lies between 0 and 1');
  const fields = parts(blocks, ({ fieldFilters }): FieldFilters | null => fieldFilters, 'field filters');
  const all = fields.length <= exhaustiveUpTo;
  const near = all ? null : byRecordFilter(blocks, coarseDice, { ...options, exhaustiveUpTo: 0 });
  const { pairs, lambda } = scoreFields(fields, {
    recall,
    ...(given === undefined ? {} : { lambda: given }),
    least,
    mostPerRecord,
    fittedOn: exhaustiveUpTo,
    ...watching(options),
    ...(near
      ? {
          candidates: (visit: (a: number, b: number) => void) => {
            for (const [at, a] of near.pairs.first.entries()) visit(a, near.pairs.second[at] as number);
          },
        }
      : {}),
  });
  const { capped, ...kept } = pairs;
  const everyPair = (fields.length * (fields.length - 1)) / 2;
  return {
    pairs: kept,
    chances: true,
    report: {
      ...(near?.report ?? plain('fieldFilters', fields.length)),
      method: 'fieldFilters',
      cappedRecords: capped.length,
      matches: { expected: lambda * everyPair, recall: given === undefined ? recall : null },
    },
  };
}

/** Least Dice of record filters whose field filters are looked at where there are too many records for all pairs. */
const coarseDice = 0.7;

function keyCandidates(blocks: readonly LinkageBlock[]): { readonly first: Uint32Array; readonly second: Uint32Array } {
  const keys = blocks.map(({ linkKeys }) => linkKeys ?? []);
  return linkKeyPairs(keys);
}

function refuseLengths(filters: readonly Filter[]): void {
  if (filters.some(({ length }) => length !== filters[0]?.length))
    throw new Refusal(
      'linkage-profile',
      'the record filters have different lengths; encode all files with one profile.',
    );
}

function watching({ signal, onProgress }: ScoreOptions) {
  return { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
}
