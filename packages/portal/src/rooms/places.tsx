import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { CompositionChart } from '../components/composition-chart.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName, figurePath, groupName } from '../components/figure-text.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { PlaceSaid } from '../components/place-said.tsx';
import { PocketLinks } from '../components/pocket-links.tsx';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { regionName } from '../model/figure-names.ts';
import { findFigure, regionsOf } from '../model/release-view.ts';
import { pocketFiles, pocketPath } from '../pocket/pocket-files.ts';

/** The places of a release, each over its years. */
export const placesRoom: OpenRoom = ({ view }) => ({
  pages: [
    { path: 'places/', room: placeIndex },
    ...regionsOf(view).flatMap((region) => [
      { path: `places/${region}/`, room: (page: Page) => placePage(page, region, view.newest) },
      ...view.bundle.manifest.periods.map((period) => ({
        path: `places/${region}/${period}/`,
        room: (page: Page) => placePage(page, region, period),
      })),
    ]),
  ],
  filesIn: pocketFiles,
  entries: [{ path: 'places/', group: 'explore', leads: true }],
});

/** The regions there are pages for. */
export function placeIndex(page: Page): Room {
  return {
    title: page.words.text('places.title'),
    description: page.words.text('places.description'),
    body: <PlaceIndex />,
  };
}

function PlaceIndex() {
  const page = usePage();
  const { words, view, format } = page;
  const period = view.newest;
  const cell = (kind: 'identified' | 'origin', region: string) =>
    findFigure(view.citable, `${kind}.${region}`, period, null);
  return (
    <>
      <Opening title={words.text('places.title')}>
        <p class="lede">{words.text('places.intro')}</p>
      </Opening>
      <Wide id="regions" title={words.text('places.regions', { period })}>
        <Scroll label={words.text('places.table', { period })}>
          <table class="figures">
            <caption>
              {words.text('places.table', { period })}{' '}
              {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.text('places.region')}</th>
                {(['identified', 'origin'] as const).map((kind) => (
                  <>
                    <th key={kind} scope="col" class="num">
                      {words.text(`topic.${kind}`)}
                    </th>
                    <th scope="col" class="num">
                      {words.text('table.interval')}
                    </th>
                  </>
                ))}
              </tr>
            </thead>
            <tbody>
              {regionsOf(view).map((region) => (
                <tr key={region}>
                  <th scope="row">
                    <a href={page.to(`places/${region}/`)}>
                      {regionName(region, view.bundle.manifest.grouping, words.language)}
                    </a>
                  </th>
                  {(['identified', 'origin'] as const).map((kind) => {
                    const figure = cell(kind, region);
                    return (
                      <>
                        <td key={kind} class="num strong" {...(figure && { 'data-figure': figure.id })}>
                          {!figure || figure.value === null ? (
                            <Mark absence={figure ? absenceOf(figure) : 'not_collected'} />
                          ) : (
                            <a href={page.to(figurePath(figure))}>{format.figure(figure)}</a>
                          )}
                        </td>
                        <td class="num" {...(figure && { 'data-figure': figure.id })}>
                          {figure ? format.interval(figure) : ''}
                        </td>
                      </>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
        <p class="note">{words.text('places.note')}</p>
        <p class="note">{page.figureWords.caveat('where_contributors_work')}</p>
      </Wide>
      <PocketLinks />
    </>
  );
}

/** Every figure for one region and year, opening with what can and cannot be said. */
export function placePage(page: Page, region: string, period: string): Room {
  const name = regionName(region, page.view.bundle.manifest.grouping, page.words.language);
  return {
    title: page.words.text('place.title', { name, period }),
    description: page.words.text('place.description', { name, period }),
    body: <PlacePage region={region} period={period} name={name} />,
  };
}

function PlacePage({
  region,
  period,
  name,
}: {
  readonly region: string;
  readonly period: string;
  readonly name: string;
}) {
  const page = usePage();
  const { words } = page;
  const { periods } = page.view.bundle.manifest;
  return (
    <>
      <Opening
        kicker={<a href={page.to('places/')}>{words.text('nav.places')}</a>}
        title={words.text('place.title', { name, period })}
      >
        <nav class="years" aria-label={words.text('figure.years')}>
          <ul>
            {periods.map((year) => (
              <li key={year}>
                <a href={page.to(`places/${region}/${year}/`)} {...(year === period && { 'aria-current': 'page' })}>
                  {year}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <PlaceSaid name={name} />
        <p class="note">
          <a href={page.file(pocketPath(words.language, region))} download>
            {words.text('pocket.get', { name })}
          </a>
        </p>
      </Opening>
      {(['identified', 'origin'] as const).map((kind) => (
        <PlaceKind key={kind} kind={kind} region={region} period={period} name={name} />
      ))}
    </>
  );
}

interface PlaceKindProps {
  readonly kind: 'identified' | 'origin';
  readonly region: string;
  readonly period: string;
  readonly name: string;
}

function PlaceKind({ kind, region, period, name }: PlaceKindProps) {
  const page = usePage();
  const { words, view } = page;
  const setApart = view.bundle.manifest.setApart?.code ?? null;
  const share = [null, setApart].flatMap((group, index) =>
    index === 1 && group === null ? [] : (findFigure(view.citable, `${kind}.${region}`, period, group) ?? []),
  );
  const figures = view.ofPlace(kind, region, period).filter(({ group }) => group === null);
  const purposes = figures.filter(({ family }) => family.startsWith('purpose.'));
  const shareName = ({ group }: Figure) => groupName(page, group);
  return (
    <Wide id={kind} title={words.text(`place.${kind}.title`, { name, period })}>
      <p class="intro">{words.text(`place.${kind}.text`, { name })}</p>
      {share.length > 0 && (
        <FigureTable
          caption={`${words.text(`topic.${kind}`)} · ${words.text(`place.${kind}.share`, { name, period })}`}
          first={words.text('table.group')}
          figures={share}
          nameOf={shareName}
        />
      )}
      {figures.length === 0 ? (
        <p class="empty">
          <Mark absence="not_collected" /> {words.text('place.none')}
        </p>
      ) : (
        <div class="pair">
          {purposes.length > 1 && <CompositionChart figures={purposes} here={null} id={`${kind}-purpose`} />}
          <FigureTable
            caption={words.text(`place.${kind}.table`, { name, period })}
            first={words.text('table.figure')}
            figures={figures}
            nameOf={(figure) => figureName(page, figure)}
            anchors
            links={false}
          />
        </div>
      )}
    </Wide>
  );
}
