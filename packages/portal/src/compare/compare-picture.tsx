import { heard } from '../charts/heard.ts';
import { compareFormat, word } from './compare-format.ts';
import { groupLabel, labelOf } from './compare-state.ts';
import type { CompareIndex, CompareState, Comparison, NotShown, Ranged } from './types.ts';

const width = 400;
const rowHeight = 50;
const top = 24;
const margin = 8;

interface PictureProps {
  readonly index: CompareIndex;
  readonly state: CompareState;
  readonly comparison: Comparison;
  readonly title: string;
  readonly id: string;
}

/** Each answer as a line from 0 to 100 %: group A a circle, group B a square, each with its interval. The table repeats it. */
export function ComparePicture({ index, state, comparison, title, id }: PictureProps) {
  const format = compareFormat(index);
  const { answers, groups } = comparison;
  const height = top + answers.length * rowHeight + 20;
  const mirrored = index.direction === 'rtl';
  const at = (share: number) => {
    const along = margin + Math.min(1, Math.max(0, share)) * (width - 2 * margin);
    return Math.round((mirrored ? width - along : along) * 10) / 10;
  };
  const [a, b] = groups.map((group) => groupLabel(index, state, group));
  const told = answers.map(({ code, a: first, b: second }) => {
    const say = (share: Ranged | NotShown) =>
      typeof share === 'string' ? word(index, share) : `${format.share(share)} (${format.shareRange(share)})`;
    return `${labelOf(index, state.variable, code)}: ${a} ${say(first)}; ${b} ${say(second)}.`;
  });
  const mark = (share: Ranged | NotShown, y: number, kind: 'a' | 'b') => {
    if (typeof share === 'string') return null;
    const x = at(share.value);
    return (
      <g class={`compare-${kind}`}>
        <path d={`M${at(share.low)} ${y}H${at(share.high)}`} />
        {kind === 'a' ? <circle cx={x} cy={y} r="5" /> : <rect x={x - 4.5} y={y - 4.5} width="9" height="9" />}
      </g>
    );
  };
  const scale = [0, 0.25, 0.5, 0.75, 1];
  const percent = new Intl.NumberFormat(index.locale, { style: 'percent' });
  const start = mirrored ? width - margin : margin;
  return (
    <figure class="chart compare-picture" data-table={`${state.variable} ${state.by}`}>
      <figcaption>
        <span class="key-name">
          <span class="key key-a" aria-hidden="true" />
          {a}
        </span>{' '}
        <span class="key-name">
          <span class="key key-b" aria-hidden="true" />
          {b}
        </span>{' '}
        {index.example && <span class="not-real">{index.example}</span>}
      </figcaption>
      <svg
        class="plot"
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        direction={index.direction}
        aria-labelledby={`${id}-t ${id}-d`}
        width={width}
        height={height}
      >
        <title id={`${id}-t`}>{index.example ? `${title} · ${index.example}` : title}</title>
        <desc id={`${id}-d`}>{heard(...told, index.spoken, index.source)}</desc>
        {scale.map((share) => (
          <path key={share} class="compare-grid" d={`M${at(share)} ${top - 8}V${height - 18}`} />
        ))}
        {answers.map(({ code, a: first, b: second }, row) => {
          const y = top + row * rowHeight;
          return (
            <g key={code}>
              <text x={start} y={y + 6} class="compare-label">
                {labelOf(index, state.variable, code)}
              </text>
              {mark(first, y + 20, 'a')}
              {mark(second, y + 32, 'b')}
            </g>
          );
        })}
        {scale.map((share) => (
          <text key={share} x={at(share)} y={height - 4} class="compare-tick" text-anchor={anchor(share)}>
            {percent.format(share)}
          </text>
        ))}
      </svg>
    </figure>
  );
}

// The outermost ticks stay inside the picture; in right-to-left text `start` is the right.
function anchor(share: number): string {
  if (share === 0) return 'start';
  if (share === 1) return 'end';
  return 'middle';
}
