import type { ScoredPairs } from './clusters.ts';

/**
 * How many people to expect: records, less the chance of each merge. Pairs are gone through by falling posterior; each that
 * joins two groups that were apart is one merge, which counts with its posterior.
 */
export function expectedPeople(records: number, pairs: ScoredPairs): number {
  const parent = Uint32Array.from({ length: records }, (_, at) => at);
  const rootOf = (record: number): number => {
    let at = record;
    while (parent[at] !== at) {
      const above = parent[at] as number;
      parent[at] = parent[above] as number;
      at = above;
    }
    return at;
  };
  const order = [...pairs.score.keys()].sort((x, y) => (pairs.score[y] as number) - (pairs.score[x] as number));
  let merges = 0;
  for (const at of order) {
    const a = rootOf(pairs.first[at] as number);
    const b = rootOf(pairs.second[at] as number);
    if (a === b) continue;
    parent[a] = b;
    merges += pairs.score[at] as number;
  }
  return records - merges;
}
