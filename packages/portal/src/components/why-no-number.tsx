import type { Figure } from '@casebridge/figures/types';
import { nearestPublished } from '../model/nearest-published.ts';
import { FigureTable } from './figure-table.tsx';
import { figureName, groupName } from './figure-text.ts';
import { absenceOf, signs, whyPath } from './marks.tsx';
import { usePage } from './page.ts';
import { Wide } from './wide.tsx';

/** Why a figure has no number, and the published numbers that are nearest to it. */
export function WhyNoNumber({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words } = page;
  const absence = absenceOf(figure);
  const near = nearestPublished(page.view, figure);
  return (
    <Wide id="why" title={words.text('why.title')}>
      <p class="intro">
        <span class="mark" aria-hidden="true">
          {signs[absence]}
        </span>{' '}
        <strong>{words.text(`why.${absence}.title`)}.</strong> {words.text(`why.${absence}.text`)}{' '}
        {words.text(`why.${absence}.instead`)} <a href={page.to(whyPath(absence))}>{words.text('why.all')}</a>
      </p>
      {near.length === 0 ? (
        <p class="empty">{words.text('why.nothing')}</p>
      ) : (
        <FigureTable
          caption={words.text('why.instead')}
          first={words.text('table.figure')}
          figures={near}
          nameOf={(each) =>
            `${words.text('figure.title', { name: figureName(page, each), period: each.period })} · ${groupName(page, each.group)}`
          }
        />
      )}
    </Wide>
  );
}
