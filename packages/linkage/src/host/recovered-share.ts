import type { Filter } from '../encode/filter.ts';
import type { ScoredPairs } from './clusters.ts';
import { distanceWithin, mostDistance, packFilters } from './distance.ts';

/** Records whose pairs are all met to see what sampling missed. */
const sampleSize = 500;

/** Of the pairs at or above the threshold of evenly chosen records with all others, the share that is among `found`. */
export function recoveredShare(
  filters: readonly Filter[],
  found: ScoredPairs,
  threshold: number,
  sample = sampleSize,
): number {
  const count = filters.length;
  const known = new Map<number, Set<number>>();
  const step = Math.max(1, Math.floor(count / sample));
  for (let record = 0; record < count; record += step) known.set(record, new Set());
  for (const [at, a] of found.first.entries()) {
    const b = found.second[at] as number;
    known.get(a)?.add(b);
    known.get(b)?.add(a);
  }
  const { packed, words, weights } = packFilters(filters);
  let [all, among] = [0, 0];
  for (const [record, partners] of known) {
    const p = weights[record] as number;
    for (let other = 0; other < count; other++) {
      const q = weights[other] as number;
      if (other === record || p + q === 0) continue;
      const limit = mostDistance(threshold, p, q);
      if (distanceWithin(packed, record * words, other * words, words, limit) > limit) continue;
      all++;
      if (partners.has(other)) among++;
    }
  }
  return all === 0 ? 1 : among / all;
}
