import { regionOf } from '@casebridge/standard';
import { type MapLayer, type MapYear, mapLayers, mapYear, type PlaceValue } from '../map/map-layers.ts';
import { workedIn } from './known-breaks.ts';
import { type ReleaseView, regionsOf } from './release-view.ts';

/** One question about a country over the years. */
export interface CountryLayer {
  readonly layer: MapLayer;
  /** Oldest first. */
  readonly years: readonly (PlaceValue & { readonly period: string })[];
  /** The layer as a whole, oldest first: what it leaves unknown is the same for every country. */
  readonly whole: readonly MapYear[];
}

/** A country that has a page. */
export interface CountryPlace {
  readonly iso3: string;
  /** Its region in the release's grouping, as figures write it; null where it has none. */
  readonly region: string | null;
  readonly layers: readonly CountryLayer[];
}

/**
 * The countries a release can say something about: with a number in some year of a published table of countries, or with a
 * contributor at work. None where no table of countries is published. By ISO alpha-3 code.
 */
export function countryPlaces(view: ReleaseView): readonly CountryPlace[] {
  const layers = mapLayers(view).filter(({ level }) => level === 'countries');
  if (layers.length === 0) return [];
  const { manifest, coverage } = view.bundle;
  const all = layers.map((layer) => {
    const whole = manifest.periods.map((period) => mapYear(view, layer, period));
    const places = whole.map((year) => new Map(year.places.map((place) => [place.code, place])));
    return { layer, whole, places };
  });
  const regions = regionsOf(view);
  const worked = coverage.contributors.flatMap(({ countries }) => Object.values(countries).flat());
  const numbered = all.flatMap(({ whole }) =>
    whole.flatMap(({ places }) => places.flatMap(({ code, state }) => (state === 'number' ? [code] : []))),
  );
  // A grouping whose region has the code of a country keeps the address for the region.
  return [...new Set([...worked, ...numbered])]
    .filter((iso3) => !regions.includes(iso3))
    .sort()
    .map((iso3) => {
      const own = regionOf(iso3, manifest.grouping)?.toLowerCase();
      return {
        iso3,
        region: regions.find((code) => code.toLowerCase() === own) ?? null,
        layers: all.flatMap(({ layer, whole, places }): CountryLayer[] => {
          const years = whole.flatMap(({ period }, at) => {
            const place = places[at]?.get(iso3);
            return place ? [{ ...place, period }] : [];
          });
          return years.length === 0 ? [] : [{ layer, years, whole }];
        }),
      };
    });
}

/** Contributors that worked in any of some countries in any of the years, with the countries of each year. */
export function workAt({ bundle }: ReleaseView, countries: readonly string[]) {
  const { periods } = bundle.manifest;
  return bundle.coverage.contributors
    .map((statement) => ({
      statement,
      years: periods.map((period) => ({ period, countries: workedIn(statement, period, countries) })),
    }))
    .filter(({ years }) => years.some((year) => year.countries.length > 0));
}
