import * as Plot from '@observablehq/plot';
import { type Frame, finish } from './frame.ts';

export interface HeatCell {
  readonly row: string;
  readonly column: string;
  readonly value: number;
  readonly text: string;
}

export interface HeatOptions {
  readonly rows: readonly { readonly key: string; readonly label: string }[];
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly maximum: number;
}

const columnWidth = 74;
const rowHeight = 46;
const headerHeight = 70;

/** A table whose cells are shaded by size; the darker the larger. */
export function heatTable(cells: readonly HeatCell[], frame: Frame, options: HeatOptions): SVGSVGElement {
  const rtl = frame.direction === 'rtl';
  const width = Math.max(400, options.columns.length * columnWidth + 8);
  const maximum = options.maximum || 1;
  const columnLabel = new Map(options.columns.map(({ key, label }) => [key, label]));
  const label = { fill: 'var(--ink)', lineWidth: 8 } as const;
  const plot = Plot.plot({
    ...(frame.document && { document: frame.document }),
    className: 'plot',
    width,
    height: options.rows.length * rowHeight + headerHeight,
    marginLeft: 4,
    marginRight: 4,
    marginTop: headerHeight - 4,
    marginBottom: 4,
    x: { type: 'band', domain: options.columns.map(({ key }) => key), reverse: rtl, padding: 0.03, axis: null },
    y: { type: 'band', domain: options.rows.map(({ key }) => key), padding: 0, axis: null },
    marks: [
      Plot.text(options.columns, {
        ...label,
        x: 'key',
        text: ({ key }: { key: string }) => columnLabel.get(key) ?? key,
        frameAnchor: 'top',
        lineAnchor: 'bottom',
        textAnchor: 'middle',
        dy: -6,
        textOverflow: 'ellipsis',
        className: 'plot-cell',
      }),
      Plot.cell(cells, { x: 'column', y: 'row', insetTop: 19, insetBottom: 2, fill: 'var(--chart-track)' }),
      Plot.cell(cells, {
        x: 'column',
        y: 'row',
        insetTop: 19,
        insetBottom: 2,
        fill: 'var(--chart-a)',
        fillOpacity: ({ value }: HeatCell) => Math.min(1, Math.max(0, value) / maximum) * 0.55,
      }),
      Plot.text(cells, { x: 'column', y: 'row', dy: 9, text: 'text', fill: 'var(--ink)', className: 'plot-cell' }),
      Plot.text(options.rows, {
        y: 'key',
        text: 'label',
        frameAnchor: rtl ? 'right' : 'left',
        textAnchor: 'start',
        dy: -13,
        fill: 'var(--ink)',
        className: 'plot-label',
      }),
    ],
  });
  return finish(plot as SVGSVGElement, frame);
}
