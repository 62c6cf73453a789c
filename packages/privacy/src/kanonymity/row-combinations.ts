import { never, type SetTable } from './combination-tables.ts';

/** One row's combinations in the tables, kept up to date while its cells are suppressed and put back. */
export interface RowCombinations {
  /** Rare combinations of a row. */
  eachRare(row: number, found: (table: SetTable) => void): void;
  /**
   * Takes one cell out of all counts it is in and clears its code.
   *
   * @param becameRare a combination that k rows shared and that fewer share now
   */
  remove(row: number, column: number, becameRare: (table: SetTable, cell: number) => void): void;
  /** Puts a cell back if no combination of its row is then rare. */
  restore(row: number, column: number, code: number): boolean;
}

export function rowCombinations(
  roots: readonly SetTable[],
  columns: readonly Uint16Array[],
  k: number,
  m: number,
): RowCombinations {
  const codes = new Uint16Array(columns.length);
  const shown = new Uint16Array(columns.length);
  let shownColumns = 0;
  const load = (row: number) => {
    shownColumns = 0;
    for (let column = 0; column < columns.length; column++) {
      const code = columns[column]?.[row] as number;
      codes[column] = code;
      if (code !== 0) shown[shownColumns++] = column;
    }
  };

  const rareBelow = (
    tables: readonly (SetTable | undefined)[],
    from: number,
    prefix: number,
    found: (table: SetTable) => void,
  ): void => {
    for (let at = from; at < shownColumns; at++) {
      const column = shown[at] as number;
      const table = tables[column];
      if (!table || table.counts.length === 0) continue;
      const cell = prefix * table.size + (codes[column] as number);
      if ((table.counts[cell] as number) < k) found(table);
      else if (table.depth < m) rareBelow(table.children, at + 1, table.numberOf[cell] as number, found);
    }
  };

  const placeOf = (column: number): number => {
    let place = 0;
    while (shown[place] !== column) place++;
    return place;
  };

  /** Adds to every combination with the column at `place`; those below a prefix without a number are not counted anywhere. */
  const addBelow = (
    tables: readonly (SetTable | undefined)[],
    depth: number,
    from: number,
    prefix: number,
    place: number,
    step: 1 | -1,
    changed: (table: SetTable, cell: number, count: number) => void,
  ): void => {
    const hasColumn = from > place;
    // With room for one value more, only the column itself makes a combination that counts.
    const first = !hasColumn && depth === m ? place : from;
    const last = hasColumn ? shownColumns - 1 : place;
    for (let at = first; at <= last; at++) {
      const next = shown[at] as number;
      const table = tables[next];
      if (!table || table.counts.length === 0) continue;
      const cell = prefix * table.size + (codes[next] as number);
      if (at >= place) {
        const count = (table.counts[cell] as number) + step;
        table.counts[cell] = count;
        changed(table, cell, count);
      }
      if (depth === m) continue;
      const number = table.numberOf[cell] as number;
      if (number !== 0) addBelow(table.children, depth + 1, at + 1, number, place, step, changed);
    }
  };

  /** Whether every combination with the column at `place` is in k − 1 rows already. */
  const allOften = (
    tables: readonly (SetTable | undefined)[],
    depth: number,
    from: number,
    prefix: number,
    place: number,
  ): boolean => {
    const hasColumn = from > place;
    const first = !hasColumn && depth === m ? place : from;
    const last = hasColumn ? shownColumns - 1 : place;
    for (let at = first; at <= last; at++) {
      const next = shown[at] as number;
      const table = tables[next];
      if (!table) continue;
      if (table.counts.length === 0) return false;
      const cell = prefix * table.size + (codes[next] as number);
      if (at >= place && ((table.counts[cell] as number) < k - 1 || table.counts[cell] === never)) return false;
      if (depth === m) continue;
      const number = table.numberOf[cell] as number;
      if (number === 0 || !allOften(table.children, depth + 1, at + 1, number, place)) return false;
    }
    return true;
  };

  return {
    eachRare(row, found) {
      load(row);
      rareBelow(roots, 0, 1, found);
    },
    remove(row, column, becameRare) {
      load(row);
      addBelow(roots, 1, 0, 1, placeOf(column), -1, (table, cell, count) => {
        if (count === k - 1) {
          table.rareCells++;
          becameRare(table, cell);
        } else if (count === 0) table.rareCells--;
      });
      (columns[column] as Uint16Array)[row] = 0;
    },
    restore(row, column, code) {
      (columns[column] as Uint16Array)[row] = code;
      load(row);
      const place = placeOf(column);
      if (allOften(roots, 1, 0, 1, place)) {
        addBelow(roots, 1, 0, 1, place, 1, () => undefined);
        return true;
      }
      (columns[column] as Uint16Array)[row] = 0;
      return false;
    },
  };
}
