/** Two pictures for the choice of thresholds: how many pairs have which score, and what each threshold would find. */
import type { CurvePoint, LinkageThresholds, ScoreBin } from '@casebridge/linkage';
import { linearAxis } from '../report-page/axis.ts';
import { type Markup, markup } from '../report-page/markup.ts';
import { countText } from '../report-page/numbers.ts';

const [width, height, left, right, top, bottom] = [860, 420, 92, 836, 56, 350] as const;
const style =
  'text{font:13px system-ui,sans-serif;fill:#53606e}.title{font-size:17px;font-weight:600;fill:#1d2733}.grid{stroke:#dfe4ea}' +
  '.bar{fill:#2a5d8f}.pairs{fill:none;stroke:#2a5d8f;stroke-width:2.5}.people{fill:none;stroke:#b0562a;stroke-width:2.5;stroke-dasharray:7 4}' +
  '.cut{stroke:#1d2733;stroke-dasharray:2 4}.first{fill:#2a5d8f}.second{fill:#b0562a}';

/** Pairs per score, on a scale of powers of ten; thresholds as dotted lines. */
export function histogramPicture(bins: readonly ScoreBin[], thresholds: LinkageThresholds, score: string): string {
  const most = Math.max(10, ...bins.map(({ pairs }) => pairs));
  const powers = Array.from({ length: Math.ceil(Math.log10(most)) + 1 }, (_, at) => 10 ** at);
  const top10 = Math.log10(powers.at(-1) as number);
  // One pair still has a visible bar: the scale starts below it.
  const y = (pairs: number) => bottom - ((Math.log10(pairs) + 0.15) / (top10 + 0.15)) * (bottom - top);
  const x = across(bins[0]?.from ?? 0);
  const bars = bins
    .filter(({ pairs }) => pairs > 0)
    .map(({ from, to, pairs }) => {
      const [start, end] = [x(from) + 1, x(to) - 1];
      return markup`<rect class="bar" x="${start.toFixed(1)}" y="${y(pairs).toFixed(1)}" width="${(end - start).toFixed(1)}" height="${(bottom - y(pairs)).toFixed(1)}"/>`;
    });
  const lines = powers.map((power) => level(y(power), countText(power), 'tick'));
  const words = bins.map(({ from, to, pairs }) => `${from.toFixed(2)} to ${to.toFixed(2)}: ${pairs}.`).join(' ');
  return picture('Pairs of records by score', words, markup`${lines}${bars}${cuts(thresholds, x)}${scale(x, score)}`);
}

/** Pairs at or above each threshold and the people that they leave. */
export function curvePicture(points: readonly CurvePoint[], thresholds: LinkageThresholds, score: string): string {
  const axis = linearAxis(
    points.flatMap(({ pairs, people }) => [pairs, people]),
    bottom,
    top,
  );
  const x = across(points[0]?.threshold ?? 0);
  const path = (value: (point: CurvePoint) => number) =>
    points.map((point) => `${x(point.threshold).toFixed(1)},${axis.place(value(point)).toFixed(1)}`).join(' ');
  const lines = axis.ticks.map((tick) => level(axis.place(tick), countText(tick), 'tick'));
  const words = points.map(
    ({ threshold, pairs, people }) => `${threshold.toFixed(2)}: ${pairs} pairs, ${people} people.`,
  );
  return picture(
    'What each threshold would find',
    words.join(' '),
    markup`${lines}${cuts(thresholds, x)}<polyline class="pairs" points="${path(({ pairs }) => pairs)}"/><polyline class="people" points="${path(({ people }) => people)}"/>${scale(x, score)}<text class="first" x="${right}" y="26" text-anchor="end">solid: pairs</text><text class="second" x="${right}" y="44" text-anchor="end">dashed: people</text>`,
  );
}

function across(least: number): (score: number) => number {
  return (score) => left + ((score - least) / (1 - least)) * (right - left);
}

function level(y: number, text: string, kind: string): Markup {
  return markup`<line class="grid" x1="${left}" x2="${right}" y1="${y.toFixed(1)}" y2="${y.toFixed(1)}"/><text class="${kind}" x="${left - 8}" y="${(y + 4).toFixed(1)}" text-anchor="end">${text}</text>`;
}

function cuts(thresholds: LinkageThresholds, x: (score: number) => number): Markup {
  const places = [...new Set([thresholds.cautious, thresholds.expected, thresholds.generous])];
  return markup`${places.map((at) => markup`<line class="cut" x1="${x(at).toFixed(1)}" x2="${x(at).toFixed(1)}" y1="${top}" y2="${bottom}"/><text x="${x(at).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">${at.toFixed(2)}</text>`)}`;
}

function scale(x: (score: number) => number, score: string): Markup {
  return markup`<text x="${x(1).toFixed(1)}" y="${bottom + 18}" text-anchor="middle">1</text><text x="${(left + right) / 2}" y="${height - 18}" text-anchor="middle">${score}; dotted: generous, expected and cautious thresholds</text>`;
}

function picture(title: string, description: string, content: Markup): string {
  const { html } =
    markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}"><title>${title}</title><desc>${description}</desc><style>${style}</style><rect width="${width}" height="${height}" fill="#fff"/><text class="title" x="24" y="32">${title}</text>${content}</svg>`;
  return `${html}\n`;
}
