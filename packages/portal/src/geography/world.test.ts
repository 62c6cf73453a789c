import { countries } from '@casebridge/standard';
import { geoContains } from 'd3-geo';
import { describe, expect, it } from 'vitest';
import { countryPoints } from './country-points.ts';
import { drawWorld } from './drawn-world.ts';
import { openWorld } from './open-world.ts';
import { regionPoint } from './region-points.ts';
import { geometryOf, shippedWorld, worldFrom } from './world.ts';

const world = shippedWorld();
const holders = (longitude: number, latitude: number) =>
  [...world.shapes]
    .filter(([, polygons]) => polygons.some((polygon) => geoContains(geometryOf(polygon), [longitude, latitude])))
    .map(([iso3]) => iso3);

describe('the shipped world', () => {
  it.each([
    ['Pristina, recorded under Serbia', 21.0, 42.6, 'SRB'],
    ['Hargeisa, recorded under Somalia', 44.5, 9.5, 'SOM'],
    ['the north of Cyprus', 33.4, 35.2, 'CYP'],
    ['Crimea', 34.3, 45.2, 'UKR'],
    ['Western Sahara', -13, 24.5, 'ESH'],
    ['the south of Morocco', -7, 30, 'MAR'],
    ['French Guiana', -53, 4, 'GUF'],
    ['Svalbard', 16, 78.5, 'SJM'],
    ['Taiwan', 121, 24, 'TWN'],
    ['mainland France', 2.5, 46.6, 'FRA'],
    ['Moscow', 37.6, 55.7, 'RUS'],
  ])('puts %s in one country: the one whose code records carry', (_, longitude, latitude, iso3) => {
    expect(holders(longitude, latitude)).toEqual([iso3]);
  });

  it('keeps the lines of what it joined, to be dashed', () => {
    const near = (longitude: number, latitude: number) =>
      world.unsettled.some((line) =>
        line.some(([x = 0, y = 0]) => Math.abs(x - longitude) < 3 && Math.abs(y - latitude) < 3),
      );
    for (const [longitude, latitude] of [
      [21, 42.6],
      [48, 10],
      [33.4, 35.1],
      [-10, 27.7],
    ] as const) {
      expect(near(longitude, latitude)).toBe(true);
    }
  });

  it('has a shape or a symbol for every place where people live', () => {
    const { paths, small, points, height } = drawWorld(world);
    const lost = countries.filter(
      ({ iso3, permanentPopulation }) =>
        permanentPopulation && !paths.has(iso3) && !(small.has(iso3) && points.has(iso3)),
    );
    expect(lost).toEqual([]);
    for (const [x, y] of points.values()) {
      expect(x >= 0 && x <= 1000 && y >= -5 && y <= height + 5).toBe(true);
    }
  });

  it('has points for codes of the standard only', () => {
    const codes = new Set(countries.map(({ iso3 }) => iso3));
    expect([...countryPoints.keys()].filter((iso3) => !codes.has(iso3))).toEqual([]);
  });

  it('keeps shapes within 25 KB', () => {
    expect([...drawWorld(world).paths.values()].join('').length).toBeLessThan(25_000);
  });
});

describe('a world of one’s own', () => {
  const square = {
    type: 'Polygon',
    coordinates: [
      [
        [0, 0],
        [0, 10],
        [10, 10],
        [10, 0],
        [0, 0],
      ],
    ],
  };

  it('takes countries by ISO number or by a property, and leaves out the rest', () => {
    const features = [
      { type: 'Feature', id: '250', properties: {}, geometry: square },
      { type: 'Feature', properties: { iso3: 'KEN' }, geometry: square },
      { type: 'Feature', properties: { name: 'Nowhere' }, geometry: square },
    ];
    const own = worldFrom(JSON.stringify({ type: 'FeatureCollection', features }));
    expect([...own.shapes.keys()]).toEqual(['FRA', 'KEN']);
    expect(own.unsettled).toEqual([]);
  });

  it.each(['{}', 'no JSON', '{"type":"FeatureCollection","features":[]}'])(
    'is refused where it holds no country: %s',
    (text) => {
      expect(() => openWorld({ boundaryFile: { name: 'own.json', text } })).toThrow(/own\.json: no map of countries/);
    },
  );
});

it('finds the middle of a region in the region', () => {
  const [longitude, latitude] = regionPoint('EUR', 'iom_region_2015') ?? [0, 0];
  expect(longitude).toBeGreaterThan(10);
  expect(longitude).toBeLessThan(35);
  expect(latitude).toBeGreaterThan(40);
  expect(latitude).toBeLessThan(56);
  expect(regionPoint('nowhere', 'iom_region_2015')).toBeUndefined();
});
