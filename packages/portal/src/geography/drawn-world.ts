import { countryPoints } from './country-points.ts';
import { areaOf, linePath, openProjection, polygonPath } from './projection.ts';
import type { World } from './world.ts';

/** A world on paper: paths and points in the units of the map. */
export interface DrawnWorld {
  readonly height: number;
  /** SVG path by ISO alpha-3 code. */
  readonly paths: ReadonlyMap<string, string>;
  /** Where a country's symbol stands. */
  readonly points: ReadonlyMap<string, readonly [x: number, y: number]>;
  /** Countries too small to be seen as a shape. */
  readonly small: ReadonlySet<string>;
  readonly unsettled: string;
  /** A place on the globe, on paper. */
  readonly at: (longitude: number, latitude: number) => readonly [x: number, y: number];
}

/** Below this many square units a shape is drawn as a symbol. */
const leastArea = 40;
/** Nobody lives in Antarctica for good: it is left off the map. */
const leftOff = 'ATA';

const drawn = new WeakMap<World, DrawnWorld>();

/** A world projected once, however many maps show it. */
export function drawWorld(world: World): DrawnWorld {
  const known = drawn.get(world);
  if (known) return known;
  const { project, height } = openProjection();
  const at = (longitude: number, latitude: number): readonly [number, number] => {
    const [x = 0, y = 0] = project([longitude, latitude]) ?? [];
    return [Math.round(x), Math.round(y)];
  };
  const paths = new Map<string, string>();
  const small = new Set<string>();
  for (const [iso3, polygons] of world.shapes) {
    if (iso3 === leftOff) continue;
    const path = polygonPath(project, polygons);
    if (path !== '') paths.set(iso3, path);
    if (path === '' || areaOf(project, polygons) < leastArea) small.add(iso3);
  }
  const points = new Map<string, readonly [number, number]>();
  for (const [iso3, [longitude, latitude]] of countryPoints) {
    if (iso3 === leftOff) continue;
    points.set(iso3, at(longitude, latitude));
    if (!world.shapes.has(iso3)) small.add(iso3);
  }
  const made: DrawnWorld = { height, paths, points, small, unsettled: linePath(project, world.unsettled), at };
  drawn.set(world, made);
  return made;
}
