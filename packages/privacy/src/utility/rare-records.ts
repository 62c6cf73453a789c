import type { CaseTable } from '../columns/case-table.ts';
import type { Combinations } from './combinations.ts';
import { distinctRows } from './distinct-rows.ts';
import { itemsOfRow } from './present-values.ts';

/** Shares of records that hold a combination shared by fewer than k records, and one that no other record has. */
export interface RareRecords {
  readonly rare: number;
  readonly unique: number;
}

/** The table's records by the rarest combination they hold; its combinations must have been added to the real side. */
export function rareRecords(index: Combinations, table: CaseTable, resolution = 10): RareRecords {
  const { first, weights } = distinctRows(table.columns, table.rows);
  const items = new Uint16Array(table.columns.length);
  const { real } = index.sides();
  let rare = 0;
  let unique = 0;
  for (let at = 0; at < first.length; at++) {
    const length = itemsOfRow(index.values, table.columns, first[at] as number, items);
    let least = Infinity;
    index.walk(items, length, (node) => {
      least = Math.min(least, real[node] as number);
      return least > 1;
    });
    if (least < resolution) rare += weights[at] as number;
    if (least === 1) unique += weights[at] as number;
  }
  return { rare: rare / table.rows, unique: unique / table.rows };
}
