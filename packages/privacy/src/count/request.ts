import { Refusal } from '@casebridge/refusal';
import { cellCount, joinNames, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** Most cells of one counted set. */
export const mostCells = 2 ** 27;
/** Cells counted before the next sets are begun: bounds the memory of long requests. */
const cellsAtOnce = 2 ** 24;

/** Positions of a set's variables. RangeError: unknown variable, or not in ascending order. Refusal: too many cells. */
export function positionsOf(domains: Domains, variables: readonly string[], set: readonly string[]): number[] {
  const positions = set.map((name) => variables.indexOf(name));
  for (const [axis, position] of positions.entries()) {
    if (position < 0) throw new RangeError(`no variable '${set[axis]}' in the table`);
    if (axis > 0 && position <= (positions[axis - 1] as number)) {
      throw new RangeError(`the set ${joinNames(set)} is not in the order of the domains`);
    }
  }
  if (cellCount(sizesOf(domains, set)) > mostCells) {
    throw new Refusal(
      'set-too-large',
      `The set ${joinNames(set)} has more than ${mostCells} cells; leave a column out.`,
    );
  }
  return positions;
}

/** Consecutive stretches of a request whose cells fit in memory together: `[from, to)` positions. */
export function stretches(cells: readonly number[]): (readonly [from: number, to: number])[] {
  const found: (readonly [number, number])[] = [];
  let from = 0;
  let sum = 0;
  for (const [at, size] of cells.entries()) {
    if (at > from && sum + size > cellsAtOnce) {
      found.push([from, at]);
      from = at;
      sum = 0;
    }
    sum += size;
  }
  if (from < cells.length) found.push([from, cells.length]);
  return found;
}
