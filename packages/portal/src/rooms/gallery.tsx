// The pages of everything that pages are made of, in all states: for those who work on the portal, in bakes that ask for it.
// What the release has no case of is shown by a figure of the release with one part changed, and says so.
import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { BoundsPicture } from '../components/bounds-picture.tsx';
import { CopySentence } from '../components/copy-sentence.tsx';
import { FigureCard } from '../components/figure-card.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { figureShortName, sentenceOf } from '../components/figure-text.ts';
import { absences, MarkLegend } from '../components/marks.tsx';
import { NineParts } from '../components/nine-parts.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Specimen } from '../components/specimen.tsx';
import { Opening } from '../components/wide.tsx';
import { findFigure } from '../model/release-view.ts';
import { galleryCharts } from './gallery-charts.tsx';

/** Components, and charts. */
export const galleryRoom: OpenRoom = () => ({
  pages: [
    { path: 'components/', room: gallery, specimens: true },
    { path: 'components/charts/', room: galleryCharts, specimens: true },
  ],
  entries: [
    { path: 'components/', group: 'about' },
    { path: 'components/charts/', group: 'about', label: 'nav.components.charts' },
  ],
});

/** Components in all states. */
export function gallery(page: Page): Room {
  return {
    title: page.words.text('gallery.title'),
    description: page.words.text('gallery.lede'),
    styles: ['gallery', 'figure'],
    body: <Gallery />,
  };
}

const roles = ['paper', 'surface', 'tint', 'ink', 'muted', 'rule', 'accent', 'accent-soft', 'warn-paper', 'warn-rule'];
const chartRoles = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'quiet', 'unknown', 'track'].map((name) => `chart-${name}`);

function Gallery() {
  const page = usePage();
  const { words, view } = page;
  const find = (family: string, group: string | null = null) => findFigure(view.citable, family, view.newest, group);
  const share = find('purpose.labour');
  const cards = cardsOf(page);
  return (
    <>
      <Opening title={words.text('gallery.title')}>
        <p class="lede">{words.text('gallery.lede')}</p>
      </Opening>
      <Specimen name="Colour roles">
        <ul class="swatches" lang="en" dir="ltr">
          {[...roles, ...chartRoles].map((name) => (
            <li key={name}>
              <svg viewBox="0 0 96 40" aria-hidden="true">
                <rect x="1" y="1" width="94" height="38" rx="4" fill={`var(--${name})`} stroke="var(--rule)" />
              </svg>
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Specimen>
      <Specimen name="Text">
        <div>
          <p class="kicker">kicker · {words.text('home.kicker')}</p>
          <p class="h1">{words.text('home.title')}</p>
          <p class="lede">{words.text('home.description')}</p>
          <h3>h3 · {words.text('read.title')}</h3>
          <p>{words.text('home.history.text')}</p>
          <p class="note">note · {words.text('coverage.note')}</p>
          <p>
            <a href="#content">{words.text('home.changes')}</a> <code>{view.bundle.manifest.release}</code>
          </p>
        </div>
        <div>
          <p class="actions">
            <a class="button" href="#content">
              {words.text('home.report', { year: view.newest })}
            </a>
            <a class="button quiet" href="#content">
              {words.text('home.figures', { count: view.citable.length })}
            </a>
          </p>
          <p>
            <span class="not-real">{words.text('example')}</span>
          </p>
          <MarkLegend used={absences} />
        </div>
      </Specimen>
      <Specimen name="FigureCard" wide>
        <div class="cards">
          {cards.map(({ state, figure, beside }) => (
            <div key={state} class="state">
              <p class="note" lang="en" dir="ltr">
                {state}
              </p>
              <FigureCard figure={figure} beside={beside} />
            </div>
          ))}
        </div>
      </Specimen>
      {share && (
        <>
          <Specimen name="BoundsPicture" wide>
            <BoundsPicture figure={share} />
            <BoundsPicture figure={{ ...share, unknown: 0.52, bounds: [0.35, 0.87] }} />
          </Specimen>
          <Specimen name="CopySentence">
            <CopySentence
              lead
              label={`${words.text('copy.button')} · 1`}
              text={sentenceOf(page, share, 'short')}
              language={words.language}
              direction={words.direction}
            />
            <CopySentence
              label={`${words.text('copy.button')} · 2`}
              text={sentenceOf(page, share, 'long')}
              language={words.language}
              direction={words.direction}
            />
          </Specimen>
          <Specimen name="NineParts" wide>
            <NineParts figure={share} />
          </Specimen>
        </>
      )}
      <Specimen name="FigureTable" wide>
        <FigureTable
          caption={words.text('gallery.table')}
          first={words.text('table.figure')}
          figures={cards.map(({ state, figure }) => ({ ...figure, id: `${figure.id}~${state}` }))}
          nameOf={(figure) => `${figureShortName(page, figure)} · ${figure.id.split('~')[1] ?? ''}`}
          here={`${share?.id}~share`}
          links={false}
        />
      </Specimen>
    </>
  );
}

interface CardState {
  readonly state: string;
  readonly figure: Figure;
  readonly beside?: Figure | undefined;
}

// Every unit the release has, and each reason for a number not to be shown.
function cardsOf({ view }: Page): readonly CardState[] {
  const find = (family: string, group: string | null = null) => findFigure(view.citable, family, view.newest, group);
  const group = view.bundle.manifest.setApart?.code;
  const units = {
    share: 'purpose.labour',
    records: 'victims',
    change: 'change',
    years: 'duration.mean',
    countries: 'countries',
    declared: 'assisted_since',
  };
  const found = Object.entries(units).flatMap(([state, family]): readonly CardState[] => {
    const figure = find(family) ?? view.citable.find((each) => each.family === family);
    return figure ? [{ state, figure }] : [];
  });
  const share = find('purpose.labour');
  if (!share) return found;
  const withheld = (['base_too_small', 'interval_too_wide', 'not_collected'] as const).map((reason) => ({
    state: reason,
    figure: { ...share, value: null, interval: null, bounds: null, withheld: reason },
  }));
  return [
    ...found,
    ...(group === undefined
      ? []
      : [{ state: 'with a group beside it', figure: share, beside: find('purpose.labour', group) }]),
    { state: 'half unknown (changed)', figure: { ...share, unknown: 0.52, bounds: [0.35, 0.87] } },
    { state: 'near zero (changed)', figure: { ...share, value: 0.002, interval: [0, 0.006], bounds: [0.001, 0.15] } },
    ...withheld.map(({ state, figure }) => ({ state: `${state} (changed)`, figure })),
  ];
}
