import * as Plot from '@observablehq/plot';
import { chartWidth, type Drawn, type Frame, finish } from './frame.ts';
import { linesAbove, rowTexts } from './row-texts.ts';

const barHeight = 42;
const lineHeight = 17;

/** Bars from zero with interval whiskers, each under its own label, so that long names never squeeze the picture. */
export function intervalBars(
  rows: readonly Drawn[],
  frame: Frame,
  options: {
    readonly maximum: number;
    /** Values under labels, as in the pictures beside it; decided by its own rows where absent. */
    readonly stacked?: boolean;
  },
): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const shown = rows.filter(({ value }) => value !== null);
  const fill = ({ tone, fill: own }: Drawn) =>
    own ?? (tone === 'here' ? 'var(--chart-a)' : tone === 'unknown' ? 'var(--chart-unknown)' : 'var(--chart-quiet)');
  const line = linesAbove(rows, undefined, options.stacked) * lineHeight;
  const rowHeight = barHeight + line;
  const place = { insetTop: 21 + line, insetBottom: 9 };
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width: chartWidth,
    height: rows.length * rowHeight + 8,
    marginLeft: 1,
    marginRight: 1,
    marginTop: 4,
    marginBottom: 4,
    x: { domain: [0, options.maximum], reverse: rtl, axis: null },
    y: { domain: rows.map(({ key }) => key), axis: null, padding: 0 },
    marks: [
      Plot.barX(rows, { y: 'key', x1: 0, x2: options.maximum, fill: 'var(--chart-track)', ...place }),
      Plot.barX(shown, { y: 'key', x1: 0, x2: 'value', fill, ...place }),
      Plot.ruleY(shown, { y: 'key', x1: 'low', x2: 'high', stroke: 'var(--ink)', strokeWidth: 1.5, dy: 6 + line / 2 }),
      Plot.tickX(shown, { y: 'key', x: 'low', stroke: 'var(--ink)', insetTop: 22 + line, insetBottom: 10 }),
      Plot.tickX(shown, { y: 'key', x: 'high', stroke: 'var(--ink)', insetTop: 22 + line, insetBottom: 10 }),
      ...rowTexts(rows, { rtl, dy: line / 2 - 10, ...(line > 0 && { stacked: lineHeight }) }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
