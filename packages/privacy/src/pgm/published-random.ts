import { sha256 } from '@noble/hashes/sha2.js';
import { log } from './deterministic-math.ts';

/** Repeatable random numbers for what comes after protected results. Never noise: who knows the seed knows every number. */
export interface PublishedRandom {
  /** A double in [0, 1), 53 bits. */
  unit(): number;
  /** An integer in [0, bound), every one equally likely; bound ≤ 2^32. */
  below(bound: number): number;
  /** A normal deviate of mean 0 and standard deviation 1 (polar method, Marsaglia and Bray 1964). */
  normal(): number;
}

/**
 * xoshiro128** (Blackman and Vigna 2018) seeded through SHA-256 of the published seed. The same seed gives the same
 * numbers in every engine.
 */
export function publishedRandom(seed: Uint8Array | string): PublishedRandom {
  const digest = sha256(typeof seed === 'string' ? new TextEncoder().encode(seed) : seed);
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  let s0 = view.getInt32(0, true);
  let s1 = view.getInt32(4, true);
  let s2 = view.getInt32(8, true);
  let s3 = view.getInt32(12, true);
  const word = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result >>> 0;
  };
  const unit = () => ((word() >>> 5) * 67_108_864 + (word() >>> 6)) / 9_007_199_254_740_992;
  return {
    unit,
    below(bound) {
      if (bound <= 2 ** 21) {
        // The high word of a product (Lemire 2019, "Fast random integer generation in an interval"); exact in doubles.
        for (;;) {
          const drawn = word();
          const low = Math.imul(drawn, bound) >>> 0;
          if (low >= bound || low >= 4_294_967_296 % bound) return (drawn * bound - low) / 4_294_967_296;
        }
      }
      const limit = 4_294_967_296 - (4_294_967_296 % bound);
      for (;;) {
        const drawn = word();
        if (drawn < limit) return drawn % bound;
      }
    },
    normal() {
      for (;;) {
        const x = 2 * unit() - 1;
        const y = 2 * unit() - 1;
        const square = x * x + y * y;
        if (square > 0 && square < 1) return x * Math.sqrt((-2 * log(square)) / square);
      }
    },
  };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
