/**
 * Seeded random numbers for invented data (sfc32). Only the demonstration uses them: protection is never seeded.
 */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform integer in [from, to]. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly T[]): T;
  /** One of the keys, with probability proportional to its weight. */
  weighted<T extends string>(weights: Readonly<Record<T, number>>): T;
  shuffle<T>(items: readonly T[]): T[];
}

interface Entries {
  readonly entries: readonly (readonly [string, number])[];
  readonly total: number;
}

// Tables of weights do not change, and the same one is drawn from thousands of times.
const known = new WeakMap<object, Entries>();

function entriesOf(weights: Readonly<Record<string, number>>): Entries {
  const found = known.get(weights);
  if (found) return found;
  const entries = Object.entries(weights);
  const made = { entries, total: entries.reduce((sum, [, weight]) => sum + weight, 0) };
  known.set(weights, made);
  return made;
}

export function seeded(seed: number): Random {
  let [a, b, c, d] = [seed | 0, 0x9e3779b9, 0x243f6a88, 1];
  const next = (): number => {
    const sum = (a + b + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return (sum >>> 0) / 4294967296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  const between = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(items: readonly T[]): T => items[between(0, items.length - 1)] as T;
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    pick,
    weighted: (weights) => {
      const { entries, total } = entriesOf(weights);
      let left = next() * total;
      for (const [key, weight] of entries) {
        left -= weight;
        if (left < 0) return key as keyof typeof weights;
      }
      return entries.at(-1)?.[0] as keyof typeof weights;
    },
    shuffle: (items) => {
      const out = [...items];
      for (let i = out.length - 1; i > 0; i -= 1) {
        const j = between(0, i);
        [out[i], out[j]] = [out[j] as (typeof out)[number], out[i] as (typeof out)[number]];
      }
      return out;
    },
  };
}
