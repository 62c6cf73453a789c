import * as Plot from '@observablehq/plot';
import { chartWidth, type Drawn, type Frame, finish } from './frame.ts';
import { linesAbove, rowTexts } from './row-texts.ts';

/** A line of the picture. `known` is counted, `bound` a lower bound, `spread` the ends of several estimates without a dot. */
export interface DrawnEstimate extends Drawn {
  readonly sign: 'known' | 'bound' | 'estimate' | 'spread';
}

const dotHeight = 40;
const lineHeight = 17;
// Dots at either end take some of the width.
const room = 41;
const symbols = { known: 'square', bound: 'triangle', estimate: 'circle' } as const;

/** Numbers of people with their intervals, one below the other on a scale from zero, each under its own label. */
export function estimateDots(
  rows: readonly DrawnEstimate[],
  frame: Frame,
  options: { readonly maximum: number },
): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const line = linesAbove(rows, room) * lineHeight;
  const rowHeight = dotHeight + line;
  const keys = rows.map(({ key }) => key);
  const shown = rows.filter(({ value, sign }) => value !== null && sign !== 'spread');
  const ranged = rows.filter(({ low, high }) => high > low);
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: rows.length * rowHeight + 28,
    marginLeft: 8,
    marginRight: 8,
    marginTop: 16,
    marginBottom: 12,
    x: { domain: [0, options.maximum], reverse: rtl, axis: null },
    y: { domain: keys, axis: null, padding: 0 },
    symbol: { domain: Object.keys(symbols), range: Object.values(symbols) },
    marks: [
      Plot.ruleY(rows, {
        y: 'key',
        x1: 0,
        x2: options.maximum,
        stroke: 'var(--chart-track)',
        strokeWidth: 7,
        dy: 8 + line / 2,
      }),
      Plot.ruleY(ranged, {
        y: 'key',
        x1: 'low',
        x2: 'high',
        stroke: 'var(--chart-a)',
        strokeWidth: 2.5,
        dy: 8 + line / 2,
      }),
      Plot.dot(shown, {
        y: 'key',
        x: 'value',
        symbol: 'sign',
        r: 5,
        fill: (row: DrawnEstimate) => (row.sign === 'estimate' ? 'var(--chart-a)' : 'var(--surface)'),
        stroke: (row: DrawnEstimate) => (row.sign === 'estimate' ? 'var(--chart-a)' : 'var(--ink)'),
        strokeWidth: 1.75,
        dy: 8 + line / 2,
      }),
      ...rowTexts(rows, { rtl, dy: line / 2 - 9, room, ...(line > 0 && { stacked: lineHeight }) }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
