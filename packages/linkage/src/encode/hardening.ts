/** Ways to make filters harder to attack. Each costs accuracy and moves the right threshold. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Filter, filterBytes, hasBit, setBit } from './filter.ts';

export type Hardening =
  /** First half ⊕ second half (Schnell and Borgs 2016). */
  | { readonly kind: 'fold' }
  /** Each bit flipped with this probability, by a stream of the record's own under the key: BLIP (Alaggan et al. 2012). */
  | { readonly kind: 'flip'; readonly probability: number }
  /** The filter and its complement, permuted under the key (Schnell and Borgs 2016). */
  | { readonly kind: 'balance' }
  /** Each bit the ⊕ of this many bits that the key chooses (Armknecht, Heng and Schnell 2023). */
  | { readonly kind: 'diffuse'; readonly bits: number };

/** Applies hardenings in order. The same record under the same key gives the same bits, however often it is encoded. */
export function harden(filter: Filter, steps: readonly Hardening[], key: Uint8Array): Filter {
  return steps.reduce((current, step) => hardenedBy(current, step, key), filter);
}

function hardenedBy(filter: Filter, step: Hardening, key: Uint8Array): Filter {
  switch (step.kind) {
    case 'fold':
      return folded(filter);
    case 'flip':
      return flipped(filter, step.probability, key);
    case 'balance':
      return balanced(filter, key);
    case 'diffuse':
      return diffused(filter, step.bits, key);
  }
}

function folded(filter: Filter): Filter {
  const half = filter.length / 2;
  return Uint32Array.from({ length: half }, (_, at) => (filter[at] as number) ^ (filter[at + half] as number));
}

function flipped(filter: Filter, probability: number, key: Uint8Array): Filter {
  const draws = keyStream(key, filterBytes(filter));
  const below = probability * 2 ** 16;
  const result = filter.slice();
  for (let bit = 0; bit < filter.length * 32; bit++) {
    if (draws() < below) result[bit >> 5] = (result[bit >> 5] as number) ^ (1 << (31 - (bit & 31)));
  }
  return result;
}

function balanced(filter: Filter, key: Uint8Array): Filter {
  const bits = filter.length * 64;
  const place = permutation(bits, key);
  const result = new Uint32Array(filter.length * 2);
  for (let bit = 0; bit < bits; bit++) {
    const half = bits / 2;
    const set = bit < half ? hasBit(filter, bit) : !hasBit(filter, bit - half);
    if (set) setBit(result, place[bit] as number);
  }
  return result;
}

function diffused(filter: Filter, sources: number, key: Uint8Array): Filter {
  const bits = filter.length * 32;
  const chosen = remembered(key, `diffuse ${bits} ${sources}`, () => {
    const draws = keyStream(key, Uint8Array.of(0x64));
    return Uint32Array.from({ length: bits * sources }, () => draws() % bits);
  });
  const result = new Uint32Array(filter.length);
  for (let bit = 0; bit < bits; bit++) {
    let odd = false;
    for (let at = bit * sources; at < (bit + 1) * sources; at++) {
      if (hasBit(filter, chosen[at] as number)) odd = !odd;
    }
    if (odd) setBit(result, bit);
  }
  return result;
}

function permutation(length: number, key: Uint8Array): Uint32Array {
  return remembered(key, `permute ${length}`, () => {
    const draws = keyStream(key, Uint8Array.of(0x70));
    const order = Uint32Array.from({ length }, (_, at) => at);
    for (let at = length - 1; at > 0; at--) {
      const other = Math.floor(((draws() * 2 ** 16 + draws()) / 2 ** 32) * (at + 1));
      const held = order[at] as number;
      order[at] = order[other] as number;
      order[other] = held;
    }
    return order;
  });
}

const tables = new WeakMap<Uint8Array, Map<string, Uint32Array>>();

/** What a key alone decides is worked out once a key. */
function remembered(key: Uint8Array, name: string, make: () => Uint32Array): Uint32Array {
  const own = tables.get(key) ?? new Map<string, Uint32Array>();
  tables.set(key, own);
  const made = own.get(name) ?? make();
  own.set(name, made);
  return made;
}

/** Sixteen-bit draws of SHA-256(HMAC(key, input) ‖ counter): a stream that the key and the input alone fix. */
function keyStream(key: Uint8Array, input: Uint8Array): () => number {
  const block = new Uint8Array(36);
  block.set(hmac(sha256, key, input));
  const counter = new DataView(block.buffer, 32);
  let digest = new Uint8Array(0);
  let at = 0;
  let blocks = 0;
  return () => {
    if (at >= digest.length) {
      counter.setUint32(0, blocks++);
      digest = sha256(block) as Uint8Array<ArrayBuffer>;
      at = 0;
    }
    const draw = ((digest[at] as number) << 8) | (digest[at + 1] as number);
    at += 2;
    return draw;
  };
}
