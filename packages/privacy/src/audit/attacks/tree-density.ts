/**
 * A smoothed density of categorical records: the tree of column pairs with the largest mutual information (Chow and Liu,
 * 1968, IEEE Trans. IT 14), p(x) = ∏ p(x_c | x_parent(c)), each conditional smoothed towards the column's own frequencies
 * and these towards the uniform. On a fixed tree this is the closed form of the log-linear model with these pairs. A tree
 * knows pairs only and would not see a whole record copied, so a tenth of the density lies on the table's records
 * themselves.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { memoryMarginals } from '../../count/memory.ts';
import { cellCount } from '../../results/sets.ts';
import { sizesOfTable } from './attack-input.ts';
import { classesOver, classSizes } from './classes.ts';

/** Parent of each column, −1 for a root; parents come before children in `order`. */
export interface ColumnTree {
  readonly parent: readonly number[];
  readonly order: readonly number[];
}

/** log p(row) for every row of a table. */
export interface TreeDensity {
  logDensities(table: CaseTable): Float64Array;
}

/** Above this many cells a pair is no edge: it could not be learned from any file here. */
const mostPairCells = 2 ** 22;

/** Share of the density that lies on the records themselves. */
const onRecords = 0.1;

/** The tree of greatest mutual information (Prim's algorithm). */
export async function chowLiuTree(
  table: CaseTable,
  options: { readonly signal?: AbortSignal } = {},
): Promise<ColumnTree> {
  const sizes = sizesOfTable(table);
  const count = sizes.length;
  const pairs: [number, number][] = [];
  for (let a = 0; a < count; a++) {
    for (let b = a + 1; b < count; b++) {
      if (cellCount([sizes[a] as number, sizes[b] as number]) <= mostPairCells) pairs.push([a, b]);
    }
  }
  const information = new Float64Array(count * count);
  let at = 0;
  const names = pairs.map((pair) => pair.map((column) => table.variables[column] as string));
  for await (const { cells } of memoryMarginals(table).counts(names, options)) {
    const [a, b] = pairs[at++] as [number, number];
    const value = mutualInformation(cells, sizes[a] as number, sizes[b] as number, table.rows);
    information[a * count + b] = value;
    information[b * count + a] = value;
  }
  const parent = new Array<number>(count).fill(-1);
  const best = new Float64Array(count).fill(-1);
  const reached = new Array<boolean>(count).fill(false);
  const order: number[] = [];
  for (let step = 0; step < count; step++) {
    let next = -1;
    for (let c = 0; c < count; c++) {
      if (!reached[c] && (next < 0 || (best[c] as number) > (best[next] as number))) next = c;
    }
    reached[next] = true;
    order.push(next);
    for (let c = 0; c < count; c++) {
      const value = information[next * count + c] as number;
      if (!reached[c] && value > 0 && value > (best[c] as number)) {
        best[c] = value;
        parent[c] = next;
      }
    }
  }
  return { parent, order };
}

function mutualInformation(cells: ArrayLike<number>, sizeA: number, sizeB: number, rows: number): number {
  const a = new Float64Array(sizeA);
  const b = new Float64Array(sizeB);
  for (let i = 0; i < sizeA; i++) {
    for (let j = 0; j < sizeB; j++) {
      const n = cells[i * sizeB + j] as number;
      a[i] = (a[i] as number) + n;
      b[j] = (b[j] as number) + n;
    }
  }
  let sum = 0;
  for (let i = 0; i < sizeA; i++) {
    for (let j = 0; j < sizeB; j++) {
      const n = cells[i * sizeB + j] as number;
      if (n > 0) sum += n * Math.log((n * rows) / ((a[i] as number) * (b[j] as number)));
    }
  }
  return sum / rows;
}

/**
 * The density of a table on a tree.
 *
 * @param weight records' worth of the column's own frequencies added to each parent's code
 */
export function treeDensity(table: CaseTable, tree: ColumnTree, weight = 1): TreeDensity {
  const sizes = sizesOfTable(table);
  const logs = tree.parent.map((parent, column) => {
    const size = sizes[column] as number;
    const codes = table.columns[column] as CodeColumn;
    const own = new Float64Array(size).fill(weight / size);
    for (let row = 0; row < table.rows; row++) own[codes[row] as number] = (own[codes[row] as number] as number) + 1;
    const frequency = own.map((count) => count / (table.rows + weight));
    if (parent < 0) return frequency.map(Math.log);
    const above = table.columns[parent] as CodeColumn;
    const pairs = new Float64Array((sizes[parent] as number) * size);
    const totals = new Float64Array(sizes[parent] as number);
    for (let row = 0; row < table.rows; row++) {
      const p = above[row] as number;
      const at = p * size + (codes[row] as number);
      pairs[at] = (pairs[at] as number) + 1;
      totals[p] = (totals[p] as number) + 1;
    }
    return pairs.map((count, at) => {
      const smoothed = count + weight * (frequency[at % size] as number);
      return Math.log(smoothed / ((totals[Math.floor(at / size)] as number) + weight));
    });
  });
  return {
    logDensities(other) {
      const sums = new Float64Array(other.rows);
      for (const [column, parent] of tree.parent.entries()) {
        const values = logs[column] as Float64Array;
        const codes = other.columns[column] as CodeColumn;
        const size = sizes[column] as number;
        const above = parent < 0 ? null : (other.columns[parent] as CodeColumn);
        for (let row = 0; row < other.rows; row++) {
          const at = (above === null ? 0 : (above[row] as number) * size) + (codes[row] as number);
          sums[row] = (sums[row] as number) + (values[at] as number);
        }
      }
      const equal = equalRows(table, other);
      return sums.map((sum, row) =>
        Math.log((1 - onRecords) * Math.exp(sum) + (onRecords * (equal[row] as number)) / table.rows),
      );
    },
  };
}

/** Per row of `other`, the rows of `table` that equal it. */
function equalRows(table: CaseTable, other: CaseTable): Uint32Array {
  const all = table.columns.map((_, column) => column);
  const classes = classesOver([other, table], all);
  const sizes = classSizes(classes, 1);
  return (classes.of[0] as Uint32Array).map((at) => sizes[at] as number);
}
