import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { BoundsPicture } from '../components/bounds-picture.tsx';
import { BreakNote } from '../components/break-note.tsx';
import { ChangeReasons } from '../components/change-reasons.tsx';
import { CompositionChart } from '../components/composition-chart.tsx';
import { ConstantContributors, changesOverYears, constantContributors } from '../components/constant-contributors.tsx';
import { CopySentence } from '../components/copy-sentence.tsx';
import { EmbedBox } from '../components/embed-box.tsx';
import { figureBreaks } from '../components/figure-breaks.ts';
import { FigureTable } from '../components/figure-table.tsx';
import {
  baseText,
  citationText,
  figureName,
  figurePath,
  figureShortName,
  figureTitle,
  groupName,
  intervalText,
  sentenceOf,
  unknownText,
} from '../components/figure-text.ts';
import { IntervalGlyph } from '../components/glyph.tsx';
import { HistoryChart } from '../components/history-chart.tsx';
import { languageName } from '../components/language-name.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { NineParts } from '../components/nine-parts.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { PartsTable } from '../components/parts-table.tsx';
import { Reproduce } from '../components/reproduce.tsx';
import { WhyNoNumber } from '../components/why-no-number.tsx';
import { Wide } from '../components/wide.tsx';
import { frozenPath } from '../embed/embed-addresses.ts';
import { topicOf } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { type Stretch, stretchAround } from '../model/stretch.ts';
import { unknownDominates } from '../model/unknown-steps.ts';
import { figureAlternates } from '../open-data/figure-files.ts';
import { schemaFigure } from '../open-data/schema-org.ts';

/** A page for each citable figure. */
export const figureRoom: OpenRoom = ({ view }) => ({
  pages: view.citable.map((figure) => ({
    path: `figures/${figure.id}/`,
    room: (page: Page) => figurePage(page, figure),
  })),
});

/** One citable number with everything needed to use it well. */
export function figurePage(page: Page, figure: Figure): Room {
  return {
    title: figureTitle(page, figure),
    description: sentenceOf(page, figure, 'long'),
    structured: schemaFigure(page, figure),
    alternates: figureAlternates(page.words.language, figure),
    styles: ['figure', 'open-data'],
    ...(figure.bounds && figure.value !== null && { scripts: ['figure'] }),
    body: <FigurePage figure={figure} />,
  };
}

function FigurePage({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, view } = page;
  const composition = view.composition(figure);
  const beside = stretchAround(composition, figure);
  const series = view.series(figure);
  const breaks = figureBreaks(view, figure);
  const topic = topicOf(figure.family);
  const changes = changesOverYears(page, figure.group);
  const ofRecords = figure.family === 'victims' || figure.family === 'change';
  return (
    <>
      <Head figure={figure} />
      <div class="wide">
        <Caveats figure={figure} />
      </div>
      {figure.value === null && <WhyNoNumber figure={figure} />}
      <PartsTable figure={figure} />
      <ChangeReasons figure={figure} />
      {composition.length > 1 && (
        <Wide id="picture" title={words.text('figure.picture')}>
          <div class="pair">
            <CompositionChart figures={beside.items} whole={composition} here={figure.id} id="composition" />
            <div>
              <FigureTable
                caption={words.text('figure.composition', {
                  question: words.text(`topic.${topic}`),
                  period: figure.period,
                  group: groupName(page, figure.group),
                })}
                first={words.text('table.answer')}
                figures={beside.items}
                nameOf={(each) => figureShortName(page, each)}
                here={figure.id}
              />
              {beside.items.length < composition.length && <AllAnswers figure={figure} beside={beside} />}
              {words.has(`topic.${topic}.note`) && <p class="note">{words.text(`topic.${topic}.note`)}</p>}
            </div>
          </div>
        </Wide>
      )}
      {figure.bounds && figure.value !== null && (
        <Wide id="bounds" title={words.text('bounds.title')}>
          <BoundsPicture figure={figure} />
        </Wide>
      )}
      <Wide id="history" title={words.text('figure.history')}>
        <div class="pair">
          {series.some(({ value }) => value !== null) && (
            <HistoryChart figure={figure} id="over-years" breaks={breaks.map(({ period }) => period)} />
          )}
          <div>
            <FigureTable
              caption={words.text('figure.history.table', { name: figureName(page, figure) })}
              first={words.text('table.year')}
              figures={series}
              nameOf={({ period }) => period}
              here={figure.id}
            />
            {breaks.length > 0 && <BreakNote breaks={breaks} />}
            {!ofRecords && breaks.length > 0 && changes.length > 0 && (
              <p class="note">
                <a href={`${page.to(figurePath(changes.at(-1) as Figure))}#${constantContributors}`}>
                  {words.text('constant.link')}
                </a>
              </p>
            )}
          </div>
        </div>
        {ofRecords && <ConstantContributors group={figure.group} />}
      </Wide>
      <Wide id="embed" title={words.text('embed.title')}>
        <EmbedBox figure={figure} />
      </Wide>
      <Wide id="parts" title={words.text('parts.title')}>
        <NineParts figure={figure} />
      </Wide>
      <Reproduce figure={figure} />
    </>
  );
}

// Of very many answers the page has those around its own: all of them would be most of every such page.
function AllAnswers({ figure, beside }: { readonly figure: Figure; readonly beside: Stretch<Figure> }) {
  const page = usePage();
  const { words, view } = page;
  const year = figure.period === view.newest ? 'figures/' : `figures/year/${figure.period}/`;
  return (
    <p class="note">
      {words.text('figure.beside', { from: beside.from, to: beside.to, of: beside.of })}{' '}
      <a href={page.to(`${year}#${topicOf(figure.family)}`)}>{words.text('figure.beside.all', { of: beside.of })}</a> ·{' '}
      <a href={page.to('figures.csv')}>{words.text('figure.beside.file')}</a>
    </p>
  );
}

function Head({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words, view } = page;
  const setApart = view.bundle.manifest.setApart?.code ?? null;
  const groups = setApart === null ? [] : [null, setApart];
  const inGroup = (group: string | null) =>
    view.series(figure).length === 0 ? undefined : findFigure(view.citable, figure.family, figure.period, group);
  const notes = [baseText(page, figure), unknownDominates(figure) ? '' : unknownText(page, figure)].filter(
    (text) => text !== '',
  );
  return (
    <header class="opening">
      <div class="wide figure-head">
        <div>
          <p class="kicker">
            <a href={page.to('figures/')}>{words.text('nav.figures')}</a> ·{' '}
            {words.text(`topic.${topicOf(figure.family)}`)}
          </p>
          <h1>{words.text('figure.title', { name: figureName(page, figure), period: figure.period })}</h1>
          <Quotes figure={figure} />
        </div>
        <div class="big" data-figure={figure.id}>
          <LeadingNumber figure={figure} />
          <IntervalGlyph figure={figure} />
          <p class="interval">
            {figure.protection === 'declared' || figure.value === null
              ? intervalText(page, figure)
              : words.text('figure.interval', { interval: intervalText(page, figure) })}
          </p>
          <p class="note">
            {notes.map((text) => (
              <span key={text}>{text}</span>
            ))}
            <span>{words.text('release.short', { sequence: figure.release.sequence })}</span>
          </p>
        </div>
        <div class="switches">
          {groups.length > 0 && (
            <nav class="years" aria-label={words.text('figure.groups')}>
              <ul>
                {groups.map((group) => {
                  const target = inGroup(group);
                  return target ? (
                    <li key={group}>
                      <a href={page.to(figurePath(target))} {...(group === figure.group && { 'aria-current': 'page' })}>
                        {groupName(page, group)}
                      </a>
                    </li>
                  ) : null;
                })}
              </ul>
            </nav>
          )}
          <nav class="years" aria-label={words.text('figure.years')}>
            <ul>
              {view.series(figure).map((each) => (
                <li key={each.id}>
                  <a href={page.to(figurePath(each))} {...(each.id === figure.id && { 'aria-current': 'page' })}>
                    {each.period}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </header>
  );
}

// Where so much is unknown that the share alone would mislead, the unknown is the number.
function LeadingNumber({ figure }: { readonly figure: Figure }) {
  const { words, format } = usePage();
  if (figure.value === null) {
    return (
      <p class="number">
        <Mark absence={absenceOf(figure)} why="#why" />
      </p>
    );
  }
  if (!unknownDominates(figure) || figure.unknown === null) return <p class="number">{format.figure(figure)}</p>;
  return (
    <>
      <p class="number">
        {format.share(figure.unknown)} <small>{words.text('figure.leads.unknown')}</small>
      </p>
      <p class="leads-known">{words.text('figure.leads.known', { value: format.figure(figure) })}</p>
    </>
  );
}

function Quotes({ figure }: { readonly figure: Figure }) {
  const page = usePage();
  const { words } = page;
  const others = page.languages.filter((language) => language !== words.language);
  return (
    <div class="quotes" data-figure={figure.id}>
      <CopySentence
        label={words.text('quote.short')}
        text={sentenceOf(page, figure, 'short')}
        language={words.language}
        direction={words.direction}
        lead
        footnote={citationText(page, figure)}
      />
      <details class="more">
        <summary>{words.text('quote.more')}</summary>
        <p class="note">{words.text('quote.intro')}</p>
        <CopySentence
          label={words.text('quote.long')}
          text={sentenceOf(page, figure, 'long')}
          language={words.language}
          direction={words.direction}
          footnote={citationText(page, figure)}
        />
        {others.map((language) => (
          <CopySentence
            key={language}
            label={languageName(language)}
            text={sentenceOf(page, figure, 'short', language)}
            language={language}
            direction={page.directionOf(language)}
          />
        ))}
        <p class="note">
          <a href={page.file(frozenPath(figure, words.language))}>{words.text('quote.link')}</a>
        </p>
      </details>
    </div>
  );
}

function Caveats({ figure }: { readonly figure: Figure }) {
  const { words, figureWords } = usePage();
  if (figure.caveats.length === 0) return null;
  return (
    <section class="caveats" aria-labelledby="caveats-title">
      <h2 id="caveats-title">{words.text('quote.caveats')}</h2>
      <ul>
        {figure.caveats.map((key) => (
          <li key={key}>{figureWords.caveat(key)}</li>
        ))}
      </ul>
    </section>
  );
}
