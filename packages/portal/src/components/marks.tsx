import type { Figure } from '@casebridge/figures/types';
import { usePage } from './page.ts';
import { type Absence, signs } from './signs.ts';

export { type Absence, absences, signs } from './signs.ts';

/** Address of the page that says why a mark stands where a number could be. */
export function whyPath(absence: Absence): string {
  return `why/#${absence}`;
}

/** The mark with its meaning for those who do not see it; a link to the reason where `why` is an address. */
export function Mark({ absence, why }: { readonly absence: Absence; readonly why?: string | undefined }) {
  const { words, alone } = usePage();
  const meaning = words.text(`mark.${absence}`);
  if (why !== undefined && !alone) {
    const asked = words.text('why.open', { meaning });
    return (
      <a class="mark" href={why} title={asked}>
        <span aria-hidden="true">{signs[absence]}</span>
        <span class="unseen">{asked}</span>
      </a>
    );
  }
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
  const { words, alone, to } = usePage();
  if (used.length === 0) return null;
  return (
    <dl class="legend">
      {used.map((absence) => (
        <div key={absence}>
          <dt>
            <span class="mark">{signs[absence]}</span>
          </dt>
          <dd>
            {alone ? words.text(`mark.${absence}`) : <a href={to(whyPath(absence))}>{words.text(`mark.${absence}`)}</a>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
