import { calibrate, type Messages, messagesFor } from './belief-propagation.ts';
import { type ColumnSet, cellsOf, columnSetKey, isWithin, projection } from './factor.ts';
import { type JunctionTree, type MappedTree, mapTree } from './junction-tree.ts';
import { type Reduction, reductionOf, spreadThrough, sumThrough } from './reduction.ts';
import { steppingSets } from './stepping-sets.ts';

/** Cells of a set that no record can fall into, by declaration. */
export interface ZeroCells {
  readonly set: ColumnSet;
  /** Row-major cell indices. */
  readonly cells: readonly number[];
}

/**
 * The map from log potentials of measured sets to marginals of the same sets, and the work space it runs in. Each set is
 * read from the smallest table that contains it: another set, or a clique.
 */
export interface MarginalSystem {
  readonly tree: MappedTree;
  /** Measured sets, each once, and steps between them and the cliques; a set comes after those that contain it. */
  readonly sets: readonly ColumnSet[];
  /** One table per set. Beliefs are written over by the next evaluation. */
  evaluate(potentials: readonly Float64Array[], total: number): Evaluation;
  /** Beliefs of the latest evaluation. */
  latest(): readonly Float64Array[];
}

export interface Evaluation {
  /** Expected records per cell of each measured set. Written over by the next evaluation. */
  readonly marginals: readonly Float64Array<ArrayBuffer>[];
  readonly beliefs: readonly Float64Array<ArrayBuffer>[];
  readonly logPartition: number;
}

interface Host {
  /** Position of the set read from, or −1 for a clique. */
  readonly set: number;
  readonly clique: number;
  readonly reduction: Reduction;
}

export function marginalSystem(
  tree: JunctionTree,
  measured: readonly ColumnSet[],
  zeros: readonly ZeroCells[] = [],
): MarginalSystem {
  const { sizes } = tree;
  const mapped = mapTree(tree);
  const all = [...measured, ...steppingSets(tree, measured)];
  const sets = [...new Map(all.map((set) => [columnSetKey(set), set])).values()].sort(
    (a, b) => cellsOf(sizes, b) - cellsOf(sizes, a) || b.length - a.length || compareSets(a, b),
  );
  const hosts = sets.map((set, at) => hostOf(mapped, sets, set, at));
  const masks = masksOf(mapped, zeros);
  const sums = sets.map((set) => new Float64Array(cellsOf(sizes, set)));
  const marginals = sets.map((set) => new Float64Array(cellsOf(sizes, set)));
  const tables = tree.cells.map((cells) => new Float64Array(cells));
  const messages: Messages = messagesFor(mapped);
  return {
    tree: mapped,
    sets,
    evaluate(potentials, total) {
      for (const table of tables) table.fill(0);
      for (const [at, sum] of sums.entries()) sum.set(potentials[at] as Float64Array);
      for (let at = sets.length - 1; at >= 0; at--) {
        const { set, clique, reduction } = hosts[at] as Host;
        const into = set >= 0 ? (sums[set] as Float64Array) : (tables[clique] as Float64Array);
        spreadThrough(into, sums[at] as Float64Array, reduction);
      }
      for (const { clique, cells } of masks) {
        const table = tables[clique] as Float64Array;
        for (let at = 0; at < cells.length; at++) table[cells[at] as number] = -Infinity;
      }
      const { beliefs, logPartition } = calibrate(mapped, tables, messages);
      for (const [at, marginal] of marginals.entries()) {
        const { set, clique, reduction } = hosts[at] as Host;
        marginal.fill(0);
        sumThrough(
          marginal,
          set >= 0 ? (marginals[set] as Float64Array) : (beliefs[clique] as Float64Array),
          reduction,
        );
        if (set < 0)
          for (let cell = 0; cell < marginal.length; cell++) marginal[cell] = (marginal[cell] as number) * total;
      }
      return { marginals, beliefs, logPartition };
    },
    latest: () => tables,
  };
}

/** The smallest clique that contains a set; −1 for none. */
export function cliqueWith(tree: JunctionTree, set: ColumnSet): number {
  let found = -1;
  for (const [at, clique] of tree.cliques.entries()) {
    if (!isWithin(set, clique)) continue;
    if (found < 0 || (tree.cells[at] as number) < (tree.cells[found] as number)) found = at;
  }
  return found;
}

function hostOf(tree: MappedTree, sets: readonly ColumnSet[], set: ColumnSet, at: number): Host {
  for (let other = at - 1; other >= 0; other--) {
    const outer = sets[other] as ColumnSet;
    if (outer.length > set.length && isWithin(set, outer)) {
      return { set: other, clique: -1, reduction: reductionOf(tree.sizes, outer, set) };
    }
  }
  const clique = cliqueWith(tree, set);
  if (clique < 0) throw new RangeError(`no clique holds the set ${columnSetKey(set)}`);
  return { set: -1, clique, reduction: reductionOf(tree.sizes, tree.cliques[clique] as ColumnSet, set) };
}

function masksOf(tree: MappedTree, zeros: readonly ZeroCells[]): { clique: number; cells: Uint32Array }[] {
  return zeros.map(({ set, cells }) => {
    const clique = cliqueWith(tree, set);
    if (clique < 0) throw new RangeError(`no clique holds the zeros of ${columnSetKey(set)}`);
    const map = projection(tree.sizes, tree.cliques[clique] as ColumnSet, set);
    const zero = new Set(cells);
    const found: number[] = [];
    const total = tree.cells[clique] as number;
    for (let cell = 0; cell < total; cell++)
      if (zero.has(map === null ? cell : (map[cell] as number))) found.push(cell);
    return { clique, cells: Uint32Array.from(found) };
  });
}

function compareSets(a: ColumnSet, b: ColumnSet): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
