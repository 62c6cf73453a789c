import type { Figure } from '@casebridge/figures/types';
import { render } from 'preact-render-to-string';
import { figureTitle, intervalText, sentenceOf } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { chartOf, fonts, footOf, palette, wrapped } from '../open-data/figure-picture.tsx';

export type PictureShape = 'wide' | 'square';

interface Layout {
  readonly width: number;
  readonly height: number;
  /** Width in pixels of the PNG. */
  readonly pixels: number;
  /** Space of the text beside or above the chart, and most characters in a line of title and sentence. */
  readonly text: number;
  readonly title: number;
  readonly sentence: number;
}

const margin = 36;
const layouts: Readonly<Record<PictureShape, Layout>> = {
  wide: { width: 960, height: 540, pixels: 1200, text: 380, title: 24, sentence: 44 },
  square: { width: 720, height: 720, pixels: 1080, text: 648, title: 44, sentence: 78 },
};

/**
 * A figure in the shape of a post: title, value with interval, the citable sentence, the years, and the foot with base, unknown
 * share, release and address. Wide: words beside the chart; square: words above it.
 */
export function shapedPicture(
  page: Page,
  figure: Figure,
  shape: PictureShape,
): { readonly svg: string; readonly pixels: number } {
  const layout = layouts[shape];
  const { width, height } = layout;
  const rtl = page.words.direction === 'rtl';
  const chart = chartOf(page, figure);
  const foot = footOf(page, figure);
  const footTop = height - margin - (foot.length - 1) * 19;
  const start = rtl ? width - margin : margin;
  // The rasteriser takes every line for left-to-right; an embedding (U+202B to U+202C) tells it otherwise.
  const told = (text: string) => (rtl ? `\u202b${text}\u202c` : text);
  const blocks = [
    ...wrapped(figureTitle(page, figure), layout.title).map((text) => ({
      text,
      size: 25,
      step: 32,
      weight: 700,
      fill: 'ink',
    })),
    { text: figure.value === null ? '' : page.format.figure(figure), size: 46, step: 58, weight: 700, fill: 'chart-a' },
    { text: intervalText(page, figure), size: 16, step: 24, weight: 400, fill: 'chart-a' },
    { text: '', size: 0, step: 10, weight: 400, fill: 'ink' },
    ...wrapped(sentenceOf(page, figure, 'short'), layout.sentence).map((text) => ({
      text,
      size: 16,
      step: 23,
      weight: 400,
      fill: 'ink',
    })),
  ];
  let y = margin - 8;
  const lines = blocks.flatMap((block) => {
    if (block.text === '' && block.size > 0) return [];
    y += block.step;
    return block.text === '' ? [] : [{ ...block, y }];
  });
  const box =
    shape === 'wide'
      ? {
          x: rtl ? margin : margin + layout.text + 24,
          y: margin,
          width: width - 2 * margin - layout.text - 24,
          height: footTop - 30 - margin,
        }
      : { x: margin, y: y + 18, width: width - 2 * margin, height: footTop - 30 - (y + 18) };
  const drawn = render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      font-family={fonts}
      text-anchor={rtl ? 'end' : 'start'}
    >
      <title>{figureTitle(page, figure)}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <rect width={width} height="6" fill={palette['chart-a']} />
      {lines.map((line) => (
        <text
          key={line.y}
          x={start}
          y={line.y}
          font-size={line.size}
          font-weight={line.weight}
          fill={palette[line.fill]}
        >
          {told(line.text)}
        </text>
      ))}
      <path d={`M${margin} ${footTop - 22}H${width - margin}`} stroke={palette.rule} />
      {foot.map((text, index) => (
        <text key={text} x={start} y={footTop + index * 19} font-size="13" fill={palette.muted}>
          {index === foot.length - 1 ? text : told(text)}
        </text>
      ))}
      <svg
        {...box}
        viewBox={`0 0 ${chart.width} ${chart.height}`}
        font-size="12"
        text-anchor="middle"
        dangerouslySetInnerHTML={{ __html: rtl ? mirroredAnchors(chart.inner) : chart.inner }}
      />
    </svg>,
  );
  return { svg: drawn, pixels: layout.pixels };
}

// The rasteriser takes `start` for the left in every script; in right-to-left text it is the right.
function mirroredAnchors(svg: string): string {
  return svg.replaceAll(
    /text-anchor="(start|end)"/g,
    (_, end: string) => `text-anchor="${end === 'start' ? 'end' : 'start'}"`,
  );
}
