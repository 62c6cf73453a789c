/** How tokens of a field set bits of a filter. */
import { blake2b } from '@noble/hashes/blake2.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** The first `count` bit positions of a token under a key, in [0, bits). */
export type TokenHash = (key: Uint8Array, token: string, count: number, bits: number) => number[];

/** HMAC-SHA-256(key, token ‖ counter), sixteen two-byte numbers a block: the native hash. */
export const hmacPositions: TokenHash = (key, token, count, bits) =>
  positions(count, bits, 16, (block) => hmac(sha256, key, utf8ToBytes(`${token}\u0000${block}`)));

/** BLAKE2b-512 with the key and the block's decimal number as salt, as clkhash 0.18 does: for conformance. */
export const blakePositions: TokenHash = (key, token, count, bits) =>
  positions(count, bits, 32, (block) => {
    const salt = new Uint8Array(16);
    salt.set(utf8ToBytes(String(block)));
    return blake2b(utf8ToBytes(token), { key, salt, dkLen: 64 });
  });

function positions(count: number, bits: number, perBlock: number, digest: (block: number) => Uint8Array): number[] {
  const found: number[] = [];
  for (let block = 0; found.length < count; block++) {
    const bytes = digest(block);
    for (let at = 0; at < perBlock && found.length < count; at++) {
      found.push(((bytes[2 * at] as number) | ((bytes[2 * at + 1] as number) << 8)) % bits);
    }
  }
  return found;
}

/** Spreads a field's insertions over its tokens: each the same, the first few one more. */
export function insertionsPerToken(insertions: number, tokens: number): number[] {
  const each = Math.floor(insertions / tokens);
  const more = insertions % tokens;
  return Array.from({ length: tokens }, (_, at) => each + (at < more ? 1 : 0));
}

/** A hash that remembers: the same bigrams come again in most records. For one encoder, then let go. */
export function rememberingHash(hash: TokenHash = hmacPositions): TokenHash {
  const known = new Map<Uint8Array, Map<string, number[]>>();
  return (key, token, count, bits) => {
    const own = known.get(key) ?? new Map<string, number[]>();
    known.set(key, own);
    const kept = own.get(token);
    if (kept && kept.length >= count) return kept.slice(0, count);
    const positions = hash(key, token, count, bits);
    own.set(token, positions);
    return positions;
  };
}
