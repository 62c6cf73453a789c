import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';

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

/** The mark with its meaning for those who do not see it. */
export function Mark({ absence }: { readonly absence: Absence }) {
  const { words } = usePage();
  const meaning = words.text(`mark.${absence}`);
  return (
    <span class="mark" title={meaning}>
      <span aria-hidden="true">{signs[absence]}</span>
      <span class="unseen">{meaning}</span>
    </span>
  );
}

/** The absence a withheld figure stands for. */
export function absenceOf(figure: Figure): Absence {
  return figure.withheld ?? 'not_collected';
}

/** The legend of the marks that a table uses. */
export function MarkLegend({ used }: { readonly used: readonly Absence[] }) {
  const { words } = usePage();
  if (used.length === 0) return null;
  return (
    <dl class="legend">
      {used.map((absence) => (
        <div key={absence}>
          <dt>
            <span class="mark">{signs[absence]}</span>
          </dt>
          <dd>{words.text(`mark.${absence}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
