import type { ComponentChildren } from 'preact';
import { render } from 'preact-render-to-string';
import type { Page } from '../components/page.ts';
import { fonts, palette } from '../open-data/figure-picture.tsx';

/** A line of text of a picture; `step` is how far it lies below the one before. */
export interface PictureLine {
  readonly text: string;
  readonly size: number;
  readonly step: number;
  readonly bold?: boolean;
  readonly ink: string;
}

/** Lengths of a picture in its own units. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const pictureMargin = 36;
const footStep = 19;

/** Where a picture's foot begins: what is drawn above ends thirty units before it. */
export function footTopOf({ height }: PictureSize, foot: readonly string[]): number {
  return height - pictureMargin - (foot.length - 1) * footStep;
}

/** Where each line stands, and where the last one ends. Empty lines of no size are space. */
export function placedLines(lines: readonly PictureLine[]): {
  readonly lines: readonly (PictureLine & { readonly y: number })[];
  readonly end: number;
} {
  let y = pictureMargin - 8;
  const placed = lines.flatMap((line) => {
    if (line.text === '' && line.size > 0) return [];
    y += line.step;
    return line.text === '' ? [] : [{ ...line, y }];
  });
  return { lines: placed, end: y };
}

/** Paper, heading lines and foot, with a drawing between them. The last line of the foot is an address. */
export function framedPicture(
  page: Page,
  size: PictureSize,
  { title, heading, foot }: { title: string; heading: readonly PictureLine[]; foot: readonly string[] },
  drawing: ComponentChildren,
): string {
  const { width, height } = size;
  const { direction } = page.words;
  const start = direction === 'rtl' ? width - pictureMargin : pictureMargin;
  const footTop = footTopOf(size, foot);
  const address = direction === 'rtl' ? ({ direction: 'ltr', 'text-anchor': 'end' } as const) : {};
  return render(
    <svg
      xmlns="http://www.w3.org/2000/svg"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      direction={direction}
      font-family={fonts}
      {...{ 'xml:lang': page.words.language }}
    >
      <title>{title}</title>
      <rect width={width} height={height} fill={palette.paper} />
      <rect width={width} height="6" fill={palette['chart-a']} />
      {placedLines(heading).lines.map((line) => (
        <text
          key={line.y}
          x={start}
          y={line.y}
          font-size={line.size}
          font-weight={line.bold ? 700 : 400}
          fill={palette[line.ink]}
        >
          {line.text}
        </text>
      ))}
      <path d={`M${pictureMargin} ${footTop - 22}H${width - pictureMargin}`} stroke={palette.rule} />
      {foot.map((text, index) => (
        <text
          key={text}
          x={start}
          y={footTop + index * footStep}
          font-size="13"
          fill={palette.muted}
          {...(index === foot.length - 1 && address)}
        >
          {text}
        </text>
      ))}
      {drawing}
    </svg>,
  );
}
