/**
 * All pairs of filters at or above a Dice threshold. With weights p ≤ q Dice is at most 2p/(p + q), so that only records
 * of like weight are met; and Dice ≥ t is the same as |a ⊕ b| ≤ (1 − t)(p + q), which most pairs exceed in their first
 * words.
 */
import type { Filter } from '../encode/filter.ts';
import type { ScoredPairs } from './clusters.ts';
import { distanceWithin, mostDistance, packFilters } from './distance.ts';
import { collectPairs, usualMostPerRecord } from './pair-collector.ts';

export interface FilterPairsOptions {
  /** Least Dice coefficient, above 0. */
  readonly threshold: number;
  /** Most pairs kept of one record, those of highest score; 100 when absent. */
  readonly mostPerRecord?: number;
  /** Skips pairs of one group, such as one organisation's file. */
  readonly groupOf?: ArrayLike<number>;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface FilterPairs extends ScoredPairs {
  /** Pairs of filters that were looked at, and those that their weights ruled out. */
  readonly compared: number;
  readonly excluded: number;
  /** Records that had more pairs than are kept. */
  readonly capped: readonly number[];
}

/** Every pair at or above the threshold, each once. RangeError: filters of different lengths, threshold outside (0, 1]. */
export function compareFilters(filters: readonly Filter[], options: FilterPairsOptions): FilterPairs {
  const collector = collectPairs(filters.length, options.mostPerRecord ?? usualMostPerRecord);
  const compared = visitPairs(filters, options, collector.add);
  const all = (filters.length * (filters.length - 1)) / 2;
  return { ...collector.finish(), compared, excluded: all - compared };
}

/**
 * Goes through the pairs that `compareFilters` would find, keeping none: for counting them, however many there are.
 *
 * @param visit is given two records, the first in no order, and their Dice coefficient
 * @returns pairs of filters that were looked at
 */
export function visitPairs(
  filters: readonly Filter[],
  options: Omit<FilterPairsOptions, 'mostPerRecord'>,
  visit: (a: number, b: number, score: number) => void,
): number {
  const { threshold, groupOf, signal, onProgress } = options;
  if (!(threshold > 0 && threshold <= 1)) throw new RangeError('a Dice threshold lies above 0 and at most 1');
  const count = filters.length;
  const byWeight = packFilters(filters).weights;
  const order = Uint32Array.from({ length: count }, (_, at) => at).sort(
    (a, b) => (byWeight[a] as number) - (byWeight[b] as number) || a - b,
  );
  const { packed, words, weights } = packFilters([...order].map((record) => filters[record] as Filter));
  let compared = 0;
  for (let i = 0; i < count; i++) {
    if (i % 256 === 0) {
      signal?.throwIfAborted();
      onProgress?.(i, count);
    }
    const p = weights[i] as number;
    if (p === 0) continue;
    const heaviest = (p * (2 - threshold)) / threshold;
    const a = order[i] as number;
    const own = groupOf?.[a];
    const base = i * words;
    let j = i + 1;
    for (; j < count; j++) {
      const q = weights[j] as number;
      if (q > heaviest) break;
      if (groupOf && groupOf[order[j] as number] === own) continue;
      const limit = mostDistance(threshold, p, q);
      const distance = distanceWithin(packed, base, j * words, words, limit);
      if (distance <= limit) visit(a, order[j] as number, (p + q - distance) / (p + q));
    }
    compared += j - i - 1;
  }
  onProgress?.(count, count);
  return compared;
}
