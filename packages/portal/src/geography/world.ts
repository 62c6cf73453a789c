import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { countries } from '@casebridge/standard';
import { geoContains } from 'd3-geo';
import { feature, merge, mesh } from 'topojson-client';
import { presimplify, simplify } from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, Topology } from 'topojson-specification';
import { joinedShapes, movedParts, parallels } from './territories.ts';

/** A ring of longitudes and latitudes; a polygon is its outline and its holes. */
export type Ring = readonly (readonly number[])[];
export type Polygon = readonly Ring[];

/** The shapes a map is drawn from. */
export interface World {
  /** Polygons by ISO alpha-3 code. */
  readonly shapes: ReadonlyMap<string, readonly Polygon[]>;
  /** Lines that are drawn dashed: their status is disputed or not settled. */
  readonly unsettled: readonly Ring[];
}

type Countries = GeometryCollection<{ readonly name?: string }>;
type Shape = GeometryObject<object>;
type Merged = Parameters<typeof merge>[1];

/** Smallest corner that is kept, in square degrees: about two pixels of a map a thousand pixels wide. */
const leastCorner = 0.25;

const alpha3 = new Map(countries.map(({ numeric, iso3 }) => [numeric, iso3]));

/** The world that the portal ships: Natural Earth at 1:110 million, changed as `territories.ts` says. */
export function shippedWorld(): World {
  const path = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
  const full = JSON.parse(readFileSync(path, 'utf8')) as Topology<{ countries: Countries }>;
  const topology = simplify(presimplify(full), leastCorner);
  const { geometries } = topology.objects.countries;
  const codeOf = (shape: Shape): string =>
    (shape.id === undefined ? joinedShapes.find(({ name }) => name === nameOf(shape))?.into : String(shape.id)) ?? '';
  const merged = (codes: readonly string[]): readonly Polygon[] =>
    merge(topology, geometries.filter((shape) => codes.includes(codeOf(shape))) as Merged).coordinates;
  const codes = new Set(geometries.map(codeOf));
  const shapes = new Map<string, readonly Polygon[]>([...codes].map((code) => [code, merged([code])]));
  for (const { from, to, at } of movedParts) {
    const isPart = (polygon: Polygon) => geoContains(geometryOf(polygon), [...at]);
    const all = shapes.get(from) ?? [];
    shapes.set(
      from,
      all.filter((polygon) => !isPart(polygon)),
    );
    shapes.set(to, [...(shapes.get(to) ?? []), ...all.filter(isPart)]);
  }
  const unsettled: Ring[] = joinedShapes.flatMap(({ name, into }) => {
    const isShape = (shape: Shape) => shape.id === undefined && nameOf(shape) === name;
    const isBetween = (a: Shape, b: Shape) => isShape(a) && !isShape(b) && codeOf(b) === into;
    return mesh(topology, topology.objects.countries, (a, b) => isBetween(a, b) || isBetween(b, a)).coordinates;
  });
  for (const { latitude, north, south, ends } of parallels) {
    const both = merged([north, south]);
    const half = (side: 1 | -1) => both.flatMap((polygon) => cutAt(polygon, latitude, side));
    shapes.set(north, half(1));
    shapes.set(south, half(-1));
    unsettled.push(ends.map((longitude) => [longitude, latitude]));
  }
  return {
    shapes: new Map([...shapes].flatMap(([numeric, polygons]) => entryOf(alpha3.get(numeric), polygons))),
    unsettled,
  };
}

function nameOf({ properties }: Shape): string {
  return properties && 'name' in properties ? String(properties.name) : '';
}

/**
 * A world from a boundary file of one's own: TopoJSON (its first object) or a GeoJSON FeatureCollection. A feature is a
 * country by its id, an ISO numeric code, or by a property `iso3`; other features are left out.
 * RangeError: no such file, or no country in it.
 */
export function worldFrom(text: string): World {
  const shapes = new Map<string, Polygon[]>();
  for (const { id, properties, geometry } of featuresOf(JSON.parse(text))) {
    const named = properties?.iso3;
    const iso3 = typeof named === 'string' ? named : alpha3.get(String(id ?? '').padStart(3, '0'));
    if (iso3 !== undefined) shapes.set(iso3, [...(shapes.get(iso3) ?? []), ...polygonsOf(geometry)]);
  }
  if (shapes.size === 0) throw new RangeError('no feature is a country by its ISO numeric id or a property iso3');
  return { shapes, unsettled: [] };
}

interface AnyFeature {
  readonly id?: string | number | undefined;
  readonly properties?: Readonly<Record<string, unknown>> | null;
  readonly geometry: unknown;
}

function featuresOf(file: unknown): readonly AnyFeature[] {
  if (typeof file !== 'object' || file === null) throw new RangeError('neither TopoJSON nor GeoJSON');
  if ('features' in file && Array.isArray(file.features)) return file.features as readonly AnyFeature[];
  if (!('objects' in file)) throw new RangeError('neither TopoJSON nor GeoJSON');
  const topology = file as Topology<Record<string, GeometryObject<object>>>;
  const first = Object.values(topology.objects)[0];
  if (first?.type !== 'GeometryCollection') throw new RangeError('its first object is not a collection of countries');
  return feature(simplify(presimplify(topology), leastCorner), first).features as AnyFeature[];
}

function polygonsOf(geometry: unknown): readonly Polygon[] {
  if (typeof geometry !== 'object' || geometry === null || !('type' in geometry)) return [];
  if (!('coordinates' in geometry)) return [];
  if (geometry.type === 'Polygon') return [geometry.coordinates as Polygon];
  return geometry.type === 'MultiPolygon' ? (geometry.coordinates as readonly Polygon[]) : [];
}

function entryOf(iso3: string | undefined, polygons: readonly Polygon[]): [string, readonly Polygon[]][] {
  return iso3 === undefined || polygons.length === 0 ? [] : [[iso3, polygons]];
}

/** The GeoJSON of a polygon, as d3-geo reads it. */
export function geometryOf(...polygons: readonly Polygon[]) {
  return {
    type: 'MultiPolygon' as const,
    coordinates: polygons.map((polygon) => polygon.map((ring) => ring.map((point) => [...point]))),
  };
}

// The part of a polygon north or south of a parallel (Sutherland and Hodgman, 1974, against one edge).
function cutAt(polygon: Polygon, latitude: number, side: 1 | -1): Polygon[] {
  const rings = polygon.map((ring) => cutRing(ring, latitude, side)).filter((ring) => ring.length >= 4);
  return rings.length === 0 ? [] : [rings];
}

function cutRing(ring: Ring, latitude: number, side: 1 | -1): Ring {
  const isInside = ([, y = 0]: readonly number[]) => (y - latitude) * side >= 0;
  const cut: (readonly number[])[] = [];
  for (const [at, point] of ring.slice(0, -1).entries()) {
    const next = ring[at + 1] ?? point;
    if (isInside(point)) cut.push(point);
    if (isInside(point) === isInside(next)) continue;
    const [x1 = 0, y1 = 0] = point;
    const [x2 = 0, y2 = 0] = next;
    cut.push([x1 + ((x2 - x1) * (latitude - y1)) / (y2 - y1), latitude]);
  }
  const [first] = cut;
  return first ? [...cut, first] : [];
}
