import type { DrawnWorld } from '../geography/drawn-world.ts';
import { mapWidth } from '../geography/projection.ts';
import { type Frame, finish } from './frame.ts';

/** Countries drawn alike. */
export interface MapGroup {
  /** Class of the style sheet: `c0` … `c4`, `low`, `withheld`, `no_contributor`, `not_collected`. */
  readonly key: string;
  /** What is hovered as one: a country, or a region with all its countries. */
  readonly places: readonly { readonly code: string; readonly countries: readonly string[]; readonly value: number }[];
}

export interface WorldMapOptions {
  readonly world: DrawnWorld;
  readonly groups: readonly MapGroup[];
  /** Countries with a contributor at work. */
  readonly presence: readonly string[];
  /** Small states as circles whose area is the value; the largest value gives the largest circle. Null: dots of one size. */
  readonly largest: number | null;
}

const hatched: readonly string[] = ['withheld', 'no_contributor'];
const largestRadius = 11;
const leastRadius = 3;

/**
 * The world by class, one path a place; small states as symbols; contributors as points. Colours are the style sheet's,
 * by class. Not mirrored in right-to-left pages: east is right on every map.
 */
export function worldMap({ world, groups, presence, largest }: WorldMapOptions, frame: Frame): SVGSVGElement {
  const { element, svg } = openMap(world, frame);
  const defs = element(svg, 'defs');
  for (const key of hatched) {
    if (groups.some((group) => group.key === key && group.places.length > 0)) hatch(element, defs, frame.id, key);
  }
  const shown = new Set<string>();
  const land = element(svg, 'g', { class: 'land' });
  for (const { key, places } of groups) {
    if (places.length === 0) continue;
    const group = element(land, 'g', groupOf(frame, key));
    const pathOf = (countries: readonly string[]) => countries.map((iso3) => world.paths.get(iso3) ?? '').join('');
    for (const { countries } of places) for (const iso3 of countries) shown.add(iso3);
    // Countries without a number are not pointed at one by one: one path has them all.
    const parts =
      largest !== null && !isNumber(key)
        ? [{ d: pathOf(places.flatMap(({ countries }) => countries)) }]
        : places.map(({ code, countries }) => ({ 'data-place': code, d: pathOf(countries) }));
    for (const part of parts) if (part.d !== '') element(group, 'path', part);
  }
  const rest = [...world.paths].flatMap(([iso3, path]) => (shown.has(iso3) ? [] : [path])).join('');
  if (rest !== '') element(land, 'path', { class: 'rest', d: rest });
  element(svg, 'path', { class: 'unsettled', d: world.unsettled });
  const symbols = element(svg, 'g', { class: 'symbols' });
  for (const { key, places } of groups) {
    const small = places.map((place) => ({ ...place, small: place.countries.filter((iso3) => world.small.has(iso3)) }));
    if (isNumber(key) && largest !== null) {
      for (const { code, small: countries, value } of small) {
        const point = countries[0] === undefined ? undefined : world.points.get(countries[0]);
        if (!point) continue;
        const r = Math.max(leastRadius, largestRadius * Math.sqrt(value / largest));
        const [cx, cy] = point.map(String) as [string, string];
        element(symbols, 'circle', { class: key, 'data-place': code, cx, cy, r: r.toFixed(1) });
      }
    } else if (key !== 'no_contributor') {
      for (const { code, small: countries } of small) {
        const d = dots(world, countries);
        if (d !== '') element(symbols, 'path', { class: `dots ${key}`, 'data-place': code, d });
      }
    }
  }
  const there = dots(world, presence);
  if (there !== '') {
    const layer = element(svg, 'g', { class: 'presence' });
    element(layer, 'path', { class: 'halo', d: there });
    element(layer, 'path', { d: there });
  }
  return finish(svg, frame);
}

/** Adds an element to another and gives it back. */
export type AddElement = (parent: Element, name: string, attributes?: Readonly<Record<string, string>>) => SVGElement;

/** An empty map, and what adds elements to it. */
export function openMap(
  world: DrawnWorld,
  frame: Frame,
): { readonly svg: SVGSVGElement; readonly element: AddElement } {
  const owner = frame.document ?? document;
  const make = (name: string) => owner.createElementNS('http://www.w3.org/2000/svg', name);
  const svg = make('svg') as SVGSVGElement;
  svg.setAttribute('class', 'plot world');
  svg.setAttribute('width', String(mapWidth));
  svg.setAttribute('height', String(world.height));
  return {
    svg,
    element: (parent, name, attributes = {}) => {
      const made = make(name) as SVGElement;
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      parent.append(made);
      return made;
    },
  };
}

function isNumber(key: string): boolean {
  return /^c\d$/.test(key);
}

function groupOf(frame: Frame, key: string): Readonly<Record<string, string>> {
  return hatched.includes(key) ? { class: key, fill: `url(#${frame.id}-${key})` } : { class: key };
}

// Lines one way for what is withheld, the other way for where nobody worked.
function hatch(element: AddElement, defs: Element, id: string, key: string): void {
  const pattern = element(defs, 'pattern', {
    id: `${id}-${key}`,
    width: '5',
    height: '5',
    patternUnits: 'userSpaceOnUse',
    patternTransform: `rotate(${key === 'withheld' ? 45 : 135})`,
  });
  element(pattern, 'rect', { class: 'ground', width: '5', height: '5' });
  element(pattern, 'path', { class: `hatch ${key}`, d: key === 'withheld' ? 'M0,0v5M2.5,0v5' : 'M0,0v5' });
}

// Lines without length and with round ends are dots: the shortest way to write many.
function dots(world: DrawnWorld, countries: readonly string[]): string {
  return countries
    .flatMap((iso3) => {
      const point = world.points.get(iso3);
      return point ? [`M${point[0]},${point[1]}h0`] : [];
    })
    .join('');
}
