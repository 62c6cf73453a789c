// Checks k-anonymity, diversity and closeness of a published file by sorting its rows. Shares no code with what recodes.
import type { PublishedFile } from './verify-reader.ts';

/** What is claimed of the values of one sensitive column in every group. */
export type ClaimedConstraint =
  | { readonly kind: 'distinct' | 'entropy'; readonly column: string; readonly l: number }
  | { readonly kind: 'recursive'; readonly column: string; readonly l: number; readonly c: number }
  | {
      readonly kind: 'equal-closeness' | 'ordered-closeness';
      readonly column: string;
      readonly t: number;
      /** Records per value over the table that was recoded, in the column's order. */
      readonly distribution: readonly (readonly [value: string, count: number])[];
    };

export interface GroupsReport {
  readonly rows: number;
  /** Rows of which nothing is published: `*` in every quasi-identifier and sensitive column. They are in no group. */
  readonly blankRows: number;
  readonly groups: number;
  /** Rows of the smallest group; 0 where there is none. */
  readonly smallest: number;
  readonly groupsBelowK: number;
  /** Per constraint the number of groups that break it. */
  readonly broken: readonly number[];
  readonly holds: boolean;
}

/** Sorts the rows by their quasi-identifiers and looks at every run of equal ones. `*` equals only `*`; missing is a value. */
export function verifyGroups(
  file: PublishedFile,
  quasi: readonly string[],
  sensitive: readonly string[],
  k: number,
  constraints: readonly ClaimedConstraint[] = [],
): GroupsReport {
  const keys = quasi.map((name) => cellsOf(file, name));
  const order = sortedRows(file, keys, [...quasi, ...sensitive]);
  const broken = constraints.map(() => 0);
  const checks = constraints.map((constraint) => ({
    cells: cellsOf(file, constraint.column),
    texts: file.texts[file.columns.indexOf(constraint.column)] as readonly string[],
    constraint,
  }));
  let groups = 0;
  let smallest = 0;
  let groupsBelowK = 0;
  for (let start = 0; start < order.length; ) {
    let end = start + 1;
    while (end < order.length && compareRows(keys, order[start] as number, order[end] as number) === 0) end++;
    const size = end - start;
    groups++;
    smallest = groups === 1 ? size : Math.min(smallest, size);
    if (size < k) groupsBelowK++;
    for (const [at, { cells, texts, constraint }] of checks.entries()) {
      const counts = new Map<string, number>();
      for (let place = start; place < end; place++) {
        const text = texts[cells[order[place] as number] as number] as string;
        counts.set(text, (counts.get(text) ?? 0) + 1);
      }
      if (!satisfies(constraint, counts, size)) broken[at] = (broken[at] as number) + 1;
    }
    start = end;
  }
  return {
    rows: file.rows,
    blankRows: file.rows - order.length,
    groups,
    smallest,
    groupsBelowK,
    broken,
    holds: groupsBelowK === 0 && broken.every((count) => count === 0),
  };
}

function cellsOf(file: PublishedFile, name: string): Uint32Array {
  const cells = file.cells[file.columns.indexOf(name)];
  if (!cells) throw new RangeError(`the published file has no column '${name}'`);
  return cells;
}

/** Rows that say anything, sorted by their keys. */
function sortedRows(file: PublishedFile, keys: readonly Uint32Array[], names: readonly string[]): Uint32Array {
  const stars = names.map((name) => ({
    cells: cellsOf(file, name),
    star: (file.texts[file.columns.indexOf(name)] as readonly string[]).indexOf('*'),
  }));
  const rows: number[] = [];
  for (let row = 0; row < file.rows; row++) {
    if (stars.some(({ cells, star }) => cells[row] !== star)) rows.push(row);
  }
  return Uint32Array.from(rows).sort((a, b) => compareRows(keys, a, b));
}

function compareRows(keys: readonly Uint32Array[], a: number, b: number): number {
  for (const cells of keys) {
    const difference = (cells[a] as number) - (cells[b] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}

function satisfies(constraint: ClaimedConstraint, counts: ReadonlyMap<string, number>, size: number): boolean {
  const descending = [...counts.values()].sort((a, b) => b - a);
  switch (constraint.kind) {
    case 'distinct':
      return descending.length >= constraint.l;
    case 'entropy': {
      const entropy = descending.reduce((sum, count) => sum - (count / size) * Math.log(count / size), 0);
      return entropy >= Math.log(constraint.l) - 1e-9;
    }
    case 'recursive': {
      const tail = descending.slice(constraint.l - 1).reduce((sum, count) => sum + count, 0);
      return descending.length >= constraint.l && (descending[0] as number) < constraint.c * tail;
    }
    case 'equal-closeness':
    case 'ordered-closeness': {
      const { distribution, t } = constraint;
      const total = distribution.reduce((sum, [, count]) => sum + count, 0);
      const known = new Set(distribution.map(([value]) => value));
      if ([...counts.keys()].some((value) => !known.has(value))) return false;
      const differences = distribution.map(([value, count]) => (counts.get(value) ?? 0) / size - count / total);
      if (constraint.kind === 'equal-closeness') {
        return differences.reduce((sum, difference) => sum + Math.max(0, difference), 0) <= t + 1e-9;
      }
      let ahead = 0;
      let moved = 0;
      for (const difference of differences) {
        ahead += difference;
        moved += Math.abs(ahead);
      }
      return moved / Math.max(1, distribution.length - 1) <= t + 1e-9;
    }
  }
}
