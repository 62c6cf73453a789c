import type { Polygon } from './coverage.ts';
import type { Trace } from './outlines.ts';

/** How a line is drawn; lengths in pixels. */
export interface Pen {
  readonly width: number;
  readonly round: boolean;
  /** Lengths drawn and left out in turn; empty for a whole line. */
  readonly dashes: readonly number[];
}

/** The area of lines drawn with a pen: a box for each piece, and a corner or a disc where two meet. */
export function strokePolygons(traces: readonly Trace[], pen: Pen): readonly Polygon[] {
  return traces.flatMap((trace) => {
    const ends = trace.closed ? [...trace.points, trace.points[0] ?? 0, trace.points[1] ?? 0] : trace.points;
    if (pen.dashes.length > 0) return dashed(ends, pen.dashes).flatMap((piece) => line(piece, pen, false));
    return line(ends, pen, trace.closed);
  });
}

function line(points: readonly number[], { width, round }: Pen, closed: boolean): Polygon[] {
  const half = width / 2;
  const polygons: Polygon[] = [];
  const directions: (readonly [number, number])[] = [];
  const corners: (readonly [number, number])[] = [];
  for (let at = 0; at + 3 < points.length; at += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(at, at + 4);
    const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
    if (length === 0) continue;
    const [dx, dy] = [((x1 - x0) / length) * half, ((y1 - y0) / length) * half];
    polygons.push([x0 + dy, y0 - dx, x1 + dy, y1 - dx, x1 - dy, y1 + dx, x0 - dy, y0 + dx]);
    directions.push([dx, dy]);
    corners.push([x0, y0]);
    if (round) polygons.push(disc(x0, y0, half), disc(x1, y1, half));
  }
  if (!round) {
    for (const [at, [x, y]] of corners.entries()) {
      const before = at > 0 ? directions[at - 1] : closed ? directions.at(-1) : undefined;
      const after = directions[at];
      if (before && after) polygons.push(...corner(x, y, before, after, half));
    }
  }
  return polygons;
}

// The wedge outside a bend: a miter, or a bevel where the miter would be longer than four widths.
function corner(
  x: number,
  y: number,
  [ax, ay]: readonly [number, number],
  [bx, by]: readonly [number, number],
  half: number,
): Polygon[] {
  const turn = ax * by - ay * bx;
  if (turn === 0) return [];
  const side = turn > 0 ? 1 : -1;
  const [fromX, fromY] = [x + ay * side, y - ax * side];
  const [toX, toY] = [x + by * side, y - bx * side];
  const [midX, midY] = [(ay + by) * side, -(ax + bx) * side];
  const squared = midX * midX + midY * midY;
  // The tip lies at half² × 2 / |mid| from the corner.
  const reach = squared === 0 ? Number.POSITIVE_INFINITY : (2 * half * half) / squared;
  const tip = reach * Math.sqrt(squared) <= 4 * half ? [x + midX * reach, y + midY * reach] : [];
  const wedge = [x, y, fromX, fromY, ...tip, toX, toY];
  return [side > 0 ? wedge : turned(wedge)];
}

function turned(polygon: Polygon): Polygon {
  const points: number[] = [];
  for (let at = polygon.length - 2; at >= 0; at -= 2) points.push(polygon[at] ?? 0, polygon[at + 1] ?? 0);
  return points;
}

// Twelve corners are round enough for lines a few pixels wide.
const circle = [
  [1, 0],
  [0.8660254037844386, 0.5],
  [0.5, 0.8660254037844386],
  [0, 1],
  [-0.5, 0.8660254037844386],
  [-0.8660254037844386, 0.5],
  [-1, 0],
  [-0.8660254037844386, -0.5],
  [-0.5, -0.8660254037844386],
  [0, -1],
  [0.5, -0.8660254037844386],
  [0.8660254037844386, -0.5],
] as const;

function disc(x: number, y: number, radius: number): Polygon {
  return circle.flatMap(([across, down]) => [x + across * radius, y + down * radius]);
}

function dashed(points: readonly number[], dashes: readonly number[]): number[][] {
  const pieces: number[][] = [];
  let at = 0;
  let left = dashes[0] ?? 0;
  let piece: number[] | undefined = [points[0] ?? 0, points[1] ?? 0];
  for (let index = 0; index + 3 < points.length; index += 2) {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = points.slice(index, index + 4);
    const length = Math.sqrt((x1 - x0) ** 2 + (y1 - y0) ** 2);
    let gone = 0;
    while (length - gone > left) {
      gone += left;
      const [x, y] = [x0 + ((x1 - x0) * gone) / length, y0 + ((y1 - y0) * gone) / length];
      if (piece) pieces.push([...piece, x, y]);
      piece = piece ? undefined : [x, y];
      at = (at + 1) % dashes.length;
      left = dashes[at] || 1e-3;
    }
    left -= length - gone;
    piece?.push(x1, y1);
  }
  if (piece && piece.length > 2) pieces.push(piece);
  return pieces;
}
