// SVG of the portal's own making to pixels. It knows what our drawings hold and nothing else: an element, an attribute or a value
// that it does not know is an error, so that no picture lacks a part unseen.
import { type Canvas, colourOf, fillBox, openCanvas, paint } from './canvas.ts';
import { coverageOf, type Polygon } from './coverage.ts';
import { type Letters, openLetters } from './letters.ts';
import { circleData, type Placing, tracesOf } from './outlines.ts';
import { strokePolygons } from './strokes.ts';
import { type SvgElement, svgTree } from './svg-tree.ts';

/** Draws SVG at a width in pixels. */
export function rasterOf(svg: string, width: number): Canvas {
  const letters = openLetters();
  const tree = svgTree(svg);
  const [, , across, down] = boxOf(tree.attributes);
  const scale = width / across;
  const canvas = openCanvas(width, Math.round(down * scale));
  for (const child of tree.children) {
    draw({ canvas, letters }, child, told(initial, tree.attributes), { x: 0, y: 0, scale });
  }
  return canvas;
}

interface Desk {
  readonly canvas: Canvas;
  readonly letters: Letters;
}

/** Attributes that an element has from those around it. */
const inherited = [
  'direction',
  'fill',
  'fill-opacity',
  'font-size',
  'font-variant',
  'font-weight',
  'stroke',
  'stroke-dasharray',
  'stroke-linecap',
  'stroke-linejoin',
  'stroke-opacity',
  'stroke-width',
  'text-anchor',
] as const;
type Manner = Readonly<Record<(typeof inherited)[number], string>>;

const initial: Manner = {
  direction: 'ltr',
  fill: '#000000',
  'fill-opacity': '1',
  'font-size': '16',
  'font-variant': 'normal',
  'font-weight': '400',
  stroke: 'none',
  'stroke-dasharray': 'none',
  'stroke-linecap': 'butt',
  'stroke-linejoin': 'miter',
  'stroke-opacity': '1',
  'stroke-width': '1',
  'text-anchor': 'start',
};

// What says nothing of pixels, or is read with the element.
const aside = new Set(['aria-labelledby', 'font-family', 'id', 'role', 'transform', 'xml:lang', 'xmlns']);
const own: Readonly<Record<string, readonly string[]>> = {
  svg: ['viewBox', 'width', 'height', 'x', 'y'],
  g: [],
  rect: ['x', 'y', 'width', 'height'],
  path: ['d'],
  line: ['x1', 'x2', 'y1', 'y2'],
  circle: ['cx', 'cy', 'r'],
  text: ['x', 'y', 'dx', 'dy'],
};

function told(manner: Manner, attributes: SvgElement['attributes']): Manner {
  let next = manner;
  for (const name of inherited) {
    const value = attributes[name];
    if (value !== undefined) next = { ...next, [name]: value };
  }
  return next;
}

function draw(desk: Desk, element: SvgElement, around: Manner, outer: Placing): void {
  const { name, attributes } = element;
  if (name === 'title' || name === 'desc') return;
  const mine = own[name];
  if (!mine) throw new RangeError(`an element not drawn here: ${name}`);
  for (const key of Object.keys(attributes)) {
    if (!mine.includes(key) && !aside.has(key) && !(inherited as readonly string[]).includes(key)) {
      throw new RangeError(`an attribute not drawn here: ${name} ${key}`);
    }
  }
  const manner = told(around, attributes);
  const placing = moved(outer, attributes.transform);
  if (name === 'g' || name === 'svg') {
    const inner = name === 'svg' ? fitted(placing, attributes) : placing;
    for (const child of element.children) draw(desk, child, manner, inner);
  } else if (name === 'text') write(desk, element, manner, placing);
  else {
    const data = dataOf(element, manner);
    if (data !== '') lay(desk.canvas, data, manner, placing, name);
  }
}

/** The outline of a shape as path data; empty where it has no area. */
function dataOf({ name, attributes }: SvgElement, manner: Manner): string {
  const number = (key: string) => lengthOf(attributes[key] ?? '0', manner);
  if (name === 'rect') {
    const [width, height] = [number('width'), number('height')];
    return width > 0 && height > 0 ? `M${number('x')} ${number('y')}h${width}v${height}h${-width}Z` : '';
  }
  if (name === 'line') return `M${number('x1')} ${number('y1')}L${number('x2')} ${number('y2')}`;
  if (name === 'circle') return circleData(number('cx'), number('cy'), number('r'));
  return attributes.d ?? '';
}

function lay(canvas: Canvas, data: string, manner: Manner, placing: Placing, name: string): void {
  const traces = tracesOf(data, placing);
  if (manner.fill !== 'none' && name !== 'line') {
    const outlines = traces.map(({ points }) => points);
    const ink = colourOf(manner.fill);
    const opacity = Number(manner['fill-opacity']);
    const [points] = outlines;
    if (name === 'rect' && points) layBox(canvas, points, ink, opacity);
    else spread(canvas, outlines, ink, opacity);
  }
  if (manner.stroke === 'none') return;
  const { scale } = placing;
  const dashes = manner['stroke-dasharray'];
  const pen = {
    width: Number(manner['stroke-width']) * scale,
    round: manner['stroke-linecap'] === 'round' || manner['stroke-linejoin'] === 'round',
    dashes: dashes === 'none' ? [] : dashes.split(/[\s,]+/).map((length) => Number(length) * scale),
  };
  const opacity = Number(manner['stroke-opacity']);
  const ink = colourOf(manner.stroke);
  // A grid's lines lie far apart: each has a small mask of its own. See-through lines are one shape, laid once.
  const shapes = opacity === 1 ? traces.map((trace) => [trace]) : [traces];
  for (const shape of shapes) spread(canvas, strokePolygons(shape, pen), ink, opacity);
}

// A box has its edges on whole pixels, and at least one pixel each way: bars stay sharp, and the paper costs nothing.
function layBox(canvas: Canvas, points: Polygon, ink: number, opacity: number): void {
  const [left = 0, top = 0, , , right = 0, bottom = 0] = points.map(Math.round);
  const [end, foot] = [Math.max(right, left + 1), Math.max(bottom, top + 1)];
  if (opacity === 1) fillBox(canvas, left, top, end, foot, ink);
  else spread(canvas, [[left, top, end, top, end, foot, left, foot]], ink, opacity);
}

function spread(canvas: Canvas, polygons: readonly Polygon[], ink: number, opacity: number): void {
  const mask = coverageOf(polygons);
  if (mask) paint(canvas, mask, ink, opacity);
}

function write({ canvas, letters }: Desk, element: SvgElement, manner: Manner, placing: Placing): void {
  if (element.children.length > 0) throw new RangeError('text in several parts is not drawn here');
  const { attributes } = element;
  const text = element.text.replaceAll(/\s+/g, ' ').trim();
  if (text === '' || manner.fill === 'none') return;
  const direction = manner.direction === 'rtl' ? 'rtl' : 'ltr';
  const bold = Number(manner['font-weight']) >= 600;
  const line = letters.shaped(text, { direction, bold, tabular: manner['font-variant'] === 'tabular-nums' });
  const size = Math.round(Number(manner['font-size']) * placing.scale * 4) / 4;
  const length = (key: string) => lengthOf(attributes[key] ?? '0', manner) * placing.scale;
  const anchor = manner['text-anchor'];
  const width = line.width * size;
  const atRight = anchor === (direction === 'rtl' ? 'start' : 'end');
  const start = placing.x + length('x') + length('dx') - (anchor === 'middle' ? width / 2 : atRight ? width : 0);
  const base = Math.round(placing.y + length('y') + length('dy'));
  const ink = colourOf(manner.fill);
  const opacity = Number(manner['fill-opacity']);
  for (const glyph of line.glyphs) {
    const quarters = Math.round((start + glyph.x * size) * 4);
    const pixel = Math.floor(quarters / 4);
    const mask = letters.drawn(glyph, size, quarters - pixel * 4);
    if (mask) paint(canvas, mask, ink, opacity, pixel, base - Math.round(glyph.y * size));
  }
}

function moved(placing: Placing, transform: string | undefined): Placing {
  if (transform === undefined) return placing;
  const found = /^translate\(\s*([-\d.e]+)(?:[\s,]+([-\d.e]+))?\s*\)$/.exec(transform);
  if (!found) throw new RangeError(`a transform not drawn here: ${transform}`);
  const { x, y, scale } = placing;
  return { x: x + Number(found[1]) * scale, y: y + Number(found[2] ?? 0) * scale, scale };
}

// A drawing inside a drawing keeps its proportions and stands in the middle of its box.
function fitted(placing: Placing, attributes: SvgElement['attributes']): Placing {
  const [left, top, across, down] = boxOf(attributes);
  const width = Number(attributes.width ?? across);
  const height = Number(attributes.height ?? down);
  const scale = Math.min(width / across, height / down);
  const x = Number(attributes.x ?? 0) + (width - across * scale) / 2 - left * scale;
  const y = Number(attributes.y ?? 0) + (height - down * scale) / 2 - top * scale;
  return { x: placing.x + x * placing.scale, y: placing.y + y * placing.scale, scale: placing.scale * scale };
}

function boxOf({ viewBox = '' }: SvgElement['attributes']): readonly [number, number, number, number] {
  const [x = 0, y = 0, width = 0, height = 0] = viewBox.split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) throw new RangeError('a drawing without a viewBox');
  return [x, y, width, height];
}

function lengthOf(text: string, manner: Manner): number {
  const found = /^(-?[\d.]+(?:e-?\d+)?)(em)?$/.exec(text);
  if (!found) throw new RangeError(`a length not drawn here: ${text}`);
  return Number(found[1]) * (found[2] ? Number(manner['font-size']) : 1);
}
