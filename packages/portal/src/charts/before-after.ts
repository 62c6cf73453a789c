import * as Plot from '@observablehq/plot';
import { chartWidth, type Frame, finish } from './frame.ts';
import { areStacked } from './row-texts.ts';

/** A figure in two releases, in the same unit. */
export interface Move {
  readonly key: string;
  readonly label: string;
  readonly text: string;
  readonly before: number;
  readonly beforeLow: number;
  readonly beforeHigh: number;
  readonly after: number;
  readonly afterLow: number;
  readonly afterHigh: number;
}

const rowHeight = 54;
const lineHeight = 16;

/** Where each figure stood in the earlier release (hollow) and where it stands now (filled). */
export function beforeAfter(
  moves: readonly Move[],
  frame: Frame,
  options: { readonly maximum: number },
): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const isStacked = areStacked(moves);
  const extra = isStacked ? lineHeight : 0;
  const [start, end] = rtl ? (['right', 'left'] as const) : (['left', 'right'] as const);
  const text = { y: 'key', fill: 'var(--ink)', dy: -16 } as const;
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: moves.length * (rowHeight + extra) + 8,
    marginLeft: 6,
    marginRight: 6,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, options.maximum], reverse: rtl, axis: null },
    y: { type: 'band', domain: moves.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.ruleY(moves, { y: 'key', dy: 6 + extra / 2, stroke: 'var(--rule)' }),
      Plot.ruleY(moves, {
        y: 'key',
        x1: 'beforeLow',
        x2: 'beforeHigh',
        stroke: 'var(--muted)',
        strokeWidth: 2,
        dy: extra / 2,
      }),
      Plot.ruleY(moves, {
        y: 'key',
        x1: 'afterLow',
        x2: 'afterHigh',
        stroke: 'var(--chart-a)',
        strokeWidth: 2,
        dy: 12 + extra / 2,
      }),
      Plot.dot(moves, {
        y: 'key',
        x: 'before',
        r: 4,
        stroke: 'var(--muted)',
        fill: 'var(--paper)',
        strokeWidth: 2,
        dy: extra / 2,
      }),
      Plot.dot(moves, { y: 'key', x: 'after', r: 4, fill: 'var(--chart-a)', dy: 12 + extra / 2 }),
      Plot.text(moves, {
        ...text,
        dy: text.dy - extra / 2,
        text: 'label',
        frameAnchor: start,
        textAnchor: 'start',
        className: 'plot-label',
      }),
      Plot.text(moves, {
        ...text,
        text: 'text',
        dy: text.dy + extra / 2,
        frameAnchor: isStacked ? start : end,
        textAnchor: isStacked ? 'start' : 'end',
        className: 'plot-value',
      }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
