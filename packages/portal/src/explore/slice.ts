import type { ExploreIndex, ExploreState, ExploreTable, ExploreVariable, ExploreYear } from './types.ts';

/** One cell on screen, in the measure chosen; null where there is no number to show. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
}

/** The part of a table a state asks for: rows of the first variable, columns of the second (or one column). */
export interface Slice {
  readonly rows: ExploreVariable['codes'];
  readonly columns: ExploreVariable['codes'];
  readonly cell: (row: string, column: string) => Cell;
}

/** The only column of a table of one variable. */
export const wholeColumn = '*';

/** Cells of one year. Shares are of known answers, so missing reasons have counts only. */
export function sliceOf(index: ExploreIndex, table: ExploreTable, state: ExploreState, period = state.period): Slice {
  const find = (id: string) => index.variables.find((entry) => entry.id === id) as ExploreVariable;
  const rows = find(state.variable).codes;
  const columns = state.by === null ? [{ code: wholeColumn, label: '', missing: false }] : find(state.by).codes;
  const year = table.periods[period];
  const position = (row: string, column: string) => {
    const i = rows.findIndex(({ code }) => code === row);
    const j = columns.findIndex(({ code }) => code === column);
    return table.variables[0] === state.variable ? i * columns.length + j : j * rows.length + i;
  };
  const measures = year && numbersOf(year, state, table.variables[0] === state.variable);
  return {
    rows,
    columns,
    cell(row, column) {
      const at = position(row, column);
      const value = measures?.value[at] ?? null;
      return { row, column, value, low: measures?.low[at] ?? 0, high: measures?.high[at] ?? 0 };
    },
  };
}

function numbersOf(year: ExploreYear, state: ExploreState, inOrder: boolean) {
  if (state.measure === 'count') return { value: year.count, low: year.low, high: year.high };
  const thousandths = (values: readonly (number | null)[]) =>
    values.map((value) => (value === null ? null : value / 1000));
  // Shares of the other direction are kept in a block of their own behind the first.
  const size = year.count.length;
  const part = (values: readonly (number | null)[]) => (inOrder ? values.slice(0, size) : values.slice(size));
  return {
    value: thousandths(part(year.share)),
    low: thousandths(part(year.shareLow)),
    high: thousandths(part(year.shareHigh)),
  };
}
