import { csvLine } from '@casebridge/bundle';

/** A column of an open file: its name, its HXL hashtag and what it holds. */
export interface Column<Row> {
  readonly name: string;
  /** Hashtag with attributes, `#date+year`. */
  readonly hxl: string;
  readonly type: 'string' | 'number' | 'integer';
  readonly meaning: string;
  /** Null is a blank cell: there is no number, and another column says why. */
  readonly of: (row: Row) => string | number | null;
}

/** CSV of rows. In the HXL variant a row of hashtags follows the header. */
export function csvTable<Row>(columns: readonly Column<Row>[], rows: readonly Row[], hxl = false): string {
  const lines = [columns.map(({ name }) => name), ...(hxl ? [columns.map((column) => column.hxl)] : [])];
  return [
    ...lines.map((line) => csvLine(line)),
    ...rows.map((row) => csvLine(columns.map(({ of }) => of(row) ?? ''))),
  ].join('');
}

/** The same rows as objects, for JSON: null stays null. */
export function jsonRows<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): readonly Readonly<Record<string, string | number | null>>[] {
  return rows.map((row) => Object.fromEntries(columns.map(({ name, of }) => [name, of(row)])));
}
