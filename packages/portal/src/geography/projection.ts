import { type GeoProjection, geoEqualEarth, geoPath } from 'd3-geo';
import { geometryOf, type Polygon, type Ring } from './world.ts';

/** Width of a map in its own units. */
export const mapWidth = 1000;

const north = 83;
const south = -56;

/** The Equal Earth projection (Šavrič, Patterson and Jenny, 2018), from Svalbard to Cape Horn: areas keep their size. */
export function openProjection(): { readonly project: GeoProjection; readonly height: number } {
  const project = geoEqualEarth().rotate([-11, 0]).fitWidth(mapWidth, { type: 'Sphere' });
  const top = project([11, north])?.[1] ?? 0;
  const bottom = project([11, south])?.[1] ?? 0;
  const [x, y] = project.translate();
  project.translate([x, y - top]);
  return { project, height: Math.ceil(bottom - top) };
}

/** The SVG path of some polygons: whole units, each step relative to the last, nothing twice. */
export function polygonPath(project: GeoProjection, polygons: readonly Polygon[]): string {
  const pen = shortPen(true);
  geoPath(project, pen)(geometryOf(...polygons));
  return pen.text();
}

/** The SVG path of some lines. */
export function linePath(project: GeoProjection, lines: readonly Ring[]): string {
  const pen = shortPen(false);
  geoPath(
    project,
    pen,
  )({
    type: 'MultiLineString',
    coordinates: lines.map((line) => line.map((point) => [...point])),
  });
  return pen.text();
}

/** Area of some polygons on the map, in square units. */
export function areaOf(project: GeoProjection, polygons: readonly Polygon[]): number {
  return geoPath(project).area(geometryOf(...polygons));
}

// A canvas that writes: what d3-geo draws, as the shortest path text.
function shortPen(closes: boolean) {
  const parts: string[] = [];
  let line: [number, number][] = [];
  const end = () => {
    const [first, ...rest] = line;
    line = [];
    if (!first || rest.length < (closes ? 2 : 1)) return;
    let [x, y] = first;
    const steps = rest.map(([nextX, nextY]) => {
      const step = pair(nextX - x, nextY - y);
      [x, y] = [nextX, nextY];
      return step;
    });
    parts.push(`M${pair(...first)}l${joined(steps)}${closes ? 'z' : ''}`);
  };
  const add = (x: number, y: number) => {
    const point: [number, number] = [Math.round(x), Math.round(y)];
    const last = line.at(-1);
    if (last?.[0] !== point[0] || last[1] !== point[1]) line.push(point);
  };
  return {
    beginPath: () => {},
    moveTo: (x: number, y: number) => {
      end();
      add(x, y);
    },
    lineTo: add,
    arc: () => {},
    closePath: end,
    text: () => {
      end();
      return parts.join('');
    },
  };
}

function pair(x: number, y: number): string {
  return y < 0 ? `${x}${y}` : `${x},${y}`;
}

// A minus sign parts two numbers as well as a space does.
function joined(steps: readonly string[]): string {
  return steps.reduce((text, step) => (text === '' || step.startsWith('-') ? text + step : `${text} ${step}`), '');
}
