import { Refusal } from '@casebridge/refusal';
import type { CodeColumn } from '../columns/case-table.ts';
import { type ColumnHierarchy, valueCount } from './hierarchy.ts';

/** A column that is published as it is and that nobody may learn of a person: what diversity and closeness are about. */
export interface SensitiveColumn {
  readonly name: string;
  /** Its values, in their order where they have one. A missing value is a value. */
  readonly values: readonly string[];
  readonly codes: CodeColumn | Uint32Array;
}

/**
 * Rows × quasi-identifiers: the columns an attacker may know, each with its hierarchy, as codes of the hierarchy's values.
 * A missing value is a value like any other and has a line in the hierarchy.
 */
export interface QuasiTable {
  readonly hierarchies: readonly ColumnHierarchy[];
  /** One column per hierarchy, `rows` long. */
  readonly columns: readonly (CodeColumn | Uint32Array)[];
  readonly sensitive: readonly SensitiveColumn[];
  readonly rows: number;
}

/** Refusal: no quasi-identifier, or k not a whole number from 1 up (1 asks nothing of the sizes); exit 3 where there are fewer rows than k. */
export function checkRequest(table: QuasiTable, k: number): void {
  if (table.hierarchies.length === 0) {
    throw new Refusal('quasi-none', 'No quasi-identifier is named; name the columns an attacker may know.');
  }
  for (const [at, hierarchy] of table.hierarchies.entries()) {
    const column = table.columns[at];
    if (column?.length !== table.rows)
      throw new RangeError(`the column '${hierarchy.column}' is not of the table's rows`);
    const size = valueCount(hierarchy);
    for (let row = 0; row < column.length; row++) {
      if ((column[row] as number) >= size) {
        throw new RangeError(`row ${row + 1}, column '${hierarchy.column}': a code outside the hierarchy`);
      }
    }
  }
  if (!Number.isSafeInteger(k) || k < 1) {
    throw new Refusal('k-size', 'k must be a whole number from 1 up: the smallest group of equal records.');
  }
  if (table.rows < k) {
    throw new Refusal('rows-below-k', `The table has fewer than k = ${k} rows, so that no group can be large enough.`, {
      exit: 3,
    });
  }
}
