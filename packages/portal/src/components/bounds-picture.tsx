import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';

const width = 400;

/** The share among known answers, inside the range it would have if every unknown were out or in. */
export function BoundsPicture({ figure }: { readonly figure: Figure }) {
  const { words, format } = usePage();
  if (!figure.bounds || figure.value === null) return null;
  const [low, high] = figure.bounds;
  const wide = high - low > 0.3;
  const at = (share: number) => {
    const along = Math.round(share * width * 10) / 10;
    return words.direction === 'rtl' ? width - along : along;
  };
  const [start, end] = [at(low), at(high)].sort((a, b) => a - b) as [number, number];
  return (
    <div class="pair even bounds">
      <div>
        <svg class="bounds-line" viewBox={`-6 0 ${width + 12} 26`} aria-hidden="true">
          <path class="bounds-all" d={`M0 13H${width}`} />
          <path d={`M${start} 13H${end}`} />
          <circle cx={at(figure.value)} cy="13" r="6" />
        </svg>
        <dl class="bounds-list">
          <div>
            <dt>{words.text('bounds.out')}</dt>
            <dd>{format.share(low)}</dd>
          </div>
          <div class="strong">
            <dt>{words.text('bounds.known')}</dt>
            <dd>{format.figure(figure)}</dd>
          </div>
          <div>
            <dt>{words.text('bounds.in')}</dt>
            <dd>{format.share(high)}</dd>
          </div>
        </dl>
      </div>
      <p>
        {words.text('bounds.text', {
          value: format.figure(figure),
          unknown: format.share(figure.unknown ?? 0),
          low: format.share(low),
          high: format.share(high),
        })}
        {wide && <strong> {words.text('bounds.wide')}</strong>}
      </p>
    </div>
  );
}
