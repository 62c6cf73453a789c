/** Why a cell has no number; each with a mark of its own, never a blank and never a zero. */
export const absences = [
  'zero',
  'low',
  'base_too_small',
  'interval_too_wide',
  'not_collected',
  'no_contributor',
  'unknown',
] as const;

export type Absence = (typeof absences)[number];

/** What is printed for each absence. */
export const signs: Readonly<Record<Absence, string>> = {
  zero: '0',
  low: '≈0',
  base_too_small: '··',
  interval_too_wide: '±',
  not_collected: '∅',
  no_contributor: '—',
  unknown: '?',
};
