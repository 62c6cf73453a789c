import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { baseText, figurePath, intervalText, unknownText } from '../components/figure-text.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { publishedText, SourceLine } from '../components/source-line.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { type CtdcQuestion, ctdcQuestions } from '../facts/ctdc-answers.ts';
import { findFigure } from '../model/release-view.ts';

/** The same questions put to CTDC's published figures and to this release. */
export const ctdcRoom: OpenRoom = () => ({
  pages: [{ path: 'compare/ctdc/', room: besideCtdc }],
  entries: [{ path: 'compare/ctdc/', group: 'use' }],
});

/** Question by question: answers, bases, errors, and what each portal can't say. */
export function besideCtdc(page: Page): Room {
  return {
    title: page.words.text('ctdc.heading'),
    description: page.words.text('ctdc.description'),
    styles: ['counts'],
    body: <BesideCtdc />,
  };
}

function BesideCtdc() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening
        kicker={<a href={page.to('compare/')}>{words.text('nav.compare')}</a>}
        title={words.text('ctdc.heading')}
      >
        <p class="lede">{words.text('ctdc.intro')}</p>
        <p class="note">{words.text('ctdc.not')}</p>
      </Opening>
      {ctdcQuestions.map((question, position) => (
        <Wide
          key={question.id}
          id={`q-${question.id}`}
          title={words.text(`ctdc.q.${question.id}`)}
          tint={position % 2 === 1}
        >
          <div class="versus">
            <Theirs question={question} />
            <Ours question={question} />
          </div>
        </Wide>
      ))}
    </>
  );
}

function Theirs({ question: { id, answer, source } }: { readonly question: CtdcQuestion }) {
  const page = usePage();
  const { words, format } = page;
  const number = answer && (answer.unit === 'share' ? format.share(answer.value) : format.count(answer.value));
  return (
    <section class="side" aria-label={`${words.text('ctdc.theirs')}: ${words.text(`ctdc.q.${id}`)}`}>
      <h3>{words.text('ctdc.theirs')}</h3>
      <p class="number">
        {answer && number !== null ? publishedText(page, answer, number) : <span>{words.text('ctdc.none')}</span>}
      </p>
      <dl>
        <dt>{words.text('table.base')}</dt>
        <dd>{words.text(`ctdc.q.${id}.base`)}</dd>
        <dt>{words.text('ctdc.error')}</dt>
        <dd>{words.text(words.has(`ctdc.q.${id}.error`) ? `ctdc.q.${id}.error` : 'ctdc.error.none')}</dd>
        <dt>{words.text('ctdc.cannot')}</dt>
        <dd>{words.text(`ctdc.q.${id}.cannot`)}</dd>
      </dl>
      <SourceLine source={source} />
    </section>
  );
}

function Ours({ question: { id, ours } }: { readonly question: CtdcQuestion }) {
  const page = usePage();
  const { words, view, figureWords } = page;
  const figure = findFigure(view.citable, ours.family, view.newest, null);
  return (
    <section
      class="side"
      aria-label={`${words.text('ctdc.ours')}: ${words.text(`ctdc.q.${id}`)}`}
      {...(figure && { 'data-figure': figure.id })}
    >
      <h3>
        {words.text('ctdc.ours')}{' '}
        {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
      </h3>
      {figure ? (
        <>
          <p class="number">{answerOf(page, figure, ours.part)}</p>
          <dl>
            <dt>{words.text('table.base')}</dt>
            <dd>
              {[words.text('ctdc.ours.base', { period: figure.period }), baseText(page, figure)]
                .filter((text) => text !== '')
                .join(' · ')}
            </dd>
            <dt>{words.text('ctdc.error')}</dt>
            <dd>{errorOf(page, figure, ours.part)}</dd>
            <dt>{words.text('ctdc.cannot')}</dt>
            <dd>{words.text(`ctdc.q.${id}.ours`)}</dd>
            {figure.caveats.slice(0, 2).map((key) => (
              <dd key={key}>{figureWords.caveat(key)}</dd>
            ))}
          </dl>
          <p class="note">
            <a href={page.to(ours.part === 'protection' ? 'methods/ledger/' : figurePath(figure))}>
              {words.text('ctdc.ours.link')}
            </a>
          </p>
        </>
      ) : (
        <p class="empty">
          <Mark absence="not_collected" /> {words.text('ctdc.ours.none')}
        </p>
      )}
    </section>
  );
}

function answerOf(page: Page, figure: Figure, part: CtdcQuestion['ours']['part']) {
  const { words, format } = page;
  if (part === 'protection') {
    if (figure.protection === 'declared') return words.text('figure.declared');
    const { epsilon, delta } = figure.protection;
    return (
      <bdi dir="ltr">
        ε = {String(Math.round(epsilon * 100) / 100)}, δ = {String(delta)}
      </bdi>
    );
  }
  if (part === 'unknown') {
    return figure.unknown === null ? <Mark absence="not_collected" /> : format.share(figure.unknown);
  }
  return figure.value === null ? <Mark absence={absenceOf(figure)} /> : format.figure(figure);
}

function errorOf(page: Page, figure: Figure, part: CtdcQuestion['ours']['part']): string {
  if (part === 'protection') return page.words.text('ctdc.error.protection');
  if (part === 'unknown') return page.words.text('ctdc.error.unknown');
  const interval = page.words.text('counts.interval', { interval: intervalText(page, figure) });
  return [interval, unknownText(page, figure)].filter((text) => text !== '').join('; ');
}
