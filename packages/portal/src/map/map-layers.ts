import { cellFlag, countInterval, noiseShare } from '@casebridge/privacy/results';
import { countries, regionOf } from '@casebridge/standard';
import { cellName } from '../model/cell-name.ts';
import { findFigure, type ReleaseView, regionsOf } from '../model/release-view.ts';
import { presenceIn } from './presence.ts';

/** One question a map can answer, country by country or region by region. */
export interface MapLayer {
  /** Part of the address: `identified-countries`. */
  readonly key: string;
  readonly question: 'identified' | 'origin' | 'citizenship' | 'exploitation';
  readonly level: 'countries' | 'regions';
  readonly variable: string;
}

/**
 * Least number of standard deviations above zero at which a country has a number. A world has 250 places: at two, as in
 * `tables.csv`, noise alone would colour half a dozen where nobody was recorded; at 3.5 it colours one map in seventeen.
 */
export const leastInSd = 3.5;

/**
 * What is known of a place. `low`: so near zero, measured by its noise, that it cannot be told from none.
 * `withheld`: too few records or too uncertain. `not_collected`: the release has no such number. `no_contributor`: nobody
 * worked there, and nothing that can be told from none was recorded.
 */
export type PlaceState = 'number' | 'low' | 'withheld' | 'no_contributor' | 'not_collected';

/**
 * A place's number: records in a country, or a share of known answers in a region. A country without a number has zeros here,
 * so that nothing of it can be read off the picture.
 */
export interface PlaceValue {
  /** ISO alpha-3 code, or a region of the release's grouping. */
  readonly code: string;
  readonly state: PlaceState;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  /** The figure it is, where it is one. */
  readonly figure: string | null;
  /** Countries of the place with a contributor at work. */
  readonly presence: number;
}

/** A layer in one year. */
export interface MapYear {
  readonly layer: MapLayer;
  readonly period: string;
  readonly places: readonly PlaceValue[];
  /** Records whose place is not known or is held back: `[value, low, high]`, or null where the release does not say. */
  readonly unknown: readonly [number, number, number] | null;
  readonly heldBack: readonly [number, number, number] | null;
  /** Share of records whose place is not known, where the layer shows shares. */
  readonly unknownShare: number | null;
}

const possible: readonly MapLayer[] = [
  { key: 'identified-countries', question: 'identified', level: 'countries', variable: 'country_of_identification' },
  { key: 'origin-countries', question: 'origin', level: 'countries', variable: 'country_of_origin' },
  { key: 'citizenship-countries', question: 'citizenship', level: 'countries', variable: 'citizenship' },
  { key: 'exploitation-countries', question: 'exploitation', level: 'countries', variable: 'country_of_exploitation' },
  { key: 'identified-regions', question: 'identified', level: 'regions', variable: 'region_of_identification' },
  { key: 'origin-regions', question: 'origin', level: 'regions', variable: 'region_of_origin' },
];

/**
 * The layers a release has numbers for: tables of countries that are fit to be read cell by cell in some year, and regions with
 * figures.
 */
export function mapLayers(view: ReleaseView): readonly MapLayer[] {
  return possible.filter(({ question, level, variable }) =>
    level === 'countries'
      ? fitPeriod(view, variable) !== null
      : view.citable.some(({ family }) => family.startsWith(`${question}.`)),
  );
}

/** A layer's numbers in a registration year. */
export function mapYear(view: ReleaseView, layer: MapLayer, period: string): MapYear {
  return layer.level === 'countries' ? countryYear(view, layer, period) : regionYear(view, layer, period);
}

function countryYear(view: ReleaseView, layer: MapLayer, period: string): MapYear {
  const { variable } = layer;
  const codes = view.answers.domains[variable] ?? [];
  const presence = presenceIn(view, period);
  const cohorts = cohortsOf(view, period);
  if (cohorts.length === 0) {
    return { layer, period, places: [], unknown: null, heldBack: null, unknownShare: null };
  }
  const table = view.answers.table([variable], cohorts);
  const noise = noiseOf(table);
  const places = codes.flatMap((code, cell): PlaceValue[] => {
    if (code.startsWith('?')) return [];
    const value = table.estimate[cell] ?? 0;
    const sd = table.sd[cell] ?? 0;
    const [low, high] = countInterval({ value, variance: sd * sd });
    const flag = cellFlag({ estimate: value, sd, declared: false, noiseShare: noise });
    const here = presence.get(code) ?? 0;
    const state =
      flag === 'unfit'
        ? 'withheld'
        : value >= leastInSd * sd
          ? 'number'
          : layer.question === 'identified' && here === 0
            ? 'no_contributor'
            : 'low';
    // What has no number sets no class, no scale and no order either.
    const shown = state === 'number' ? { value, low, high, figure: null } : nothing;
    return [{ ...shown, code, state, presence: here }];
  });
  const sumOf = (wanted: (code: string) => boolean): MapYear['unknown'] => {
    const asked = codes.filter(wanted);
    if (asked.length === 0) return null;
    const estimate = view.answers.combine({
      cohorts,
      selections: [{ table: [variable], where: { [variable]: asked } }],
    });
    return [Math.max(0, estimate.value), ...countInterval(estimate)];
  };
  return {
    layer,
    period,
    places,
    unknown: sumOf(isUnknown),
    heldBack: sumOf((code) => code === heldBackCode),
    unknownShare: null,
  };
}

function regionYear(view: ReleaseView, layer: MapLayer, period: string): MapYear {
  const presence = presenceIn(view, period);
  const { grouping } = view.bundle.manifest;
  let unknownShare: number | null = null;
  const places = regionsOf(view).map((code): PlaceValue => {
    const figure = findFigure(view.citable, `${layer.question}.${code}`, period, null);
    const here = [...presence.keys()].filter((iso3) => sameRegion(regionOf(iso3, grouping), code)).length;
    if (!figure) return { ...nothing, code, state: 'not_collected', presence: here };
    unknownShare ??= figure.unknown;
    if (figure.value === null || !figure.interval) {
      const state = figure.withheld === 'not_collected' || figure.withheld === null ? 'not_collected' : 'withheld';
      return { ...nothing, code, state, presence: here };
    }
    const [low, high] = figure.interval;
    const state = low > 0 ? 'number' : layer.question === 'identified' && here === 0 ? 'no_contributor' : 'low';
    return { code, state, value: figure.value, low, high, figure: figure.id, presence: here };
  });
  return { layer, period, places, unknown: null, heldBack: null, unknownShare };
}

const nothing = { value: 0, low: 0, high: 0, figure: null } as const;

/** The countries and territories of a region in a grouping, by ISO alpha-3 code. */
export function countriesOf(region: string, grouping: string): readonly string[] {
  return countries.flatMap(({ iso3 }) => (sameRegion(regionOf(iso3, grouping), region) ? [iso3] : []));
}

function sameRegion(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}

/** The cohorts that make up a registration year; late ones are published apart. */
export function cohortsOf(view: ReleaseView, period: string): readonly string[] {
  return view.answers.cohorts.flatMap((cohort) => (cohort.period === period && !cohort.late ? [cohort.id] : []));
}

const heldBackCode = '?suppressed';

function isUnknown(code: string): boolean {
  return code.startsWith('?') && code !== heldBackCode;
}

/** The cell of a country's records in a year, or of the records whose country is unknown or held back. */
export function countCell(
  { answers }: Pick<ReleaseView, 'answers'>,
  { variable }: Pick<MapLayer, 'variable'>,
  period: string,
  place: { readonly code: string } | 'unknown' | 'heldBack',
): string {
  const codes =
    place === 'unknown'
      ? (answers.domains[variable] ?? []).filter(isUnknown)
      : [place === 'heldBack' ? heldBackCode : place.code];
  return cellName(period, { [variable]: codes });
}

/** Names the table that a layer's numbers come from; a layer that no release has a table of shows marks alone. */
export function sourceOf(view: ReleaseView, { variable }: Pick<MapLayer, 'variable'>): { 'data-table'?: string } {
  return isPublished(view, variable) ? { 'data-table': variable } : {};
}

/** True where some published table holds all of the variables. */
export function isPublished(view: ReleaseView, ...variables: readonly string[]): boolean {
  return view.answers.tables.some((table) => variables.every((variable) => table.includes(variable)));
}

/**
 * The newest year in which a table of these variables is fit to be read cell by cell; null where there is none. In a year of few
 * records noise may be most of a table that other years fill well.
 */
export function fitPeriod(view: ReleaseView, ...variables: readonly string[]): string | null {
  if (!isPublished(view, ...variables)) return null;
  return view.bundle.manifest.periods.findLast((period) => !isUnfit(view, variables, period)) ?? null;
}

/** The year that a layer opens with. */
export function openingPeriod(view: ReleaseView, { level, variable }: MapLayer): string {
  return (level === 'countries' ? fitPeriod(view, variable) : null) ?? view.newest;
}

function isUnfit(view: ReleaseView, variables: readonly string[], period: string): boolean {
  const cohorts = cohortsOf(view, period);
  if (cohorts.length === 0) return true;
  const noise = noiseOf(view.answers.table(variables, cohorts));
  return cellFlag({ estimate: 1, sd: 0, declared: false, noiseShare: noise }) === 'unfit';
}

/** The share of a table that is expected to be noise, as `tables.csv` flags it. */
export function noiseOf({ estimate, sd }: { readonly estimate: Float64Array; readonly sd: Float64Array }): number {
  const mean = sd.reduce((sum, each) => sum + each, 0) / Math.max(1, sd.length);
  const total = estimate.reduce((sum, each) => sum + each, 0);
  return noiseShare(sd.length, mean, total);
}
