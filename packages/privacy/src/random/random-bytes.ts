import { sha256 } from '@noble/hashes/sha2.js';

/** `length` fresh random bytes, in an array of their own that the receiver may wipe. */
export type RandomBytes = (length: number) => Uint8Array;

const systemGenerators = new WeakSet<RandomBytes>();

/** Web Crypto fills no more than this at once, and no shared memory. */
const longestFill = 65_536;

/**
 * Declares the operating system's generator. `fill` overwrites the array it is given: `crypto.getRandomValues` in a
 * browser, `randomFillSync` in Node. Arrays are never shared and never longer than 64 KiB. Noise drawn from any
 * `RandomBytes` that was not made here is stamped `unsafeTest`, and bundles refuse it.
 */
export function systemRandom(fill: (bytes: Uint8Array<ArrayBuffer>) => unknown): RandomBytes {
  const generator: RandomBytes = (length) => {
    const bytes = new Uint8Array(length);
    for (let start = 0; start < length; start += longestFill) {
      fill(bytes.subarray(start, Math.min(start + longestFill, length)));
    }
    return bytes;
  };
  systemGenerators.add(generator);
  return generator;
}

/** Whether the generator was declared by {@link systemRandom}. */
export function isSystemRandom(random: RandomBytes): boolean {
  return systemGenerators.has(random);
}

/**
 * A repeatable generator for tests (xoshiro128**, Blackman and Vigna 2018, seeded through SHA-256). Whatever is drawn
 * with it is stamped `unsafeTest`: anyone who knows the seed can take the noise off again.
 */
export function unsafeTestRandom(seed: string): RandomBytes {
  const digest = sha256(new TextEncoder().encode(seed));
  let [s0, s1, s2, s3] = new Int32Array(digest.slice(0, 16).buffer) as unknown as [number, number, number, number];
  const next = (): number => {
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9);
    const shifted = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= shifted;
    s3 = rotateLeft(s3, 11);
    return result;
  };
  return (length) => {
    const words = new Uint32Array(Math.ceil(length / 4));
    for (let i = 0; i < words.length; i++) words[i] = next();
    return new Uint8Array(words.buffer, 0, length);
  };
}

function rotateLeft(word: number, by: number): number {
  return (word << by) | (word >>> (32 - by));
}
