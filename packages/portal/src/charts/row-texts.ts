import * as Plot from '@observablehq/plot';
import type { Drawn } from './frame.ts';

/** Label and value of each row, at either edge of the frame and `dy` above or below the row's middle. */
export function rowTexts(rows: readonly Drawn[], { rtl, dy }: { readonly rtl: boolean; readonly dy: number }) {
  const text = { y: 'key', fill: 'var(--ink)', dy } as const;
  return [
    Plot.text(rows, {
      ...text,
      text: 'label',
      className: 'plot-label',
      frameAnchor: rtl ? 'right' : 'left',
      textAnchor: 'start',
    }),
    Plot.text(rows, {
      ...text,
      text: 'text',
      className: 'plot-value',
      frameAnchor: rtl ? 'left' : 'right',
      textAnchor: 'end',
    }),
  ];
}
