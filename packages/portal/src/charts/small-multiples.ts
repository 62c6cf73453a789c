import * as Plot from '@observablehq/plot';
import { chartWidth, type Frame, finish, type Write } from './frame.ts';
import type { Moment } from './history.ts';

/** One panel: a member of what is compared. Moments name it in `series`. */
export interface Panel {
  readonly key: string;
  readonly label: string;
  /** Years before which its series breaks: a dashed line. */
  readonly breaks?: readonly string[];
}

/** All panels share both axes, so that their heights compare. */
export interface MultiplesOptions {
  readonly periods: readonly string[];
  readonly panels: readonly Panel[];
  readonly write: Write;
  /** Highest value the axis may reach; none when absent. */
  readonly most?: number;
  /** Text over a panel without any value. */
  readonly empty: string;
}

const perRow = 2;
/** Units of a character at the size of the narrowest screens. */
const characterWidth = 9;
const panelHeight = 92;
const headHeight = 36;

/** The same series over the years in one small picture for each member, points with interval whiskers, on shared axes. */
export function smallMultiples(moments: readonly Moment[], frame: Frame, options: MultiplesOptions): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const { periods, panels } = options;
  const cellOf = new Map(panels.map(({ key }, at) => [key, { fx: at % perRow, fy: Math.floor(at / perRow) }]));
  const rows = Math.max(1, Math.ceil(panels.length / perRow));
  const placed = moments.flatMap((moment) => {
    const cell = cellOf.get(moment.series);
    return cell ? [{ ...moment, ...cell }] : [];
  });
  const shown = placed.filter(({ value }) => value !== null);
  const highest = Math.max(0, ...shown.map(({ high }) => high));
  const top = Math.min(options.most ?? Number.POSITIVE_INFINITY, roundUp(highest));
  const labels = panels.map(({ key, label }) => ({ label, ...cellOf.get(key) }));
  const silent = panels.filter(({ key }) => !shown.some(({ series }) => series === key));
  const facet = { fx: 'fx', fy: 'fy' } as const;
  const side = rtl ? 'top-right' : 'top-left';
  const breaks = panels.flatMap(({ key, breaks: own = [] }) => own.map((period) => ({ period, ...cellOf.get(key) })));
  const written = Math.max(...[top / 2, top].map((end) => options.write(end).replaceAll(/\p{Cf}/gu, '').length));
  const margin = Math.max(40, 22 + characterWidth * written);
  const step = (chartWidth - margin - 18) / perRow / (periods.length + 1);
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: rows * (panelHeight + headHeight) + 30,
    marginTop: headHeight,
    marginBottom: 24,
    marginLeft: rtl ? 12 : margin,
    marginRight: rtl ? margin : 12,
    fx: { domain: Array.from({ length: perRow }, (_, at) => at), reverse: rtl, axis: null, padding: 0.07 },
    fy: { domain: Array.from({ length: rows }, (_, at) => at), axis: null, padding: 0.3 },
    x: { type: 'point', domain: periods, reverse: rtl, padding: 0.4 },
    y: { domain: [0, top] },
    marks: [
      Plot.gridY(
        labels.flatMap((cell) => [0, 0.5, 1].map((part) => ({ at: part * top, ...cell }))),
        {
          y: 'at',
          ...facet,
          stroke: 'var(--rule)',
          strokeOpacity: 1,
        },
      ),
      Plot.axisY([0, top / 2, top], {
        anchor: rtl ? 'right' : 'left',
        textAnchor: 'end',
        tickFormat: (value: number) => options.write(value),
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
      }),
      Plot.axisX([periods[0], periods.at(-1)], {
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
        tickPadding: 5,
      }),
      Plot.ruleX(breaks, {
        x: 'period',
        ...facet,
        dx: (rtl ? step : -step) / 2,
        stroke: 'var(--chart-b)',
        strokeDasharray: '2 3',
      }),
      Plot.line(placed, {
        x: 'period',
        y: ({ value }: Moment) => value ?? Number.NaN,
        z: 'series',
        ...facet,
        stroke: 'var(--chart-a)',
        strokeOpacity: 0.55,
        strokeWidth: 1.5,
      }),
      Plot.ruleX(shown, { x: 'period', y1: 'low', y2: 'high', ...facet, stroke: 'var(--chart-a)', strokeWidth: 2 }),
      Plot.dot(shown, { x: 'period', y: 'value', ...facet, r: 3, fill: 'var(--chart-a)', stroke: 'var(--paper)' }),
      Plot.text(labels, {
        text: 'label',
        ...facet,
        frameAnchor: side,
        textAnchor: 'start',
        lineAnchor: 'bottom',
        lineWidth: 10.5,
        lineHeight: 1.15,
        dy: -6,
        fill: 'var(--ink)',
        className: 'plot-label',
      }),
      Plot.text(
        silent.map(({ key }) => ({ ...cellOf.get(key) })),
        {
          text: () => options.empty,
          ...facet,
          frameAnchor: 'middle',
          dy: -11,
          fill: 'var(--muted)',
        },
      ),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}

// The next of 2, 4, 6, 8 or 10 of its power of ten, so that half of it is round as well.
function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const digit = [2, 4, 6, 8].find((each) => each * power >= value) ?? 10;
  return Number((digit * power).toPrecision(2));
}
