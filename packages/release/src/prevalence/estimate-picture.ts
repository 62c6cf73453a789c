import { type EstimateWords, twoDigits } from '@casebridge/prevalence';
import { axisMarkup, linearAxis } from '../report-page/axis.ts';
import { type Markup, markup } from '../report-page/markup.ts';
import { countText } from '../report-page/numbers.ts';
import type { EstimateRow } from './estimate-rows.ts';

const [width, labels, right, lineHeight, top] = [960, 330, 190, 30, 64] as const;
/** Limits beyond this multiple of the largest estimate run off the picture, with an arrow; their number is written. */
const mostStretch = 2.5;

const style =
  'text{font:14px system-ui,sans-serif;fill:#1d2733}.title{font-size:17px;font-weight:600}.small,.tick{font-size:12px;fill:#53606e}' +
  '.grid{stroke:#dfe4ea}.interval{stroke:#2a5d8f;stroke-width:3}.dot{fill:#2a5d8f}.known{fill:#1d2733}.bound{fill:none;stroke:#1d2733;stroke-width:2}.arrow{fill:#2a5d8f}';

/**
 * All estimates with their intervals side by side as one SVG file: a square is counted, an open triangle a bound, a dot an
 * estimate. Numbers have two significant digits, so that the picture may be shown.
 *
 * @param direction of the words
 */
export function estimatePicture(
  rows: readonly EstimateRow[],
  words: EstimateWords,
  direction: 'ltr' | 'rtl',
  verdict: string,
): string {
  const largest = Math.max(...rows.map(({ value }) => value));
  const limit = mostStretch * largest;
  const shown = rows.map((row) => ({
    ...row,
    value: twoDigits(row.value),
    interval: row.interval && ([twoDigits(row.interval[0]), twoDigits(row.interval[1])] as const),
  }));
  const axis = linearAxis(
    shown.flatMap(({ value, interval }) => [value, Math.min(interval?.[1] ?? value, limit)]),
    labels,
    width - right,
  );
  const bottom = top + rows.length * lineHeight + 6;
  const numbers = (row: (typeof shown)[number]): string =>
    row.interval
      ? `${countText(row.value)} (${countText(row.interval[0])}–${countText(row.interval[1])})`
      : countText(row.value);
  const lines = shown.map((row, at) => {
    const y = top + at * lineHeight + lineHeight / 2;
    // Labels stand left of the scale in every language, and end there: `start` is the right edge where words run leftwards.
    const anchor = direction === 'rtl' ? 'start' : 'end';
    return markup`<text x="${labels - 14}" y="${y + 5}" text-anchor="${anchor}">${row.label}</text>${row.interval ? bar(row.interval, y, axis.place, axis.to, axis.ticks.at(-1) ?? limit) : markup``}${sign(row.kind, axis.place(row.value), y)}<text class="small" x="${width - right + 14}" y="${y + 4}" direction="ltr">${numbers(row)}</text>`;
  });
  const height = bottom + 64;
  const titleX = direction === 'rtl' ? width - 24 : 24;
  const { html } =
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${words.title}" direction="${direction}"><title>${words.title}</title><desc>${shown.map((row) => `${row.label}: ${numbers(row)}.`).join(' ')} ${verdict}</desc><style>${style}</style><rect width="${width}" height="${height}" fill="#fff"/><text class="title" x="${titleX}" y="30">${words.title}</text>${axisMarkup(axis, top, bottom, countText)}${lines}<text class="small" x="${titleX}" y="${bottom + 48}">${verdict}</text></svg>`;
  return `${html}\n`;
}

function bar(
  [lower, upper]: readonly [number, number],
  y: number,
  place: (value: number) => number,
  edge: number,
  last: number,
): Markup {
  const [from, to] = [place(lower).toFixed(1), place(upper).toFixed(1)];
  const line = markup`<line class="interval" x1="${from}" x2="${to}" y1="${y}" y2="${y}"/>`;
  if (upper <= last) return line;
  return markup`${line}<path class="arrow" d="M${edge + 8} ${y}l-10 -6v12z"/>`;
}

function sign(kind: EstimateRow['kind'], x: number, y: number): Markup {
  if (kind === 'known')
    return markup`<rect class="known" x="${(x - 5).toFixed(1)}" y="${y - 5}" width="10" height="10"/>`;
  if (kind === 'bound') return markup`<path class="bound" d="M${(x - 6).toFixed(1)} ${y - 6}v12l11 -6z"/>`;
  return markup`<circle class="dot" cx="${x.toFixed(1)}" cy="${y}" r="5.5"/>`;
}
