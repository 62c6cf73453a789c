import {
  type ColumnSet,
  cellsOf,
  columnSetKey,
  intersectionOf,
  isWithin,
  projection,
  spreadInto,
  sumInto,
  summedTo,
  unionOf,
} from './factor.ts';
import type { JunctionTree } from './junction-tree.ts';

/** Most cells of a table on the way. */
export const mostEliminationCells = 2 ** 24;

interface Part {
  readonly set: ColumnSet;
  readonly table: Float64Array<ArrayBuffer>;
}

/** Tables of cliques summed down to what paths through them need: kept between questions to one model. */
export type Reductions = Map<string, Part>;

/**
 * Probabilities of any set, from calibrated beliefs: along the part of the tree that joins the set's columns, each clique is
 * summed down to what is asked of it and what its neighbours share, divided by its separator, and multiplied in.
 * Null: a table on the way would have more than `mostCells` cells.
 */
export function eliminateTo(
  tree: JunctionTree,
  beliefs: readonly Float64Array[],
  set: ColumnSet,
  reductions: Reductions = new Map(),
  mostCells = mostEliminationCells,
): Float64Array<ArrayBuffer> | null {
  const children = neededChildren(tree, set);
  const top = topOf(tree, children, set);
  return collect(top, true)?.table ?? null;

  function collect(clique: number, isTop: boolean): Part | null {
    const separator = isTop ? [] : (tree.separators[clique] as ColumnSet);
    const own = tree.cliques[clique] as ColumnSet;
    const below: Part[] = [];
    for (const child of children.get(clique) ?? []) {
      const part = collect(child, false);
      if (part === null) return null;
      below.push(part);
    }
    const shared = below.reduce<ColumnSet>((union, { set: part }) => unionOf(union, intersectionOf(part, own)), []);
    const wanted = intersectionOf(set, own);
    let product = reduced(clique, unionOf(unionOf(separator, shared), wanted), separator);
    for (const [at, part] of below.entries()) {
      const later = below.slice(at + 1).reduce<ColumnSet>((union, { set: next }) => unionOf(union, next), []);
      const joined = unionOf(product.set, part.set);
      const keep = joined.filter(
        (column) => set.includes(column) || separator.includes(column) || later.includes(column),
      );
      if (cellsOf(tree.sizes, joined) > mostCells) return null;
      product = multiply(tree.sizes, product, part, keep);
    }
    const keep = product.set.filter((column) => set.includes(column) || separator.includes(column));
    return summed(tree.sizes, product, keep);
  }

  /** A clique's belief summed to `keep`, given its separator. */
  function reduced(clique: number, keep: ColumnSet, separator: ColumnSet): Part {
    const key = `${clique}:${columnSetKey(keep)}:${columnSetKey(separator)}`;
    const known = reductions.get(key);
    if (known) return known;
    const whole = { set: tree.cliques[clique] as ColumnSet, table: beliefs[clique] as Float64Array<ArrayBuffer> };
    const { table } = summed(tree.sizes, whole, keep);
    const found = { set: keep, table: table === whole.table ? table.slice() : table };
    if (separator.length > 0) divideBy(tree.sizes, found, separator);
    reductions.set(key, found);
    return found;
  }
}

function divideBy(sizes: readonly number[], { set, table }: Part, separator: ColumnSet): void {
  const sums = new Float64Array(cellsOf(sizes, separator));
  const map = projection(sizes, set, separator);
  sumInto(sums, table, map);
  for (let cell = 0; cell < table.length; cell++) {
    const sum = sums[map === null ? cell : (map[cell] as number)] as number;
    table[cell] = sum === 0 ? 0 : (table[cell] as number) / sum;
  }
}

function summed(sizes: readonly number[], part: Part, keep: ColumnSet): Part {
  if (keep.length === part.set.length) return part;
  return { set: keep, table: summedTo(sizes, part.set, part.table, keep) };
}

/** The product of two tables, summed to `keep`. */
function multiply(sizes: readonly number[], a: Part, b: Part, keep: ColumnSet): Part {
  const joined = unionOf(a.set, b.set);
  const cells = cellsOf(sizes, joined);
  const table = new Float64Array(cells);
  spreadInto(table, a.table, projection(sizes, joined, a.set));
  const map = projection(sizes, joined, b.set);
  for (let cell = 0; cell < cells; cell++) {
    table[cell] = (table[cell] as number) * (b.table[map === null ? cell : (map[cell] as number)] as number);
  }
  return summed(sizes, { set: joined, table }, keep);
}

/** The edges, downwards, of the part of the tree above at least one wanted column that its parent lacks. */
function neededChildren(tree: JunctionTree, set: ColumnSet): Map<number, number[]> {
  const wantedBelow = tree.cliques.map((clique, at) =>
    set.some((column) => clique.includes(column) && !(tree.separators[at] as ColumnSet).includes(column)),
  );
  for (let clique = tree.cliques.length - 1; clique > 0; clique--) {
    if (wantedBelow[clique]) wantedBelow[tree.parent[clique] as number] = true;
  }
  const children = new Map<number, number[]>();
  for (let clique = 1; clique < tree.cliques.length; clique++) {
    if (!wantedBelow[clique]) continue;
    const parent = tree.parent[clique] as number;
    const list = children.get(parent);
    if (list) list.push(clique);
    else children.set(parent, [clique]);
  }
  return children;
}

/** The lowest clique that has all wanted columns in it or below it. */
function topOf(tree: JunctionTree, children: Map<number, number[]>, set: ColumnSet): number {
  let top = 0;
  for (;;) {
    const below = children.get(top) ?? [];
    const [only] = below;
    if (below.length !== 1 || only === undefined) return top;
    const own = tree.cliques[top] as ColumnSet;
    const shared = tree.separators[only] as ColumnSet;
    if (!isWithin(intersectionOf(set, own), shared)) return top;
    top = only;
  }
}
