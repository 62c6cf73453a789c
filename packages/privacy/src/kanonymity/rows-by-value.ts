import type { SetTable } from './combination-tables.ts';

/** Finds the rows that hold a combination by going through those with its rarest value. */
export interface RowsByValue {
  /** Rows that hold the combination in the columns as they are now. */
  holding(columns: readonly Uint16Array[], set: SetTable, cell: number): number[];
}

/** @param original columns that only lose values later on; a column is sorted when it is first needed */
export function rowsByValue(original: readonly Uint16Array[], sizes: readonly number[]): RowsByValue {
  const sorted = new Map<number, { readonly starts: Uint32Array; readonly rows: Uint32Array }>();
  const byValue = (column: number) => {
    let found = sorted.get(column);
    if (!found) {
      found = sortColumn(original[column] as Uint16Array, (sizes[column] as number) + 1);
      sorted.set(column, found);
    }
    return found;
  };
  return {
    holding(columns, set, cell) {
      const values = valuesOf(set, cell);
      let rows: Uint32Array | null = null;
      for (const { column, value } of values) {
        const { starts, rows: all } = byValue(column);
        const holding = all.subarray(starts[value] as number, starts[value + 1] as number);
        if (rows === null || holding.length < rows.length) rows = holding;
      }
      const found: number[] = [];
      for (const row of rows ?? []) {
        if (values.every(({ column, value }) => columns[column]?.[row] === value)) found.push(row);
      }
      return found;
    },
  };
}

/** The values behind a cell, by way of the numbers of its prefixes. */
function valuesOf(set: SetTable, cell: number): { readonly column: number; readonly value: number }[] {
  const values: { column: number; value: number }[] = [];
  let at = cell;
  for (let table: SetTable | null = set; table !== null; table = table.parent) {
    values.push({ column: table.column, value: at % table.size });
    if (table.parent) at = table.parent.cellOf[Math.floor(at / table.size)] as number;
  }
  return values;
}

function sortColumn(codes: Uint16Array, size: number) {
  const starts = new Uint32Array(size + 1);
  for (const code of codes) starts[code + 1] = (starts[code + 1] as number) + 1;
  for (let value = 0; value < size; value++) {
    starts[value + 1] = (starts[value + 1] as number) + (starts[value] as number);
  }
  const places = starts.slice();
  const rows = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    rows[places[code] as number] = row;
    places[code] = (places[code] as number) + 1;
  }
  return { starts, rows };
}
