import { type ColumnSet, cellsOf, columnSetKey } from '../pgm/factor.ts';

/** A set of columns whose counts matter, and how much. */
export interface WeightedSet {
  readonly set: ColumnSet;
  readonly weight: number;
}

/** All sets of `ways` columns of at most `mostCells` cells, each of weight 1. */
export function allSets(sizes: readonly number[], ways: number, mostCells: number): WeightedSet[] {
  let sets: ColumnSet[] = [[]];
  for (let way = 0; way < ways; way++) {
    sets = sets.flatMap((set) => {
      const from = (set.at(-1) ?? -1) + 1;
      return Array.from({ length: Math.max(0, sizes.length - from) }, (_, at) => [...set, from + at]).filter(
        (next) => cellsOf(sizes, next) <= mostCells,
      );
    });
  }
  return sets.map((set) => ({ set, weight: 1 }));
}

/**
 * AIM's candidates: every non-empty subset r of a workload set, with weight `Σ_s c_s |r ∩ s|` over the workload (McKenna,
 * Mullins, Sheldon and Miklau 2022, section 4). Smaller sets first, then by columns.
 */
export function weighedClosure(workload: readonly WeightedSet[]): WeightedSet[] {
  const found = new Map<string, ColumnSet>();
  for (const { set } of workload) {
    for (let mask = 1; mask < 1 << set.length; mask++) {
      const subset = set.filter((_, at) => (mask >> at) & 1);
      found.set(columnSetKey(subset), subset);
    }
  }
  const perColumn = new Map<number, number>();
  for (const { set, weight } of workload) {
    for (const column of set) perColumn.set(column, (perColumn.get(column) ?? 0) + weight);
  }
  // Σ_s c_s |r ∩ s| is the sum over r's columns of the weight of all workload sets with that column.
  return [...found.values()]
    .map((set) => ({ set, weight: set.reduce((sum, column) => sum + (perColumn.get(column) ?? 0), 0) }))
    .sort((a, b) => a.set.length - b.set.length || compare(a.set, b.set));
}

function compare(a: ColumnSet, b: ColumnSet): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
