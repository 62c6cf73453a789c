import { type Absence, Mark } from '../components/marks.tsx';
import { type Page, usePage } from '../components/page.ts';
import { Scroll } from '../components/scroll.tsx';
import { regionsOf } from '../model/release-view.ts';
import { countCell, type MapYear, type PlaceState, type PlaceValue, sourceOf } from './map-layers.ts';
import { placeName } from './place-name.tsx';

/** The map's table twin, by name and never by size. Countries without a number are listed under it. */
export function MapTable({ year, title }: { readonly year: MapYear; readonly title: string }) {
  const page = usePage();
  const { words, view } = page;
  const { layer } = year;
  const rows = layer.level === 'regions' ? year.places : byName(page, year);
  if (rows.length === 0) return <p class="empty">{words.text('map.no-rows')}</p>;
  return (
    <Scroll label={title}>
      <table class="map-table" {...sourceOf(view, layer)}>
        <caption>
          {title} {view.bundle.manifest.example && <span class="not-real">{words.text('example')}</span>}
        </caption>
        <thead>
          <tr>
            <th scope="col">{words.text(`map.column.${layer.level}`)}</th>
            <th scope="col" class="num">
              {words.text(layer.level === 'regions' ? 'map.column.share' : 'map.column.records')}
            </th>
            <th scope="col" class="num">
              {words.text('table.interval')}
            </th>
            <th scope="col" class="num">
              {words.text(layer.level === 'regions' ? 'map.column.present' : 'map.column.contributors')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((place) => (
            <Row key={place.code} place={place} year={year} />
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function byName(page: Page, { layer, places }: MapYear): readonly PlaceValue[] {
  const { compare } = new Intl.Collator(page.words.language);
  return places
    .filter(({ state }) => state === 'number')
    .map((place) => ({ place, name: placeName(page, layer, place.code) }))
    .sort((a, b) => compare(a.name, b.name))
    .map(({ place }) => place);
}

function Row({ place, year: { layer, period } }: { readonly place: PlaceValue; readonly year: MapYear }) {
  const page = usePage();
  const { format, view } = page;
  const own =
    place.figure !== null
      ? { 'data-figure': place.figure }
      : layer.level === 'countries' && { 'data-cell': countCell(view, layer, period, place) };
  const unit = layer.level === 'regions' ? 'share' : 'records';
  const value = format.value(place.value, unit);
  const name = placeName(page, layer, place.code);
  return (
    <tr data-row={place.code}>
      <th scope="row">
        {isProfiled(page, layer, place) ? <a href={page.to(`places/${place.code}/`)}>{name}</a> : name}
      </th>
      <td class="num strong" {...own}>
        {place.state !== 'number' ? (
          <Mark absence={absenceOf(place.state)} />
        ) : place.figure === null ? (
          value
        ) : (
          <a href={page.to(`figures/${place.figure}/`)}>{value}</a>
        )}
      </td>
      <td class="num" {...own}>
        {(place.state === 'number' || place.state === 'low') && format.range(place.low, place.high, unit)}
      </td>
      <td class="num" data-part="coverage">
        {place.presence === 0 ? <Mark absence="no_contributor" /> : format.count(place.presence)}
      </td>
    </tr>
  );
}

// Regions, and countries with a number, have a page of their own; a country whose code is also a region's has none.
function isProfiled({ view }: Page, layer: MapYear['layer'], { code, state }: PlaceValue): boolean {
  return layer.level === 'regions' || (state === 'number' && !regionsOf(view).includes(code));
}

function absenceOf(state: PlaceState): Absence {
  if (state === 'low') return 'low';
  if (state === 'withheld') return 'interval_too_wide';
  return state === 'no_contributor' ? 'no_contributor' : 'not_collected';
}
