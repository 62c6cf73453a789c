import type { Figure } from '@casebridge/figures/types';
import { Fragment } from 'preact';
import { render } from 'preact-render-to-string';
import { sourceText } from '../components/chart.tsx';
import { figureBreaks } from '../components/figure-breaks.ts';
import { baseText, figureTitle, intervalText, spokenFigure, unknownText } from '../components/figure-text.ts';
import { HistoryChart } from '../components/history-chart.tsx';
import { type Page, PageContext } from '../components/page.ts';
import { siteAddress } from './addresses.ts';

// The light palette of `style/tokens.css`: a picture on its own has no style sheet, and the policy allows it none.
export const palette: Readonly<Record<string, string>> = {
  paper: '#fbfaf7',
  ink: '#1b2430',
  muted: '#556070',
  rule: '#ddd8ce',
  'chart-a': '#0f5e6e',
  'chart-b': '#b4561a',
  'chart-c': '#5b4e9e',
  'chart-d': '#7d6f14',
  'chart-e': '#a5386b',
  'chart-quiet': '#93b2b8',
  'chart-unknown': '#b9b3a6',
  'chart-track': '#ebe7df',
};

const width = 640;
const margin = 32;
export const fonts = 'system-ui, -apple-system, Segoe UI, Roboto, Noto Sans, Noto Sans Arabic, sans-serif';

/**
 * A figure as a picture that stands alone: title, value and interval, the years, and a foot with base, unknown share,
 * release and address, so that none of them is lost when the picture is passed on.
 */
export function figurePicture(page: Page, figure: Figure): string {
  const { direction } = page.words;
  const chart = chartOf(page, figure);
  const scale = (width - 2 * margin) / chart.width;
  const value = figure.value === null ? '' : page.format.figure(figure);
  const title = wrapped(figureTitle(page, figure), 42);
  const headline = [value, intervalText(page, figure)].filter((text) => text !== '').join(' · ');
  const foot = footOf(page, figure);
  const titleEnd = margin + title.length * 30;
  const chartTop = titleEnd + 44;
  const chartEnd = chartTop + chart.height * scale;
  const height = Math.ceil(chartEnd + 16 + foot.length * 20 + margin / 2);
  const start = direction === 'rtl' ? width - margin : margin;
  const line = (text: string, y: number, size: number, fill: string, weight = 400, ltr = false) => (
    <text
      x={start}
      y={y}
      font-size={size}
      fill={fill}
      font-weight={weight}
      {...(ltr && direction === 'rtl' && { direction: 'ltr', 'text-anchor': 'end' })}
    >
      {text}
    </text>
  );
  const drawn = render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby="t d"
      direction={direction}
      font-family={fonts}
      {...{ 'xml:lang': page.words.language }}
    >
      <title id="t">{figureTitle(page, figure)}</title>
      <desc id="d">{spokenFigure(page, figure)}</desc>
      <rect width={width} height={height} fill={palette.paper} />
      <Fragment>
        {title.map((text, index) => line(text, margin + 20 + index * 30, 23, palette.ink ?? '', 650))}
        {line(headline, titleEnd + 20, 17, palette['chart-a'] ?? '', 600)}
        {foot.map((text, index) =>
          line(text, chartEnd + 32 + index * 20, 13, palette.muted ?? '', 400, index === foot.length - 1),
        )}
      </Fragment>
      <svg
        x={margin}
        y={Math.round(chartTop)}
        width={width - 2 * margin}
        height={Math.round(chart.height * scale)}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        font-size="12"
        text-anchor="middle"
        dangerouslySetInnerHTML={{ __html: chart.inner }}
      />
    </svg>,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${drawn}\n`;
}

/** What must not be lost when a picture is passed on: base and unknown share, what a dashed line means, release, address. */
export function footOf(page: Page, figure: Figure): readonly string[] {
  return [
    [baseText(page, figure), unknownText(page, figure)].filter((text) => text !== '').join(' · '),
    figureBreaks(page.view, figure).length > 0 ? page.words.text('breaks.short') : '',
    sourceText(page),
    `${siteAddress(page.site)}${page.words.language}/figures/${figure.id}/`,
  ].filter((text) => text !== '');
}

/** The drawing of the figure's own page, with colours in place of the style sheet's names. */
export function chartOf(
  page: Page,
  figure: Figure,
): { readonly inner: string; readonly width: number; readonly height: number } {
  const html = render(
    <PageContext.Provider value={page}>
      <HistoryChart
        figure={figure}
        id="over-years"
        breaks={figureBreaks(page.view, figure).map(({ period }) => period)}
      />
    </PageContext.Provider>,
  );
  const svg = /<svg([^>]*)>([\s\S]*)<\/svg>/.exec(html);
  const [, , w = '0', h = '0'] = /viewBox="([\d.-]+ [\d.-]+) ([\d.]+) ([\d.]+)"/.exec(svg?.[1] ?? '') ?? [];
  if (!svg || Number(w) === 0) throw new Error(`no drawing of ${figure.id}`);
  const inner = (svg[2] ?? '')
    .replace(/<title[\s\S]*?<\/title>/, '')
    .replace(/<desc[\s\S]*?<\/desc>/, '')
    // The source stands in the foot of the picture.
    .replace(/<text[^>]*"plot-source"[^>]*>[\s\S]*?<\/text>/, '')
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll(/var\(--([\w-]+)\)/g, (_, name: string) => palette[name] ?? '#1b2430');
  return { inner, width: Number(w), height: Number(h) };
}

/** A text in lines of at most so many characters, where its words allow. */
export function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length < most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
