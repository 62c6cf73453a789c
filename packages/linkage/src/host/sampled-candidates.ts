/**
 * Candidates among many records by bit sampling (Indyk and Motwani 1998): in each of L tables records meet that agree in K
 * positions drawn from a seed. A pair at Hamming distance h of l bits is missed with probability (1 − ((l − h)/l)^K)^L.
 */
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import type { Filter } from '../encode/filter.ts';
import type { FilterPairs, FilterPairsOptions } from './compare-filters.ts';
import { distanceWithin, mostDistance, packFilters } from './distance.ts';
import { collectPairs, usualMostPerRecord } from './pair-collector.ts';

/** Tables and positions a table. */
export interface SamplingPlan {
  readonly tables: number;
  readonly positions: number;
}

/** Buckets of more records are passed over: positions that so many records agree in tell nobody from another. */
const widestBucket = 5000;
/** Chance that a pair exactly at the threshold is missed. Pairs above it are missed less often. */
const missedAtThreshold = 0.02;

/** The plan of least work for pairs of Dice ≥ threshold among filters of `bits` bits and `weight` set bits on average. */
export function planSampling(records: number, bits: number, weight: number, threshold: number): SamplingPlan {
  const agree = 1 - Math.min(0.95, (2 * weight * (1 - threshold)) / bits);
  // Two records that have nothing in common agree in a position more often than chance: names share bigrams.
  const strangers = Math.min(0.9, 1 - (2 * weight * (bits - weight)) / bits ** 2 + 0.05);
  const plans = Array.from({ length: 25 }, (_, at) => {
    const positions = at + 6;
    const tables = Math.max(1, Math.ceil(Math.log(missedAtThreshold) / Math.log(1 - agree ** positions)));
    const work = tables * (records * (positions + 20) + ((records * records) / 2) * strangers ** positions * 3);
    return { positions, tables, work };
  });
  const { positions, tables } = plans.reduce((best, plan) => (plan.work < best.work ? plan : best));
  return { positions, tables: Math.min(tables, 400) };
}

export interface SampledOptions extends FilterPairsOptions {
  readonly plan?: SamplingPlan;
  /** More candidates, each once, such as pairs that share a link key. */
  readonly also?: { readonly first: Uint32Array; readonly second: Uint32Array };
}

export interface SampledPairs extends FilterPairs {
  readonly plan: SamplingPlan;
  /** Buckets that were passed over as too wide. */
  readonly wideBuckets: number;
}

/** Pairs at or above the threshold that meet in a table. Equal filters and seed, equal pairs. RangeError as `compareFilters`, and beyond two million filters. */
export function sampledCandidates(filters: readonly Filter[], seed: string, options: SampledOptions): SampledPairs {
  const { threshold, groupOf, signal, onProgress, mostPerRecord = usualMostPerRecord } = options;
  const count = filters.length;
  if (count >= 2 ** 21) throw new RangeError('two million filters at most');
  if (!(threshold > 0 && threshold <= 1)) throw new RangeError('a Dice threshold lies above 0 and at most 1');
  const { packed, words, weights } = packFilters(filters);
  const mean = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, count);
  const plan = options.plan ?? planSampling(count, words * 32, mean, threshold);
  const tables = Array.from({ length: plan.tables }, (_, table) =>
    bucketKeys(packed, words, count, positionsOf(seed, table, plan.positions, words * 32)),
  );
  const collector = collectPairs(count, mostPerRecord);
  const wide = tables.map(() => new Set<number>());
  let compared = 0;
  for (const [table, keys] of tables.entries()) {
    signal?.throwIfAborted();
    onProgress?.(table, plan.tables);
    const order = sortedBy(keys);
    for (let from = 0; from < count; ) {
      const key = keys[order[from] as number] as number;
      let to = from + 1;
      while (to < count && keys[order[to] as number] === key) to++;
      if (to - from > widestBucket) {
        wide[table]?.add(key);
        from = to;
        continue;
      }
      for (let i = from; i < to; i++) {
        const a = order[i] as number;
        const p = weights[a] as number;
        if (p === 0) continue;
        for (let j = i + 1; j < to; j++) {
          const b = order[j] as number;
          const q = weights[b] as number;
          const limit = mostDistance(threshold, p, q);
          compared++;
          const distance = distanceWithin(packed, a * words, b * words, words, limit);
          if (distance > limit || (groupOf && groupOf[a] === groupOf[b])) continue;
          if (metBefore(tables, wide, table, a, b)) continue;
          collector.add(a, b, (p + q - distance) / (p + q));
        }
      }
      from = to;
    }
  }
  onProgress?.(plan.tables, plan.tables);
  const last = tables.length;
  for (const [at, a] of (options.also?.first ?? []).entries()) {
    const b = options.also?.second[at] as number;
    const [p, q] = [weights[a] as number, weights[b] as number];
    const limit = mostDistance(threshold, p, q);
    const distance = distanceWithin(packed, a * words, b * words, words, limit);
    compared++;
    if (p + q === 0 || distance > limit || (groupOf && groupOf[a] === groupOf[b])) continue;
    if (!metBefore(tables, wide, last, a, b)) collector.add(a, b, (p + q - distance) / (p + q));
  }
  const wideBuckets = wide.reduce((sum, buckets) => sum + buckets.size, 0);
  return { ...collector.finish(), plan, wideBuckets, compared, excluded: (count * (count - 1)) / 2 - compared };
}

function metBefore(
  tables: readonly Uint32Array[],
  wide: readonly Set<number>[],
  table: number,
  a: number,
  b: number,
): boolean {
  for (let at = 0; at < table; at++) {
    const keys = tables[at] as Uint32Array;
    if (keys[a] === keys[b] && !wide[at]?.has(keys[a] as number)) return true;
  }
  return false;
}

function bucketKeys(packed: Int32Array, words: number, count: number, positions: readonly number[]): Uint32Array {
  const keys = new Uint32Array(count);
  for (let record = 0; record < count; record++) {
    let key = 0;
    for (const bit of positions) {
      key = (key << 1) | (((packed[record * words + (bit >> 5)] as number) >>> (31 - (bit & 31))) & 1);
    }
    keys[record] = key >>> 0;
  }
  return keys;
}

function positionsOf(seed: string, table: number, positions: number, bits: number): number[] {
  const found = new Set<number>();
  for (let block = 0; found.size < positions; block++) {
    const bytes = sha256(utf8ToBytes(`${seed} ${table} ${block}`));
    for (let at = 0; at + 1 < bytes.length && found.size < positions; at += 2) {
      found.add((((bytes[at] as number) << 8) | (bytes[at + 1] as number)) % bits);
    }
  }
  return [...found];
}

function sortedBy(keys: Uint32Array): Uint32Array {
  const both = Float64Array.from(keys, (key, record) => key * 2 ** 21 + record).sort();
  return Uint32Array.from(both, (value) => value % 2 ** 21);
}
