import { type ColumnHierarchy, labelAt, suppressedLabel, valueCount } from './hierarchy.ts';
import type { QuasiTable } from './quasi-table.ts';

/** Stands in `levels` for a suppressed cell, published as `*`. */
export const suppressedCell = 255;

/** What is published of each cell: the label at a level of its column's hierarchy, or `*`. */
export interface Recoding {
  /** One array per quasi-identifier, one level per row; `suppressedCell` for `*`. */
  readonly levels: readonly Uint8Array[];
}

/** The text published for one cell. */
export function publishedLabel(table: QuasiTable, recoding: Recoding, column: number, row: number): string {
  const level = recoding.levels[column]?.[row] as number;
  if (level === suppressedCell) return suppressedLabel;
  return labelAt(table.hierarchies[column] as ColumnHierarchy, level, table.columns[column]?.[row] as number);
}

/** Loss of each column: 0 where it is untouched, 1 where nothing is left of it. The share is that of `shareLoss`. */
export function columnLosses(table: QuasiTable, recoding: Recoding): number[] {
  return table.hierarchies.map((hierarchy, column) => {
    const least = 1 / valueCount(hierarchy);
    if (least === 1 || table.rows === 0) return 0;
    const levels = recoding.levels[column] as Uint8Array;
    const values = table.columns[column] as ArrayLike<number>;
    let sum = 0;
    for (let row = 0; row < table.rows; row++) {
      const level = levels[row] as number;
      if (level === suppressedCell) sum++;
      else sum += hierarchy.shares[level]?.[hierarchy.codes[level]?.[values[row] as number] as number] as number;
    }
    return Math.max(0, (sum / table.rows - least) / (1 - least));
  });
}

/** Mean of the columns' losses: what the methods are compared by. */
export function meanLoss(table: QuasiTable, recoding: Recoding): number {
  const losses = columnLosses(table, recoding);
  return losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
}

/** Cells of each column that are published as `*`, and of those the suppressed ones. */
export function suppressedCells(table: QuasiTable, recoding: Recoding): number[] {
  return table.hierarchies.map((hierarchy, column) => {
    const levels = recoding.levels[column] as Uint8Array;
    const top = hierarchy.levels - 1;
    let cells = 0;
    for (let row = 0; row < table.rows; row++) {
      const level = levels[row] as number;
      if (level === suppressedCell || (level === top && top > 0)) cells++;
    }
    return cells;
  });
}
