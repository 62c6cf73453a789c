import { fieldLevels, levelsOfPattern } from './field-levels.ts';

/** Chances of a field's levels among pairs where it is known; one pair is spread over the levels beforehand. */
export function chancesOf(counts: Float64Array, field: number, patterns: Iterable<number> = counts.keys()): number[] {
  const { levels } = fieldLevels[field] as { levels: number };
  const sums = Array.from({ length: levels }, () => 1 / levels);
  for (const at of patterns) {
    const level = levelsOfPattern[at]?.[field] as number;
    if (level < levels) sums[level] = (sums[level] as number) + (counts[at] as number);
  }
  const total = sums.reduce((sum, value) => sum + value, 0);
  return sums.map((value) => value / total);
}

/** Where an iteration of m begins: each level so many times as likely as the one before. */
export function startOf(levels: number, ratio = 0.25): number[] {
  const raw = Array.from({ length: levels }, (_, at) => ratio ** at);
  const total = raw.reduce((sum, value) => sum + value, 0);
  return raw.map((value) => value / total);
}
