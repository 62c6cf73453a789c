import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { findFigure, viewRelease } from '../model/release-view.ts';
import { countSteps, mapClasses } from './classes.ts';
import { cohortsOf, type MapLayer, mapLayers, mapYear, openingPeriod } from './map-layers.ts';
import { presenceIn } from './presence.ts';
import { drawnRoutes, mostLines, routePlaces, routesAt, routeTable, routeYear, unknownEnd } from './routes.ts';

const [, { bundle }] = fixtureReleases();
const view = viewRelease(bundle, answersFrom(bundle.measurements));
const layers = mapLayers(view);
const layerOf = (key: string) => layers.find((layer) => layer.key === key) as MapLayer;

describe('layers of a map', () => {
  it('are what the release publishes: countries where it has them, regions beside them', () => {
    expect(layers.map(({ key }) => key)).toEqual([
      'identified-countries',
      'origin-countries',
      'identified-regions',
      'origin-regions',
    ]);
  });

  it('stay where the newest year is mostly noise, and open with the newest that is not; so do routes', () => {
    const noisy = new Set(cohortsOf(view, view.newest));
    const table: typeof view.answers.table = (set, cohorts) => {
      const read = view.answers.table(set, cohorts);
      return cohorts.some((id) => noisy.has(id)) ? { ...read, sd: read.sd.map((each) => 1000 * each) } : read;
    };
    const thin = { ...view, answers: { ...view.answers, table } };
    expect(mapLayers(thin)).toEqual(layers);
    const [first] = layers as [MapLayer];
    expect([openingPeriod(view, first), openingPeriod(thin, first)]).toEqual(['2015', '2014']);
    expect(routeTable(thin)).toEqual({ table: routeTable(view)?.table, period: '2014' });
  });

  it('have the numbers of the protected table, and none where noise alone could have made one', () => {
    const { places } = mapYear(view, layerOf('identified-countries'), '2015');
    const table = view.answers.table(['country_of_identification'], cohortsOf(view, '2015'));
    const domain = view.answers.domains.country_of_identification ?? [];
    const numbered = places.filter(({ state }) => state === 'number');
    for (const { code, value, low } of numbered) {
      expect(value).toBe(table.estimate[domain.indexOf(code)]);
      expect(low).toBeGreaterThan(0);
    }
    expect(numbered.length).toBeGreaterThan(30);
    // Nobody was recorded in these: the fixture draws none.
    for (const code of ['USA', 'CAN', 'NZL', 'ISL', 'NER', 'CUB', 'ESH']) {
      expect(places.find((place) => place.code === code)?.state).toBe('no_contributor');
    }
    expect(places.find(({ code }) => code === 'TUR')?.state).toBe('low');
  });

  it('say where contributors worked, as their statements do, and only there', () => {
    const presence = presenceIn(view, '2015');
    const named = bundle.coverage.contributors.flatMap(({ countries }) => countries['2015'] ?? []);
    expect([...presence.values()].reduce((sum, count) => sum + count, 0)).toBe(named.length);
    const { places } = mapYear(view, layerOf('identified-countries'), '2015');
    for (const { state, presence: here } of places) if (state === 'no_contributor') expect(here).toBe(0);
    const { places: origins } = mapYear(view, layerOf('origin-countries'), '2015');
    expect(origins.some(({ state }) => state === 'no_contributor')).toBe(false);
  });

  it('carry nothing of a country or a route without a number that could set a class, a size or an order', () => {
    for (const layer of layers.filter(({ level }) => level === 'countries')) {
      const silent = bundle.manifest.periods.flatMap((period) =>
        mapYear(view, layer, period).places.filter(({ state }) => state !== 'number'),
      );
      expect(silent.length).toBeGreaterThan(100);
      for (const { value, low, high } of silent) expect([value, low, high]).toEqual([0, 0, 0]);
    }
    const table = routeTable(view)?.table ?? null;
    const year = table && routeYear(view, table, '2015');
    if (!year) throw new Error('the fixture has routes');
    const routes = year.froms.flatMap((from) => year.tos.flatMap((to) => year.route(from, to) ?? []));
    const low = routes.filter(({ state }) => state === 'low');
    expect(low.length).toBeGreaterThan(5);
    for (const { value } of low) expect(value).toBe(0);
  });

  it('show regions as the release’s own figures', () => {
    for (const place of mapYear(view, layerOf('origin-regions'), '2014').places) {
      const figure = findFigure(view.citable, `origin.${place.code}`, '2014', null);
      expect(place.figure ?? figure?.id).toBe(figure?.id);
      if (place.state === 'number') expect(place.value).toBe(figure?.value);
    }
  });

  it.each(layers.map(({ key }) => key))('put every place in one class: %s', (key) => {
    const year = mapYear(view, layerOf(key), '2015');
    const classes = mapClasses(year, Math.max(...year.places.map(({ value }) => value)));
    const codes = classes.flatMap(({ places }) => places.map(({ code }) => code));
    expect([...codes].sort()).toEqual(year.places.map(({ code }) => code).sort());
    for (const { state, from, to, places } of classes) {
      for (const { value } of places)
        if (state === 'number') expect(value < (to ?? Infinity) && value >= from).toBe(true);
    }
  });

  it('has round steps below the largest count', () => {
    expect(countSteps(1175)).toEqual([0, 50, 100, 200, 500]);
    expect(countSteps(12)).toEqual([0, 10, 20, 50, 100]);
    expect(countSteps(90_000)).toEqual([0, 5000, 10_000, 20_000, 50_000]);
  });
});

describe('routes', () => {
  const table = routeTable(view)?.table ?? null;
  const year = table && routeYear(view, table, '2015');

  it('are read from the table of regions, where the release has none of countries', () => {
    expect(table?.from).toEqual({ variable: 'region_of_origin', level: 'regions' });
    expect(table?.to.level).toBe('regions');
  });

  it('add up, with the unknown ends, to all records of the year', () => {
    if (!year) throw new Error('the fixture has no routes');
    const sum = year.froms.flatMap((from) => year.tos.map((to) => year.route(from, to)?.value ?? 0));
    const total = view.answers.table(['region_of_origin', 'region_of_identification'], cohortsOf(view, '2015'));
    const all = total.estimate.reduce((left, each) => left + each, 0);
    // Cells below zero count as none here, so the sum lies a little above.
    expect(sum.reduce((left, each) => left + each, 0) / all).toBeCloseTo(1, 1);
    expect(year.froms.at(-1)).toBe(unknownEnd);
    expect(year.route(unknownEnd, 'EUR')?.state).toBe('number');
  });

  it('have a page for each place with a route, and at most 25 lines each', () => {
    if (!year) throw new Error('the fixture has no routes');
    const places = routePlaces([year]);
    expect(places).toContain('EUR');
    expect(places).not.toContain(unknownEnd);
    for (const place of places) {
      const routes = routesAt(year, place);
      const drawn = drawnRoutes(routes);
      expect(drawn.length).toBeLessThanOrEqual(mostLines);
      for (const { from, to, state, low } of drawn) {
        expect(state).toBe('number');
        expect(low).toBeGreaterThan(0);
        expect(from === place).toBe(to !== place);
      }
      expect(routes.within?.from).toBe(place);
    }
  });
});
