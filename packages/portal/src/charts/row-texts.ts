import * as Plot from '@observablehq/plot';
import type { Drawn } from './frame.ts';

/** Most characters of a label and its value that fit one line of the narrowest picture. */
const lineLength = 46;

/** Whether some row's label and value do not fit one line, so that values stand under labels. */
export function areStacked(rows: readonly Pick<Drawn, 'label' | 'text'>[]): boolean {
  // Marks of direction take no room.
  return rows.some(({ label, text }) => `${label}${text}`.replaceAll(/\p{Cf}/gu, '').length > lineLength);
}

interface Place {
  readonly rtl: boolean;
  /** Units between the row's middle and that of its lowest line of text, below zero above it. */
  readonly dy: number;
  /** Height of a line where values stand under labels; absent where both share one. */
  readonly stacked?: number;
}

/** Label and value of each row: at either edge of the frame, or one above the other. */
export function rowTexts(rows: readonly Drawn[], { rtl, dy, stacked }: Place) {
  const text = { y: 'key', fill: 'var(--ink)' } as const;
  const start = { frameAnchor: rtl ? 'right' : 'left', textAnchor: 'start' } as const;
  const end = { frameAnchor: rtl ? 'left' : 'right', textAnchor: 'end' } as const;
  return [
    Plot.text(rows, { ...text, ...start, dy: dy - (stacked ?? 0), text: 'label', className: 'plot-label' }),
    Plot.text(rows, { ...text, ...(stacked === undefined ? end : start), dy, text: 'text', className: 'plot-value' }),
  ];
}
