// Merge-improve: a row is moved to another group that already publishes a finer tuple over that very row, wherever the group it
// leaves still passes the test without it and the group it joins with it. A move never makes any tuple coarser, and the group that
// was left may become finer; so the loss only falls. Groups are found by their tuple, one table of tuples per combination of levels.
import type { DistinctRows } from './distinct-rows.ts';
import type { ColumnHierarchy } from './hierarchy.ts';
import type { GroupTest, LocalGroup } from './local-groups.ts';
import { type SplitGroups, tighten } from './split-top-down.ts';

/** Most tuples looked up in one pass: beyond it only the combinations of levels that most groups have are tried. */
const mostLookups = 800_000;

/** Moves rows once over all groups and tightens the groups that were left. Every row stays in exactly one group. */
export function moveRows(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  test: GroupTest,
  { order, groups }: SplitGroups,
  importance: readonly number[],
): SplitGroups {
  const groupOf = new Uint32Array(rows.count);
  for (const [at, { start, end }] of groups.entries()) {
    for (let place = start; place < end; place++) groupOf[order[place] as number] = at;
  }
  const sizes = groups.map(({ size }) => size);
  const balance = valueBalance(rows, test, order, groups, sizes);
  const lossOf = rowLoss(rows, hierarchies, importance);
  const candidates = groups.flatMap((group, at) =>
    group.size > test.k && group.levels.some((level) => level > 0) ? [at] : [],
  );
  const rowsToTry = candidates.reduce((sum, at) => {
    const { start, end } = groups[at] as LocalGroup;
    return sum + end - start;
  }, 0);
  const tables = tupleTables(rows, hierarchies, groups, order).slice(
    0,
    Math.ceil(mostLookups / Math.max(1, rowsToTry)),
  );
  let moves = 0;
  for (const from of candidates) {
    const { levels, start, end } = groups[from] as LocalGroup;
    for (let place = start; place < end; place++) {
      const row = order[place] as number;
      const weight = rows.weights[row] as number;
      if ((sizes[from] as number) - weight < test.k) continue;
      const to = finest(row, lossOf(row, levels), from);
      if (to < 0 || !balance.mayMove(row, from, to)) continue;
      balance.move(row, from, to);
      groupOf[row] = to;
      sizes[from] = (sizes[from] as number) - weight;
      sizes[to] = (sizes[to] as number) + weight;
      moves++;
    }
  }
  return moves === 0 ? { order, groups } : regrouped();

  function finest(row: number, than: number, from: number): number {
    let best = -1;
    let least = than - 1e-12;
    for (const { levels, keyOf, groupOf: groupOfTuple } of tables) {
      const loss = lossOf(row, levels);
      if (loss >= least) continue;
      const group = groupOfTuple.get(keyOf(row));
      if (group === undefined || group === from) continue;
      best = group;
      least = loss;
    }
    return best;
  }

  function regrouped(): SplitGroups {
    const starts = new Uint32Array(groups.length + 1);
    for (const group of groupOf) starts[group + 1] = (starts[group + 1] as number) + 1;
    for (let at = 1; at < starts.length; at++) starts[at] = (starts[at] as number) + (starts[at - 1] as number);
    const places = starts.slice();
    const next = new Uint32Array(order.length);
    for (const row of order) {
      const group = groupOf[row] as number;
      next[places[group] as number] = row;
      places[group] = (places[group] as number) + 1;
    }
    const moved = groups.map(({ levels, frozen }, at) => {
      const [start, end] = [starts[at] as number, starts[at + 1] as number];
      const group = { start, end, size: sizes[at] as number, levels: levels.slice(), frozen };
      tighten(rows, next, group);
      return group;
    });
    return { order: next, groups: moved };
  }
}

/** Keeps count of each group's sensitive values while rows move; groups that no row touches are never counted. */
function valueBalance(
  rows: DistinctRows,
  test: GroupTest,
  order: Uint32Array,
  groups: readonly LocalGroup[],
  sizes: readonly number[],
) {
  const known = new Map<number, Uint32Array[]>();
  const countsOf = (group: number): Uint32Array[] => {
    let counts = known.get(group);
    if (!counts) {
      const { start, end } = groups[group] as LocalGroup;
      counts = test.codes.map((codes, at) => {
        const table = new Uint32Array(test.values[at] as number);
        for (let place = start; place < end; place++) {
          const row = order[place] as number;
          table[codes[row] as number] = (table[codes[row] as number] as number) + (rows.weights[row] as number);
        }
        return table;
      });
      known.set(group, counts);
    }
    return counts;
  };
  const add = (group: number, row: number, weight: number) => {
    for (const [at, counts] of countsOf(group).entries()) {
      const code = test.codes[at]?.[row] as number;
      counts[code] = (counts[code] as number) + weight;
    }
  };
  const accepts = (group: number, size: number) =>
    test.constraints.every((constraint, at) => constraint.accepts(countsOf(group)[at] as Uint32Array, size));
  const isFree = test.constraints.length === 0;
  const move = (row: number, from: number, to: number) => {
    if (isFree) return;
    add(from, row, -(rows.weights[row] as number));
    add(to, row, rows.weights[row] as number);
  };
  return {
    move,
    mayMove(row: number, from: number, to: number): boolean {
      if (isFree) return true;
      const weight = rows.weights[row] as number;
      move(row, from, to);
      const may = accepts(from, (sizes[from] as number) - weight) && accepts(to, (sizes[to] as number) + weight);
      move(row, to, from);
      return may;
    },
  };
}

/** Loss of a row under given levels, over all columns. */
function rowLoss(rows: DistinctRows, hierarchies: readonly ColumnHierarchy[], importance: readonly number[]) {
  const scales = hierarchies.map(({ labels }, column) => {
    const values = (labels[0] as readonly string[]).length;
    return values === 1 ? 0 : (importance[column] as number) / (1 - 1 / values);
  });
  return (row: number, levels: Uint8Array): number => {
    let loss = 0;
    for (let column = 0; column < levels.length; column++) {
      const level = levels[column] as number;
      const code = rows.coded[column]?.[level]?.[row] as number;
      loss += (scales[column] as number) * (hierarchies[column]?.shares[level]?.[code] as number);
    }
    return loss;
  };
}

interface TupleTable {
  readonly levels: Uint8Array;
  /** A row's tuple at these levels: a number, or a text where it would pass 2^53. */
  keyOf(row: number): number | string;
  readonly groupOf: Map<number | string, number>;
}

/** One table per combination of levels that a group has, those with most groups first. */
function tupleTables(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  groups: readonly LocalGroup[],
  order: Uint32Array,
): TupleTable[] {
  const tables = new Map<string, TupleTable>();
  for (const [at, { levels, start }] of groups.entries()) {
    const name = levels.join();
    let table = tables.get(name);
    if (!table) {
      table = { levels, keyOf: tupleKey(rows, hierarchies, levels), groupOf: new Map() };
      tables.set(name, table);
    }
    table.groupOf.set(table.keyOf(order[start] as number), at);
  }
  return [...tables.values()].sort((a, b) => b.groupOf.size - a.groupOf.size);
}

function tupleKey(rows: DistinctRows, hierarchies: readonly ColumnHierarchy[], levels: Uint8Array) {
  const codes = Array.from(levels, (level, column) => rows.coded[column]?.[level] as Uint16Array);
  const sizes = Array.from(levels, (level, column) => hierarchies[column]?.labels[level]?.length as number);
  if (sizes.reduce((product, size) => product * size, 1) > 2 ** 53) {
    return (row: number) => codes.map((column) => column[row]).join();
  }
  return (row: number) => {
    let key = 0;
    for (let column = 0; column < codes.length; column++) {
      key = key * (sizes[column] as number) + ((codes[column] as Uint16Array)[row] as number);
    }
    return key;
  };
}
