import * as Plot from '@observablehq/plot';
import type { Drawn } from './frame.ts';

/** Most characters of a label and its value that fit one line of the narrowest picture, over its whole width. */
const wholeWidth = 46;

/** Half a letter's height, from its middle to its foot, in units of the picture. */
const halfLetter = 4;

type Texts = Pick<Drawn, 'label' | 'text'>;

/** Whether some row's label and value do not fit one line of `room` characters, so that values stand under labels. */
export function areStacked(rows: readonly Texts[], room = wholeWidth): boolean {
  return rows.some(({ label, text }) => lengthOf(`${label}${text}`) > room);
}

/** How many lines of `room` characters labels take above their values: none where both share one. */
export function linesAbove(rows: readonly Texts[], room = wholeWidth, stacked = areStacked(rows, room)): number {
  return stacked ? Math.max(1, ...rows.map(({ label }) => linesOf(label, room).length)) : 0;
}

// Marks of direction take no room.
function lengthOf(text: string): number {
  return text.replaceAll(/\p{Cf}/gu, '').length;
}

/** A label's lines; a single word stays whole. A line full of label has wider letters than one that ends with figures. */
function linesOf(label: string, room: number): readonly string[] {
  const lines: string[] = [];
  for (const word of label.split(' ')) {
    const last = lines.at(-1);
    const longer = `${last ?? ''} ${word}`;
    if (last === undefined || lengthOf(longer) > 0.9 * room) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

interface Place {
  readonly rtl: boolean;
  /** Units between the row's middle and that of its lowest line of text, below zero above it. */
  readonly dy: number;
  /** Height of a line where values stand under labels; absent where both share one. */
  readonly stacked?: number;
  /** Characters that fit a line; those of the whole width where absent. */
  readonly room?: number;
}

/** Label and value of each row: at either edge of the frame, or the label in as many lines as it needs above the value. */
export function rowTexts(rows: readonly Drawn[], { rtl, dy, stacked, room = wholeWidth }: Place) {
  const text = { y: 'key', fill: 'var(--ink)' } as const;
  const start = { frameAnchor: rtl ? 'right' : 'left', textAnchor: 'start' } as const;
  const end = { frameAnchor: rtl ? 'left' : 'right', textAnchor: 'end' } as const;
  const label = { ...text, ...start, className: 'plot-label' } as const;
  const lines = (row: Drawn) => linesOf(row.label, room).join('\n');
  return [
    stacked === undefined
      ? Plot.text(rows, { ...label, dy, text: 'label' })
      : Plot.text(rows, {
          ...label,
          dy: dy - stacked + halfLetter,
          text: lines,
          lineAnchor: 'bottom',
          lineHeight: 1.2,
        }),
    Plot.text(rows, { ...text, ...(stacked === undefined ? end : start), dy, text: 'text', className: 'plot-value' }),
  ];
}
