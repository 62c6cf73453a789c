// How much of each pixel an outline covers. Every edge adds its signed area to an accumulation buffer whose running sum along a
// row is the coverage (the method of Raph Levien's font-rs). Plain arithmetic on doubles: the same pixels on every machine.

/** Closed or open polygons in pixels: x and y in turn. An open one is closed by a straight edge. */
export type Polygon = readonly number[];

/** Shades of one ink above none. Few: letters still look smooth, and files are a fifth smaller than with eight. */
export const shades = 4;

/** Coverage of a rectangle of pixels, from 0 to `shades`. */
export interface Mask {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly levels: Uint8Array;
  /** Where each row begins and ends to be covered: two columns a row. */
  readonly ends: Int32Array;
}

// One buffer for all outlines: the rows that an outline touched are zeros again when it is done.
let scratch = new Float32Array(0);

/**
 * Coverage of polygons whose outer edges run in one direction; holes run the other way. Overlaps count once. Null where there is
 * no area. RangeError where they are larger than any picture.
 */
export function coverageOf(polygons: readonly Polygon[]): Mask | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const polygon of polygons) {
    for (let at = 0; at + 1 < polygon.length; at += 2) {
      const x = polygon[at] ?? 0;
      const y = polygon[at + 1] ?? 0;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  if (!(right > left && bottom > top)) return null;
  const x = Math.floor(left);
  const y = Math.floor(top);
  // An edge may add to the pixel right of it.
  const width = Math.ceil(right) - x + 2;
  const height = Math.ceil(bottom) - y;
  if (width * height > 1e8) throw new RangeError(`an outline of ${width} × ${height} pixels`);
  if (scratch.length < width * height) scratch = new Float32Array(width * height);
  const ends = new Int32Array(2 * height);
  for (let row = 0; row < height; row++) ends[2 * row] = width;
  const sheet: Sheet = { sums: scratch, width, ends };
  for (const polygon of polygons) {
    const end = polygon.length - 2;
    for (let at = 0; at <= end; at += 2) {
      const next = at === end ? 0 : at + 2;
      addEdge(
        sheet,
        (polygon[at] ?? 0) - x,
        (polygon[at + 1] ?? 0) - y,
        (polygon[next] ?? 0) - x,
        (polygon[next + 1] ?? 0) - y,
      );
    }
  }
  const levels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const from = row * width + (ends[2 * row] ?? 0);
    const to = row * width + (ends[2 * row + 1] ?? 0);
    let sum = 0;
    for (let at = from; at < to; at++) {
      sum += scratch[at] ?? 0;
      levels[at] = Math.round(Math.min(1, Math.abs(sum)) * shades);
    }
    scratch.fill(0, from, Math.max(from, to));
  }
  return { x, y, width, height, levels, ends };
}

interface Sheet {
  readonly sums: Float32Array;
  readonly width: number;
  readonly ends: Int32Array;
}

function addEdge(sheet: Sheet, fromX: number, fromY: number, toX: number, toY: number): void {
  if (fromY === toY) return;
  const down = fromY < toY;
  const [x0, y0, x1, y1] = down ? [fromX, fromY, toX, toY] : [toX, toY, fromX, fromY];
  const slope = (x1 - x0) / (y1 - y0);
  let x = x0;
  const last = Math.ceil(y1);
  for (let row = Math.floor(y0); row < last; row++) {
    const tall = Math.min(row + 1, y1) - Math.max(row, y0);
    const signed = down ? tall : -tall;
    const next = x + slope * tall;
    addSpan(sheet, row, Math.min(x, next), Math.max(x, next), signed);
    x = next;
  }
}

// An edge within one row, from `left` to `right`: what lies right of it is covered by `signed`.
function addSpan({ sums, width, ends }: Sheet, line: number, left: number, right: number, signed: number): void {
  const first = Math.floor(left);
  const end = Math.ceil(right);
  if (first < (ends[2 * line] ?? 0)) ends[2 * line] = first;
  if (Math.max(end, first + 1) + 1 > (ends[2 * line + 1] ?? 0)) ends[2 * line + 1] = Math.max(end, first + 1) + 1;
  const row = line * width;
  const at = row + first;
  if (end <= first + 1) {
    const beyond = signed * ((left + right) / 2 - first);
    sums[at] = (sums[at] ?? 0) + signed - beyond;
    sums[at + 1] = (sums[at + 1] ?? 0) + beyond;
    return;
  }
  const steep = 1 / (right - left);
  const inFirst = 1 - (left - first);
  const inLast = right - end + 1;
  const begin = 0.5 * steep * inFirst * inFirst;
  const finish = 0.5 * steep * inLast * inLast;
  sums[at] = (sums[at] ?? 0) + signed * begin;
  if (end === first + 2) {
    sums[at + 1] = (sums[at + 1] ?? 0) + signed * (1 - begin - finish);
  } else {
    const second = steep * (1.5 - (left - first));
    sums[at + 1] = (sums[at + 1] ?? 0) + signed * (second - begin);
    for (let pixel = first + 2; pixel < end - 1; pixel++) sums[row + pixel] = (sums[row + pixel] ?? 0) + signed * steep;
    const before = second + (end - first - 3) * steep;
    sums[row + end - 1] = (sums[row + end - 1] ?? 0) + signed * (1 - before - finish);
  }
  sums[row + end] = (sums[row + end] ?? 0) + signed * finish;
}
