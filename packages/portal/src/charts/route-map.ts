import type { DrawnWorld } from '../geography/drawn-world.ts';
import { mapWidth } from '../geography/projection.ts';
import { type Frame, finish } from './frame.ts';
import { openMap } from './world-map.ts';

export type Point = readonly [x: number, y: number];

/** One curved line with an arrowhead. */
export interface RouteLine {
  readonly from: Point;
  readonly to: Point;
  /** `arriving` and `leaving` have a colour each; lines with an unknown end are dashed. */
  readonly kind: 'arriving' | 'leaving';
  readonly unknown: boolean;
  /** Width class, 0 … 3. */
  readonly size: number;
}

/** An end of lines, with its name. */
export interface RouteEnd {
  readonly at: Point;
  readonly label: string;
  readonly here: boolean;
  readonly unknown: boolean;
}

export interface RouteMapOptions {
  readonly world: DrawnWorld;
  /** Countries of the place the map is about. */
  readonly here: readonly string[];
  readonly lines: readonly RouteLine[];
  readonly ends: readonly RouteEnd[];
  /** Width class of the loop for routes within the place; null for none. */
  readonly within: number | null;
}

/** Stroke widths of the classes, in units of the map. */
export const lineWidths: readonly number[] = [1.4, 2.6, 4.4, 7];

const bend = 0.22;
const gap = 6;
const ringRadius = 14;
const ringGap = 20;
const letterWidth = 6.9;
const lineHeight = 15;

/**
 * Curved lines with arrowheads between places, the large ones beneath (Jenny and others, 2018, on what readers of flow maps
 * see best: curves, arrowheads, node to node). A line there and a line back bow to different sides.
 */
export function routeMap({ world, here, lines, ends, within }: RouteMapOptions, frame: Frame): SVGSVGElement {
  const { element, svg } = openMap(world, frame);
  const inside = new Set(here);
  const pathOf = (isHere: boolean) =>
    [...world.paths].flatMap(([iso3, path]) => (inside.has(iso3) === isHere ? [path] : [])).join('');
  const land = element(svg, 'g', { class: 'land' });
  element(land, 'path', { class: 'rest', d: pathOf(false) });
  if (inside.size > 0) element(land, 'path', { class: 'here', d: pathOf(true) });
  element(svg, 'path', { class: 'unsettled', d: world.unsettled });
  const layer = element(svg, 'g', { class: 'routes' });
  const own = ends.find((end) => end.here);
  for (const { from, to, kind, unknown, size } of [...lines].sort((a, b) => b.size - a.size)) {
    const gapAt = (end: Point) => (end === own?.at && within !== null ? ringGap : gap);
    const { line, head } = curve(from, to, lineWidths[size] ?? 1, [gapAt(from), gapAt(to)]);
    const group = element(layer, 'g', { class: `${kind} w${size}${unknown ? ' of-unknown' : ''}` });
    element(group, 'path', { class: 'line', d: line });
    element(group, 'path', { class: 'head', d: head });
  }
  if (own && within !== null) {
    const [cx, cy] = own.at.map(String) as [string, string];
    element(layer, 'circle', { class: `line within w${within}`, cx, cy, r: String(ringRadius) });
  }
  const places = labelPlaces(ends, own && within !== null ? ringRadius + 4 : 0);
  for (const [at, end] of ends.entries()) {
    const [x, y] = end.at;
    const group = element(svg, 'g', { class: `end${end.here ? ' own' : ''}${end.unknown ? ' not-known' : ''}` });
    if (end.unknown) {
      element(group, 'text', { x: String(x), y: String(y + 7), class: 'unknown-mark', 'text-anchor': 'middle' }).append(
        '?',
      );
    } else {
      element(group, 'circle', { cx: String(x), cy: String(y), r: end.here ? '5' : '3.5' });
    }
    const [textX, textY] = places[at] ?? end.at;
    element(group, 'text', { x: String(textX), y: String(textY), 'text-anchor': 'middle' }).append(end.label);
  }
  return finish(svg, frame);
}

// Above its end where there is room, else below, else further off: the middle of each label's baseline.
function labelPlaces(ends: readonly RouteEnd[], ring: number): readonly Point[] {
  const order = ends.map((end, at) => ({ end, at })).sort((a, b) => Number(b.end.here) - Number(a.end.here));
  const placed: { readonly x: number; readonly y: number; readonly half: number }[] = [];
  const places: Point[] = [];
  for (const { end, at } of order) {
    const half = (end.label.length * letterWidth) / 2;
    const x = Math.min(mapWidth - half, Math.max(half, end.at[0]));
    const near = end.unknown ? 14 : 9 + (end.here ? ring : 0);
    const tries = [0, 1, 2, 3]
      .flatMap((lines) => [-near - lines * lineHeight, near + 11 + lines * lineHeight])
      .map((dy) => end.at[1] + dy);
    const isFree = (y: number) =>
      placed.every((other) => Math.abs(other.y - y) >= lineHeight || Math.abs(other.x - x) >= other.half + half + 4);
    const y = (end.unknown ? tries.slice(1) : tries).find(isFree) ?? end.at[1] - near;
    placed.push({ x, y, half });
    places[at] = [Math.round(x), Math.round(y)];
  }
  return places;
}

function curve(
  from: Point,
  to: Point,
  width: number,
  [startGap, endGap]: readonly [number, number],
): { readonly line: string; readonly head: string } {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const control: Point = [from[0] + dx / 2 + dy * bend, from[1] + dy / 2 - dx * bend];
  const start = towards(from, control, startGap);
  const tip = towards(to, control, endGap);
  const length = 7 + width * 1.6;
  const base = towards(tip, control, length);
  const [ux, uy] = [(tip[0] - base[0]) / length, (tip[1] - base[1]) / length];
  const half = 3 + width * 0.9;
  const corner = (side: 1 | -1): Point => [base[0] - uy * half * side, base[1] + ux * half * side];
  const write = ([x, y]: Point) => `${x.toFixed(1)},${y.toFixed(1)}`;
  return {
    line: `M${write(start)}Q${write(control)} ${write(base)}`,
    head: `M${write(tip)}L${write(corner(1))}L${write(corner(-1))}z`,
  };
}

function towards(from: Point, to: Point, distance: number): Point {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  return [from[0] + (dx / length) * distance, from[1] + (dy / length) * distance];
}
