import type { Figure } from '@casebridge/figures/types';
import type { OpenRoom } from '../bake/room-set.ts';
import { CompositionChart } from '../components/composition-chart.tsx';
import { FigureTable } from '../components/figure-table.tsx';
import { figureName, figurePath, groupName } from '../components/figure-text.ts';
import { absenceOf, Mark } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { PlaceSaid } from '../components/place-said.tsx';
import { PocketLinks } from '../components/pocket-links.tsx';
import { RegionFacts, RegionProfile } from '../components/region-profile.tsx';
import { Scroll } from '../components/scroll.tsx';
import { Opening, Wide } from '../components/wide.tsx';
import { countryName } from '../geography/country-name.ts';
import { presenceIn } from '../map/presence.ts';
import { type CountryPlace, countryPlaces } from '../model/country-places.ts';
import { regionName } from '../model/figure-names.ts';
import { findFigure, regionsOf } from '../model/release-view.ts';
import { pocketFiles } from '../pocket/pocket-files.ts';
import { pocketPath } from '../pocket/pocket-path.ts';
import { countryPage } from './countries.tsx';

/** The places of a release: each region as a profile and over its years, and countries where a table of them is published. */
export const placesRoom: OpenRoom = ({ view }) => {
  const countries = countryPlaces(view);
  return {
    pages: [
      { path: 'places/', room: (page) => placeIndex(page, countries) },
      ...regionsOf(view).flatMap((region) => [
        { path: `places/${region}/`, room: (page: Page) => placePage(page, { region, period: null, countries }) },
        ...view.bundle.manifest.periods.map((period) => ({
          path: `places/${region}/${period}/`,
          room: (page: Page) => placePage(page, { region, period, countries }),
        })),
      ]),
      ...countries.map((country) => ({
        path: `places/${country.iso3}/`,
        room: (page: Page) => countryPage(page, country),
      })),
    ],
    filesIn: (edition) => pocketFiles(edition, countries),
    entries: [{ path: 'places/', group: 'explore', leads: true }],
  };
};

/** The places there are pages for. */
function placeIndex(page: Page, countries: readonly CountryPlace[]): Room {
  return {
    title: page.words.text('places.title'),
    description: page.words.text('places.description'),
    styles: ['places'],
    body: <PlaceIndex countries={countries} />,
  };
}

function PlaceIndex({ countries }: { readonly countries: readonly CountryPlace[] }) {
  const page = usePage();
  const { words, view, format } = page;
  const period = view.newest;
  const cell = (kind: 'identified' | 'origin', region: string) =>
    findFigure(view.citable, `${kind}.${region}`, period, null);
  return (
    <>
      <Opening title={words.text('places.title')}>
        <p class="lede">{words.text('places.intro')}</p>
        <p>
          {words.text('places.reached', {
            count: presenceIn(view, period).size,
            period,
            pages: countries.length,
            sequence: view.bundle.manifest.sequence,
          })}
        </p>
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
      {countries.length > 0 && <CountryIndex countries={countries} />}
      <PocketLinks />
    </>
  );
}

// Countries by region, each list in the order of the page's alphabet.
function CountryIndex({ countries }: { readonly countries: readonly CountryPlace[] }) {
  const page = usePage();
  const { words, view, site } = page;
  const { compare } = new Intl.Collator(words.language);
  const named = countries
    .map((country) => ({ ...country, name: countryName(country.iso3, words.language, site) }))
    .sort((a, b) => compare(a.name, b.name));
  const groups = [...regionsOf(view), null].map((region) => ({
    region,
    own: named.filter((country) => country.region === region),
  }));
  return (
    <Wide id="countries" title={words.text('places.countries')}>
      <p class="intro">{words.text('places.countries.text')}</p>
      <div class="country-index">
        {groups
          .filter(({ own }) => own.length > 0)
          .map(({ region, own }) => (
            <section key={region} aria-label={regionText(page, region)}>
              <h3>{regionText(page, region)}</h3>
              <ul>
                {own.map(({ iso3, name }) => (
                  <li key={iso3}>
                    <a href={page.to(`places/${iso3}/`)}>{name}</a>
                  </li>
                ))}
              </ul>
            </section>
          ))}
      </div>
      <p class="note">{words.text('places.names')}</p>
    </Wide>
  );
}

function regionText(page: Page, region: string | null): string {
  return region === null
    ? page.words.text('places.others')
    : regionName(region, page.view.bundle.manifest.grouping, page.words.language);
}

interface PlaceProps {
  readonly region: string;
  /** Null for the profile over all years. */
  readonly period: string | null;
  readonly countries: readonly CountryPlace[];
}

/** A region, opening with what can and cannot be said: its profile, or every figure of one year. */
function placePage(page: Page, props: PlaceProps): Room {
  const { words } = page;
  const name = regionText(page, props.region);
  const period = props.period ?? page.view.newest;
  return {
    title: props.period === null ? name : words.text('place.title', { name, period }),
    description: words.text('place.description', { name, period }),
    styles: props.period === null ? ['places', 'topics', 'records'] : ['places'],
    body: <PlacePage {...props} name={name} />,
  };
}

function PlacePage({ region, period: year, countries, name }: PlaceProps & { readonly name: string }) {
  const page = usePage();
  const { words, view } = page;
  const period = year ?? view.newest;
  return (
    <>
      <Opening
        kicker={<a href={page.to('places/')}>{words.text('nav.places')}</a>}
        title={year === null ? name : words.text('place.title', { name, period })}
      >
        <PlaceSaid name={name} />
        <RegionFacts region={region} period={period} />
        <nav class="years" aria-label={words.text('figure.years')}>
          <ul>
            {view.bundle.manifest.periods.map((each) => (
              <li key={each}>
                <a href={page.to(`places/${region}/${each}/`)} {...(each === year && { 'aria-current': 'page' })}>
                  {each}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <p class="note">
          {year !== null && (
            <>
              <a href={page.to(`places/${region}/`)}>{words.text('place.profile', { name })}</a>
              {' · '}
            </>
          )}
          <a href={page.file(pocketPath(words.language, region))} download>
            {words.text('pocket.get', { name })}
          </a>
        </p>
      </Opening>
      {(['identified', 'origin'] as const).map((kind) => (
        <PlaceKind key={kind} kind={kind} region={region} period={period} name={name} />
      ))}
      {year === null && <RegionProfile region={region} name={name} countries={countries} />}
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
  const isDrawn = purposes.filter(({ value }) => value !== null).length > 1;
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
        <div {...(isDrawn && { class: 'pair' })}>
          {isDrawn && <CompositionChart figures={purposes} here={null} id={`${kind}-purpose`} />}
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
