import { type Page, usePage } from '../components/page.ts';
import { countryName } from '../geography/country-name.ts';
import { regionName } from '../model/figure-names.ts';
import type { MapClass } from './classes.ts';
import type { MapLayer, MapYear } from './map-layers.ts';

/** A country's or region's name on a page. */
export function placeName(page: Page, { level }: Pick<MapLayer, 'level'>, code: string): string {
  const { words, view, site } = page;
  return level === 'countries'
    ? countryName(code, words.language, site)
    : regionName(code, view.bundle.manifest.grouping, words.language);
}

/** Names in the order of the page's alphabet. */
export function sortedNames(page: Page, layer: Pick<MapLayer, 'level'>, codes: readonly string[]): readonly string[] {
  const { compare } = new Intl.Collator(page.words.language);
  return codes.map((code) => placeName(page, layer, code)).sort(compare);
}

/** The places of a map that have no number, by reason: folded lists. */
export function PlaceNotes({ classes, year }: { readonly classes: readonly MapClass[]; readonly year: MapYear }) {
  const page = usePage();
  const { words, format } = page;
  if (year.layer.level === 'regions') return null;
  return (
    <>
      {classes
        .filter(({ state, places }) => state !== 'number' && places.length > 0)
        .map(({ key, state, places }) => (
          <details class="more" key={key}>
            <summary>
              {words.text(`map.state.${state}`)} ({format.count(places.length)})
            </summary>
            <p class="names">
              {sortedNames(
                page,
                year.layer,
                places.map(({ code }) => code),
              ).join(words.text('map.comma'))}
            </p>
          </details>
        ))}
    </>
  );
}
