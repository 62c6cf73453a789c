import * as Plot from '@observablehq/plot';
import { chartWidth, type Frame, finish, type Write } from './frame.ts';
import { namedYears } from './named-years.ts';
import { seriesColour, seriesSymbols } from './series.ts';

/** One year of a series; `value` is null where the figure is withheld. */
export interface Moment {
  readonly period: string;
  readonly value: number | null;
  readonly low: number;
  readonly high: number;
  readonly series: string;
}

/** A line over the years for each series, in the chart's colours and marks, in this order. */
export interface HistoryOptions {
  readonly periods: readonly string[];
  readonly series: readonly { readonly key: string; readonly label: string }[];
  readonly write: Write;
  /** Shares are drawn from 0 to at most 1. */
  readonly unit: 'share' | 'change' | 'other';
  readonly highlight?: string;
  /** Text over a year without a value. */
  readonly gap: string;
  /** Names the series above the picture; for more than one. */
  readonly legend?: boolean;
  /** Years before which the series break: a dashed line with a mark on top. */
  readonly breaks?: readonly string[];
}

/** Units of a character at the size of the narrowest screens. */
const characterWidth = 9;

/** Points with interval whiskers over the years. A withheld year breaks the line and says so. */
export function history(moments: readonly Moment[], frame: Frame, options: HistoryOptions): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const shown = moments.filter(({ value }) => value !== null);
  const gaps = moments.filter(({ value, series }) => value === null && series === options.series[0]?.key);
  const top = Math.max(0, ...shown.map(({ high }) => high));
  const bottom = Math.min(0, ...shown.map(({ low }) => low));
  const maximum = options.unit === 'share' ? Math.min(1, top * 1.08) : top * 1.08;
  const colourOf = (key: string) => seriesColour(options.series.findIndex((each) => each.key === key));
  const legendHeight = options.legend ? options.series.length * 20 : 0;
  const entries = options.legend ? options.series : [];
  const breaks = options.breaks ?? [];
  const written = Math.max(...[top, bottom].map((end) => options.write(end).replaceAll(/\p{Cf}/gu, '').length));
  const margin = Math.max(52, 20 + characterWidth * written);
  // Half the way to the year before: `padding` of the point scale is a part of a step at either end.
  const step = (chartWidth - margin - 10) / (options.periods.length - 1 + 0.7);
  const half = (step / 2) * (rtl ? 1 : -1);
  const beside = Math.min(7, step / (options.series.length + 1));
  const radius = step < 24 ? 3 : 4;
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: 216 + legendHeight,
    marginTop: 14 + legendHeight,
    marginBottom: 26,
    marginLeft: rtl ? 10 : margin,
    marginRight: rtl ? margin : 10,
    x: { type: 'point', domain: options.periods, reverse: rtl, padding: 0.35 },
    y: { domain: [bottom * 1.08, maximum === bottom ? 1 : maximum] },
    marks: [
      ...(options.highlight === undefined
        ? []
        : [Plot.ruleX([options.highlight], { stroke: 'var(--chart-track)', strokeWidth: Math.min(30, step) })]),
      Plot.gridY({ stroke: 'var(--rule)', strokeOpacity: 1, ticks: 4 }),
      Plot.axisY({
        anchor: rtl ? 'right' : 'left',
        // In right-to-left text `end` is the left end, so labels stand clear of the plot on either side.
        textAnchor: 'end',
        ticks: 4,
        tickFormat: (value: number) => options.write(value),
        tickSize: 0,
        label: null,
        fill: 'var(--muted)',
      }),
      Plot.axisX(namedYears(options.periods), { tickSize: 0, label: null, fill: 'var(--muted)', tickPadding: 8 }),
      Plot.ruleY([0], { stroke: 'var(--muted)' }),
      ...(breaks.length === 0
        ? []
        : [
            Plot.ruleX(breaks, { dx: half, stroke: 'var(--chart-b)', strokeWidth: 1.5, strokeDasharray: '3 3' }),
            Plot.dot(breaks, {
              x: (period: string) => period,
              dx: half,
              frameAnchor: 'top',
              r: 4,
              symbol: 'diamond',
              fill: 'var(--chart-b)',
            }),
          ]),
      ...options.series.flatMap(({ key }, index) => {
        const own = moments.filter(({ series }) => series === key);
        const values = own.filter(({ value }) => value !== null);
        const dx = (index - (options.series.length - 1) / 2) * beside * (rtl ? -1 : 1);
        const stroke = colourOf(key);
        return [
          Plot.line(own, {
            x: 'period',
            y: ({ value }: Moment) => value ?? Number.NaN,
            stroke,
            strokeWidth: 1.5,
            strokeOpacity: 0.55,
            dx,
          }),
          Plot.ruleX(values, { x: 'period', y1: 'low', y2: 'high', stroke, strokeWidth: 2, dx }),
          Plot.dot(values, {
            x: 'period',
            y: 'value',
            r: radius,
            fill: stroke,
            stroke: 'var(--paper)',
            symbol: seriesSymbols[index] ?? 'circle',
            dx,
          }),
        ];
      }),
      ...entries.flatMap(({ key, label }, index) => {
        const dy = index * 20 - legendHeight;
        const side = rtl ? 'top-right' : 'top-left';
        return [
          Plot.dot([key], {
            frameAnchor: side,
            dx: rtl ? margin - 6 : 6 - margin,
            dy,
            r: 4,
            fill: colourOf(key),
            symbol: seriesSymbols[index] ?? 'circle',
          }),
          Plot.text([label], {
            frameAnchor: side,
            textAnchor: 'start',
            lineAnchor: 'middle',
            dx: rtl ? margin - 16 : 16 - margin,
            dy,
            fill: 'var(--ink)',
            className: 'plot-label',
          }),
        ];
      }),
      Plot.text(gaps, {
        x: 'period',
        text: () => options.gap,
        frameAnchor: 'bottom',
        dy: -6,
        fill: 'var(--muted)',
      }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
