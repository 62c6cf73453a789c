import type { FieldFilters } from '../encode/field-filters.ts';
import { fitMatches } from './fellegi-sunter.ts';
import { fieldCandidates } from './field-candidates.ts';
import { type FieldTable, fieldTable, levelsOfPattern, patternCount, patternOf } from './field-levels.ts';
import type { CappedPairs } from './most-per-record.ts';
import { collectPairs } from './pair-collector.ts';
import { fitPlain } from './plain-model.ts';

/** Random pairs from which the count of pairs without any likeness is taken. */
const randomPairs = 100_000;

export interface FieldScoreOptions {
  /** Share of matches with one full date of birth and two like names. */
  readonly recall: number;
  /** Share of all pairs that are matches: names straight and the plain model, instead of one that starts from `recall`. */
  readonly lambda?: number;
  /** Least posterior of a pair that is kept. */
  readonly least: number;
  readonly mostPerRecord: number;
  /** Records that the model is fitted on; all of them where there are no more. */
  readonly fittedOn: number;
  /** Pairs to score where there are too many to meet all; each once. */
  readonly candidates?: (visit: (a: number, b: number) => void) => void;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Pairs of profile F with their posteriors. */
export function scoreFields(
  records: readonly FieldFilters[],
  options: FieldScoreOptions,
): { readonly pairs: CappedPairs; readonly lambda: number } {
  const { recall, lambda, least, mostPerRecord, candidates, fittedOn, signal, onProgress } = options;
  const draw = lehmer(records.length);
  const across = lambda === undefined;
  const table = fieldTable(records, across);
  const watched = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
  const visitAll = (visit: Visit) => fieldCandidates(table, visit, watched);
  const met = keptCandidates(table, candidates ?? visitAll);
  const sampled = candidates || records.length > fittedOn;
  const sample = sampled ? fieldTable(drawn(records, fittedOn, draw), across) : table;
  const counted: VisitPatterns = sampled
    ? (visit) => fieldCandidates(sample, (a, b) => visit(a, b, patternOf(sample, a, b)), signal ? { signal } : {})
    : met;
  const counts = patternCounts(sample, draw, counted);
  const model = lambda === undefined ? fitMatches(counts, recall) : fitPlain(counts, lambda);
  const collector = collectPairs(records.length, mostPerRecord);
  met((a, b, pattern) => {
    const chance = model.posterior[pattern] as number;
    if (chance >= least) collector.add(a, b, chance);
  });
  return { pairs: collector.finish(), lambda: model.lambda };
}

type Visit = (a: number, b: number) => void;
type VisitPatterns = (visit: (a: number, b: number, pattern: number) => void) => void;

/** Candidates that are kept while they are few, and looked for again where they are many. */
const mostKept = 8_000_000;

function keptCandidates(table: FieldTable, visitAll: (visit: Visit) => void): VisitPatterns {
  const [first, second, patterns]: [number[], number[], number[]] = [[], [], []];
  let met = 0;
  visitAll((a, b) => {
    met++;
    if (met > mostKept) return;
    first.push(a);
    second.push(b);
    patterns.push(patternOf(table, a, b));
  });
  if (met > mostKept) return (visit) => visitAll((a, b) => visit(a, b, patternOf(table, a, b)));
  return (visit) => {
    for (const [at, pattern] of patterns.entries()) visit(first[at] as number, second[at] as number, pattern);
  };
}

/** All pairs by pattern: counted where they have some likeness, scaled up from random pairs where they have none. */
function patternCounts(table: FieldTable, draw: (below: number) => number, candidates: VisitPatterns): Float64Array {
  const counts = new Float64Array(patternCount);
  const count = (into: Float64Array, pattern: number) => {
    into[pattern] = (into[pattern] as number) + 1;
  };
  const records = table.records.length;
  const all = (records * (records - 1)) / 2;
  if (all <= randomPairs) {
    for (let a = 0; a < records; a++) for (let b = a + 1; b < records; b++) count(counts, patternOf(table, a, b));
    return counts;
  }
  candidates((_, __, pattern) => count(counts, pattern));
  const rest = all - counts.reduce((sum, value) => sum + value, 0);
  const unlike = new Float64Array(patternCount);
  for (let pair = 0; pair < randomPairs; pair++) {
    const a = draw(records);
    const pattern = patternOf(table, a, (a + 1 + draw(records - 1)) % records);
    const [given = 4, family = 4, birth = 5] = levelsOfPattern[pattern] as readonly number[];
    if (birth !== 0 && given > 2 && family > 2) count(unlike, pattern);
  }
  const seen = unlike.reduce((sum, value) => sum + value, 0);
  return seen === 0 ? counts : counts.map((value, at) => value + (rest * (unlike[at] as number)) / seen);
}

function drawn<T>(items: readonly T[], count: number, draw: (below: number) => number): T[] {
  const left = [...items];
  for (let at = 0; at < Math.min(count, left.length); at++) {
    const other = at + draw(left.length - at);
    const held = left[at] as T;
    left[at] = left[other] as T;
    left[other] = held;
  }
  return left.slice(0, count);
}

/** Draws below a limit, the same for the same seed (Park and Miller 1988): a sample of pairs, nothing secret. */
function lehmer(seed: number): (below: number) => number {
  let state = (seed % 2147483646) + 1;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}
