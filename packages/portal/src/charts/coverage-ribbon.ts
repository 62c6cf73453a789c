import * as Plot from '@observablehq/plot';
import { chartWidth, type Frame, finish } from './frame.ts';
import { namedYears } from './named-years.ts';

/** One contributor's declared work. */
export interface RibbonRow {
  readonly key: string;
  readonly label: string;
  /** Years with records, and in how many countries; null where that is not declared. */
  readonly years: readonly { readonly period: string; readonly countries: number | null }[];
}

const rowHeight = 44;
/** More years than these leave no room for a number in each cell. */
const mostNumbered = 11;

/** Who contributed when: a cell for each year of work, with the number of countries worked in. */
export function coverageRibbon(
  rows: readonly RibbonRow[],
  frame: Frame,
  options: { readonly periods: readonly string[]; readonly write: (value: number) => string },
): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const cells = rows.flatMap(({ key, years }) => years.map((year) => ({ key, ...year })));
  const all = rows.flatMap(({ key }) => options.periods.map((period) => ({ key, period })));
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: rows.length * rowHeight + 28,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 2,
    marginBottom: 26,
    x: { type: 'band', domain: options.periods, reverse: rtl, padding: 0.04 },
    y: { domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.axisX({
        ticks: namedYears(options.periods),
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
        tickPadding: 8,
      }),
      Plot.cell(all, { x: 'period', y: 'key', insetTop: 20, insetBottom: 6, fill: 'var(--chart-track)' }),
      Plot.cell(cells, { x: 'period', y: 'key', insetTop: 20, insetBottom: 6, fill: 'var(--chart-a)' }),
      Plot.text(options.periods.length > mostNumbered ? [] : cells, {
        x: 'period',
        y: 'key',
        dy: 7,
        text: ({ countries }: { countries: number | null }) => (countries === null ? '' : options.write(countries)),
        fill: 'var(--on-accent)',
        className: 'plot-cell',
      }),
      Plot.text(rows, {
        y: 'key',
        text: 'label',
        frameAnchor: rtl ? 'right' : 'left',
        textAnchor: 'start',
        dy: -12,
        fill: 'var(--ink)',
        className: 'plot-label',
      }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
