/**
 * Groups of records taken for one person. Pairs are gone through by falling score; two groups are joined when at least
 * half of the pairs between them have been seen by then. Neither the order of upload nor that of the pairs matters.
 */

/** Pairs of records that may be one person, by index, the smaller first, each once, with their scores. */
export interface ScoredPairs {
  readonly first: Uint32Array;
  readonly second: Uint32Array;
  readonly score: Float64Array;
}

/** Share of pairs between two groups that must have been seen for them to be joined. */
export const mergeThreshold = 0.5;

/**
 * The group of each record, numbered by its first record.
 *
 * @param records number of records. Ties are broken by index: give records an order of their own, such as that of their
 * names, and the order of upload does not matter
 * @param apart the organisation of each record, where no person has two records of one; the same person is often registered
 * twice, so that this is for lists that are known to be free of duplicates
 */
export function clusterPairs(records: number, pairs: ScoredPairs, apart?: readonly string[]): Uint32Array {
  const { first, second, score } = pairs;
  const order = Uint32Array.from({ length: score.length }, (_, at) => at);
  order.sort(
    (x, y) =>
      (score[y] as number) - (score[x] as number) ||
      (first[x] as number) - (first[y] as number) ||
      (second[x] as number) - (second[y] as number),
  );
  const groupOf = Uint32Array.from({ length: records }, (_, record) => record);
  const members = new Map<number, number[]>();
  const seen = new Map<number, Map<number, number>>();
  const membersOf = (group: number) => members.get(group) ?? [group];
  for (const at of order) {
    const a = groupOf[pairs.first[at] as number] as number;
    const b = groupOf[pairs.second[at] as number] as number;
    if (a === b) continue;
    const between = (seen.get(a)?.get(b) ?? 0) + 1;
    remember(seen, a, b, between);
    const [mine, theirs] = [membersOf(a), membersOf(b)];
    if (between < mergeThreshold * mine.length * theirs.length) continue;
    if (apart && shareOne(mine, theirs, apart)) continue;
    const [keep, gone] = mine.length >= theirs.length ? [a, b] : [b, a];
    for (const record of membersOf(gone)) groupOf[record] = keep;
    members.set(keep, [...membersOf(keep), ...membersOf(gone)]);
    members.delete(gone);
    for (const [other, count] of seen.get(gone) ?? []) {
      seen.get(other)?.delete(gone);
      if (other !== keep) remember(seen, keep, other, (seen.get(keep)?.get(other) ?? 0) + count);
    }
    seen.delete(gone);
  }
  return numbered(groupOf);
}

function shareOne(mine: readonly number[], theirs: readonly number[], organisation: readonly string[]): boolean {
  const own = new Set(mine.map((record) => organisation[record]));
  return theirs.some((record) => own.has(organisation[record]));
}

function remember(seen: Map<number, Map<number, number>>, a: number, b: number, count: number): void {
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    const own = seen.get(from);
    if (own) own.set(to, count);
    else seen.set(from, new Map([[to, count]]));
  }
}

/** Groups numbered 0, 1, 2 … in order of their first records. */
export function numbered(groupOf: Uint32Array): Uint32Array {
  const numbers = new Map<number, number>();
  return groupOf.map((group) => {
    const known = numbers.get(group) ?? numbers.size;
    numbers.set(group, known);
    return known;
  });
}
