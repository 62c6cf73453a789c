import { type ColumnSet, cellsOf, columnSetKey } from '../pgm/factor.ts';
import type { ModelSpace } from './model-space.ts';

/** A set of columns whose counts matter, and how much. */
export interface WeightedSet {
  readonly set: ColumnSet;
  readonly weight: number;
}

/** All sets of `ways` columns, of at most `mostCells` cells, each of weight 1. */
export function allSets(sizes: readonly number[], ways: number, mostCells = Infinity): WeightedSet[] {
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

/**
 * Every candidate over columns as candidates over axes: each of its columns by its codes, or by the groups above them. The
 * weight stays, for a coarse table is there for the same columns.
 */
export function axisVersions(candidates: readonly WeightedSet[], space: ModelSpace): WeightedSet[] {
  const found = new Map<string, WeightedSet>();
  for (const { set, weight } of candidates) {
    const versions = set.reduce<number[][]>(
      (some, column) => some.flatMap((one) => axesAbove(space, column).map((axis) => [...one, axis])),
      [[]],
    );
    for (const version of versions) {
      const axes = [...new Set(version)].sort((a, b) => a - b);
      const key = columnSetKey(axes);
      // A version may be a candidate by itself, where a parent is a column of the workload.
      if (axes.length === set.length && !((found.get(key)?.weight ?? 0) >= weight))
        found.set(key, { set: axes, weight });
    }
  }
  return [...found.values()];
}

/** A column's own axis and those of its groups, finest first. */
function axesAbove(space: ModelSpace, column: number): number[] {
  const { declared, splits } = space;
  const at = splits.findIndex((split) => split.column === column);
  const split = splits[at];
  if (!split) return [column];
  return split.parent === null ? [column, declared.length + at] : [column, ...axesAbove(space, split.parent)];
}

function compare(a: ColumnSet, b: ColumnSet): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
