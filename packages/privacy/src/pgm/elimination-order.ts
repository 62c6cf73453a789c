import { type ColumnSet, cellsOf } from './factor.ts';
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

/** `blur` multiplies each column's clique size before columns are compared. */
function eliminate(
  { columns, words, adjacent }: ColumnGraph,
  sizes: readonly number[],
  blur: () => number,
): Elimination {
  const graph = adjacent.slice();
  const left = new Set(Array.from({ length: columns }, (_, column) => column));
  const order: number[] = [];
  const neighbours: ColumnSet[] = [];
  const sums = Float64Array.from({ length: columns }, (_, column) => cliqueCells(column));
  const cliques: { set: ColumnSet; bits: Uint32Array; cells: number }[] = [];
  let cells = 0;
  while (left.size > 0) {
    const column = cheapest();
    const around = membersOf(graph, column * words, words);
    order.push(column);
    neighbours.push(around);
    noteClique(column, around);
    left.delete(column);
    for (const a of around) {
      for (let word = 0; word < words; word++) {
        graph[a * words + word] =
          ((graph[a * words + word] as number) | (graph[column * words + word] as number)) >>> 0;
      }
      clearBit(graph, a * words, a);
      clearBit(graph, a * words, column);
    }
    for (const a of around) sums[a] = cliqueCells(a);
  }
  return { order, neighbours, cells };

  function cliqueCells(column: number): number {
    const around = membersOf(graph, column * words, words);
    return cellsOf(sizes, around) * (sizes[column] as number);
  }

  function cheapest(): number {
    let found = -1;
    let least = Infinity;
    let leastFill = -1;
    for (const column of left) {
      const value = (sums[column] as number) * blur();
      if (value > least) continue;
      if (value < least) {
        found = column;
        least = value;
        leastFill = -1;
        continue;
      }
      if (leastFill < 0) leastFill = fillOf(graph, words, found);
      const fill = fillOf(graph, words, column);
      if (fill < leastFill) {
        found = column;
        leastFill = fill;
      }
    }
    return found;
  }

  function noteClique(column: number, around: ColumnSet): void {
    const bits = new Uint32Array(words);
    for (const member of around) setBit(bits, 0, member);
    setBit(bits, 0, column);
    if (cliques.some((other) => bits.every((word, at) => (word & ~(other.bits[at] as number)) === 0))) return;
    const size = cellsOf(sizes, around) * (sizes[column] as number);
    cliques.push({ set: around, bits, cells: size });
    cells += size;
  }
}

/** Edges missing between the neighbours of a column. */
function fillOf(graph: Uint32Array, words: number, column: number): number {
  let missing = 0;
  for (const a of membersOf(graph, column * words, words)) {
    for (let word = 0; word < words; word++) {
      const absent = (graph[column * words + word] as number) & ~(graph[a * words + word] as number);
      missing += bitCount(absent >>> 0);
    }
    missing -= 1;
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

function bitCount(word: number): number {
  let rest = word;
  let count = 0;
  while (rest !== 0) {
    rest = (rest & (rest - 1)) >>> 0;
    count += 1;
  }
  return count;
}
