/**
 * The distinct byte strings of one column, and a number for each. Cells are compared as bytes and become text only when
 * they are new, so a column of a few codes costs no string per row.
 */
export interface ByteDictionary {
  /** Text of each code. Grows; replaced by a new array by `restart`. */
  readonly texts: string[];
  /** The code of `bytes[start, end)`. `hash` is `hashOf` of the same range. */
  readonly code: (bytes: Uint8Array, start: number, end: number, hash: number) => number;
  readonly restart: () => void;
}

const FNV_PRIME = 0x01000193;
export const hashSeed = 0x811c9dc5 | 0;

/** FNV-1a over a range of bytes; the scanner computes the same while it looks for the end of a cell. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = hashSeed;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ (bytes[at] as number), FNV_PRIME);
  return hash;
}

export function byteDictionary(decoder: TextDecoder): ByteDictionary {
  let texts: string[] = [];
  let slots = new Int32Array(64);
  let hashes = new Int32Array(32);
  let ends = new Int32Array(32);
  let arena = new Uint8Array(512);
  function code(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const mask = slots.length - 1;
    let slot = (hash ^ (hash >>> 15)) & mask;
    for (;;) {
      const found = (slots[slot] as number) - 1;
      if (found < 0) break;
      if (hashes[found] === hash && sameBytes(bytes, start, end, found)) return found;
      slot = (slot + 1) & mask;
    }
    const added = add(bytes, start, end, hash);
    slots[slot] = added + 1;
    if (texts.length * 2 > slots.length) rehash();
    return added;
  }

  function sameBytes(bytes: Uint8Array, start: number, end: number, entry: number): boolean {
    const from = entry === 0 ? 0 : (ends[entry - 1] as number);
    if ((ends[entry] as number) - from !== end - start) return false;
    for (let at = start, stored = from; at < end; at++, stored++) if (bytes[at] !== arena[stored]) return false;
    return true;
  }

  function add(bytes: Uint8Array, start: number, end: number, hash: number): number {
    const entry = texts.length;
    const from = entry === 0 ? 0 : (ends[entry - 1] as number);
    const to = from + end - start;
    if (entry === ends.length) {
      ends = grown(ends, Int32Array, entry * 2);
      hashes = grown(hashes, Int32Array, entry * 2);
    }
    if (to > arena.length) arena = grown(arena, Uint8Array, Math.max(to, arena.length * 2));
    arena.set(bytes.subarray(start, end), from);
    ends[entry] = to;
    hashes[entry] = hash;
    texts.push(textOf(bytes, start, end));
    return entry;
  }

  function textOf(bytes: Uint8Array, start: number, end: number): string {
    return end === start ? '' : decoder.decode(bytes.subarray(start, end));
  }

  function rehash(): void {
    slots = new Int32Array(slots.length * 4);
    const mask = slots.length - 1;
    for (let entry = 0; entry < texts.length; entry++) {
      const hash = hashes[entry] as number;
      let slot = (hash ^ (hash >>> 15)) & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = entry + 1;
    }
  }

  return {
    get texts() {
      return texts;
    },
    code,
    restart() {
      texts = [];
      slots = new Int32Array(64);
    },
  };
}

function grown<T extends Int32Array | Uint8Array>(old: T, make: new (length: number) => T, length: number): T {
  const bigger = new make(length);
  bigger.set(old);
  return bigger;
}
