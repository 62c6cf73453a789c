import { type ToldApart, toldApart } from './told-apart.ts';

/**
 * The audit of a mechanism in many runs (Jagielski, Ullman and Oprea 2020; Nasr et al. 2021): it is run again and again on
 * records with a canary and on the same records without it, by an attacker who knows everything else. How well a threshold
 * on his statistic tells the two apart bounds from below what the mechanism gives away of one record.
 */
export interface ManyRuns {
  /**
   * One run of the mechanism, with or without the canary, and the attacker's statistic of what it published: more speaks
   * for the canary. Runs must be independent of each other.
   */
  readonly run: (present: boolean, at: number) => number | Promise<number>;
  /** Runs with the canary, and as many without. */
  readonly runs: number;
  /**
   * Thresholds fixed beforehand; or the share of runs, between 0 and 1, from which the best one for μ and the best one for
   * ε are learned. Runs that choose the thresholds do not count towards the bounds.
   */
  readonly threshold: readonly number[] | { readonly learnedFrom: number };
  readonly delta: number;
  /** Probability with which each bound on a rate may miss; 0.025 when absent. */
  readonly miss?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** What many runs prove. `epsilon` and `mu` are the largest lower bounds over the thresholds, `muHigh` the least upper. */
export interface ManyRunsFinding extends Pick<ToldApart, 'epsilon' | 'mu' | 'muHigh'> {
  readonly byThreshold: readonly (ToldApart & { readonly threshold: number })[];
  /** The most that a lower bound is wrong with: 2 · miss for each threshold. */
  readonly falseAlarm: number;
}

/** RangeError: fewer than one run, no threshold, or a share to learn from that leaves nothing. */
export async function auditManyRuns(audit: ManyRuns): Promise<ManyRunsFinding> {
  const { run, runs, threshold, delta, miss = 0.025, signal, onProgress } = audit;
  if (!Number.isSafeInteger(runs) || runs < 1) throw new RangeError('an audit has at least one run');
  const present: number[] = [];
  const absent: number[] = [];
  for (let at = 0; at < runs; at++) {
    signal?.throwIfAborted();
    present.push(await run(true, at));
    absent.push(await run(false, at));
    onProgress?.({ done: at + 1, total: runs });
  }
  if (!('learnedFrom' in threshold)) return judge(present, absent, threshold, delta, miss);
  const learning = Math.floor(runs * threshold.learnedFrom);
  if (!(learning >= 1 && learning < runs)) throw new RangeError('a threshold is learned from some runs, not from all');
  const best = bestThresholds(present.slice(0, learning), absent.slice(0, learning), delta);
  return judge(present.slice(learning), absent.slice(learning), best, delta, miss);
}

function judge(
  present: readonly number[],
  absent: readonly number[],
  thresholds: readonly number[],
  delta: number,
  miss: number,
): ManyRunsFinding {
  if (thresholds.length === 0) throw new RangeError('an audit needs a threshold');
  const byThreshold = thresholds.map((threshold) => ({
    threshold,
    ...toldApart(
      {
        hits: countAbove(present, threshold),
        present: present.length,
        alarms: countAbove(absent, threshold),
        absent: absent.length,
      },
      delta,
      miss,
    ),
  }));
  return {
    epsilon: Math.max(...byThreshold.map(({ epsilon }) => epsilon)),
    mu: Math.max(...byThreshold.map(({ mu }) => mu)),
    muHigh: Math.min(...byThreshold.map(({ muHigh }) => muHigh)),
    byThreshold,
    falseAlarm: Math.min(1, 2 * miss * thresholds.length),
  };
}

// For μ halfway between the medians, which is best where both worlds look alike but for a shift, and steadier than the best
// of a few runs; for ε the one with the best lower bound.
function bestThresholds(present: readonly number[], absent: readonly number[], delta: number): readonly number[] {
  const [hits, alarms] = [Float64Array.from(present).sort(), Float64Array.from(absent).sort()];
  const middle = (median(hits) + median(alarms)) / 2;
  const values = Float64Array.from(new Set([...present, ...absent])).sort();
  const step = Math.max(1, Math.floor(values.length / 200));
  let far = { threshold: middle, epsilon: 0 };
  for (let at = 0; at < values.length; at += step) {
    const threshold = values[at] as number;
    const guesses = {
      hits: sortedAbove(hits, threshold),
      present: hits.length,
      alarms: sortedAbove(alarms, threshold),
      absent: alarms.length,
    };
    const { epsilon } = toldApart(guesses, delta);
    if (epsilon > far.epsilon) far = { threshold, epsilon };
  }
  return [...new Set([middle, far.threshold])];
}

function median(sorted: Float64Array): number {
  return sorted[sorted.length >> 1] as number;
}

function countAbove(values: readonly number[], threshold: number): number {
  return values.filter((value) => value > threshold).length;
}

function sortedAbove(values: Float64Array, threshold: number): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((values[middle] as number) > threshold) high = middle;
    else low = middle + 1;
  }
  return values.length - low;
}
