import type { ColumnSet } from './factor.ts';
import { publishedRandom } from './published-random.ts';

/** The order in which columns are summed out, and what each is summed out of. */
export interface Elimination {
  readonly order: readonly number[];
  /** For each column, in the order's order: its neighbours at that moment, ascending. */
  readonly neighbours: readonly ColumnSet[];
  /** Cells of all maximal cliques together: what an order is judged by. */
  readonly cells: number;
}

/** A graph on columns: `adjacent[a]` has bit b of word b / 32 where a and b are in one measured set. */
export interface ColumnGraph {
  readonly columns: number;
  readonly words: number;
  readonly adjacent: Uint32Array;
}

export function columnGraph(columns: number, sets: readonly ColumnSet[]): ColumnGraph {
  const words = Math.max(1, Math.ceil(columns / 32));
  const adjacent = new Uint32Array(columns * words);
  for (const set of sets) {
    for (const a of set) {
      for (const b of set) if (a !== b) setBit(adjacent, a * words, b);
    }
  }
  return { columns, words, adjacent };
}

/**
 * An elimination order: greedily the column whose clique has the fewest cells, among equals the one that adds the fewest
 * edges. `restarts` further tries break near-ties by a fixed generator; the order with the fewest cells is kept, the first
 * among equals. No clock is read, so the same graph gives the same order everywhere.
 */
export function eliminationOrder(graph: ColumnGraph, sizes: readonly number[], restarts: number): Elimination {
  let best = eliminate(graph, sizes, () => 1);
  if (restarts === 0) return best;
  const random = publishedRandom('elimination-order');
  for (let restart = 0; restart < restarts; restart++) {
    const found = eliminate(graph, sizes, () => 1 + 0.5 * random.unit());
    if (found.cells < best.cells) best = found;
  }
  return best;
}

/** Cells of all maximal cliques of the greedy order: its `cells` alone, which takes a fraction of the time. */
export function eliminationCells(graph: ColumnGraph, sizes: readonly number[]): number {
  return run(graph, sizes, () => 1, null);
}

/** `blur` multiplies each column's clique size before columns are compared. */
function eliminate(graph: ColumnGraph, sizes: readonly number[], blur: () => number): Elimination {
  const order: number[] = [];
  const neighbours: ColumnSet[] = [];
  const cells = run(graph, sizes, blur, (column, around) => {
    order.push(column);
    neighbours.push(around);
  });
  return { order, neighbours, cells };
}

type OnColumn = (column: number, around: ColumnSet) => void;

function run(
  { columns, words, adjacent }: ColumnGraph,
  sizes: readonly number[],
  blur: () => number,
  onColumn: OnColumn | null,
): number {
  const graph = adjacent.slice();
  const left = Int32Array.from({ length: columns }, (_, column) => column);
  const sums = new Float64Array(columns);
  for (let column = 0; column < columns; column++) sums[column] = cliqueCells(graph, words, column, sizes);
  const cliques = new Uint32Array(columns * words);
  let found = 0;
  let cells = 0;
  for (let count = columns; count > 0; count--) {
    const place = cheapest(graph, words, left, count, sums, blur);
    const column = left[place] as number;
    left.copyWithin(place, place + 1, count);
    const from = column * words;
    onColumn?.(column, membersOf(graph, from, words));
    cliques.set(graph.subarray(from, from + words), found * words);
    setBit(cliques, found * words, column);
    if (!isCovered(cliques, words, found)) {
      found += 1;
      cells += sums[column] as number;
    }
    for (let at = 0; at < count - 1; at++) {
      const other = left[at] as number;
      if (!hasBit(graph, from, other)) continue;
      for (let word = 0; word < words; word++) {
        const own = other * words + word;
        graph[own] = ((graph[own] as number) | (graph[from + word] as number)) >>> 0;
      }
      clearBit(graph, other * words, other);
      clearBit(graph, other * words, column);
      sums[other] = cliqueCells(graph, words, other, sizes);
    }
  }
  return cells;
}

/** Cells of a column with all its neighbours. */
function cliqueCells(graph: Uint32Array, words: number, column: number, sizes: readonly number[]): number {
  let cells = sizes[column] as number;
  for (let word = 0; word < words; word++) {
    let rest = graph[column * words + word] as number;
    while (rest !== 0) {
      cells *= sizes[word * 32 + 31 - Math.clz32(rest & -rest)] as number;
      rest = (rest & (rest - 1)) >>> 0;
    }
  }
  return cells;
}

/** Place in `left` of the column to take next. */
function cheapest(
  graph: Uint32Array,
  words: number,
  left: Int32Array,
  count: number,
  sums: Float64Array,
  blur: () => number,
): number {
  let found = -1;
  let least = Infinity;
  let leastFill = -1;
  for (let at = 0; at < count; at++) {
    const value = (sums[left[at] as number] as number) * blur();
    if (value > least) continue;
    if (value < least) {
      found = at;
      least = value;
      leastFill = -1;
      continue;
    }
    if (leastFill < 0) leastFill = fillOf(graph, words, left[found] as number);
    if (leastFill === 0) continue;
    const fill = fillOf(graph, words, left[at] as number);
    if (fill < leastFill) {
      found = at;
      leastFill = fill;
    }
  }
  return found;
}

/** Whether the clique at a place lies within one before it. */
function isCovered(cliques: Uint32Array, words: number, place: number): boolean {
  for (let other = 0; other < place; other++) {
    let inside = true;
    for (let word = 0; word < words && inside; word++) {
      const own = cliques[place * words + word] as number;
      inside = (own & ~(cliques[other * words + word] as number)) === 0;
    }
    if (inside) return true;
  }
  return false;
}

/** Edges missing between the neighbours of a column. */
function fillOf(graph: Uint32Array, words: number, column: number): number {
  let missing = 0;
  for (let block = 0; block < words; block++) {
    let rest = graph[column * words + block] as number;
    while (rest !== 0) {
      const a = block * 32 + 31 - Math.clz32(rest & -rest);
      rest = (rest & (rest - 1)) >>> 0;
      for (let word = 0; word < words; word++) {
        missing += bitCount((graph[column * words + word] as number) & ~(graph[a * words + word] as number));
      }
      missing -= 1;
    }
  }
  return missing / 2;
}

function membersOf(bits: Uint32Array, from: number, words: number): number[] {
  const found: number[] = [];
  for (let word = 0; word < words; word++) {
    let rest = bits[from + word] as number;
    while (rest !== 0) {
      const lowest = 31 - Math.clz32(rest & -rest);
      found.push(word * 32 + lowest);
      rest = (rest & (rest - 1)) >>> 0;
    }
  }
  return found;
}

function setBit(bits: Uint32Array, from: number, bit: number): void {
  const at = from + (bit >> 5);
  bits[at] = ((bits[at] as number) | (1 << (bit & 31))) >>> 0;
}

function clearBit(bits: Uint32Array, from: number, bit: number): void {
  const at = from + (bit >> 5);
  bits[at] = ((bits[at] as number) & ~(1 << (bit & 31))) >>> 0;
}

function hasBit(bits: Uint32Array, from: number, bit: number): boolean {
  return (((bits[from + (bit >> 5)] as number) >>> (bit & 31)) & 1) === 1;
}

function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
