import type { Figure } from '@casebridge/figures/types';
import type { ComponentChildren } from 'preact';
import { citationText, intervalText, isDeclared, placeName } from './figure-text.ts';
import { absenceOf, Mark } from './marks.tsx';
import { usePage } from './page.ts';

/** The nine parts every figure carries, and where it was read. */
export function NineParts({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, format, figureWords } = page;
  const { release } = figure;
  const none = words.text('table.none.long');
  const parts: readonly (readonly [string, ComponentChildren])[] = [
    [
      'value',
      figure.value === null ? (
        <Mark absence={absenceOf(figure)} />
      ) : (
        `${format.figure(figure)} (${intervalText(page, figure)})`
      ),
    ],
    ['noun', figureWords.noun(figure.noun)],
    ['period', [figure.period, placeName(page, figure) || words.text('parts.everywhere')].join(' · ')],
    [
      'basis',
      words.text(`basis.${!isDeclared(figure) ? 'records' : figure.unit === 'persons' ? 'persons' : 'declared'}`),
    ],
    [
      'base',
      figure.base === null
        ? none
        : `${format.about(figure.base)}${figure.baseInterval && !isDeclared(figure) ? ` (${format.range(figure.baseInterval[0], figure.baseInterval[1], 'records')})` : ''}`,
    ],
    [
      'unknown',
      [
        figure.unknown === null ? none : format.fineShare(figure.unknown),
        ' · ',
        <a key="map" href={page.to('data/missingness/')}>
          {words.text('missingness.link')}
        </a>,
      ],
    ],
    [
      'contributors',
      `${words.text('parts.contributors.count', { count: figure.contributors.count })}${figure.contributors.overHalf ? ` ${words.text('parts.contributors.half')}` : ''}`,
    ],
    [
      'protection',
      figure.protection === 'declared'
        ? words.text('parts.protection.declared')
        : words.text('parts.protection.noise', {
            epsilon: String(Math.round(figure.protection.epsilon * 100) / 100),
            delta: String(figure.protection.delta),
            unit: words.text(`unit.${figure.protection.unit}`),
          }),
    ],
    [
      'release',
      `${words.text('release.line', { sequence: release.sequence, date: format.day(release.date), status: words.text(`status.${release.status}`) })} · ${release.id}`,
    ],
  ];
  return (
    <>
      <dl class="parts" data-figure={figure.id}>
        {parts.map(([key, content]) => (
          <div key={key}>
            <dt>{words.text(`parts.${key}`)}</dt>
            <dd>{content}</dd>
          </div>
        ))}
        <div>
          <dt>{words.text('parts.id')}</dt>
          <dd>
            <code dir="ltr">{figure.id}</code>
          </dd>
        </div>
        {figure.source && (
          <div>
            <dt>{words.text('parts.source')}</dt>
            <dd>
              <code dir="ltr">{figure.source.table.join(' × ')}</code>{' '}
              <a href={page.to('data/')}>{words.text('parts.source.link')}</a>
            </dd>
          </div>
        )}
      </dl>
      <div class="cite" data-figure={figure.id}>
        <p class="sentence-label">{words.text('cite.title')}</p>
        <p data-cite>{citationText(page, figure)}</p>
      </div>
    </>
  );
}
