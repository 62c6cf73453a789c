import { type Answers, countInterval } from '@casebridge/privacy/results';
import type { ReleaseView } from '../model/release-view.ts';
import { cohortsOf, fitPeriod, leastInSd } from './map-layers.ts';

type Level = 'countries' | 'regions';

/** A published table of where people come from by where they were identified or exploited. */
export interface RouteTable {
  readonly from: { readonly variable: string; readonly level: Level };
  readonly to: { readonly variable: string; readonly level: Level };
}

/** All places that are not known, whatever the reason, as one end of a route. */
export const unknownEnd = '?';

/**
 * One route: an estimate of records. `low`: it cannot be told from none, is not published as a route, and has zero as its value,
 * so that it sets no class and no width.
 */
export interface Route {
  readonly from: string;
  readonly to: string;
  readonly state: 'number' | 'low';
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The routes of a registration year. */
export interface RouteYear {
  readonly table: RouteTable;
  readonly period: string;
  /** Ends in the order of the code list, with `?` last where reasons for not knowing are coded. */
  readonly froms: readonly string[];
  readonly tos: readonly string[];
  route(from: string, to: string): Route | undefined;
}

/** What touches one place. */
export interface PlaceRoutes {
  readonly arriving: readonly Route[];
  readonly leaving: readonly Route[];
  readonly within: Route | null;
}

const region = (variable: string) => ({ variable, level: 'regions' as const });
const country = (variable: string) => ({ variable, level: 'countries' as const });

// The finest first.
const possible: readonly RouteTable[] = [
  { from: country('country_of_origin'), to: country('country_of_identification') },
  { from: country('citizenship'), to: country('country_of_exploitation') },
  { from: region('region_of_origin'), to: country('country_of_identification') },
  { from: region('region_of_origin'), to: region('region_of_identification') },
];

/** The table that routes are read from, and the newest year in which it is more than noise: what the room opens with. */
export interface ReadRoutes {
  readonly table: RouteTable;
  readonly period: string;
}

/**
 * Of the tables that a release has, the one that is fit to be read in the newest year; among several the finest. Null in a release
 * without one.
 */
export function routeTable(view: ReleaseView): ReadRoutes | null {
  let chosen: ReadRoutes | null = null;
  for (const table of possible) {
    const period = fitPeriod(view, table.from.variable, table.to.variable);
    if (period !== null && (chosen === null || period > chosen.period)) chosen = { table, period };
  }
  return chosen;
}

/** The routes of a year; null where the release has no records of it. */
export function routeYear(view: ReleaseView, table: RouteTable, period: string): RouteYear | null {
  const cohorts = cohortsOf(view, period);
  if (cohorts.length === 0) return null;
  const { answers } = view;
  const ends = (variable: string) => {
    const codes = answers.domains[variable] ?? [];
    const known = codes.filter((code) => !code.startsWith('?'));
    return known.length < codes.length ? [...known, unknownEnd] : known;
  };
  const froms = ends(table.from.variable);
  const tos = ends(table.to.variable);
  const routes = new Map<string, Route>();
  for (const from of froms) {
    for (const to of tos) {
      const where = routeWhere(answers, table, from, to);
      const selections = [{ table: [table.from.variable, table.to.variable], where }];
      const estimate = answers.combine({ cohorts, selections });
      const [low, high] = countInterval(estimate);
      const state = estimate.value >= leastInSd * Math.sqrt(estimate.variance) && estimate.value > 0 ? 'number' : 'low';
      routes.set(`${from}>${to}`, { from, to, state, value: state === 'number' ? estimate.value : 0, low, high });
    }
  }
  return { table, period, froms, tos, route: (from, to) => routes.get(`${from}>${to}`) };
}

/** The cells of a route: those that its two ends stand for. */
export function routeWhere(
  answers: Pick<Answers, 'domains'>,
  { from, to }: RouteTable,
  fromEnd: string,
  toEnd: string,
) {
  const codesOf = (variable: string, end: string) =>
    end === unknownEnd ? (answers.domains[variable] ?? []).filter((code) => code.startsWith('?')) : [end];
  return { [from.variable]: codesOf(from.variable, fromEnd), [to.variable]: codesOf(to.variable, toEnd) };
}

/** The places that have a page: those where people were identified and, where both ends are of one kind, came from. */
export function routePlaces(years: readonly RouteYear[]): readonly string[] {
  const [first] = years;
  if (!first) return [];
  const { from, to } = first.table;
  const known = first.tos.filter((code) => code !== unknownEnd);
  return known.filter((code) =>
    years.some(
      (year) =>
        year.froms.some((other) => year.route(other, code)?.state === 'number') ||
        (from.level === to.level && year.tos.some((other) => year.route(code, other)?.state === 'number')),
    ),
  );
}

/** Routes to, from and within a place; the unknown end last, those that cannot be told from none as well. */
export function routesAt(year: RouteYear, place: string): PlaceRoutes {
  const isOneKind = year.table.from.level === year.table.to.level;
  const found = (routes: readonly (Route | undefined)[]) => routes.filter((route) => route !== undefined);
  return {
    arriving: found(year.froms.filter((from) => !isOneKind || from !== place).map((from) => year.route(from, place))),
    leaving: isOneKind ? found(year.tos.filter((to) => to !== place).map((to) => year.route(place, to))) : [],
    within: isOneKind ? (year.route(place, place) ?? null) : null,
  };
}

/** Most lines on one map. */
export const mostLines = 25;

/** The routes that are drawn: with a number, the largest ones where there are too many for one map. */
export function drawnRoutes({ arriving, leaving }: PlaceRoutes): readonly Route[] {
  return [...arriving, ...leaving]
    .filter(({ state }) => state === 'number')
    .sort((a, b) => b.value - a.value)
    .slice(0, mostLines);
}
