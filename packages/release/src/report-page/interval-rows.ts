import { axisMarkup, linearAxis } from './axis.ts';
import { type Markup, markup } from './markup.ts';

/** A value with its interval, on a row. */
export interface IntervalMark {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A row: marks of each series, null where there is none, and the limit it is judged by. */
export interface IntervalRow {
  readonly label: string;
  readonly note?: string;
  readonly marks: readonly (IntervalMark | null)[];
  readonly limit?: number;
  /** Over its limit: in the warning colour. Not judged: hollow. */
  readonly tone?: 'plain' | 'over' | 'unjudged';
  /** Written at the row's end. */
  readonly text: string;
}

export interface IntervalRowsOptions {
  /** Said to who cannot see the picture. */
  readonly title: string;
  readonly series: readonly string[];
  readonly axis: string;
  readonly write: (value: number) => string;
  /** Ends of the scale; what lies outside is drawn at the end with an arrow. */
  readonly range: readonly [from: number, to: number];
  /** Room for labels, of 760: 250 where absent. */
  readonly labelWidth?: number;
}

const [width, usualLeft, right, height] = [760, 250, 120, 34] as const;

/** Dots with intervals, a row each, and a dashed line where the row's limit lies. */
export function intervalRows(rows: readonly IntervalRow[], options: IntervalRowsOptions): Markup {
  const { title, series, axis: axisName, write, range, labelWidth: left = usualLeft } = options;
  const axis = linearAxis([...range], left, width - right);
  const [least, most] = [axis.ticks[0] ?? 0, axis.ticks.at(-1) ?? 1];
  const top = series.length > 1 ? 34 : 10;
  const bottom = top + rows.length * height;
  const lines = rows.map((row, at) => {
    const middle = top + (at + 0.5) * height;
    const spread = series.length > 1 ? 7 : 0;
    const shade =
      at % 2 === 1
        ? markup`<rect class="band" x="0" y="${middle - height / 2}" width="${width}" height="${height}"/>`
        : markup``;
    const marks = row.marks.map((mark, one) => {
      if (mark === null) return markup``;
      const y = middle + (one - (row.marks.length - 1) / 2) * 2 * spread;
      return markMarkup(
        mark,
        y,
        row.tone === undefined || row.tone === 'plain' || one > 0 ? `series${one}` : row.tone,
        { place: axis.place, least, most },
      );
    });
    const limit =
      row.limit === undefined
        ? markup``
        : markup`<line class="limit" x1="${axis.place(row.limit).toFixed(1)}" x2="${axis.place(row.limit).toFixed(1)}" y1="${middle - height / 2 + 2}" y2="${middle + height / 2 - 2}"/>`;
    const note = row.note
      ? markup`<text class="small" x="${left - 12}" y="${middle + 13}" text-anchor="end">${row.note}</text>`
      : markup``;
    return markup`${shade}<text class="label" x="${left - 12}" y="${row.note ? middle - 1 : middle + 4}" text-anchor="end">${row.label}</text>${note}${limit}${marks}<text class="small" x="${width - right + 14}" y="${middle + 4}">${row.text}</text>`;
  });
  return markup`<figure><svg viewBox="0 0 ${width} ${bottom + 40}" role="img" aria-label="${title}">${legend(series, left)}${lines.length > 0 ? axisMarkup(axis, top, bottom, write) : markup``}${lines}<text class="small" x="${(left + width - right) / 2}" y="${bottom + 34}" text-anchor="middle">${axisName}</text></svg><figcaption>${title}</figcaption></figure>`;
}

interface Scale {
  readonly place: (value: number) => number;
  readonly least: number;
  readonly most: number;
}

function markMarkup(
  { value, low, high }: IntervalMark,
  y: number,
  kind: string,
  { place, least, most }: Scale,
): Markup {
  const [from, to] = [place(low), place(high)];
  const stop = (x: number, beyond: boolean, way: 1 | -1) =>
    beyond
      ? markup`<path class="whisker" d="M${(x - 4 * way).toFixed(1)} ${y - 3}l${4 * way} 3l${-4 * way} 3"/>`
      : markup`<path class="whisker" d="M${x.toFixed(1)} ${y - 3}v6"/>`;
  const dot =
    value < least || value > most
      ? markup``
      : markup`<circle class="${kind}" cx="${place(value).toFixed(1)}" cy="${y}" r="4.5"/>`;
  return markup`<path class="whisker" d="M${from.toFixed(1)} ${y}H${to.toFixed(1)}"/>${stop(from, low < least, -1)}${stop(to, high > most, 1)}${dot}`;
}

function legend(series: readonly string[], left: number): Markup {
  if (series.length < 2) return markup``;
  let x = left;
  return markup`${series.map((name, at) => {
    const part = markup`<circle class="series${at}" cx="${x + 6}" cy="14" r="4.5"/><text class="label" x="${x + 18}" y="18">${name}</text>`;
    x += 44 + name.length * 7;
    return part;
  })}`;
}
