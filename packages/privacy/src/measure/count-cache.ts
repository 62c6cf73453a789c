import type { Marginals } from '../count/marginals.ts';
import { setKey } from '../results/sets.ts';

/** Exact counts of one set, row-major, in the narrowest array that holds them. */
export type HeldCounts = Uint8Array | Uint16Array | Uint32Array | Float64Array;

/** Exact counts at hand: asked of the marginals once while they fit the limit, otherwise counted again. */
export interface CountCache {
  /** Calls `use` for every set, in order; several sets are counted together. Counts must not be kept by `use`. */
  forEach(
    sets: readonly (readonly string[])[],
    use: (counts: HeldCounts, at: number) => void,
    signal?: AbortSignal,
  ): Promise<void>;
  /** Overwrites and forgets all counts. */
  clear(): void;
}

/**
 * Keeps counts up to `limit` bytes. What is kept is what was counted first: candidates come back round after round in the same
 * order, and throwing out the oldest would throw out each just before it is needed.
 */
export function countCache(marginals: Marginals, limit: number): CountCache {
  const held = new Map<string, HeldCounts>();
  let bytes = 0;
  const hold = (key: string, counts: HeldCounts): void => {
    if (held.has(key) || bytes + counts.byteLength > limit) return;
    held.set(key, counts);
    bytes += counts.byteLength;
  };
  return {
    async forEach(sets, use, signal) {
      const keys = sets.map(setKey);
      const missing = new Map<string, readonly string[]>();
      for (const [at, key] of keys.entries()) if (!held.has(key)) missing.set(key, sets[at] as readonly string[]);
      const waiting = new Map<string, number[]>();
      for (const [at, key] of keys.entries()) {
        const known = held.get(key);
        if (known) use(known, at);
        else waiting.set(key, [...(waiting.get(key) ?? []), at]);
      }
      if (missing.size === 0) return;
      const left = new Set(missing.keys());
      for await (const { set, cells } of marginals.counts([...missing.values()], signal ? { signal } : {})) {
        signal?.throwIfAborted();
        checkTotal(cells);
        const key = setKey(set);
        const counts = narrowest(cells);
        for (const at of waiting.get(key) ?? []) use(counts, at);
        left.delete(key);
        hold(key, counts);
      }
      const absent = [...left][0];
      if (absent !== undefined) throw new RangeError(`the marginals left out the set ${absent}`);
    },
    clear() {
      for (const counts of held.values()) counts.fill(0);
      held.clear();
      bytes = 0;
    },
  };
}

function narrowest(cells: Uint32Array | Float64Array): HeldCounts {
  let most = 0;
  for (let cell = 0; cell < cells.length; cell++) if ((cells[cell] as number) > most) most = cells[cell] as number;
  if (most < 2 ** 8) return new Uint8Array(cells);
  if (most < 2 ** 16) return new Uint16Array(cells);
  return most < 2 ** 32 ? new Uint32Array(cells) : new Float64Array(cells);
}

/** Distances and sums are exact for fewer than 2^32 records. */
function checkTotal(cells: ArrayLike<number>): void {
  let total = 0;
  for (let at = 0; at < cells.length; at++) total += cells[at] as number;
  if (!(total < 2 ** 32)) throw new RangeError('a cohort has 2^32 records or more; split it');
}
