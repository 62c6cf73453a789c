import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';

const width = 200;

/**
 * A share on a line from 0 to 100 %, small enough for a card: the pale bar is how far it could move with the unknown, the dark
 * line its interval. It repeats what the text beside it says.
 */
export function IntervalGlyph({ figure }: { readonly figure: Figure }) {
  const { words } = usePage();
  if (figure.unit !== 'share' || figure.value === null || !figure.interval) return null;
  const at = (share: number) => {
    const along = Math.round(Math.min(1, Math.max(0, share)) * (width - 8) * 10) / 10 + 4;
    return words.direction === 'rtl' ? width - along : along;
  };
  const line = ([low, high]: readonly [number, number]) => {
    const [start, end] = [at(low), at(high)].sort((a, b) => a - b);
    return `M${start} 6H${end}`;
  };
  // The line itself and its middle are the style sheet's.
  return (
    <svg class="glyph" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      {figure.bounds && <path class="glyph-bounds" d={line(figure.bounds)} />}
      <path d={line(figure.interval)} />
      <circle cx={at(figure.value)} cy="6" r="4" />
    </svg>
  );
}
