import type { OpenRoom } from '../bake/room-set.ts';
import { worldMap } from '../charts/world-map.ts';
import { Chart } from '../components/chart.tsx';
import { type Page, type Room, usePage } from '../components/page.ts';
import { Opening, Wide } from '../components/wide.tsx';
import { type DrawnWorld, drawWorld } from '../geography/drawn-world.ts';
import { openWorld } from '../geography/open-world.ts';
import { BoundaryNote } from '../map/boundary-note.tsx';
import { type MapClass, mapClasses } from '../map/classes.ts';
import { countriesOf, type MapLayer, type MapYear, mapLayers, mapYear, openingPeriod } from '../map/map-layers.ts';
import { className, MapLegend } from '../map/map-legend.tsx';
import { MapTable } from '../map/map-table.tsx';
import { PlaceNotes, placeName } from '../map/place-name.tsx';
import { presenceIn } from '../map/presence.ts';

/** The map: each layer in each year, the first layer's newest year with numbers at the room's own address. */
export const mapRoom: OpenRoom = ({ view, site }) => {
  const layers = mapLayers(view);
  const [first] = layers;
  if (!first) return { pages: [] };
  const world = drawWorld(openWorld(site));
  const { periods } = view.bundle.manifest;
  const years = new Map(
    layers.map((layer) => [layer.key, periods.map((period) => mapYear(view, layer, period))] as const),
  );
  const open = (layer: MapLayer, period: string) => (page: Page) =>
    mapPage(page, { world, layers, layer, years: years.get(layer.key) ?? [], period });
  return {
    pages: [
      { path: 'map/', room: open(first, openingPeriod(view, first)) },
      ...layers.flatMap((layer) =>
        periods.map((period) => ({ path: mapPath(layer, period), room: open(layer, period) })),
      ),
    ],
    entries: [{ path: 'map/', group: 'explore', leads: true }],
  };
};

/** The address of a layer in a year. */
export function mapPath({ key }: MapLayer, period: string): string {
  return `map/${key}/${period}/`;
}

interface MapProps {
  readonly world: DrawnWorld;
  readonly layers: readonly MapLayer[];
  readonly layer: MapLayer;
  /** The layer in every year, oldest first. */
  readonly years: readonly MapYear[];
  readonly period: string;
}

function mapPage(page: Page, props: MapProps): Room {
  const { words } = page;
  const name = words.text(`map.layer.${props.layer.key}`);
  return {
    title: words.text('map.title', { name, period: props.period }),
    description: words.text('map.description', { name, period: props.period }),
    body: <MapPage {...props} />,
    scripts: ['map'],
    styles: ['map'],
  };
}

function MapPage({ world, layers, layer, years, period }: MapProps) {
  const page = usePage();
  const { words, view } = page;
  const year = years.find((each) => each.period === period);
  if (!year) return null;
  const largest = Math.max(...years.flatMap(({ places }) => places.map(({ value }) => value)));
  const classes = mapClasses(year, largest);
  const name = words.text(`map.layer.${layer.key}`);
  const title = words.text('map.title', { name, period });
  const presence = [...presenceIn(view, period).keys()];
  const { grouping } = view.bundle.manifest;
  return (
    <>
      <Opening kicker={words.text('map.kicker')} title={title}>
        <p class="lede">{words.text(`map.intro.${layer.question}`)}</p>
        {layer.level === 'countries' && year.places.every(({ state }) => state !== 'number') && (
          <p class="note">{words.text('map.no-rows')}</p>
        )}
        <Choices layers={layers} layer={layer} period={period} />
      </Opening>
      <section class="part map-part" aria-label={words.text('map.kicker')}>
        <div class="wide">
          <div class="map" data-map>
            <Chart
              id="world"
              title={title}
              description={describe(page, year, classes)}
              caption={null}
              draw={(frame) =>
                worldMap(
                  {
                    world,
                    presence,
                    largest: layer.level === 'countries' ? largest : null,
                    groups: classes.map(({ key, places }) => ({
                      key,
                      places: places.map(({ code, value }) => ({
                        code,
                        value,
                        countries: layer.level === 'countries' ? [code] : countriesOf(code, grouping),
                      })),
                    })),
                  },
                  frame,
                )
              }
            />
            <div class="map-side">
              <div data-finder hidden>
                <label class="map-find">
                  <span>{words.text('map.find')}</span>
                  <select data-find>
                    <option value="">–</option>
                  </select>
                </label>
                <p class="readout" data-readout aria-live="polite">
                  {words.text('map.find.none')}
                </p>
              </div>
              <MapLegend year={year} classes={classes} present={presence.length} />
            </div>
          </div>
          <BoundaryNote />
        </div>
      </section>
      <Wide id="numbers" title={words.text('map.numbers')}>
        <p class="intro">{words.text(`map.numbers.${layer.level}`)}</p>
        <MapTable year={year} title={title} />
        <PlaceNotes classes={classes} year={year} />
        <p class="note">{words.text('map.no-ranking')}</p>
        <p class="note">{page.figureWords.caveat('not_prevalence')}</p>
        <p class="note">{page.figureWords.caveat('where_contributors_work')}</p>
      </Wide>
    </>
  );
}

function Choices({ layers, layer, period }: Pick<MapProps, 'layers' | 'layer' | 'period'>) {
  const page = usePage();
  const { words, view } = page;
  return (
    <div class="map-choices">
      <nav class="years layers" aria-label={words.text('map.layers')}>
        <ul>
          {layers.map((each) => (
            <li key={each.key}>
              <a href={page.to(mapPath(each, period))} {...(each === layer && { 'aria-current': 'page' })}>
                {words.text(`map.layer.${each.key}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav class="years" aria-label={words.text('figure.years')}>
        <ul>
          {view.bundle.manifest.periods.map((each) => (
            <li key={each}>
              <a href={page.to(mapPath(layer, each))} {...(each === period && { 'aria-current': 'page' })}>
                {each}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </div>
  );
}

// What the picture says, for those who hear it: how many places are in each class, and where the numbers are.
function describe(page: Page, year: MapYear, classes: readonly MapClass[]): string {
  const { words, format } = page;
  const { layer, unknownShare } = year;
  const parts = classes
    .filter(({ places }) => places.length > 0)
    .map((each) => {
      // Regions are few: their names are said.
      const who =
        layer.level === 'regions'
          ? each.places.map(({ code }) => placeName(page, layer, code)).join(words.text('map.comma'))
          : words.text('map.places', { n: each.places.length });
      return words.text('map.described', { name: className(page, year, each), who });
    });
  const unknown = unknownShare === null ? [] : [words.text('map.unknown.share', { share: format.share(unknownShare) })];
  return [...parts, ...unknown, words.text('map.described.end')].join(' ');
}
