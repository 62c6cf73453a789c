/**
 * Bloom filters as words of 32 bits; bit i of a filter is bit 31 − i mod 32 of word i / 32, so that its bytes in order are
 * those of clkhash.
 */
import { insertionsPerToken, type TokenHash } from './insertions.ts';

/** A filter of 32 · length bits. */
export type Filter = Uint32Array;

/** An empty filter. RangeError unless `bits` is a power of two of 64 or more. */
export function emptyFilter(bits: number): Filter {
  if (!Number.isInteger(Math.log2(bits)) || bits < 64)
    throw new RangeError('a filter has a power of two bits, 64 or more');
  return new Uint32Array(bits / 32);
}

/** Sets the bits of a field's tokens, whose number of insertions is the same however many tokens there are. */
export function insertTokens(
  filter: Filter,
  tokens: readonly string[],
  insertions: number,
  key: Uint8Array,
  hash: TokenHash,
): void {
  if (tokens.length === 0) return;
  const counts = insertionsPerToken(insertions, tokens.length);
  for (const [at, token] of tokens.entries()) {
    for (const bit of hash(key, token, counts[at] as number, filter.length * 32)) setBit(filter, bit);
  }
}

export function setBit(filter: Filter, bit: number): void {
  filter[bit >> 5] = (filter[bit >> 5] as number) | (1 << (31 - (bit & 31)));
}

export function hasBit(filter: Filter, bit: number): boolean {
  return (((filter[bit >> 5] as number) >>> (31 - (bit & 31))) & 1) === 1;
}

/** Number of set bits. */
export function popcount(filter: Filter): number {
  let sum = 0;
  for (const word of filter) sum += ones(word);
  return sum;
}

/** Set bits of a word. */
export function ones(word: number): number {
  let w = word - ((word >>> 1) & 0x55555555);
  w = (w & 0x33333333) + ((w >>> 2) & 0x33333333);
  return Math.imul((w + (w >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Dice's coefficient 2·|a ∧ b| / (|a| + |b|); 0 when either is empty. */
export function dice(a: Filter, b: Filter): number {
  let [both, total] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const [x, y] = [a[at] as number, b[at] as number];
    both += ones(x & y);
    total += ones(x) + ones(y);
  }
  return total === 0 ? 0 : (2 * both) / total;
}

/** The filter's bytes, first bit first. */
export function filterBytes(filter: Filter): Uint8Array {
  const bytes = new Uint8Array(filter.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [at, word] of filter.entries()) view.setUint32(at * 4, word);
  return bytes;
}

/** Reads what `filterBytes` wrote. RangeError unless it is whole words. */
export function filterFromBytes(bytes: Uint8Array): Filter {
  if (bytes.length === 0 || bytes.length % 4 !== 0) throw new RangeError('a filter is a whole number of 32-bit words');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => view.getUint32(at * 4));
}
