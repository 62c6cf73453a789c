import type { Figure } from '@casebridge/figures/types';
import { figureTitle, intervalText, sentenceOf } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { chartOf, footOf, wrapped } from '../open-data/figure-picture.tsx';
import { footTopOf, framedPicture, pictureMargin as margin, type PictureLine, placedLines } from './picture-frame.tsx';

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

const largest = 16;
const smallest = 12;
const sentenceSizes = [largest, 15, 14, 13];

const layouts: Readonly<Record<PictureShape, Layout>> = {
  wide: { width: 960, height: 540, pixels: 960, text: 380, title: 24, sentence: 44 },
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
  const { width } = layout;
  const rtl = page.words.direction === 'rtl';
  const chart = chartOf(page, figure);
  const foot = footOf(page, figure);
  const footTop = footTopOf(layout, foot);
  const title = figureTitle(page, figure);
  const value = figure.value === null ? '' : page.format.figure(figure);
  const headingIn = (size: number): readonly PictureLine[] => [
    ...wrapped(title, layout.title).map((text) => ({ text, size: 25, step: 32, bold: true, ink: 'ink' })),
    { text: value, size: 46, step: 58, bold: true, ink: 'chart-a' },
    { text: intervalText(page, figure), size: 16, step: 24, ink: 'chart-a' },
    { text: '', size: 0, step: 10, ink: 'ink' },
    ...wrapped(sentenceOf(page, figure, 'short'), Math.floor((layout.sentence * largest) / size)).map((text) => ({
      text,
      size,
      step: size + 7,
      ink: 'ink',
    })),
  ];
  // A long sentence is set smaller, so that it stays clear of the foot.
  const fits = (size: number) => placedLines(headingIn(size)).end <= footTop - 36;
  const heading = headingIn(sentenceSizes.find(fits) ?? smallest);
  const below = placedLines(heading).end + 18;
  const box =
    shape === 'wide'
      ? {
          x: rtl ? margin : margin + layout.text + 24,
          y: margin,
          width: width - 2 * margin - layout.text - 24,
          height: footTop - 30 - margin,
        }
      : { x: margin, y: below, width: width - 2 * margin, height: footTop - 30 - below };
  const svg = framedPicture(
    page,
    layout,
    { title, heading, foot },
    <svg
      {...box}
      viewBox={`0 0 ${chart.width} ${chart.height}`}
      font-size="12"
      text-anchor="middle"
      dangerouslySetInnerHTML={{ __html: chart.inner }}
    />,
  );
  return { svg, pixels: layout.pixels };
}
