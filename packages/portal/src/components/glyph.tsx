import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';

const width = 200;

/** A share and its interval on a line from 0 to 100 %: small enough for a card. It repeats what the text beside it says. */
export function IntervalGlyph({ figure }: { readonly figure: Figure }) {
  const { words } = usePage();
  if (figure.unit !== 'share' || figure.value === null || !figure.interval) return null;
  const at = (share: number) => {
    const along = Math.round(Math.min(1, Math.max(0, share)) * (width - 8) * 10) / 10 + 4;
    return words.direction === 'rtl' ? width - along : along;
  };
  const [start, end] = [at(figure.interval[0]), at(figure.interval[1])].sort((a, b) => a - b) as [number, number];
  // The line itself and its middle are the style sheet's.
  return (
    <svg class="glyph" viewBox={`0 0 ${width} 12`} aria-hidden="true">
      <path d={`M${start} 6H${end}`} />
      <circle cx={at(figure.value)} cy="6" r="4" />
    </svg>
  );
}
