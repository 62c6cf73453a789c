import type { BitsTask } from './count-by-bits.ts';
import type { RadixTask } from './count-by-radix.ts';
import { lowSize } from './row-items.ts';

/** A set summed from another set of the request, once that is counted. */
export interface Derivation {
  readonly set: number;
  readonly from: number;
}

/** Work that one thread does in one go; tasks are independent of each other. */
export interface CountTask {
  readonly work: BitsTask | RadixTask;
  readonly derivations: readonly Derivation[];
  /** Estimated nanoseconds: the largest go first. */
  readonly cost: number;
}

/** Most free cells of the low columns of a set for bit vectors to pay. */
const mostFreeCells = 24;
/** Rough nanoseconds: a word joined and counted; a row put into a bit vector; a row counted by key; a row's key built. */
const cost = { word: 3, placed: 1, counted: 2, keyed: 2 };

/**
 * Which kernel counts which set. Sets of low columns, and those with one higher column beside them, go to bit vectors where
 * enough of them share the work of building these; the others share mixed-radix keys. A set whose cells can be had by
 * summing a larger one that is counted by key is derived.
 *
 * @param sets column positions, ascending within each set
 * @param sizes domain size per column
 */
export function planCounting(
  sets: readonly (readonly number[])[],
  sizes: readonly number[],
  rows: number,
): readonly CountTask[] {
  const low = (column: number) => (sizes[column] as number) <= lowSize;
  const byPartition = new Map<number | null, number[]>();
  const others: number[] = [];
  for (const [at, set] of sets.entries()) {
    const higher = set.filter((column) => !low(column));
    const freeCells = set.filter(low).reduce((cells, column) => cells * ((sizes[column] as number) - 1), 1);
    const lows = set.length - higher.length;
    if (higher.length <= 1 && lows > 0 && freeCells <= mostFreeCells) {
      const partition = higher[0] ?? null;
      const members = byPartition.get(partition);
      if (members) members.push(at);
      else byPartition.set(partition, [at]);
    } else others.push(at);
  }
  const tasks: CountTask[] = [];
  for (const [partition, members] of byPartition) {
    const columns = new Set(members.flatMap((at) => sets[at] as readonly number[]));
    const words = rows / 32 + (partition === null ? 0 : (sizes[partition] as number));
    const counting = members.reduce((sum, at) => sum + freeCellsOf(sets[at] as readonly number[], partition, sizes), 0);
    const building = columns.size * rows * cost.placed;
    if (building + counting * words * cost.word > members.length * rows * cost.counted) others.push(...members);
    else tasks.push(...bitsTasks(sets, sizes, partition, members, building, words));
  }
  return [...tasks, ...radixTasks(sets, sizes, rows, others)].sort((a, b) => b.cost - a.cost);
}

function freeCellsOf(set: readonly number[], partition: number | null, sizes: readonly number[]): number {
  return set.reduce((cells, column) => (column === partition ? cells : cells * ((sizes[column] as number) - 1)), 1);
}

/** Splits the sets over one ordering column where the counting outweighs building the bit vectors again. */
function bitsTasks(
  sets: readonly (readonly number[])[],
  sizes: readonly number[],
  partition: number | null,
  members: readonly number[],
  building: number,
  words: number,
): CountTask[] {
  const byFirst = [...members].sort((a, b) => compareSets(sets[a] as readonly number[], sets[b] as readonly number[]));
  const costs = byFirst.map((at) => freeCellsOf(sets[at] as readonly number[], partition, sizes) * words * cost.word);
  const total = costs.reduce((sum, one) => sum + one, 0);
  const share = Math.max(building, total / (partition === null ? 8 : 2));
  const tasks: CountTask[] = [];
  let start = 0;
  let sum = 0;
  for (let at = 0; at < byFirst.length; at++) {
    sum += costs[at] as number;
    if (sum < share && at < byFirst.length - 1) continue;
    const work: BitsTask = { kind: 'bits', partition, sets: byFirst.slice(start, at + 1) };
    tasks.push({ work, derivations: [], cost: sum + building });
    start = at + 1;
    sum = 0;
  }
  return tasks;
}

function radixTasks(
  sets: readonly (readonly number[])[],
  sizes: readonly number[],
  rows: number,
  wanted: readonly number[],
): CountTask[] {
  const cells = (at: number) => (sets[at] as readonly number[]).reduce((n, column) => n * (sizes[column] as number), 1);
  const derivedFrom = new Map<number, Derivation[]>();
  const largestFirst = [...wanted].sort(
    (a, b) => (sets[b] as readonly number[]).length - (sets[a] as readonly number[]).length,
  );
  const smallestHolding = new Map<string, number>();
  const groups = new Map<string, { prefix: readonly number[]; members: { set: number; column: number | null }[] }>();
  for (const at of largestFirst) {
    const set = sets[at] as readonly number[];
    const from = smallestHolding.get(set.join());
    if (from !== undefined && cells(from) < rows * cost.counted) {
      derivedFrom.set(from, [...(derivedFrom.get(from) ?? []), { set: at, from }]);
      continue;
    }
    for (const subset of subsets(set)) {
      const known = smallestHolding.get(subset.join());
      if (known === undefined || cells(at) < cells(known)) smallestHolding.set(subset.join(), at);
    }
    const column = smallestColumn(set, sizes);
    const prefix = set.filter((one) => one !== column);
    const group = groups.get(prefix.join()) ?? { prefix, members: [] };
    groups.set(prefix.join(), group);
    group.members.push({ set: at, column });
  }
  return [...groups.values()].map(({ prefix, members }) => {
    const derivations = members.flatMap(({ set }) => derivedFrom.get(set) ?? []);
    const work: RadixTask = { kind: 'radix', prefix, members };
    const visited = members.reduce((sum, { set }) => sum + rows * cost.counted + cells(set), 0);
    return { work, derivations, cost: rows * cost.keyed * prefix.length + visited };
  });
}

/** The column with the fewest codes, so that sets share the key of the larger ones; null for the empty set. */
function smallestColumn(set: readonly number[], sizes: readonly number[]): number | null {
  let smallest: number | null = null;
  for (const column of set) {
    if (smallest === null || (sizes[column] as number) < (sizes[smallest] as number)) smallest = column;
  }
  return smallest;
}

function subsets(set: readonly number[]): number[][] {
  let found: number[][] = [[]];
  for (const column of set) found = [...found, ...found.map((subset) => [...subset, column])];
  return found;
}

function compareSets(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.min(a.length, b.length); at++) {
    if (a[at] !== b[at]) return (a[at] as number) - (b[at] as number);
  }
  return a.length - b.length;
}
