import { cellCount, domainSize, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** Sets of columns to compare, and how many were left out for having too many cells. */
export interface ColumnSets {
  readonly sets: readonly (readonly string[])[];
  readonly leftOut: number;
}

/** Every set of 1 to `ways` columns with at most `mostCells` cells, by size and then in the order of the domain. */
export function columnSets(domains: Domains, ways: number, mostCells: number): ColumnSets {
  const names = Object.keys(domains);
  const sets: string[][] = [];
  let leftOut = 0;
  const extend = (set: readonly string[], from: number, left: number) => {
    for (let at = from; at < names.length; at++) {
      const larger = [...set, names[at] as string];
      if (left > 1) extend(larger, at + 1, left - 1);
      else if (cellCount(sizesOf(domains, larger)) <= mostCells) sets.push(larger);
      else leftOut++;
    }
  };
  for (let size = 1; size <= Math.min(ways, names.length); size++) extend([], 0, size);
  return { sets, leftOut };
}

/** Where the axis of one column lies in a set's row-major cells: outer × size × inner. RangeError: not in the set. */
export function axisOf(
  domains: Domains,
  set: readonly string[],
  name: string,
): { readonly outer: number; readonly size: number; readonly inner: number } {
  const axis = set.indexOf(name);
  if (axis < 0) throw new RangeError(`no column '${name}' in the set`);
  return {
    outer: cellCount(sizesOf(domains, set.slice(0, axis))),
    size: domainSize(domains, name),
    inner: cellCount(sizesOf(domains, set.slice(axis + 1))),
  };
}
