import type { LinkKeys } from '../encode/link-keys.ts';
import { linkKeyCount } from '../encode/link-keys.ts';

/** Buckets wider than this are passed over: a key that so many records share tells nobody from another. */
const widestBucket = 200;

export interface LinkKeyPairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  /** Bit j set: the pair shares link key j. */
  readonly shared: Uint8Array;
  /** Keys that too many records share. */
  readonly wideBuckets: number;
}

/** Pairs of records that share a link key, each once. `using` picks keys by number; all when absent. */
export function linkKeyPairs(keys: readonly LinkKeys[], using?: readonly number[]): LinkKeyPairs {
  const shared = new Map<number, number>();
  let wideBuckets = 0;
  for (const key of using ?? Array.from({ length: linkKeyCount }, (_, at) => at)) {
    const buckets = new Map<string, number[]>();
    for (const [record, own] of keys.entries()) {
      const value = own[key];
      if (value === null || value === undefined) continue;
      const bucket = buckets.get(value);
      if (bucket) bucket.push(record);
      else buckets.set(value, [record]);
    }
    for (const bucket of buckets.values()) {
      if (bucket.length > widestBucket) {
        wideBuckets++;
        continue;
      }
      for (const [at, a] of bucket.entries()) {
        for (const b of bucket.slice(at + 1)) {
          const pair = a * keys.length + b;
          shared.set(pair, (shared.get(pair) ?? 0) | (1 << key));
        }
      }
    }
  }
  const pairs = [...shared.keys()].sort((x, y) => x - y);
  return {
    first: Uint32Array.from(pairs, (pair) => Math.floor(pair / keys.length)),
    second: Uint32Array.from(pairs, (pair) => pair % keys.length),
    shared: Uint8Array.from(pairs, (pair) => shared.get(pair) as number),
    wideBuckets,
  };
}
