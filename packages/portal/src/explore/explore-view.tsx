import type { ComponentChild, VNode } from 'preact';
import type { Drawn, Frame } from '../charts/frame.ts';
import { heatTable } from '../charts/heat-table.ts';
import { history } from '../charts/history.ts';
import { intervalBars } from '../charts/interval-bars.ts';
import { Scroll } from '../components/scroll.tsx';
import { Controls } from './controls.tsx';
import { type Cell, type Slice, sliceOf, wholeColumn } from './slice.ts';
import { say } from './state.ts';
import type { ExploreIndex, ExploreState, ExploreTable, ExploreVariable } from './types.ts';

/** How a drawing becomes part of the page: as text while baking, as an element in the browser. */
export type Picture = (draw: () => SVGSVGElement, key: string) => ComponentChild;

interface ExploreProps {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly table: ExploreTable;
  readonly picture: Picture;
  /** The document to draw with while baking. */
  readonly document?: Document;
  /** Absent while baking: without script there is nothing to change. */
  readonly change?: (next: Partial<ExploreState>) => void;
  readonly busy?: boolean;
}

/** The explorer: controls, picture and table of one published table. */
export function ExploreView(props: ExploreProps): VNode {
  const { index, state, table, change } = props;
  const slice = sliceOf(index, table, state);
  const title = titleOf(index, state);
  return (
    <div class="explore" {...(props.busy && { 'aria-busy': 'true' })}>
      {change && <Controls index={index} state={state} change={change} />}
      <h2 class="explore-title" aria-live="polite">
        {title}
      </h2>
      <div class={state.by === null ? 'pair' : ''}>
        <Pictures {...props} slice={slice} title={title} />
        <AnswerTable index={index} state={state} slice={slice} title={title} />
      </div>
    </div>
  );
}

/** `Purpose by sex, 2015`. */
export function titleOf(index: ExploreIndex, state: ExploreState): string {
  const variable = labelOf(index, state.variable);
  return state.by === null
    ? say(index, 'title', { variable, period: state.period })
    : say(index, 'title.by', { variable, by: labelOf(index, state.by), period: state.period });
}

function labelOf(index: ExploreIndex, id: string): string {
  const entry = index.variables.find((variable) => variable.id === id);
  if (!entry) return id;
  return entry.group === null ? entry.label : `${entry.group}: ${entry.label}`;
}

type PicturesProps = ExploreProps & { readonly slice: Slice; readonly title: string };

const mostPanels = 8;

function Pictures(props: PicturesProps) {
  const { index, state, slice, picture } = props;
  const key = JSON.stringify(state);
  if (state.view === 'line') return <div class="panels">{picture(() => line(props), key)}</div>;
  if (state.view === 'heat') return <div class="panels scroll">{picture(() => heat(props), key)}</div>;
  // A column without a single number is left to the table, which says why.
  const columns = slice.columns
    .filter(({ code, missing }) => !missing && slice.rows.some((row) => slice.cell(row.code, code).value !== null))
    .slice(0, mostPanels);
  return (
    <div class="panels">
      {columns.map(({ code, label }) => (
        <figure key={code} class="chart">
          {label !== '' && <figcaption>{label}</figcaption>}
          {picture(() => bars(props, code, label), `${key} ${code}`)}
        </figure>
      ))}
      {slice.columns.length > mostPanels && <p class="note">{say(index, 'panels')}</p>}
    </div>
  );
}

function frameOf({ index, document, title }: PicturesProps, id: string, description: string): Frame {
  return {
    ...(document && { document }),
    direction: index.direction,
    id,
    title,
    description,
    source: index.source,
  };
}

function bars(props: PicturesProps, column: string, label: string): SVGSVGElement {
  const { index, state, slice } = props;
  const shown = slice.rows.filter(({ missing }) => state.measure === 'count' || !missing);
  const rows = shown.map(({ code, label: name, missing }): Drawn => {
    const cell = slice.cell(code, column);
    return {
      key: code,
      label: name,
      value: cell.value,
      low: cell.low,
      high: cell.high,
      text: cell.value === null ? '··' : cellText(index, state, cell),
      tone: missing ? 'unknown' : 'here',
    };
  });
  const tops = slice.rows.flatMap(({ code }) => slice.columns.map((each) => slice.cell(code, each.code).high));
  const maximum = state.measure === 'share' ? 1 : Math.max(1, ...tops);
  const description = `${label} ${rows.map((row) => `${row.label}: ${row.text}`).join('; ')}`;
  return intervalBars(rows, frameOf(props, `explore-${column.replaceAll(/\W/g, '_')}`, description), { maximum });
}

function heat(props: PicturesProps): SVGSVGElement {
  const { index, state, slice } = props;
  const write = writer(index, state);
  const rows = slice.rows.filter(({ missing }) => !missing);
  const columns = slice.columns.filter(({ missing }) => !missing);
  const cells = rows.flatMap((row) => columns.map((column) => slice.cell(row.code, column.code)));
  return heatTable(
    cells.map((cell) => ({
      row: cell.row,
      column: cell.column,
      value: cell.value ?? 0,
      text: cell.value === null ? '··' : write(cell.value),
    })),
    frameOf(props, 'explore-heat', cells.map((cell) => cellText(index, state, cell)).join('; ')),
    {
      rows: rows.map(({ code, label }) => ({ key: code, label })),
      columns: columns.map(({ code, label }) => ({ key: code, label })),
      maximum: state.measure === 'share' ? 1 : Math.max(1, ...cells.map(({ value }) => value ?? 0)),
    },
  );
}

const mostLines = 5;

function line(props: PicturesProps): SVGSVGElement {
  const { index, state, table } = props;
  const write = writer(index, state);
  const column = state.by === null ? wholeColumn : (state.within ?? wholeColumn);
  const codes = linesOf(index, table, state);
  const moments = index.periods.flatMap((period) => {
    const slice = sliceOf(index, table, state, period);
    return codes.map(({ code }) => {
      const { value, low, high } = slice.cell(code, column);
      return { period, value, low, high, series: code };
    });
  });
  const description = codes
    .map(({ code, label }) => {
      const own = moments.filter(({ series }) => series === code);
      return `${label}: ${own.map(({ period, value }) => `${period} ${value === null ? '··' : write(value)}`).join(', ')}`;
    })
    .join('; ');
  return history(moments, frameOf(props, 'explore-line', description), {
    periods: index.periods,
    series: codes.map(({ code, label }) => ({ key: code, label })),
    write,
    unit: state.measure === 'share' ? 'share' : 'other',
    gap: '··',
    legend: true,
  });
}

// The largest answers of the newest year: more lines than five cannot be told apart.
function linesOf(index: ExploreIndex, table: ExploreTable, state: ExploreState): ExploreVariable['codes'] {
  const slice = sliceOf(index, table, { ...state, measure: 'count' });
  const column = state.by === null ? wholeColumn : (state.within ?? wholeColumn);
  const known = slice.rows.filter(({ missing }) => !missing);
  const largest = [...known]
    .sort((a, b) => (slice.cell(b.code, column).value ?? 0) - (slice.cell(a.code, column).value ?? 0))
    .slice(0, mostLines);
  return known.filter((code) => largest.includes(code));
}

function AnswerTable({
  index,
  state,
  slice,
  title,
}: {
  readonly index: ExploreIndex;
  readonly state: ExploreState;
  readonly slice: Slice;
  readonly title: string;
}) {
  const write = writer(index, state);
  const rows = slice.rows.filter(({ missing }) => state.measure === 'count' || !missing);
  // Shares within a reason for a missing answer are shown where there are any.
  const columns = slice.columns.filter(
    ({ code, missing }) => !missing || rows.some((row) => slice.cell(row.code, code).value !== null),
  );
  const single = state.by === null;
  return (
    <div>
      <Scroll label={title}>
        <table class="figures answers">
          <caption>
            {title} · {say(index, `measure.${state.measure}`)}{' '}
            {index.example !== null && <span class="not-real">{index.example}</span>}
          </caption>
          <thead>
            <tr>
              <th scope="col">{labelOf(index, state.variable)}</th>
              {single ? (
                <>
                  <th scope="col" class="num">
                    {say(index, 'value')}
                  </th>
                  <th scope="col" class="num">
                    {say(index, 'interval')}
                  </th>
                </>
              ) : (
                columns.map(({ code, label, missing }) => (
                  <th key={code} scope="col" class={missing ? 'num missing' : 'num'}>
                    {label}
                  </th>
                ))
              )}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ code, label, missing }) => (
              <tr key={code} {...(missing && { class: 'missing' })}>
                <th scope="row">{label}</th>
                {columns.map((column) => {
                  const cell = slice.cell(code, column.code);
                  const range = rangeText(index, state, cell);
                  return single ? (
                    <>
                      <td class="num strong">{valueText(index, write, cell)}</td>
                      <td class="num">{range}</td>
                    </>
                  ) : (
                    <td key={column.code} class="num">
                      <b>{valueText(index, write, cell)}</b> <small>{range}</small>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p class="note">{say(index, `note.${state.measure}`)}</p>
    </div>
  );
}

type Write = (value: number) => string;

function writer(index: ExploreIndex, { measure }: ExploreState, digits = 0): Write {
  const format = new Intl.NumberFormat(
    index.locale,
    measure === 'share'
      ? { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }
      : { maximumFractionDigits: 0 },
  );
  return (value) => format.format(value);
}

function valueText(index: ExploreIndex, write: Write, cell: Cell): ComponentChild {
  if (cell.value !== null) return write(cell.value);
  return (
    <span class="mark" title={say(index, 'withheld')}>
      <span aria-hidden="true">··</span>
      <span class="unseen">{say(index, 'withheld')}</span>
    </span>
  );
}

function rangeText(index: ExploreIndex, state: ExploreState, cell: Cell): string {
  const write = writer(index, state, 1);
  return cell.value === null ? '' : say(index, 'range', { low: write(cell.low), high: write(cell.high) });
}

function cellText(index: ExploreIndex, state: ExploreState, cell: Cell): string {
  return cell.value === null
    ? say(index, 'withheld')
    : say(index, 'cell', { value: writer(index, state)(cell.value), interval: rangeText(index, state, cell) });
}
