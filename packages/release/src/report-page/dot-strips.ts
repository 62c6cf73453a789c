import { axisMarkup, linearAxis } from './axis.ts';
import { type Markup, markup } from './markup.ts';

/** One line of dots, and the value that is marked on it. */
export interface DotStrip {
  readonly label: string;
  readonly values: readonly number[];
  /** Marked with a bar: the mean, for instance. */
  readonly mark?: number;
}

export interface DotStripsOptions {
  /** Said to who cannot see the picture. */
  readonly title: string;
  readonly axis: string;
  readonly text: (value: number) => string;
  /** What the bar is: "mean". */
  readonly markName?: string;
}

const [width, left, right, height] = [760, 150, 24, 56] as const;
/** Most dots drawn on a strip: of more, evenly spaced ones by rank, so that the shape stays. */
const mostDots = 600;

/** Strips of dots over one scale; dots that would lie on each other are stacked. */
export function dotStrips(strips: readonly DotStrip[], options: DotStripsOptions): Markup {
  const axis = linearAxis(
    strips.flatMap(({ values, mark }) => [...values, mark ?? 0]),
    left,
    width - right,
  );
  const bottom = 12 + strips.length * height;
  const lines = strips.map((strip, at) => {
    const base = 12 + (at + 1) * height - 12;
    const mark =
      strip.mark === undefined
        ? markup``
        : markup`<line class="mark" x1="${axis.place(strip.mark).toFixed(1)}" x2="${axis.place(strip.mark).toFixed(1)}" y1="${base - 36}" y2="${base + 4}"/>`;
    return markup`<text class="label" x="${left - 12}" y="${base - 8}" text-anchor="end">${strip.label}</text><text class="small" x="${left - 12}" y="${base + 7}" text-anchor="end">${strip.values.length} of them</text>${dotsOf(strip.values, axis.place, base)}${mark}`;
  });
  const name = options.markName ? `${options.axis}; the bar is the ${options.markName}` : options.axis;
  return markup`<figure><svg viewBox="0 0 ${width} ${bottom + 42}" role="img" aria-label="${options.title}">${axisMarkup(axis, 12, bottom, options.text)}${lines}<text class="small" x="${(left + width - right) / 2}" y="${bottom + 36}" text-anchor="middle">${name}</text></svg><figcaption>${options.title}</figcaption></figure>`;
}

function dotsOf(values: readonly number[], place: (value: number) => number, base: number): Markup[] {
  const sorted = [...values].sort((a, b) => a - b);
  const shown =
    sorted.length <= mostDots
      ? sorted
      : Array.from(
          { length: mostDots },
          (_, at) => sorted[Math.round((at * (sorted.length - 1)) / (mostDots - 1))] as number,
        );
  const stacks = new Map<number, number>();
  const rise = Math.min(4, 36 / tallest(shown.map((value) => Math.round(place(value) / 4))));
  return shown.map((value) => {
    const column = Math.round(place(value) / 4);
    const level = stacks.get(column) ?? 0;
    stacks.set(column, level + 1);
    return markup`<circle class="dot" cx="${(column * 4).toFixed(1)}" cy="${(base - level * rise).toFixed(1)}" r="2"/>`;
  });
}

function tallest(columns: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const column of columns) counts.set(column, (counts.get(column) ?? 0) + 1);
  return Math.max(1, ...counts.values());
}
