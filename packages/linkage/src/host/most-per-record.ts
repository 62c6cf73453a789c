import type { ScoredPairs } from './clusters.ts';

/** Pairs that a cap let through, and the records that had more. */
export interface CappedPairs extends ScoredPairs {
  readonly capped: readonly number[];
}

/**
 * Keeps of each record the pairs of highest score, at most `most`; a pair stays when it is among those of both its records,
 * ties by the partner's index. What a pair loses to depends on the whole set alone, so capping a part first changes nothing.
 */
export function mostPerRecord(records: number, pairs: ScoredPairs, most: number): CappedPairs {
  const { first, second, score } = pairs;
  const degree = new Uint32Array(records);
  for (const record of first) degree[record] = (degree[record] as number) + 1;
  for (const record of second) degree[record] = (degree[record] as number) + 1;
  const over = new Map<number, number[]>();
  for (const [record, count] of degree.entries()) if (count > most) over.set(record, []);
  if (over.size === 0) return { ...pairs, capped: [] };
  for (let at = 0; at < score.length; at++) {
    over.get(first[at] as number)?.push(at);
    over.get(second[at] as number)?.push(at);
  }
  const gone = new Uint8Array(score.length);
  for (const [record, own] of over) {
    const partner = (at: number) => (first[at] === record ? second[at] : first[at]) as number;
    own.sort((x, y) => (score[y] as number) - (score[x] as number) || partner(x) - partner(y));
    for (const at of own.slice(most)) gone[at] = 1;
  }
  const kept = [...score.keys()].filter((at) => gone[at] === 0);
  return {
    first: Uint32Array.from(kept, (at) => first[at] as number),
    second: Uint32Array.from(kept, (at) => second[at] as number),
    score: Float64Array.from(kept, (at) => score[at] as number),
    capped: [...over.keys()],
  };
}
