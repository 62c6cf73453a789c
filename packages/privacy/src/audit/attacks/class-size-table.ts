import type { CaseTable } from '../../columns/case-table.ts';
import { memoryMarginals } from '../../count/memory.ts';
import { cellCount } from '../../results/sets.ts';
import { sizesOfTable } from './attack-input.ts';
import { classesOver, classSizes } from './classes.ts';

/** Records of one set of columns by the size of their class. */
export interface SetClassSizes {
  readonly set: readonly string[];
  /** Records in classes of 1, 2, … k − 1 records. */
  readonly records: readonly number[];
}

/** Class sizes over all sets of one number of columns. */
export interface ClassSizeLevel {
  readonly columns: number;
  readonly sets: number;
  /** Mean over the sets of the share of records that are alone in their class. */
  readonly meanUnique: number;
  readonly highestUnique: number;
  /** Mean over the sets of the share of records in classes of fewer than k. */
  readonly meanBelowK: number;
  readonly highestBelowK: number;
}

export interface ClassSizeTable {
  readonly k: number;
  readonly levels: readonly ClassSizeLevel[];
  /** The sets with the most records in classes of fewer than k, most first. */
  readonly riskiest: readonly SetClassSizes[];
}

/** Above this many cells a set is sorted into classes instead of counted cell by cell. */
const mostDenseCells = 2 ** 23;

/** All sets of 1 to `most` of `count` columns, ascending within each set and by size. */
export function columnSets(count: number, most: number): number[][] {
  const sets: number[][] = [];
  let level: number[][] = [[]];
  for (let size = 1; size <= Math.min(most, count); size++) {
    level = level.flatMap((set) =>
      Array.from({ length: count - ((set.at(-1) ?? -1) + 1) }, (_, step) => [...set, (set.at(-1) ?? -1) + 1 + step]),
    );
    sets.push(...level);
  }
  return sets;
}

/**
 * Sample uniqueness: for every set of up to `most` columns, how many records are in classes of each size below k.
 * Calls `each` per set in ascending order of sets, so that nothing need be kept of thousands of them.
 */
export async function classSizesOfSets(
  table: CaseTable,
  most: number,
  k: number,
  each: (set: readonly number[], records: readonly number[]) => void,
  options: { readonly signal?: AbortSignal } = {},
): Promise<void> {
  const sizes = sizesOfTable(table);
  const sets = columnSets(sizes.length, most);
  const dense = sets.filter((set) => cellCount(set.map((column) => sizes[column] as number)) <= mostDenseCells);
  const names = dense.map((set) => set.map((column) => table.variables[column] as string));
  let at = 0;
  for await (const { cells } of memoryMarginals(table).counts(names, options)) {
    each(dense[at++] as readonly number[], recordsBySize(cells, k));
  }
  if (dense.length === sets.length) return;
  for (const set of sets) {
    options.signal?.throwIfAborted();
    if (cellCount(set.map((column) => sizes[column] as number)) > mostDenseCells) {
      each(set, recordsBySize(classSizes(classesOver([table], set)), k));
    }
  }
}

function recordsBySize(cells: ArrayLike<number>, k: number): number[] {
  const records = new Array<number>(k - 1).fill(0);
  for (let cell = 0; cell < cells.length; cell++) {
    const size = cells[cell] as number;
    if (size > 0 && size < k) records[size - 1] = (records[size - 1] as number) + size;
  }
  return records;
}

/** Sample uniqueness in brief: per number of columns, and the `worst` riskiest sets. */
export async function classSizeTable(
  table: CaseTable,
  options: { readonly most?: number; readonly k?: number; readonly worst?: number; readonly signal?: AbortSignal } = {},
): Promise<ClassSizeTable> {
  const { most = 3, k = 11, worst = 10 } = options;
  const sums = Array.from({ length: most }, () => ({ sets: 0, unique: 0, highest: 0, below: 0, highestBelow: 0 }));
  let riskiest: (SetClassSizes & { below: number })[] = [];
  await classSizesOfSets(
    table,
    most,
    k,
    (set, records) => {
      const level = sums[set.length - 1] as (typeof sums)[number];
      const below = records.reduce((sum, count) => sum + count, 0);
      const unique = records[0] ?? 0;
      level.sets++;
      level.unique += unique;
      level.highest = Math.max(level.highest, unique);
      level.below += below;
      level.highestBelow = Math.max(level.highestBelow, below);
      if (riskiest.length < worst || below > (riskiest.at(-1)?.below ?? 0)) {
        riskiest.push({ set: set.map((column) => table.variables[column] as string), records, below });
        riskiest = riskiest.sort((a, b) => b.below - a.below).slice(0, worst);
      }
    },
    options,
  );
  const share = (records: number, sets = 1) => records / (Math.max(1, table.rows) * Math.max(1, sets));
  return {
    k,
    levels: sums
      .map((level, at) => ({
        columns: at + 1,
        sets: level.sets,
        meanUnique: share(level.unique, level.sets),
        highestUnique: share(level.highest),
        meanBelowK: share(level.below, level.sets),
        highestBelowK: share(level.highestBelow),
      }))
      .filter(({ sets }) => sets > 0),
    riskiest: riskiest.map(({ set, records }) => ({ set, records })),
  };
}
