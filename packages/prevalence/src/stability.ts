/**
 * Whether an estimate may be a headline: it is not when what nobody can know (the threshold, the criterion, one list more
 * or less) moves it much.
 */

/** Why an estimate is unstable. */
export type Instability = 'choice_of_model' | 'interval_too_wide' | 'one_list_decides' | 'no_interval';

export interface StabilityFacts {
  readonly estimate: number;
  /** Upper BCa limit; NaN where there is none. */
  readonly upper: number;
  /** Estimates at the other thresholds, and that of the least BIC. */
  readonly others: readonly number[];
  /** Estimates without one list; null where there is none. */
  readonly withoutOne: readonly (number | null)[];
}

/** Largest over smallest estimate, upper limit over estimate, and share of movement that are still stable. */
export const stabilityLimits = { spread: 1.5, upper: 3, movement: 0.5 } as const;

/** Reasons against a headline; none where it is stable. */
export function instabilities({ estimate, upper, others, withoutOne }: StabilityFacts): readonly Instability[] {
  const found: Instability[] = [];
  const all = [estimate, ...others];
  if (Math.max(...all) > stabilityLimits.spread * Math.min(...all)) found.push('choice_of_model');
  if (!Number.isFinite(upper)) found.push('no_interval');
  else if (upper > stabilityLimits.upper * estimate) found.push('interval_too_wide');
  const moved = withoutOne.some(
    (other) => other === null || Math.abs(other - estimate) > stabilityLimits.movement * estimate,
  );
  if (moved) found.push('one_list_decides');
  return found;
}

/** A number of people as it is published: two significant digits. */
export function twoDigits(value: number): number {
  if (!(value > 0)) return 0;
  const scale = 10 ** Math.max(0, Math.floor(Math.log10(value)) - 1);
  return Math.round(value / scale) * scale;
}
