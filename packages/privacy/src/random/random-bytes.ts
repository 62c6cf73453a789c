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
  const state = new Uint32Array(digest.slice(0, 16).buffer);
  const next = (): number => {
    const [s0, s1, s2, s3] = state as unknown as readonly [number, number, number, number];
    const result = Math.imul(rotateLeft(Math.imul(s1, 5), 7), 9) >>> 0;
    const third = s2 ^ s0;
    const fourth = s3 ^ s1;
    state[1] = s1 ^ third;
    state[0] = s0 ^ fourth;
    state[2] = third ^ (s1 << 9);
    state[3] = rotateLeft(fourth, 11);
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
