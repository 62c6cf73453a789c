// The table on screen as rows: what the page, the CSV and the JSON all show.
import { type Base, type Cell, type Slice, wholeColumn } from './slice.ts';
import { type Trust, trustOf, variablesOf } from './sources.ts';
import { writeState } from './state.ts';
import type { ExploreIndex, ExploreState } from './types.ts';

/** Where the numbers come from, as files say it. */
const countedName = { record: 'records', person: 'persons' } as const;

export const sourceNames = { published: 'published table', synthetic: 'synthetic records, not persons' } as const;

/** One cell of the table on screen. A blank value is never a zero: `status` says why. */
export interface AnswerRow {
  readonly [column: string]: string | number | null;
}

/** Every cell on screen, in reading order. */
export function cellsOn(slice: Slice): readonly Cell[] {
  return slice.blocks.flatMap((block) =>
    slice.rows.flatMap((row) =>
      slice.columns.map((column) => slice.cell(row.code, column.code, column.period ?? block)),
    ),
  );
}

/** The rows of a state's table: codes and labels of each question, the year, the number and where it comes from. */
export function answerRows(
  index: ExploreIndex,
  state: ExploreState,
  slice: Slice,
  source: keyof typeof sourceNames,
): readonly AnswerRow[] {
  const labelOf = (id: string, code: string) =>
    index.variables.find((entry) => entry.id === id)?.codes.find((each) => each.code === code)?.label ?? code;
  const trust = source === 'synthetic' && index.records ? trustOf(index, index.records, variablesOf(state)) : undefined;
  return cellsOn(slice).map((cell) => ({
    [state.variable]: cell.row,
    [`${state.variable} label`]: labelOf(state.variable, cell.row),
    ...(state.by !== null &&
      cell.column !== wholeColumn && {
        [state.by]: cell.column,
        [`${state.by} label`]: labelOf(state.by, cell.column),
      }),
    ...Object.fromEntries(state.filters.map(({ variable, code }) => [variable, code])),
    period: cell.period,
    measure:
      state.measure === 'share'
        ? 'share of known answers'
        : source === 'synthetic'
          ? 'records'
          : countedName[index.counted],
    value: cell.value,
    lower: cell.low,
    upper: cell.high,
    ...(state.measure === 'share' && baseColumns(slice.base(cell.column, cell.period))),
    status: cell.reason ?? 'ok',
    source: sourceNames[source],
    ...(trust && {
      'range is': 'bounds from published tables',
      support: trust.support,
      'predicted error': trust.error,
      'error is': errorMeaning(trust),
    }),
    release: index.release,
    ...(index.example !== null && { example: index.example }),
  }));
}

// What a share is of, and what is not known beside it.
function baseColumns(base: Base | null) {
  return {
    base: base?.value ?? null,
    'base lower': base?.low ?? null,
    'base upper': base?.high ?? null,
    'unknown share': base?.unknown ?? null,
  };
}

// What the predicted error of a synthetic answer says of the true one.
function errorMeaning({ error, atLeast }: Trust): string {
  return error === null ? 'not predicted' : atLeast ? 'that or more' : 'expected';
}

/** The rows as CSV (RFC 4180), safe for spreadsheets. */
export function rowsCsv(rows: readonly AnswerRow[]): string {
  const names = Object.keys(rows[0] ?? {});
  return [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))]
    .map((cells) => `${cells.map(csvCell).join(',')}\r\n`)
    .join('');
}

// As the files of a release are written, whose writer would bring all of the bundle's code into the page.
function csvCell(cell: string | number): string {
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell.replace(/^'+/, '')) ? `'${cell}` : cell;
  return /[",;\r\n\t\0]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The rows as JSON, with the address that brings the table back. */
export function rowsJson(index: ExploreIndex, state: ExploreState, title: string, rows: readonly AnswerRow[]): string {
  const file = {
    title,
    release: index.release,
    licence: index.licence,
    state: `explore/?${writeState(state)}`,
    ...(index.example !== null && { note: index.example }),
    rows,
  };
  return `${JSON.stringify(file, null, 1)}\n`;
}
