/**
 * What a table of histories would have been under better matching: the linkage band where only one linkage can be had, such as a
 * table measured with noise, of which every further linkage would have to be paid for. Post-processing of the one table under a
 * stated model of the errors; both keep the length of every list.
 */
import { type CaptureTable, listsIn } from './capture-table.ts';

/**
 * The table had no match been missed, taking it that a share of pairs of records of one person was. Model: of a person on several
 * lists each record falls off alone with the same chance q, independently, so that a pair stays together with (1 − q)² = 1 − share;
 * what has fallen off passes for a person of its own. Solved from the longest history down; no count falls below zero.
 * RangeError: a share outside [0, 1).
 */
export function withMissedMatches({ lists, counts }: CaptureTable, share: number): CaptureTable {
  const q = 1 - Math.sqrt(1 - checked(share));
  const together = Float64Array.from(counts);
  const joined = histories(counts.length).filter((history) => listsIn(history) > 1);
  for (const history of [...joined].sort((a, b) => listsIn(b) - listsIn(a))) {
    const size = listsIn(history);
    let left = counts[history] as number;
    for (const longer of joined) {
      if (longer === history || (longer & history) !== history) continue;
      left -= (together[longer] as number) * (1 - q) ** size * q ** (listsIn(longer) - size);
    }
    together[history] = Math.max(0, Math.round(left / (1 - q) ** size));
  }
  return { lists, counts: withSingles(counts, together) };
}

/**
 * The table had nobody been joined to somebody else, taking it that a share of the people on several lists are several people: as
 * many as they have lists. RangeError: a share outside [0, 1).
 */
export function withWrongMatches({ lists, counts }: CaptureTable, share: number): CaptureTable {
  checked(share);
  const right = Float64Array.from(counts, (count, history) =>
    listsIn(history) > 1 ? Math.round(count * (1 - share)) : count,
  );
  return { lists, counts: withSingles(counts, right) };
}

// People on one list alone: whoever of the list is not on several, so that the list keeps its length.
function withSingles(before: Float64Array, after: Float64Array): Float64Array {
  const whole = Float64Array.from(after);
  for (let single = 1; single < before.length; single <<= 1) {
    let alone = before[single] as number;
    for (const history of histories(before.length)) {
      if (history !== single && (history & single) !== 0)
        alone += (before[history] as number) - (after[history] as number);
    }
    whole[single] = Math.max(0, alone);
  }
  return whole;
}

function histories(cells: number): number[] {
  return Array.from({ length: cells - 1 }, (_, at) => at + 1);
}

function checked(share: number): number {
  if (!(share >= 0 && share < 1)) throw new RangeError('a share of matches is at least 0 and below 1');
  return share;
}
