import type { Figure } from '@casebridge/figures/types';

/** The range of a share when a part of the records without an answer is counted in. Shares are fractions of one. */
export interface UnknownStep {
  /** Part of the unknowns that is counted in: 0 is the share among known answers, 1 the share among all records. */
  readonly counted: number;
  /** The share if none of those counted in belonged to the category. */
  readonly low: number;
  /** The share if all of them did. */
  readonly high: number;
}

const parts = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * A share from known answers only to all records, in five steps. With the share v among known answers, the unknown share u
 * and the part t counted in, the ends are v(1 − u) / (1 − u + tu) and (v(1 − u) + tu) / (1 − u + tu): the figure itself at
 * t = 0, its published bounds at t = 1. Empty for a figure without bounds.
 */
export function unknownSteps({ value, unknown, bounds }: Pick<Figure, 'value' | 'unknown' | 'bounds'>): UnknownStep[] {
  if (value === null || unknown === null || bounds === null || unknown >= 1) return [];
  const known = 1 - unknown;
  return parts.map((counted) => {
    if (counted === 1) return { counted, low: bounds[0], high: bounds[1] };
    const more = counted * unknown;
    return { counted, low: (value * known) / (known + more), high: (value * known + more) / (known + more) };
  });
}

/** A range wider than this tells more about what is unknown than about the share. */
export const widestQuiet = 0.3;

/** Whether so much is unknown that it has to be said before the share. */
export function unknownDominates({ bounds }: Pick<Figure, 'bounds'>): boolean {
  return bounds !== null && bounds[1] - bounds[0] > widestQuiet;
}
