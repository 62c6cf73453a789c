import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { CopySentence } from '../components/copy-sentence.tsx';
import {
  citationText,
  figureName,
  figurePath,
  intervalText,
  sentenceOf,
  spokenFigure,
} from '../components/figure-text.ts';
import { languageName } from '../components/language-name.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { headlineFamilies } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { reportYear } from '../model/report-year.ts';
import { pictureEndings } from '../pictures/pictured-figures.ts';
import { quoteIndexOf } from '../quotes/build-index.ts';
import { inLanguage } from '../site/site-file.ts';

/** Where a language's quote index lies, from the site's root. */
export function quoteIndexPath(language: string): string {
  return `${language}/press/quotes.json`;
}

/** For those who report: sentences to copy, what not to say, a checker for finished texts, the calendar and a contact. */
export const pressRoom: OpenRoom = () => ({
  pages: [{ path: 'press/', room: press }],
  entries: [{ path: 'press/', group: 'use' }],
  filesIn: (edition) => [
    { path: quoteIndexPath(edition.words.language), content: () => `${JSON.stringify(quoteIndexOf(edition))}\n` },
  ],
});

/** The figures a newsroom asks for, of the leading year. */
export function headlineFigures(page: Pick<Page, 'view' | 'site'>): readonly Figure[] {
  const year = reportYear(page);
  return headlineFamilies
    .flatMap((family) => findFigure(page.view.citable, family, year, null) ?? [])
    .filter(({ withheld }) => withheld !== 'not_collected');
}

function press(page: Page): Room {
  return {
    title: page.words.text('press.title'),
    description: page.words.text('press.lede'),
    styles: ['press'],
    scripts: ['quotes'],
    body: <Press />,
  };
}

function Press() {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening title={words.text('press.title')}>
        <p class="lede">{words.text('press.lede')}</p>
        <nav class="jump" aria-label={words.text('figures.jump')}>
          <ul>
            {['sentences', 'before', 'checker', 'calendar', 'contact'].map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{words.text(`press.${part}.title`)}</a>
              </li>
            ))}
          </ul>
        </nav>
      </Opening>
      <Wide id="sentences" title={words.text('press.sentences.title')}>
        <p class="intro">{words.text('quote.intro')}</p>
        <div class="press-figures">
          {headlineFigures(page).map((figure) => (
            <PressFigure key={figure.id} figure={figure} />
          ))}
        </div>
      </Wide>
      <Wide id="before" title={words.text('press.before.title')} tint>
        <ol class="press-before">
          {(['prevalence', 'persons', 'places'] as const).map((key) => (
            <li key={key}>
              <b>{words.text(`press.before.${key}`)}</b> {words.text(`press.before.${key}.text`)}
            </li>
          ))}
        </ol>
      </Wide>
      <Wide id="checker" title={words.text('press.checker.title')}>
        <Checker />
      </Wide>
      <Wide id="calendar" title={words.text('press.calendar.title')}>
        <Calendar />
      </Wide>
      <Wide id="contact" title={words.text('press.contact.title')}>
        <Contact />
      </Wide>
    </>
  );
}

function PressFigure({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words } = page;
  const others = page.languages.filter((language) => language !== words.language);
  return (
    <article class="press-figure" id={figure.id} data-figure={figure.id}>
      <h3>
        <a href={page.to(figurePath(figure))}>{figureName(page, figure)}</a>
      </h3>
      <p class="number">{figure.value === null ? <Mark absence={absenceOf(figure)} /> : page.format.figure(figure)}</p>
      <p class="interval">{intervalText(page, figure)}</p>
      <CopySentence
        label={words.text('quote.short')}
        text={sentenceOf(page, figure, 'short')}
        language={words.language}
        direction={words.direction}
        path={figurePath(figure)}
        footnote={citationText(page, figure)}
      />
      <PressPicture figure={figure} />
      <details class="more">
        <summary>{words.text('press.languages')}</summary>
        {others.map((language) => (
          <CopySentence
            key={language}
            label={languageName(language)}
            text={sentenceOf(page, figure, 'short', language)}
            language={language}
            direction={page.directionOf(language)}
            path={figurePath(figure)}
          />
        ))}
      </details>
    </article>
  );
}

/** The figure's picture, its files, and what is heard of it wherever it stands. */
function PressPicture({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words } = page;
  const spoken = spokenFigure(page, figure);
  const drawn = page.view
    .series(figure)
    .map(({ id }) => id)
    .join(' ');
  const pictures = pictureEndings(page, figure);
  const addressOf = (ending: string) => page.file(`${words.language}/figures/${figure.id}.${ending}`);
  return (
    <details class="more press-picture" data-figure={drawn}>
      <summary>{words.text('press.picture')}</summary>
      {/* In a closed part of a page it is not fetched. */}
      <img src={addressOf(pictures[0] ?? 'svg')} alt={spoken} loading="lazy" />
      <ul class="press-files">
        {[...pictures, 'svg'].map((ending) => (
          <li key={ending}>
            <a href={addressOf(ending)}>{words.text(`press.picture.${ending}`)}</a>
          </li>
        ))}
      </ul>
      <button type="button" class="copy" data-copy="plain" data-done={words.text('copy.done')} hidden>
        {words.text('press.picture.spoken')}
      </button>
    </details>
  );
}

const verdicts = ['match', 'old', 'qualifier', 'denominator', 'differs', 'foreign'] as const;
const parts = ['interval', 'base', 'unknown', 'bounds', 'declared', 'rest', 'other'] as const;

function Checker() {
  const page = usePage();
  const { words } = page;
  const told = {
    summary: words.text('press.checker.summary', { fine: '{fine}', all: '{all}' }),
    none: words.text('press.checker.none'),
    failed: words.text('press.checker.failed'),
    ...Object.fromEntries(
      verdicts.flatMap((key) => [
        [key, words.text(`press.verdict.${key}`)],
        [`${key}.why`, words.text(`press.verdict.${key}.why`, { release: '{release}' })],
      ]),
    ),
    ...Object.fromEntries(parts.map((key) => [`part.${key}`, words.text(`press.part.${key}`)])),
  };
  return (
    <>
      <p class="intro">{words.text('press.checker.intro')}</p>
      <form class="quotes-form" data-quotes={page.file(quoteIndexPath(words.language))} data-root={page.to('')} hidden>
        <label for="quote-text">{words.text('press.checker.label')}</label>
        <textarea id="quote-text" rows={6} dir="auto" spellcheck={false} />
        <button type="submit" class="button">
          {words.text('press.checker.button')}
        </button>
        <span class="note">{words.text('press.checker.private')}</span>
      </form>
      <noscript>
        <p class="note">{words.text('press.checker.noscript')}</p>
      </noscript>
      <script
        type="application/json"
        data-quotes-words
        dangerouslySetInnerHTML={{ __html: JSON.stringify(told).replaceAll('<', '\\u003c') }}
      />
      <section class="quotes-result" data-quotes-result aria-label={words.text('press.checker.result')} tabIndex={-1} />
      <dl class="legend quotes-legend">
        {verdicts.map((key) => (
          <div key={key}>
            <dt>
              <mark class={key}>{words.text(`press.verdict.${key}`)}</mark>
            </dt>
            <dd>{words.text(`press.verdict.${key}.legend`)}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function Calendar() {
  const { words, site, format, view } = usePage();
  const { manifest } = view.bundle;
  const coming = site.calendar.filter(({ day }) => day > manifest.created).sort((a, b) => (a.day < b.day ? -1 : 1));
  return (
    <>
      <p>{words.text('press.calendar.latest', { sequence: manifest.sequence, date: format.day(manifest.created) })}</p>
      {coming.length === 0 ? (
        <p class="note">{words.text('press.calendar.none')}</p>
      ) : (
        <ul class="press-calendar">
          {coming.map(({ day, time, title, embargo }) => (
            <li key={`${day} ${time ?? ''}`}>
              <b>
                <time dateTime={time === undefined ? day : `${day}T${time}Z`}>
                  {time === undefined
                    ? format.day(day)
                    : words.text('press.calendar.moment', { date: format.day(day), time })}
                </time>
              </b>{' '}
              {inLanguage(title, words.language)}
              {embargo && <span class="note"> {words.text('press.calendar.embargo')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Contact() {
  const { words, site } = usePage();
  const { contact } = site;
  return (
    <p>
      {contact.press
        ? inLanguage(contact.press.name, words.language)
        : inLanguage(contact.organisation, words.language)}
      {(contact.press?.email ?? contact.email) && (
        <>
          {' · '}
          <a href={`mailto:${contact.press?.email ?? contact.email}`}>{contact.press?.email ?? contact.email}</a>
        </>
      )}
      {!contact.press && !contact.email && <span class="note"> {words.text('press.contact.none')}</span>}
    </p>
  );
}
