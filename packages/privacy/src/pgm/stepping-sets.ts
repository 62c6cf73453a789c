import { type ColumnSet, cellsOf, columnSetKey, isWithin } from './factor.ts';
import type { JunctionTree } from './junction-tree.ts';

/** Tables of fewer cells are summed as they are. */
const fewestCells = 256;

/**
 * Sets between cliques and the measured sets within them, so that a large table is summed a few times and not once for every
 * set: all sets without its largest column are read from the table without that column, and of the others all without its next
 * largest column from the table without that one. The same again below.
 */
export function steppingSets({ sizes, cliques }: JunctionTree, measured: readonly ColumnSet[]): ColumnSet[] {
  const found = new Map<string, ColumnSet>();
  const split = (outer: ColumnSet): void => {
    if (cellsOf(sizes, outer) < fewestCells) return;
    const columns = [...outer].sort((a, b) => (sizes[b] as number) - (sizes[a] as number) || a - b);
    let own = measured.filter((set) => set.length < outer.length && isWithin(set, outer));
    for (const column of columns.slice(0, 2)) {
      if (own.length < 4) return;
      const without = own.filter((set) => !set.includes(column));
      if (without.length > 1) {
        const inner = outer.filter((other) => other !== column);
        const key = columnSetKey(inner);
        if (!found.has(key)) {
          found.set(key, inner);
          split(inner);
        }
      }
      own = own.filter((set) => set.includes(column));
    }
  };
  for (const clique of cliques) split(clique);
  return [...found.values()];
}
