import type { Figure } from '@casebridge/figures/types';

const nearest = 5;

/** A figure's value as the public may see one: whole per cents, records to the nearest five, years to one decimal. */
export function publicPrecision({ value, unit, withheld }: Pick<Figure, 'value' | 'unit' | 'withheld'>): string {
  if (value === null) return withheld === 'base_too_small' ? 'too few records to show' : 'not precise enough to show';
  switch (unit) {
    case 'share':
      return `${Math.round(value * 100)} %`;
    case 'change':
      return `${value > 0 ? '+' : ''}${Math.round(value * 100)} %`;
    case 'years':
      return `${value.toFixed(1)} years`;
    default:
      return `about ${Math.round(value / nearest) * nearest}`;
  }
}
