import { basePlace } from './bases.ts';
import { fromMillionths } from './share-units.ts';
import {
  type ExploreIndex,
  type ExploreState,
  type ExploreTable,
  type ExploreVariable,
  type ExploreYear,
  type Reason,
  reasons,
} from './types.ts';
import { chosenYears } from './years.ts';

/** One cell on screen, in the measure chosen. */
export interface Cell {
  readonly row: string;
  readonly column: string;
  readonly period: string;
  /** Null where there is no number to show. */
  readonly value: number | null;
  /** Ends of the 95 % interval; null where there is none. */
  readonly low: number | null;
  readonly high: number | null;
  /** Why there is no number, or none that can be told from zero. */
  readonly reason: Reason | null;
}

/** A column of the table on screen: an answer of the second question, or a year. */
export interface SliceColumn {
  readonly key: string;
  readonly label: string;
  readonly missing: boolean;
  /** Code of the second question; `wholeColumn` where there is none. */
  readonly code: string;
  /** The year of its cells; null where that of the block is meant. */
  readonly period: string | null;
}

/** The part of a table that a state asks for: a block of rows and columns for each year, or one with years as columns. */
export interface Slice {
  readonly rows: ExploreVariable['codes'];
  readonly columns: readonly SliceColumn[];
  /** Years that have a block of their own. */
  readonly blocks: readonly string[];
  /** The newest year chosen: that of pictures of one year. */
  readonly period: string;
  readonly years: readonly string[];
  readonly cell: (row: string, code: string, period?: string) => Cell;
  /** What the shares of a column are of; of any answer to the second question with `wholeColumn`. Null where the table has none. */
  readonly base: (code: string, period?: string) => Base | null;
}

/** What the shares of a column are of. */
export interface Base {
  /** Records whose answer to the first question is known. */
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** Share of those asked whose answer is not known; null where too few are asked. */
  readonly unknown: number | null;
}

/** The only column of a table of one variable. */
export const wholeColumn = '*';

/** Most cells that are put on screen. */
export const mostShown = 2000;

/** Cells of the years chosen. Shares are of known answers, so missing reasons have counts only. */
export function sliceOf(index: ExploreIndex, table: ExploreTable, state: ExploreState): Slice {
  const codesOf = (id: string) => index.variables.find((entry) => entry.id === id)?.codes ?? [];
  const years = chosenYears(index, state.years);
  const period = years.at(-1) ?? '';
  const rows = codesOf(state.variable).filter(({ missing }) => state.measure === 'count' || !missing);
  const place = placesIn(index, table, state);
  const cell = (row: string, code: string, year = period): Cell => {
    const numbers = table.periods[year];
    const at = numbers ? place(row, code) : -1;
    const none = { row, column: code, period: year, value: null, low: null, high: null };
    if (!numbers || at < 0) return { ...none, reason: 'not_collected' };
    return { ...none, ...numbersAt(numbers, state, table.variables.indexOf(state.variable), at) };
  };
  const several = years.length > 1;
  const columns: readonly SliceColumn[] =
    state.by !== null
      ? codesOf(state.by)
          .map(({ code, label, missing }) => ({ key: code, label, missing, code, period: null }))
          // Shares within a reason for a missing answer are shown where there are any.
          .filter(
            ({ code, missing }) =>
              !missing ||
              state.measure === 'count' ||
              rows.some((row) => years.some((year) => cell(row.code, code, year).value !== null)),
          )
      : several
        ? years.map((year) => ({ key: year, label: year, missing: false, code: wholeColumn, period: year }))
        : [{ key: wholeColumn, label: '', missing: false, code: wholeColumn, period: null }];
  const base = (code: string, year = period) => baseOf(index, table, state, code, year);
  return { rows, columns, blocks: state.by !== null ? years : [period], period, years, cell, base };
}

/** Cells that a state would put on screen. */
export function cellsShown({ rows, columns, blocks }: Slice): number {
  return rows.length * columns.length * blocks.length;
}

// Where a cell lies in the table. Filters that the table has as variables choose their part of it; in a table counted under the
// filters they are gone already.
function placesIn(index: ExploreIndex, table: ExploreTable, state: ExploreState) {
  const positions = table.variables.map((id) => {
    const codes = index.variables.find((entry) => entry.id === id)?.codes ?? [];
    return { id, size: codes.length, at: new Map(codes.map(({ code }, position) => [code, position])) };
  });
  const filters = new Map(state.filters.map(({ variable, code }) => [variable, code]));
  return (row: string, column: string): number => {
    let place = 0;
    for (const { id, size, at } of positions) {
      const code = id === state.variable ? row : id === state.by ? column : (filters.get(id) ?? '');
      const position = at.get(code);
      if (position === undefined) return -1;
      place = place * size + position;
    }
    return place;
  };
}

type Numbers = Pick<Cell, 'value' | 'low' | 'high' | 'reason'>;

function numbersAt(year: ExploreYear, { measure }: ExploreState, axis: number, at: number): Numbers {
  const reasonOf = (letters: string, place: number): Reason | null =>
    reasons[letters.charAt(place) as keyof typeof reasons] ?? null;
  if (measure === 'count') {
    return {
      value: year.count[at] ?? null,
      low: year.low[at] ?? null,
      high: year.high[at] ?? null,
      reason: reasonOf(year.why, at),
    };
  }
  const place = axis * year.count.length + at;
  const share = (values: readonly (number | null)[]) => {
    const value = values[place] ?? null;
    return value === null ? null : fromMillionths(value);
  };
  return {
    value: share(year.share),
    low: share(year.shareLow),
    high: share(year.shareHigh),
    reason: reasonOf(year.shareWhy, place),
  };
}

function baseOf(
  index: ExploreIndex,
  table: ExploreTable,
  state: ExploreState,
  column: string,
  period: string,
): Base | null {
  const year = table.periods[period];
  const axis = table.variables.indexOf(state.variable);
  if (!year || axis < 0) return null;
  const sizes: number[] = [];
  const positions = table.variables.map((id) => {
    const codes = index.variables.find((entry) => entry.id === id)?.codes ?? [];
    sizes.push(codes.length);
    if (id === state.variable) return 0;
    const wanted = id === state.by ? column : state.filters.find(({ variable }) => variable === id)?.code;
    return wanted === wholeColumn ? codes.length : codes.findIndex(({ code }) => code === wanted);
  });
  if (positions.some((position) => position < 0)) return null;
  const place = basePlace(sizes, axis, positions);
  const value = year.base[place];
  if (value === undefined) return null;
  const unknown = year.unknown[place] ?? null;
  return {
    value,
    low: year.baseLow[place] ?? null,
    high: year.baseHigh[place] ?? null,
    unknown: unknown === null ? null : fromMillionths(unknown),
  };
}
