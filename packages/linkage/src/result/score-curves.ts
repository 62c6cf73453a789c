/** What a host looks at to choose a threshold: the truth is not known, so nothing is chosen for it. */
import { clusterPairs, type ScoredPairs } from '../host/clusters.ts';

/** Pairs with a score in [from, to); the last bin takes 1 too. */
export interface ScoreBin {
  readonly from: number;
  readonly to: number;
  readonly pairs: number;
}

/** The scores from `least` to 1 in `bins` equal bins. */
export function scoreHistogram({ score }: ScoredPairs, least: number, bins = 25): ScoreBin[] {
  const width = (1 - least) / bins;
  const counts = new Array<number>(bins).fill(0);
  for (const value of score) {
    if (value < least) continue;
    const bin = Math.min(bins - 1, Math.floor((value - least) / width + 1e-9));
    counts[bin] = (counts[bin] as number) + 1;
  }
  return counts.map((pairs, at) => ({ from: least + at * width, to: least + (at + 1) * width, pairs }));
}

/** What each threshold would find. */
export interface CurvePoint {
  readonly threshold: number;
  readonly pairs: number;
  readonly people: number;
}

/** Pairs and people at `steps` + 1 thresholds from `least` to 1. */
export function matchCurve(records: number, pairs: ScoredPairs, least: number, steps = 20): CurvePoint[] {
  return Array.from({ length: steps + 1 }, (_, at) => {
    const threshold = least + ((1 - least) * at) / steps;
    const kept = [...pairs.score.keys()].filter((pair) => (pairs.score[pair] as number) >= threshold - 1e-12);
    const groups = clusterPairs(records, {
      first: Uint32Array.from(kept, (pair) => pairs.first[pair] as number),
      second: Uint32Array.from(kept, (pair) => pairs.second[pair] as number),
      score: Float64Array.from(kept, (pair) => pairs.score[pair] as number),
    });
    return { threshold, pairs: kept.length, people: groups.reduce((most, group) => Math.max(most, group), -1) + 1 };
  });
}
