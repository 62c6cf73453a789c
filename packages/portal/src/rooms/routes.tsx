import type { OpenRoom } from '../bake/room-set.ts';
import { type RouteLine, routeMap } from '../charts/route-map.ts';
import { Chart } from '../components/chart.tsx';
import { MarkLegend } from '../components/marks.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { countryPoints } from '../geography/country-points.ts';
import { type DrawnWorld, drawWorld } from '../geography/drawn-world.ts';
import { openWorld } from '../geography/open-world.ts';
import { regionPoint } from '../geography/region-points.ts';
import { BoundaryNote } from '../map/boundary-note.tsx';
import { countSteps } from '../map/classes.ts';
import { countriesOf } from '../map/map-layers.ts';
import { RouteLegend } from '../map/route-legend.tsx';
import { RouteList } from '../map/route-list.tsx';
import { RouteMatrix } from '../map/route-matrix.tsx';
import { endName, placePath } from '../map/route-names.ts';
import {
  drawnRoutes,
  type Route,
  type RouteTable,
  type RouteYear,
  routePlaces,
  routesAt,
  routeTable,
  routeYear,
  unknownEnd,
} from '../map/routes.ts';

/** Routes: all of a year as a matrix, and each place's on a map, place first. */
export const routesRoom: OpenRoom = ({ view, site }) => {
  const read = routeTable(view);
  if (!read) return { pages: [] };
  const years = view.bundle.manifest.periods.flatMap((period) => routeYear(view, read.table, period) ?? []);
  const places = routePlaces(years);
  const world = drawWorld(openWorld(site));
  const opening = years.find(({ period }) => period === read.period);
  if (!opening) return { pages: [] };
  const all = (year: RouteYear) => (page: Page) => overview(page, { years, year, places });
  return {
    pages: [
      { path: 'map/routes/', room: all(opening) },
      ...years.map((year) => ({ path: `map/routes/all/${year.period}/`, room: all(year) })),
      ...places.flatMap((place) =>
        years.map((year) => ({
          path: placePath(place, year.period),
          room: (page: Page) => placeRoutes(page, { years, year, places, place, world }),
        })),
      ),
    ],
    entries: [{ path: 'map/routes/', group: 'explore' }],
  };
};

interface OverviewProps {
  readonly years: readonly RouteYear[];
  readonly year: RouteYear;
  readonly places: readonly string[];
}

function overview(page: Page, props: OverviewProps): Room {
  const { period } = props.year;
  return {
    title: page.words.text('routes.title', { period }),
    description: page.words.text('routes.description', { period }),
    body: <Overview {...props} />,
    styles: ['map', 'routes'],
  };
}

function Overview({ years, year, places }: OverviewProps) {
  const page = usePage();
  const { words } = page;
  return (
    <>
      <Opening
        kicker={<a href={page.to('map/')}>{words.text('map.kicker')}</a>}
        title={words.text('routes.title', { period: year.period })}
      >
        <p class="lede">{words.text('routes.intro')}</p>
        <Choices years={years} year={year} places={places} place={null} />
      </Opening>
      <Wide id="matrix" title={words.text('routes.matrix.title')}>
        <p class="intro">{words.text('routes.matrix.text')}</p>
        <RouteMatrix year={year} places={places} />
        <Caveats />
      </Wide>
    </>
  );
}

interface PlaceProps extends OverviewProps {
  readonly place: string;
  readonly world: DrawnWorld;
}

function placeRoutes(page: Page, props: PlaceProps): Room {
  const { period, table } = props.year;
  const name = endName(page, table.to, props.place);
  return {
    title: page.words.text('routes.place.title', { name, period }),
    description: page.words.text('routes.place.description', { name, period }),
    body: <PlaceRoutesPage {...props} />,
    styles: ['map', 'routes'],
  };
}

function PlaceRoutesPage({ years, year, places, place, world }: PlaceProps) {
  const page = usePage();
  const { words, format } = page;
  const { table, period } = year;
  const name = endName(page, table.to, place);
  const title = words.text('routes.place.title', { name, period });
  const routes = routesAt(year, place);
  const drawn = drawnRoutes(routes);
  const largest = Math.max(...years.flatMap((each) => routeValues(each)));
  const steps = countSteps(largest).slice(1);
  const sizeOf = ({ value }: Route) => Math.max(0, steps.slice(1).filter((step) => value >= step).length);
  const at = (side: RouteTable['from'], code: string) => pointOf(page, world, side, code);
  const lines = drawn.flatMap((route): RouteLine[] => {
    const [from, to] = [at(table.from, route.from), at(table.to, route.to)];
    if (!from || !to) return [];
    const kind = route.to === place ? 'arriving' : 'leaving';
    return [{ from, to, kind, unknown: route.from === unknownEnd || route.to === unknownEnd, size: sizeOf(route) }];
  });
  const own = at(table.to, place);
  const others = [...new Map(drawn.map((route) => otherEnd(route, place, table))).values()];
  const within = routes.within?.state === 'number' ? routes.within : null;
  const said = drawn.map((route) =>
    words.text(route.to === place ? 'routes.said.arriving' : 'routes.said.leaving', {
      name: endName(page, ...endOf(route, place, table)),
      value: format.about(route.value),
      interval: format.range(route.low, route.high, 'records'),
    }),
  );
  return (
    <>
      <Opening kicker={<a href={page.to('map/routes/')}>{words.text('nav.routes')}</a>} title={title}>
        <p class="lede">{words.text('routes.place.intro', { name })}</p>
        <Choices years={years} year={year} places={places} place={place} />
      </Opening>
      <section class="part map-part" aria-label={words.text('map.kicker')}>
        <div class="wide">
          <Chart
            id="routes"
            title={title}
            description={[...said, words.text('routes.said.end')].join(' ')}
            caption={null}
            draw={(frame) =>
              routeMap(
                {
                  world,
                  here:
                    table.to.level === 'countries' ? [place] : countriesOf(place, page.view.bundle.manifest.grouping),
                  lines,
                  within: within && sizeOf(within),
                  ends: [
                    ...others.flatMap(([side, code]) => {
                      const point = at(side, code);
                      const label = endName(page, side, code);
                      return point ? [{ at: point, label, here: false, unknown: code === unknownEnd }] : [];
                    }),
                    ...(own ? [{ at: own, label: name, here: true, unknown: false }] : []),
                  ],
                },
                frame,
              )
            }
          />
          <RouteLegend name={name} steps={steps} within={within !== null} />
          <BoundaryNote />
        </div>
      </section>
      <Wide id="numbers" title={words.text('map.numbers')}>
        <p class="intro">{words.text('routes.numbers')}</p>
        <RouteList year={year} routes={routes} places={places} title={title} name={name} />
        <MarkLegend used={['low']} />
        <Caveats />
      </Wide>
    </>
  );
}

function routeValues(year: RouteYear): readonly number[] {
  return year.froms.flatMap((from) => year.tos.map((to) => (from === to ? 0 : (year.route(from, to)?.value ?? 0))));
}

type End = readonly [side: RouteTable['from'], code: string];

function endOf({ from, to }: Route, place: string, table: RouteTable): End {
  return to === place ? [table.from, from] : [table.to, to];
}

function otherEnd(route: Route, place: string, table: RouteTable): readonly [string, End] {
  const end = endOf(route, place, table);
  return [`${end[0].level} ${end[1]}`, end];
}

// The unknown end stands in the Pacific, where no place of the map is.
function pointOf(page: Page, world: DrawnWorld, { level }: RouteTable['from'], code: string) {
  if (code === unknownEnd) return [110, 290] as const;
  if (level === 'countries') return countryPoints.has(code) ? world.points.get(code) : undefined;
  const point = regionPoint(code, page.view.bundle.manifest.grouping);
  return point && world.at(...point);
}

interface ChoiceProps extends OverviewProps {
  readonly place: string | null;
}

function Choices({ years, year, places, place }: ChoiceProps) {
  const page = usePage();
  const { words } = page;
  const pathOf = (code: string | null, period: string) =>
    code === null ? `map/routes/all/${period}/` : placePath(code, period);
  return (
    <div class="map-choices">
      <nav class="years" aria-label={words.text('routes.choose')}>
        <p class="choose">{words.text('routes.choose')}</p>
        <ul>
          {[null, ...places].map((code) => (
            <li key={code}>
              <a href={page.to(pathOf(code, year.period))} {...(code === place && { 'aria-current': 'page' })}>
                {code === null ? words.text('routes.all') : endName(page, year.table.to, code)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="years" aria-label={words.text('figure.years')}>
        <p class="choose">{words.text('table.year')}</p>
        <ul>
          {years.map(({ period }) => (
            <li key={period}>
              <a href={page.to(pathOf(place, period))} {...(period === year.period && { 'aria-current': 'page' })}>
                {period}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

function Caveats() {
  const { words, figureWords } = usePage();
  return (
    <>
      <p class="note">{words.text('routes.note')}</p>
      <p class="note">{figureWords.caveat('not_prevalence')}</p>
      <p class="note">{figureWords.caveat('where_contributors_work')}</p>
    </>
  );
}
