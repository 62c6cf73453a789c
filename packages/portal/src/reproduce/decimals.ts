import type { Figure } from '@casebridge/figures/types';

/** Decimals that a snippet prints: enough to round to what the page prints. */
export function decimalsOf({ unit, value }: Pick<Figure, 'unit' | 'value'>): number {
  if (unit === 'share' || unit === 'change') return decimalsFor(value ?? 0, 4, 0.01);
  if (unit === 'years') return decimalsFor(value ?? 0, 2, 0.1);
  return decimalsFor(value ?? 0, 0, 5);
}

/**
 * The fewest decimals, from a least number on, that still round to what is printed, in steps: 0.20495 is 20%, and 0.2050, to
 * which it rounds first, would be 21%.
 */
export function decimalsFor(value: number, least: number, step: number): number {
  const printed = (each: number) => Math.round(Number((each / step).toPrecision(12)));
  for (let decimals = least; decimals < 12; decimals++) {
    if (printed(Number(value.toFixed(decimals))) === printed(value)) return decimals;
  }
  return 12;
}
