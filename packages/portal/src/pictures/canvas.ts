import { type Mask, shades } from './coverage.ts';

/** Pixels as places in a palette, row by row. Nothing is transparent. */
export interface Canvas {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint16Array;
  /** Colours as 0xRRGGBB, in the order in which they first appear. */
  readonly palette: number[];
  readonly places: Map<number, number>;
  /** Places of colours laid whole, not as the edge of something. */
  readonly inks: Set<number>;
  /** What an ink makes of each colour below it in each shade: by ink and opacity. */
  readonly mixes: Map<string, Int16Array>;
}

// Colours that a picture may have while it is drawn; far more than a flat chart comes to.
const roomForColours = 2048;

/** A canvas of white paper. */
export function openCanvas(width: number, height: number): Canvas {
  return {
    width,
    height,
    pixels: new Uint16Array(width * height),
    palette: [0xffffff],
    places: new Map([[0xffffff, 0]]),
    inks: new Set(),
    mixes: new Map(),
  };
}

/** `#rrggbb` as a number. RangeError for any other way to name a colour. */
export function colourOf(text: string): number {
  if (!/^#[0-9a-f]{6}$/i.test(text)) throw new RangeError(`a colour not drawn here: ${text}`);
  return Number.parseInt(text.slice(1), 16);
}

/** Lays ink on the pixels that a mask covers, moved by whole pixels. What lies outside is cut off. */
export function paint(canvas: Canvas, mask: Mask, ink: number, opacity = 1, right = 0, down = 0): void {
  const { pixels, width, height } = canvas;
  const { levels, ends } = mask;
  const mixes = mixesOf(canvas, ink, opacity);
  const left = mask.x + right;
  const top = mask.y + down;
  for (let row = Math.max(0, -top); row < mask.height && top + row < height; row++) {
    const line = (top + row) * width + left;
    const to = Math.min(ends[2 * row + 1] ?? 0, width - left);
    for (let column = Math.max(ends[2 * row] ?? 0, -left); column < to; column++) {
      const level = levels[row * mask.width + column] ?? 0;
      if (level === 0) continue;
      const below = pixels[line + column] ?? 0;
      const known = mixes[level * roomForColours + below] ?? -1;
      pixels[line + column] = known >= 0 ? known : mixed(canvas, mixes, below, ink, level, opacity);
    }
  }
}

/** Fills whole pixels. */
export function fillBox(canvas: Canvas, left: number, top: number, right: number, bottom: number, ink: number): void {
  const from = Math.max(0, left);
  const to = Math.max(from, Math.min(canvas.width, right));
  const place = placeOf(canvas, ink);
  canvas.inks.add(place);
  for (let row = Math.max(0, top); row < Math.min(canvas.height, bottom); row++) {
    canvas.pixels.fill(place, row * canvas.width + from, row * canvas.width + to);
  }
}

function mixesOf({ mixes }: Canvas, ink: number, opacity: number): Int16Array {
  const key = `${ink} ${opacity}`;
  let table = mixes.get(key);
  if (!table) {
    table = new Int16Array((shades + 1) * roomForColours).fill(-1);
    mixes.set(key, table);
  }
  return table;
}

function mixed(canvas: Canvas, mixes: Int16Array, below: number, ink: number, level: number, opacity: number): number {
  const paper = canvas.palette[below] ?? 0;
  const part = (level / shades) * opacity;
  const channel = (shift: number) => {
    const under = (paper >> shift) & 255;
    return Math.round(under + (((ink >> shift) & 255) - under) * part) << shift;
  };
  const place = placeOf(canvas, channel(16) | channel(8) | channel(0));
  mixes[level * roomForColours + below] = place;
  if (level === shades) canvas.inks.add(place);
  return place;
}

function placeOf({ palette, places }: Canvas, colour: number): number {
  const known = places.get(colour);
  if (known !== undefined) return known;
  if (palette.length === roomForColours) throw new RangeError('a picture of more colours than a chart has');
  palette.push(colour);
  places.set(colour, palette.length - 1);
  return palette.length - 1;
}

/** Pixels as places in a palette of at most 256 colours: 16 take four bits a pixel, more take eight. */
export interface Indexed {
  readonly width: number;
  readonly height: number;
  /** Colours as 0xRRGGBB. */
  readonly palette: readonly number[];
  readonly indexes: Uint8Array;
}

/**
 * The canvas in its own colours. Where they are more than `mostColours`, the rarest become the nearest of the others; inks laid whole
 * fill up to half of the palette before any of their shades.
 */
export function indexed({ width, height, pixels, palette, inks }: Canvas, mostColours = 256): Indexed {
  if (palette.length <= mostColours) return { width, height, palette, indexes: new Uint8Array(pixels) };
  const counts = new Uint32Array(palette.length);
  for (let at = 0; at < pixels.length; ) {
    const end = runEnd(pixels, at);
    counts[pixels[at] ?? 0] = (counts[pixels[at] ?? 0] ?? 0) + end - at;
    at = end;
  }
  const frequent = [...palette.keys()].sort((a, b) => (counts[b] ?? 0) - (counts[a] ?? 0) || a - b);
  const whole = frequent.filter((place) => inks.has(place)).slice(0, mostColours / 2);
  const kept = [...whole, ...frequent.filter((place) => !whole.includes(place))].slice(0, mostColours);
  const colours = kept.map((place) => palette[place] ?? 0);
  const moved = Uint8Array.from(palette, (colour, place) =>
    kept.includes(place) ? kept.indexOf(place) : nearest(colours, colour),
  );
  const indexes = new Uint8Array(pixels.length);
  for (let at = 0; at < pixels.length; ) {
    const end = runEnd(pixels, at);
    const place = moved[pixels[at] ?? 0] ?? 0;
    // Paper is place 0 already.
    if (place !== 0) indexes.fill(place, at, end);
    at = end;
  }
  return { width, height, palette: colours, indexes };
}

function runEnd(pixels: Uint16Array, start: number): number {
  const place = pixels[start];
  let end = start + 1;
  while (end < pixels.length && pixels[end] === place) end++;
  return end;
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (const [place, each] of palette.entries()) {
    const apart = (shift: number) => ((each >> shift) & 255) - ((colour >> shift) & 255);
    const distance = apart(16) ** 2 + apart(8) ** 2 + apart(0) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}
