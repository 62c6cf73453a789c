import { axisMarkup, linearAxis } from './axis.ts';
import { type Markup, markup } from './markup.ts';

/** One value, with the interval it lies in where there is one. */
export interface Bar {
  readonly value: number | null;
  readonly low?: number;
  readonly high?: number;
}

/** A row of bars under one label: one a series. */
export interface BarRow {
  readonly label: string;
  readonly note?: string;
  readonly bars: readonly Bar[];
}

export interface BarRowsOptions {
  /** Said to who cannot see the picture. */
  readonly title: string;
  /** Names of the series, in the order of the bars. */
  readonly series: readonly string[];
  readonly axis: string;
  readonly text: (value: number) => string;
}

const [width, left, right, thickness, gap] = [760, 220, 84, 14, 14] as const;
/** Colours of series; the pages' style has as many. */
const mostSeries = 4;

/** Horizontal bars, rows below each other, series in colours that also differ in lightness; intervals as whiskers. */
export function barRows(rows: readonly BarRow[], { title, series, axis: axisName, text }: BarRowsOptions): Markup {
  if (series.length > mostSeries) throw new RangeError(`a picture has up to ${mostSeries} series`);
  const axis = linearAxis(
    rows.flatMap(({ bars }) => bars.flatMap(({ value, low, high }) => [value ?? 0, low ?? 0, high ?? 0])),
    left,
    width - right,
  );
  const top = series.length > 1 ? 34 : 12;
  const hasNotes = rows.some(({ note }) => note);
  const step = Math.max(series.length * thickness + gap, hasNotes ? 36 : 0);
  const bottom = top + rows.length * step;
  const zero = axis.place(0);
  const lines = rows.map((row, at) => {
    const y = top + at * step + (step - series.length * thickness) / 2;
    const middle = y + (series.length * thickness) / 2;
    const label = markup`<text class="label" x="${left - 12}" y="${(row.note ? middle - 2 : middle + 4).toFixed(1)}" text-anchor="end">${row.label}</text>`;
    const note = row.note
      ? markup`<text class="small" x="${left - 12}" y="${(middle + 11).toFixed(1)}" text-anchor="end">${row.note}</text>`
      : markup``;
    return markup`${label}${note}${row.bars.map((bar, one) => barMarkup(bar, one, y + one * thickness, axis.place, zero, text))}`;
  });
  return markup`<figure><svg viewBox="0 0 ${width} ${bottom + 42}" role="img" aria-label="${title}">${legend(series)}${axisMarkup(axis, top, bottom, text)}${lines}<text class="small" x="${(left + width - right) / 2}" y="${bottom + 36}" text-anchor="middle">${axisName}</text></svg><figcaption>${title}</figcaption></figure>`;
}

function barMarkup(
  { value, low, high }: Bar,
  series: number,
  y: number,
  place: (value: number) => number,
  zero: number,
  text: (value: number) => string,
): Markup {
  if (value === null) return markup`<text class="small" x="${zero + 6}" y="${y + thickness - 3}">none</text>`;
  const x = place(value);
  const middle = y + thickness / 2;
  const whisker =
    low === undefined || high === undefined
      ? markup``
      : markup`<path class="whisker" d="M${place(low).toFixed(1)} ${middle}H${place(high).toFixed(1)}M${place(low).toFixed(1)} ${middle - 3}v6M${place(high).toFixed(1)} ${middle - 3}v6"/>`;
  const end = Math.max(x, zero, high === undefined ? zero : place(high));
  return markup`<rect class="series${series}" x="${Math.min(zero, x).toFixed(1)}" y="${y + 1}" width="${Math.max(1, Math.abs(x - zero)).toFixed(1)}" height="${thickness - 2}"/>${whisker}<text class="small" x="${(end + 6).toFixed(1)}" y="${y + thickness - 3}">${text(value)}</text>`;
}

function legend(series: readonly string[]): Markup {
  if (series.length < 2) return markup``;
  let x: number = left;
  return markup`${series.map((name, at) => {
    const part = markup`<rect class="series${at}" x="${x}" y="8" width="12" height="12"/><text class="label" x="${x + 18}" y="18">${name}</text>`;
    x += 40 + name.length * 7;
    return part;
  })}`;
}
