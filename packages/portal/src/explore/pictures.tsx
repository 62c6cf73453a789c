import type { ComponentChild } from 'preact';
import type { Drawn, Frame } from '../charts/frame.ts';
import { heatTable } from '../charts/heat-table.ts';
import { history } from '../charts/history.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { signs } from '../components/signs.ts';
import { type Cell, type Slice, type SliceColumn, wholeColumn } from './slice.ts';
import { sourceOf } from './sources.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreVariable } from './types.ts';
import { cellText, titleOf, writer } from './wording.ts';

/** How a drawing becomes part of the page: as text while baking, as an element in the browser. */
export type Picture = (draw: () => SVGSVGElement, key: string) => ComponentChild;

export interface PicturesProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly slice: Slice;
  readonly picture: Picture;
  /** Said inside every picture beside its source: that the records are synthetic. */
  readonly remark: string | null;
  /** The document to draw with while baking. */
  readonly document?: Document | undefined;
}

const mostPanels = 8;
const mostLines = 5;

/** The picture of a state: bars, small multiples of them, a heat table, or lines over the years. */
export function Pictures(props: PicturesProps) {
  const { index, state, slice, picture } = props;
  const key = `${slice.period} ${JSON.stringify(state)}`;
  if (state.view === 'line')
    return (
      <div class="panels" {...sourceOf(state, props.remark !== null)}>
        {picture(() => line(props), key)}
      </div>
    );
  if (state.view === 'heat') {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, and this holds a picture
      <div
        class="panels scroll"
        {...sourceOf(state, props.remark !== null)}
        role="group"
        aria-label={say(index, 'view.heat')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1)
        tabIndex={0}
      >
        {picture(() => heat(props), key)}
      </div>
    );
  }
  const shown = slice.columns.filter((column) => !column.missing && hasNumbers(slice, column));
  const chosen =
    state.by === null ? shown.slice(-1) : shown.filter(({ code }) => code === state.within || shown.length === 1);
  const panels = state.view === 'bar' ? chosen : shown.slice(0, mostPanels);
  return (
    <div class="panels" {...sourceOf(state, props.remark !== null)}>
      {panels.map((column) => (
        <figure key={column.key} class="chart">
          {column.label !== '' && (
            <figcaption>
              {column.label}
              {slice.blocks.length > 1 && ` · ${slice.period}`}
            </figcaption>
          )}
          {picture(() => bars(props, column), `${key} ${column.key}`)}
        </figure>
      ))}
      {state.view === 'multiples' && shown.length > mostPanels && <p class="note">{say(index, 'panels')}</p>}
    </div>
  );
}

// A column without a single number is left to the table, which says why.
function hasNumbers(slice: Slice, { code, period }: SliceColumn): boolean {
  return slice.rows.some((row) => slice.cell(row.code, code, period ?? slice.period).value !== null);
}

function frameOf({ index, state, document, remark }: PicturesProps, id: string, description: string): Frame {
  return {
    ...(document && { document }),
    direction: index.direction,
    id,
    title: titleOf(index, state),
    description,
    source: remark === null ? index.source : `${remark} · ${index.source}`,
  };
}

/** What stands where a picture has no number. */
function signOf({ reason }: Cell): string {
  return signs[reason ?? 'not_collected'];
}

function bars(props: PicturesProps, column: SliceColumn): SVGSVGElement {
  const { index, state, slice } = props;
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
  const description = `${column.label} ${rows.map((row) => `${row.label}: ${row.text}`).join('; ')}`;
  return intervalBars(rows, frameOf(props, `explore-${column.key.replaceAll(/\W/g, '_')}`, description), { maximum });
}

function heat(props: PicturesProps): SVGSVGElement {
  const { index, state, slice } = props;
  const write = writer(index, state);
  const rows = slice.rows.filter(({ missing }) => !missing);
  const columns = slice.columns.filter(({ missing }) => !missing);
  const cells = rows.flatMap((row) =>
    columns.map((column) => ({
      key: column.key,
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
    frameOf(props, 'explore-heat', cells.map(({ cell }) => cellText(index, state, cell)).join('; ')),
    {
      rows: rows.map(({ code, label }) => ({ key: code, label })),
      columns: columns.map(({ key, label }) => ({ key, label })),
      maximum: state.measure === 'share' ? 1 : Math.max(1, ...cells.map(({ cell }) => cell.value ?? 0)),
    },
  );
}

// Over the years chosen; over all where only one is.
function line(props: PicturesProps): SVGSVGElement {
  const { index, state, slice } = props;
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
      return `${label}: ${own.map(({ period, value }) => `${period} ${value === null ? '··' : write(value)}`).join(', ')}`;
    })
    .join('; ');
  return history(moments, frameOf(props, 'explore-line', description), {
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
