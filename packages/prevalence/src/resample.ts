/** Resampling people over the histories that occur, and leaving one person out of each. */

import type { LeftOut } from './bca.ts';
import { type CaptureTable, keepLists, knownPeople } from './capture-table.ts';
import type { NoiseSource } from './noise.ts';
import { noisyAgain } from './noisy-table.ts';
import type { Uniform } from './random.ts';

/** How a table is turned into an estimate; undefined where it has none. */
export type Estimator = (table: CaptureTable) => number | undefined;

/** Resamples asked for and what came of them. */
export interface Resamples {
  /** Estimates of the resamples that have one, in order. */
  readonly estimates: readonly number[];
  /** Resamples without an estimate. */
  readonly failed: number;
}

export interface ResampleOptions {
  /** Put on every history of every resample, as it was put on the table. */
  readonly noise?: NoiseSource;
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
}

/** One multinomial draw of all people over the observed histories; lists that nobody is on any more are dropped. */
export function resampleTable(table: CaptureTable, uniform: Uniform): CaptureTable | undefined {
  return withEmptyListsDropped(drawnAgain(table, uniform));
}

function drawnAgain(table: CaptureTable, uniform: Uniform): CaptureTable {
  const seen: number[] = [];
  const upTo: number[] = [];
  let sum = 0;
  for (let history = 1; history < table.counts.length; history++) {
    if ((table.counts[history] as number) === 0) continue;
    sum += table.counts[history] as number;
    seen.push(history);
    upTo.push(sum);
  }
  const counts = new Float64Array(table.counts.length);
  for (let person = 0; person < sum; person++) {
    const drawn = uniform() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (drawn < (upTo[middle] as number)) high = middle;
      else low = middle + 1;
    }
    const history = seen[low] as number;
    counts[history] = (counts[history] as number) + 1;
  }
  return { lists: table.lists, counts };
}

/** Estimates of `times` resamples. */
export function bootstrap(
  table: CaptureTable,
  estimator: Estimator,
  times: number,
  uniform: Uniform,
  { onProgress, signal, noise }: ResampleOptions = {},
): Resamples {
  const estimates: number[] = [];
  for (let done = 0; done < times; done++) {
    signal?.throwIfAborted();
    const resampled = noise ? noisyAgain(drawnAgain(table, uniform), noise) : resampleTable(table, uniform);
    const estimate = resampled && estimator(resampled);
    if (estimate !== undefined && Number.isFinite(estimate)) estimates.push(estimate);
    onProgress?.(done + 1, times);
  }
  return { estimates, failed: times - estimates.length };
}

/** The estimate with one person less, for every history that somebody has; histories without one are left out. */
export function jackknife(table: CaptureTable, estimator: Estimator, signal?: AbortSignal): LeftOut[] {
  if (knownPeople(table) < 2) return [];
  const found: LeftOut[] = [];
  for (const [history, count] of table.counts.entries()) {
    if (count === 0) continue;
    signal?.throwIfAborted();
    const counts = table.counts.slice();
    counts[history] = count - 1;
    const rest = withEmptyListsDropped({ lists: table.lists, counts });
    const estimate = rest && estimator(rest);
    if (estimate !== undefined && Number.isFinite(estimate)) found.push({ count, estimate });
  }
  return found;
}

function withEmptyListsDropped(table: CaptureTable): CaptureTable | undefined {
  return keepLists(
    table,
    table.lists.map((_, list) => list),
  );
}
