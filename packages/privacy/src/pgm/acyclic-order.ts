import type { Elimination } from './elimination-order.ts';
import { type ColumnSet, cellsOf, isWithin } from './factor.ts';

/**
 * An order that adds no edge, where there is one: columns that lie in one set only are taken off, and sets that lie within
 * others are dropped, until nothing is left (Graham 1979; Yu and Özsoyoğlu 1979). It exists exactly where the sets form a
 * junction tree as they are.
 *
 * @param sizes codes per column
 * @returns null where the sets have a cycle, or a column is in none of them
 */
export function acyclicOrder(sizes: readonly number[], sets: readonly ColumnSet[]): Elimination | null {
  let left = maximalSets(sets);
  const cells = left.reduce((sum, set) => sum + cellsOf(sizes, set), 0);
  const order: number[] = [];
  const neighbours: ColumnSet[] = [];
  const open = new Set(sizes.keys());
  while (open.size > 0) {
    const found = loneColumn(open, left);
    if (found === null) return null;
    const { column, home } = found;
    const around = home.filter((other) => other !== column);
    order.push(column);
    neighbours.push(around);
    open.delete(column);
    left = maximalSets([...left.filter((set) => set !== home), around]);
  }
  return { order, neighbours, cells };
}

/** Sets that lie within no other, each once. */
export function maximalSets(sets: readonly ColumnSet[]): ColumnSet[] {
  return sets.filter(
    (set, at) =>
      !sets.some((other, place) => {
        if (place === at || !isWithin(set, other)) return false;
        return other.length > set.length || place < at;
      }),
  );
}

function loneColumn(open: ReadonlySet<number>, sets: readonly ColumnSet[]): { column: number; home: ColumnSet } | null {
  for (const column of open) {
    const homes = sets.filter((set) => set.includes(column));
    const [home] = homes;
    if (home && homes.length === 1) return { column, home };
  }
  return null;
}
