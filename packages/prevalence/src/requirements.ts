import { Refusal } from '@casebridge/refusal';
import { type CaptureTable, peopleOnAll, peopleOnExactly } from './capture-table.ts';
import { pairsOf } from './terms.ts';

/** Least known people of a part of the population that is estimated by itself, beside the whole. */
export const leastStratum = 300;

/** Why a table gives no more than a lower bound. */
export type Shortfall = 'three_lists' | 'ten_on_two_lists' | 'overlapping_triple';

/** What a table lacks for a model with pairs: at least three lists, ten people on two or more, and three that overlap. */
export function shortfalls(table: CaptureTable): readonly Shortfall[] {
  const lists = table.lists.length;
  const lacking: Shortfall[] = [];
  if (lists < 3) lacking.push('three_lists');
  if (peopleOnSeveral(table) < 10) lacking.push('ten_on_two_lists');
  if (!hasOverlappingTriple(table)) lacking.push('overlapping_triple');
  return lacking;
}

/** Refusal where nobody is on two lists: nothing can be learnt of those on none, not even a bound. */
export function refuseWithoutOverlap(table: CaptureTable, name: string): void {
  if (peopleOnSeveral(table) > 0) return;
  throw new Refusal(
    'prevalence-overlap',
    `${name}: nobody is on two lists, so nothing can be learnt of those on none; link the lists first, or use lists that share people.`,
  );
}

/** People on two lists or more. */
export function peopleOnSeveral(table: CaptureTable): number {
  let sum = 0;
  for (let many = 2; many <= table.lists.length; many++) sum += peopleOnExactly(table, many);
  return sum;
}

function hasOverlappingTriple(table: CaptureTable): boolean {
  const overlapping = new Set(pairsOf(table.lists.length).filter((pair) => peopleOnAll(table, pair) > 0));
  for (const pair of overlapping) {
    for (let list = 0; list < table.lists.length; list++) {
      if (pair & (1 << list)) continue;
      const first = pair & -pair;
      if (overlapping.has(first | (1 << list)) && overlapping.has((pair ^ first) | (1 << list))) return true;
    }
  }
  return false;
}
