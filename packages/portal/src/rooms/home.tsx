import type { Figure } from '@casebridge/figures/types';
import { askIndexPath } from '../ask/ask-index-path.ts';
import { askIndexOf } from '../ask/build-ask-index.ts';
import type { OpenRoom } from '../bake/room-set.ts';
import { AskBox } from '../components/ask-box.tsx';
import { CoverageStrip } from '../components/coverage-strip.tsx';
import { FigureCard } from '../components/figure-card.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName, figurePath, figureTitle, groupName, sentenceOf } from '../components/figure-text.ts';
import { HistoryChart } from '../components/history-chart.tsx';
import { Span } from '../components/logo.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Wide } from '../components/wide.tsx';
import { compareReleases } from '../model/compare-releases.ts';
import { headlineFamilies } from '../model/figure-names.ts';
import { findFigure } from '../model/release-view.ts';
import { reportYear } from '../model/report-year.ts';

/** The front page. */
export const homeRoom: OpenRoom = () => ({
  pages: [{ path: '', room: home }],
  filesIn: (edition) => [
    { path: askIndexPath(edition.words.language), content: () => `${JSON.stringify(askIndexOf(edition))}\n` },
  ],
});

/** The front page: what the records say about the leading year, who they come from, and how to read a number. */
export function home(page: Page): Room {
  return {
    title: page.words.text('home.title'),
    description: page.words.text('home.description'),
    styles: ['ask'],
    scripts: ['ask'],
    body: <Home />,
  };
}

function Home() {
  const page = usePage();
  const { words, view, format } = page;
  const year = reportYear(page);
  const { manifest, coverage } = view.bundle;
  const setApart = manifest.setApart?.code ?? null;
  const find = (family: string, group: string | null) => findFigure(view.citable, family, year, group);
  const lead = find('victims', null);
  // What was not asked is on the page of all figures; a headline says something.
  const cards = headlineFamilies
    .flatMap((family) => find(family, null) ?? [])
    .filter(({ withheld }) => withheld !== 'not_collected');
  return (
    <>
      <section class="hero">
        <Span />
        <div class="wide">
          <p class="kicker">{words.text('home.kicker')}</p>
          <h1>{words.text('home.title')}</h1>
          {lead && (
            <p class="lede" data-figure={lead.id}>
              {sentenceOf(page, lead, 'short')} <a href={page.to(figurePath(lead))}>{words.text('home.lead.link')}</a>
            </p>
          )}
          <p class="facts">
            {words.text('home.facts', {
              contributors: coverage.contributors.length,
              first: manifest.periods[0] ?? '',
              last: view.newest,
              date: format.day(manifest.created),
            })}{' '}
            <a href={page.to('changes/')}>{words.text('home.latest', { sequence: manifest.sequence })}</a>
          </p>
          <p class="actions">
            <a class="button" href={page.to(`report/${year}/`)}>
              {words.text('home.report', { year })}
            </a>
            <a class="button quiet" href={page.to('figures/')}>
              {words.text('home.figures', { count: view.citable.length })}
            </a>
          </p>
        </div>
      </section>
      <Wide id="numbers" title={words.text('home.numbers', { year })}>
        <p class="intro">
          {words.text('home.numbers.intro', { year })}{' '}
          {setApart && words.text('home.numbers.beside', { group: groupName(page, setApart) })}
        </p>
        <div class="cards">
          {cards.map((figure) => (
            <FigureCard
              key={figure.id}
              figure={figure}
              beside={setApart === null ? undefined : find(figure.family, setApart)}
            />
          ))}
        </div>
      </Wide>
      <AskBox />
      <Wide id="reading" title={words.text('read.title')} tint>
        <HowToRead example={find('purpose.labour', null) ?? cards[0]} />
      </Wide>
      <Wide id="history" title={words.text('home.history')}>
        <div class="pair">
          {lead && <HistoryChart figure={lead} id="home-victims" />}
          <div>
            <p>{words.text('home.history.text')}</p>
            {lead && (
              <details class="more">
                <summary>{words.text('chart.as-table')}</summary>
                <FigureTable
                  caption={words.text('figure.history.table', { name: figureName(page, lead) })}
                  first={words.text('table.year')}
                  figures={view.series(lead)}
                  nameOf={({ period }) => period}
                />
              </details>
            )}
            <LatestChange />
          </div>
        </div>
      </Wide>
      <Wide id="coverage" title={words.text('coverage.title')}>
        <CoverageStrip />
      </Wide>
      <Wide id="ways" title={words.text('home.ways')}>
        <Ways />
      </Wide>
    </>
  );
}

const ways = [
  { key: 'explore', path: 'explore/' },
  { key: 'map', path: 'map/' },
  { key: 'places', path: 'places/' },
  { key: 'topics', path: 'topics/' },
  { key: 'press', path: 'press/' },
  { key: 'data', path: 'data/' },
  { key: 'your-data', path: 'your-data/' },
  { key: 'contribute', path: 'contribute/' },
] as const;

/** Where readers of different kinds go on: what they want, and the room that has it. */
function Ways() {
  const { words, to } = usePage();
  return (
    <ul class="doors">
      {ways.map(({ key, path }) => (
        <li key={key}>
          <a href={to(path)}>{words.text(`home.way.${key}`)}</a> <span>{words.text(`home.way.${key}.text`)}</span>
        </li>
      ))}
    </ul>
  );
}

const movesShown = 3;

/** What the current release brought, and the figures that moved most. */
function LatestChange() {
  const page = usePage();
  const { words, view, previous, format } = page;
  const { sequence } = view.bundle.manifest;
  const change = previous && compareReleases(previous, view);
  const moves = change?.moved.filter(({ after }) => after.group === null && !after.place).slice(0, movesShown) ?? [];
  return (
    <div class="latest">
      <h3>{words.text('home.latest', { sequence })}</h3>
      <p>
        {change
          ? words.text('home.latest.text', {
              added: change.added.length,
              moved: change.moved.length,
              beyond: change.beyond,
            })
          : words.text('home.latest.first', { sequence })}
      </p>
      {moves.length > 0 && (
        <>
          <p class="note">{words.text('home.latest.moves')}</p>
          <ul>
            {moves.map(({ before, after }) => (
              <li key={after.id} data-figure={after.id}>
                <a href={page.to(figurePath(after))}>{figureTitle(page, after)}</a>{' '}
                <span>
                  <bdi>{format.figure(before)}</bdi>{' '}
                  <span aria-hidden="true">{words.direction === 'rtl' ? '←' : '→'}</span>{' '}
                  <b>
                    <bdi>{format.figure(after)}</bdi>
                  </b>
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {change && (
        <p>
          <a href={page.to('changes/')}>{words.text('home.changes')}</a>
        </p>
      )}
    </div>
  );
}

/** One number taken apart, part by part. */
function HowToRead({ example }: { readonly example: Figure | undefined }) {
  const page = usePage();
  const { words, format } = page;
  if (!example || example.value === null || !example.interval) return null;
  return (
    <div class="anatomy" data-figure={example.id}>
      <div class="anatomy-number">
        <p class="note">{figureName(page, example)}</p>
        <p class="number">{format.figure(example)}</p>
        <p class="interval">{format.interval(example)}</p>
      </div>
      <ol>
        {(['value', 'interval', 'base', 'unknown', 'noun'] as const).map((part) => (
          <li key={part}>
            <b>{words.text(`read.${part}`)}</b>{' '}
            {words.text(`read.${part}.text`, {
              value: format.figure(example),
              interval: format.interval(example),
              base: format.about(example.base ?? 0),
              unknown: format.share(example.unknown ?? 0),
            })}
          </li>
        ))}
      </ol>
      <p class="anatomy-more">
        <a href={page.to('methods/')}>{words.text('read.more')}</a>
      </p>
    </div>
  );
}
