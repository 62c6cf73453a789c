import { type CappedPairs, mostPerRecord } from './most-per-record.ts';

/** Most pairs kept of one record where nothing is said. */
export const usualMostPerRecord = 100;

export interface PairCollector {
  /** Adds a pair, in either order, once. */
  add(a: number, b: number, score: number): void;
  finish(): CappedPairs;
}

/** Gathers pairs in bounded memory: whenever many have come together, those beyond each record's cap are let go. */
export function collectPairs(records: number, most: number): PairCollector {
  let [first, second, score]: [number[], number[], number[]] = [[], [], []];
  const capped = new Set<number>();
  let room = 2_000_000;
  const prune = (): CappedPairs => {
    const kept = mostPerRecord(
      records,
      { first: Uint32Array.from(first), second: Uint32Array.from(second), score: Float64Array.from(score) },
      most,
    );
    for (const record of kept.capped) capped.add(record);
    return kept;
  };
  return {
    add(a, b, value) {
      first.push(Math.min(a, b));
      second.push(Math.max(a, b));
      score.push(value);
      if (score.length < room) return;
      const kept = prune();
      [first, second, score] = [[...kept.first], [...kept.second], [...kept.score]];
      room = Math.max(room, 2 * score.length);
    },
    finish() {
      const kept = prune();
      return { ...kept, capped: [...capped].sort((a, b) => a - b) };
    },
  };
}
