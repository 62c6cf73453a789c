import { rowGrouper } from './group-rows.ts';
import { valueCount } from './hierarchy.ts';
import type { QuasiTable } from './quasi-table.ts';

/** The different rows of a table with how often each occurs, and each column coded at every level of its hierarchy. */
export interface DistinctRows {
  readonly count: number;
  /** Persons behind each distinct row, by which groups are measured: rows of the table, or of the population where one is given. */
  readonly weights: Uint32Array;
  /** Rows of the table behind each distinct row; the same array as `weights` without a population. */
  readonly published: Uint32Array;
  /** Distinct row of each row of the table. */
  readonly distinctOf: Uint32Array;
  /** Per column and level the label of each distinct row. */
  readonly coded: readonly (readonly Uint16Array[])[];
  /** Per sensitive column the code of each distinct row. */
  readonly sensitive: readonly Uint32Array[];
  /** Sum of the weights. */
  readonly rows: number;
}

/**
 * Rows are alike where all quasi-identifiers are, and the sensitive columns too if `withSensitive`.
 *
 * @param population persons among whom those of the table are to be hidden, by the same hierarchies; without sensitive columns
 */
export function distinctRows(table: QuasiTable, withSensitive: boolean, population?: QuasiTable): DistinctRows {
  const sensitive = withSensitive ? table.sensitive : [];
  const columns = [
    ...table.columns.map((column, at) => joined(column, population?.columns[at])),
    ...sensitive.map(({ codes }) => codes),
  ];
  const sizes = [...table.hierarchies.map(valueCount), ...sensitive.map(({ values }) => values.length)];
  const rows = table.rows + (population?.rows ?? 0);
  const grouper = rowGrouper(rows);
  const count = grouper.run(columns, sizes, rows);
  const { groupOf } = grouper;
  const first = new Uint32Array(count).fill(rows);
  for (let row = rows - 1; row >= 0; row--) first[groupOf[row] as number] = row;
  const published = occurrences(groupOf.subarray(0, table.rows), count);
  const coded = table.hierarchies.map(({ codes }, at) => {
    const column = columns[at] as ArrayLike<number>;
    return codes.map((labelOf) => Uint16Array.from(first, (row) => labelOf[column[row] as number] as number));
  });
  return {
    count,
    weights: population ? occurrences(groupOf.subarray(table.rows), count) : published,
    published,
    distinctOf: groupOf.subarray(0, table.rows),
    coded,
    sensitive: sensitive.map(({ codes }) => Uint32Array.from(first, (row) => codes[row] as number)),
    rows: population?.rows ?? table.rows,
  };
}

function joined(column: ArrayLike<number>, more: ArrayLike<number> | undefined): ArrayLike<number> {
  if (!more) return column;
  const both = new Uint32Array(column.length + more.length);
  both.set(column);
  both.set(more, column.length);
  return both;
}

function occurrences(groupOf: Uint32Array, groups: number): Uint32Array {
  const counts = new Uint32Array(groups);
  for (const group of groupOf) counts[group] = (counts[group] as number) + 1;
  return counts;
}
