import { BitSource } from '../../random/bit-source.ts';
import { unsafeTestRandom } from '../../random/random-bytes.ts';

/** Repeatable choices by a seed: which records are attacked and with which predicates. Nothing here protects anything. */
export interface Chance {
  /** A uniform integer in [0, bound). */
  below(bound: number): number;
  /** A uniform number in [0, 1) with 32 bits. */
  unit(): number;
  /** `count` different integers in [0, bound), in random order; all of them where `count ≥ bound`. */
  sample(bound: number, count: number): Uint32Array;
  /** The items in random order. */
  shuffled<T>(items: readonly T[]): T[];
}

/** The same choices for the same seed and purpose. */
export function chance(seed: string, purpose: string): Chance {
  const bits = new BitSource(unsafeTestRandom(`attack ${purpose} ${seed}`));
  const below = (bound: number): number => {
    const limit = Math.floor(2 ** 32 / bound) * bound;
    for (;;) {
      const word = bits.word();
      if (word < limit) return word % bound;
    }
  };
  return {
    below,
    unit: () => bits.word() / 2 ** 32,
    sample(bound, count) {
      const wanted = Math.min(bound, count);
      const moved = new Map<number, number>();
      const chosen = new Uint32Array(wanted);
      for (let at = 0; at < wanted; at++) {
        const other = at + below(bound - at);
        chosen[at] = moved.get(other) ?? other;
        moved.set(other, moved.get(at) ?? at);
      }
      return chosen;
    },
    shuffled(items) {
      const order = [...items];
      for (let at = order.length - 1; at > 0; at--) {
        const other = below(at + 1);
        const kept = order[at] as (typeof order)[number];
        order[at] = order[other] as (typeof order)[number];
        order[other] = kept;
      }
      return order;
    },
  };
}
