import type { CaseTable } from '../../columns/case-table.ts';
import { classesOver } from './classes.ts';
import { type PackedRows, packRows } from './packed-rows.ts';

/** The different combinations of some columns in a table, packed, with the rows that hold each. */
export interface DistinctRows {
  readonly packed: PackedRows;
  /** Class of each row. */
  readonly of: Uint32Array;
  /** One row of each class. */
  readonly first: Uint32Array;
  /** Rows of each class. */
  readonly counts: Uint32Array;
}

/** Case data repeat themselves: distances are worked out once per combination. */
export function distinctRows(table: CaseTable, columns: readonly number[]): DistinctRows {
  const { of, count } = classesOver([table], columns);
  const rows = of[0] as Uint32Array;
  const first = new Uint32Array(count);
  const counts = new Uint32Array(count);
  for (let row = table.rows - 1; row >= 0; row--) {
    const at = rows[row] as number;
    first[at] = row;
    counts[at] = (counts[at] as number) + 1;
  }
  return { packed: packRows(table, columns, first), of: rows, first, counts };
}
