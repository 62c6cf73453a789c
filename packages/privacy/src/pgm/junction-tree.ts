import { columnGraph, type Elimination, eliminationCells, eliminationOrder } from './elimination-order.ts';
import { type ColumnSet, cellsOf, intersectionOf, isWithin, projection } from './factor.ts';

/**
 * A junction tree: maximal cliques of the triangulated graph of measured sets, joined by a spanning tree of greatest
 * separators, rooted at the largest clique. Cliques are numbered from the root outwards: a parent comes before its children.
 */
export interface JunctionTree {
  readonly sizes: readonly number[];
  readonly cliques: readonly ColumnSet[];
  readonly cells: readonly number[];
  /** The clique towards the root; −1 for the root. */
  readonly parent: readonly number[];
  /** What a clique shares with its parent; empty for the root and between unconnected parts. */
  readonly separators: readonly ColumnSet[];
  readonly elimination: Elimination;
}

/** A junction tree with the index maps that belief propagation runs on. */
export interface MappedTree extends JunctionTree {
  readonly separatorCells: readonly number[];
  /** Cell of a clique → cell of its separator. */
  readonly toSeparator: readonly (Int32Array | null)[];
  /** Cell of a clique's parent → cell of the clique's separator. */
  readonly fromParent: readonly (Int32Array | null)[];
}

/** Restarts of the elimination order where a model is fitted once. */
export const usualRestarts = 32;

/** The junction tree of measured sets over columns of the given sizes. Columns in no set are cliques of their own. */
export function junctionTree(
  sizes: readonly number[],
  sets: readonly ColumnSet[],
  restarts = usualRestarts,
): JunctionTree {
  return treeOfOrder(sizes, eliminationOrder(columnGraph(sizes.length, sets), sizes, restarts));
}

/** The junction tree whose cliques an elimination order makes. */
export function treeOfOrder(sizes: readonly number[], elimination: Elimination): JunctionTree {
  const cliques = maximalCliques(elimination);
  const cells = cliques.map((clique) => cellsOf(sizes, clique));
  const { order, parent } = spanningTree(cliques, cells);
  const place = new Map(order.map((clique, at) => [clique, at]));
  const parents = order.map((clique) => {
    const above = parent[clique] as number;
    return above < 0 ? -1 : (place.get(above) as number);
  });
  const ordered = order.map((clique) => cliques[clique] as ColumnSet);
  return {
    sizes,
    cliques: ordered,
    cells: order.map((clique) => cells[clique] as number),
    parent: parents,
    separators: ordered.map((clique, at) => {
      const above = parents[at] as number;
      return above < 0 ? [] : intersectionOf(clique, ordered[above] as ColumnSet);
    }),
    elimination,
  };
}

/** Adds the index maps: some 8 bytes a cell. */
export function mapTree(tree: JunctionTree): MappedTree {
  const { sizes, cliques, parent, separators } = tree;
  return {
    ...tree,
    separatorCells: separators.map((separator) => cellsOf(sizes, separator)),
    toSeparator: cliques.map((clique, at) => projection(sizes, clique, separators[at] as ColumnSet)),
    fromParent: separators.map((separator, at) => {
      const above = parent[at] as number;
      return above < 0 ? null : projection(sizes, cliques[above] as ColumnSet, separator);
    }),
  };
}

/** Size of a model of these measured sets in MB, as AIM counts it: 8 bytes a cell of every clique, over 2^20. */
export function modelSizeMb(sizes: readonly number[], sets: readonly ColumnSet[]): number {
  return (8 * eliminationCells(columnGraph(sizes.length, sets), sizes)) / 2 ** 20;
}

function maximalCliques({ order, neighbours }: Elimination): ColumnSet[] {
  const found: ColumnSet[] = [];
  for (const [at, column] of order.entries()) {
    const clique = [...(neighbours[at] as ColumnSet), column].sort((a, b) => a - b);
    if (!found.some((other) => isWithin(clique, other))) found.push(clique);
  }
  return found;
}

/** Prim's algorithm from the largest clique; among separators of equal length the one with the smaller cliques. */
function spanningTree(cliques: readonly ColumnSet[], cells: readonly number[]) {
  const root = cells.indexOf(Math.max(...cells));
  const parent = cliques.map(() => -1);
  const strength = cliques.map(() => -1);
  const order: number[] = [];
  const left = new Set(cliques.keys());
  for (let next = root; ; ) {
    order.push(next);
    left.delete(next);
    if (left.size === 0) return { order, parent };
    for (const other of left) {
      const shared = intersectionOf(cliques[other] as ColumnSet, cliques[next] as ColumnSet).length;
      if (shared > (strength[other] as number)) {
        strength[other] = shared;
        parent[other] = next;
      }
    }
    let best = -1;
    for (const other of left) if (best < 0 || (strength[other] as number) > (strength[best] as number)) best = other;
    next = best;
  }
}
