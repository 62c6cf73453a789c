// The drawings of the explorer. They need the library of charts, which is most of the script: the island fetches it only for an
// answer that was not drawn into the page.
import type { Drawn, Frame } from '../charts/frame.ts';
import { heard } from '../charts/heard.ts';
import { heatTable } from '../charts/heat-table.ts';
import { history } from '../charts/history.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { areStacked } from '../charts/row-texts.ts';
import { signs } from '../components/signs.ts';
import { type Cell, type Slice, type SliceColumn, wholeColumn } from './slice.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreVariable } from './types.ts';
import { cellText, placeText, titleOf, writer } from './wording.ts';

/** What is drawn of an answer. */
export interface PictureData {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly slice: Slice;
  /** Said inside every picture beside its source: that the records are synthetic. */
  readonly remark: string | null;
  /** The document to draw with while baking. */
  readonly document?: Document | undefined;
}

/** A picture that is asked for: bars of one column, or a heat table or lines of the whole answer. */
export type Drawing =
  | { readonly kind: 'bars'; readonly data: PictureData; readonly column: SliceColumn }
  | { readonly kind: 'heat' | 'line'; readonly data: PictureData };

const mostLines = 5;

export function draw(drawing: Drawing): SVGSVGElement {
  switch (drawing.kind) {
    case 'bars':
      return bars(drawing.data, drawing.column);
    case 'heat':
      return heat(drawing.data);
    case 'line':
      return line(drawing.data);
  }
}

function frameOf({ index, state, document, remark }: PictureData, id: string, description: string): Frame {
  const source = remark === null ? index.source : `${remark} · ${index.source}`;
  return {
    ...(document && { document }),
    direction: index.direction,
    id,
    title: titleOf(index, state),
    description: heard(description, index.caveat, source),
    source,
  };
}

/** What stands where a picture has no number. */
function signOf({ reason }: Cell): string {
  // In right-to-left text too, ≈ stands before its number.
  return `\u2066${signs[reason ?? 'not_collected']}\u2069`;
}

function bars(data: PictureData, column: SliceColumn): SVGSVGElement {
  const { index, state, slice } = data;
  const at = (row: string, each: SliceColumn) => slice.cell(row, each.code, each.period ?? slice.period);
  const rows = slice.rows.map(({ code, label, missing }): Drawn => {
    const cell = at(code, column);
    return {
      key: code,
      label,
      value: cell.value,
      low: cell.low ?? cell.value ?? 0,
      high: cell.high ?? cell.value ?? 0,
      text: cell.value === null ? signOf(cell) : cellText(index, state, cell),
      tone: missing ? 'unknown' : 'here',
    };
  });
  const tops = slice.rows.flatMap(({ code }) =>
    slice.columns.map((each) => {
      const { high, value } = at(code, each);
      return high ?? value ?? 0;
    }),
  );
  const maximum = state.measure === 'share' ? 1 : Math.max(1, ...tops);
  // In all pictures of an answer alike.
  const stacked = slice.rows.some(({ code, label }) =>
    slice.columns.some((each) => areStacked([{ label, text: cellText(index, state, at(code, each)) }])),
  );
  const told = rows.map((row) => `${row.label}: ${row.text}`).join('; ');
  const description = column.label === '' ? told : say(index, 'filter', { variable: column.label, answer: told });
  return intervalBars(rows, frameOf(data, `explore-${column.key.replaceAll(/\W/g, '_')}`, description), {
    maximum,
    stacked,
  });
}

function heat(data: PictureData): SVGSVGElement {
  const { index, state, slice } = data;
  const write = writer(index, state);
  const rows = slice.rows.filter(({ missing }) => !missing);
  const columns = slice.columns.filter(({ missing }) => !missing);
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({
      key: column.key,
      column,
      cell: slice.cell(row.code, column.code, column.period ?? slice.period),
    })),
  );
  return heatTable(
    cells.map(({ key, cell }) => ({
      row: cell.row,
      column: key,
      value: cell.value ?? 0,
      text: cell.value === null ? signOf(cell) : write(cell.value),
    })),
    frameOf(
      data,
      'explore-heat',
      cells
        .map(({ cell, column }) => `${placeText(index, state, cell, column)}: ${cellText(index, state, cell)}`)
        .join('; '),
    ),
    {
      rows: rows.map(({ code, label }) => ({ key: code, label })),
      columns: columns.map(({ key, label }) => ({ key, label })),
      maximum: state.measure === 'share' ? 1 : Math.max(1, ...cells.map(({ cell }) => cell.value ?? 0)),
    },
  );
}

// Over the years chosen; over all where only one is.
function line(data: PictureData): SVGSVGElement {
  const { index, state, slice } = data;
  const write = writer(index, state);
  const column = state.by === null ? wholeColumn : (state.within ?? wholeColumn);
  const periods = slice.years.length > 1 ? slice.years : index.periods;
  const codes = linesOf(slice, column);
  const moments = periods.flatMap((period) =>
    codes.map(({ code }) => {
      const { value, low, high } = slice.cell(code, column, period);
      return { period, value, low: low ?? value ?? 0, high: high ?? value ?? 0, series: code };
    }),
  );
  const description = codes
    .map(({ code, label }) => {
      const own = moments.filter(({ series }) => series === code);
      return `${label}: ${own.map(({ period }) => `${period} ${cellText(index, state, slice.cell(code, column, period))}`).join(', ')}`;
    })
    .join('; ');
  return history(moments, frameOf(data, 'explore-line', description), {
    periods,
    series: codes.map(({ code, label }) => ({ key: code, label })),
    write,
    unit: state.measure === 'share' ? 'share' : 'other',
    gap: '··',
    legend: true,
  });
}

// The largest answers of the newest year: more lines than five cannot be told apart.
function linesOf(slice: Slice, column: string): ExploreVariable['codes'] {
  const known = slice.rows.filter(({ missing }) => !missing);
  const sizeOf = (code: string) => slice.cell(code, column).value ?? 0;
  const largest = [...known].sort((a, b) => sizeOf(b.code) - sizeOf(a.code)).slice(0, mostLines);
  return known.filter((code) => largest.includes(code));
}
