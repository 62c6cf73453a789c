/** Filters laid one after another, for quick comparison. */
import { type Filter, popcount } from '../encode/filter.ts';

export interface PackedFilters {
  readonly packed: Int32Array;
  /** Words of 32 bits a filter. */
  readonly words: number;
  /** Set bits of each filter. */
  readonly weights: Uint32Array;
}

/** RangeError: filters of different lengths. */
export function packFilters(filters: readonly Filter[]): PackedFilters {
  const words = filters[0]?.length ?? 0;
  const packed = new Int32Array(filters.length * words);
  for (const [at, filter] of filters.entries()) {
    if (filter.length !== words) throw new RangeError('filters of different lengths cannot be compared');
    packed.set(filter, at * words);
  }
  return { packed, words, weights: Uint32Array.from(filters, popcount) };
}

/** Most bits in which filters of weights p and q may differ for Dice ≥ threshold. */
export function mostDistance(threshold: number, p: number, q: number): number {
  return Math.floor((1 - threshold) * (p + q) + 1e-9);
}

/** |a ⊕ b| of the filters that start at words a and b, or some number above `limit` as soon as it is passed. Four words at a time share their popcount. */
export function distanceWithin(packed: Int32Array, a: number, b: number, words: number, limit: number): number {
  let distance = 0;
  let at = 0;
  for (; at + 4 <= words; at += 4) {
    const x0 = (packed[a + at] as number) ^ (packed[b + at] as number);
    const x1 = (packed[a + at + 1] as number) ^ (packed[b + at + 1] as number);
    const x2 = (packed[a + at + 2] as number) ^ (packed[b + at + 2] as number);
    const x3 = (packed[a + at + 3] as number) ^ (packed[b + at + 3] as number);
    // Full adders: three words become sums and carries of two bits each.
    const half = x0 ^ x1;
    const low = half ^ x2;
    const carry = (x0 & x1) | (half & x2);
    let ones = low - ((low >>> 1) & 0x55555555);
    ones = (ones & 0x33333333) + ((ones >>> 2) & 0x33333333);
    let last = x3 - ((x3 >>> 1) & 0x55555555);
    last = (last & 0x33333333) + ((last >>> 2) & 0x33333333);
    let twos = carry - ((carry >>> 1) & 0x55555555);
    twos = (twos & 0x33333333) + ((twos >>> 2) & 0x33333333);
    // Nibbles hold at most 4 + 4 + 8 = 16, so halves are split before they are added up.
    const sum = ones + last;
    const bytes = (sum & 0x0f0f0f0f) + ((sum >>> 4) & 0x0f0f0f0f);
    const pairs = (twos & 0x0f0f0f0f) + ((twos >>> 4) & 0x0f0f0f0f);
    distance += Math.imul(bytes + 2 * pairs, 0x01010101) >>> 24;
    if (distance > limit) return distance;
  }
  for (; at < words; at++) {
    let w = (packed[a + at] as number) ^ (packed[b + at] as number);
    w -= (w >>> 1) & 0x55555555;
    w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
    distance += Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
  }
  return distance;
}
