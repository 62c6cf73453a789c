import type { ComponentChildren } from 'preact';
import { palette, wrapped } from '../open-data/figure-picture.tsx';
import { colourOf } from './canvas.ts';

/** One variable of a table, or several one inside the other. */
export interface Axis {
  readonly title: string;
  readonly codes: readonly string[];
  readonly labels: readonly string[];
}

/** One cell as a picture shows it. */
export interface DrawnCell {
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** Fit to be read as a number of its own. */
  readonly firm: boolean;
  readonly text: string;
  readonly interval: string;
  /** With its interval. */
  readonly long: string;
}

/** Where a drawing may be. Right-to-left, `left` counts from the right. */
export interface DrawingBox {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly rtl: boolean;
}

const { ink = '', muted = '', paper = '' } = palette;
const tone = palette['chart-a'] ?? '';
const track = palette['chart-track'] ?? '';
// Few, so that shades can be told apart; the darkest still carries dark letters.
const steps = 6;
const darkest = 0.5;
// Width of a letter as a part of its size, on the safe side of the font's average.
const letter = 0.53;

const pictureWidth = ({ left, width }: DrawingBox) => width + 2 * left;
const across = (box: DrawingBox, x: number, width = 0) => (box.rtl ? pictureWidth(box) - x - width : x);
const highest = (cells: readonly DrawnCell[]) => Math.max(1, ...cells.map(({ value }) => value));

/** A bar for each code, with its interval. */
export function drawnBars({ labels }: Axis, cells: readonly DrawnCell[], box: DrawingBox): ComponentChildren {
  const step = Math.min(84, box.height / Math.max(1, cells.length));
  const scale = box.width / Math.max(1, ...cells.map(({ high }) => high));
  return cells.map(({ value, low, high, long }, at) => {
    const y = box.top + at * step;
    const bar = { y: y + step * 0.45, height: step * 0.4 };
    const middle = bar.y + bar.height / 2;
    const [from, to] = [across(box, box.left + low * scale), across(box, box.left + high * scale)];
    return (
      <g key={labels[at]}>
        <text x={across(box, box.left)} y={y + step * 0.34} font-size="14" fill={ink}>
          {clipped(labels[at] ?? '', box.width * 0.6, 14)}
        </text>
        <text x={across(box, box.left + box.width)} y={y + step * 0.34} font-size="14" fill={ink} text-anchor="end">
          {long}
        </text>
        <rect x={box.left} {...bar} width={box.width} fill={track} />
        {value > 0 && (
          <rect x={across(box, box.left, value * scale)} {...bar} width={value * scale} fill={palette['chart-quiet']} />
        )}
        <path
          d={`M${from} ${middle}H${to}M${from} ${middle - 4}V${middle + 4}M${to} ${middle - 4}V${middle + 4}`}
          stroke={ink}
          stroke-width="1.5"
          fill="none"
        />
      </g>
    );
  });
}

/** Cells in rows and columns, the darker the larger, with their numbers where there is room. */
export function drawnGrid(rows: Axis, columns: Axis, cells: readonly DrawnCell[], box: DrawingBox): ComponentChildren {
  const side = 210;
  const head = 54;
  const width = (box.width - side) / columns.codes.length;
  const height = Math.min(34, (box.height - head) / rows.codes.length);
  const top = box.top + head;
  const most = highest(cells);
  const size = Math.min(13, height * 0.62);
  const numbers = width >= 6 * size * letter;
  // Narrow columns: every so many has its name, so that names do not meet.
  const every = Math.max(1, Math.ceil(46 / width));
  return (
    <>
      {columns.labels.map((label, column) => {
        if (column % every !== 0) return null;
        const lines = wrapped(label, Math.max(4, Math.floor((width * every) / (11 * letter)))).slice(0, 4);
        const x = across(box, box.left + side + (column + 0.5) * width);
        return lines.map((text, line) => (
          <text
            key={`${label} ${line}`}
            x={x}
            y={top - 7 - (lines.length - 1 - line) * 12}
            font-size="11"
            fill={muted}
            text-anchor="middle"
          >
            {clipped(text, width * every, 11)}
          </text>
        ));
      })}
      {rows.labels.map((label, row) => {
        const y = top + row * height;
        return (
          <g key={label}>
            <text x={across(box, box.left)} y={y + height / 2 + size * 0.36} font-size={size} fill={ink}>
              {clipped(label, side - 12, size)}
            </text>
            {columns.labels.map((name, column) => {
              const cell = cells[row * columns.labels.length + column];
              if (!cell) return null;
              const x = across(box, box.left + side + column * width, width);
              return (
                <g key={name}>
                  <rect
                    x={x + 1}
                    y={y + 1}
                    width={width - 2}
                    height={height - 2}
                    fill={shade(cell.low === 0 ? 0 : cell.value / most)}
                  />
                  {numbers && (
                    <text
                      x={x + width / 2}
                      y={y + height / 2 + size * 0.36}
                      font-size={size}
                      fill={cell.firm ? ink : muted}
                      text-anchor="middle"
                    >
                      {cell.text}
                    </text>
                  )}
                </g>
              );
            })}
          </g>
        );
      })}
    </>
  );
}

/** A tile for each answer of a long list, in the list's own order; numbers where they can be told from zero. */
export function drawnTiles({ codes: all }: Axis, every: readonly DrawnCell[], box: DrawingBox): ComponentChildren {
  // Reasons for having no answer are the unknown share of the foot.
  const codes = all.filter((code) => !code.startsWith('?'));
  const cells = every.filter((_, at) => !all[at]?.startsWith('?'));
  const perRow = Math.max(1, Math.ceil(Math.sqrt((cells.length * box.width) / box.height / 2.6)));
  const width = box.width / perRow;
  const height = Math.min(40, box.height / Math.ceil(cells.length / perRow));
  const most = highest(cells);
  const size = Math.min(11, height * 0.54);
  return cells.map(({ value, low, text, firm }, at) => {
    const x = across(box, box.left + (at % perRow) * width, width);
    const y = box.top + Math.floor(at / perRow) * height;
    const base = y + height / 2 + size * 0.36;
    return (
      <g key={codes[at]} font-size={size} direction="ltr">
        <rect x={x + 1} y={y + 1} width={width - 2} height={height - 2} fill={shade(low === 0 ? 0 : value / most)} />
        <text x={x + 3} y={base} fill={low > 0 ? ink : muted}>
          {codes[at]}
        </text>
        {low > 0 && (
          <text x={x + width - 3} y={base} fill={firm ? ink : muted} text-anchor="end">
            {text}
          </text>
        )}
      </g>
    );
  });
}

/** One of a few tones between the track's and half the strongest; the part is of the largest value. */
function shade(part: number): string {
  const step = Math.ceil(Math.min(1, Math.max(0, part)) * steps);
  if (step === 0) return track;
  const [light, dark] = [colourOf(paper), colourOf(tone)];
  const share = (step / steps) * darkest + 0.04;
  const channels = [16, 8, 0].map((shift) => {
    const below = (light >> shift) & 255;
    return Math.round(below + (((dark >> shift) & 255) - below) * share);
  });
  return `#${channels.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

function clipped(text: string, width: number, size: number): string {
  const most = Math.max(2, Math.floor(width / (size * letter)));
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
