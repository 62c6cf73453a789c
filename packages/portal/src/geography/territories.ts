// What the shipped boundary file is changed to before it is drawn, so that the map says what the country codes of the
// records say. Every line is a choice, explained in docs/decisions/0006-boundaries-and-names-on-maps.md.

/** A shape without an ISO code that joins a country; the line between the two stays visible, dashed. */
export interface JoinedShape {
  /** Its name in the boundary file. */
  readonly name: string;
  /** ISO numeric code of the country that records of it carry. */
  readonly into: string;
}

/** A part of a country's shape, found by a point inside it, that is drawn as another country's. */
export interface MovedPart {
  readonly from: string;
  readonly to: string;
  readonly at: readonly [longitude: number, latitude: number];
}

/** Two countries whose common line is redrawn along a parallel. */
export interface Parallel {
  readonly latitude: number;
  readonly north: string;
  readonly south: string;
  /** West and east end of the line. */
  readonly ends: readonly [west: number, east: number];
}

export const joinedShapes: readonly JoinedShape[] = [
  { name: 'Kosovo', into: '688' },
  { name: 'Somaliland', into: '706' },
  { name: 'N. Cyprus', into: '196' },
];

export const movedParts: readonly MovedPart[] = [
  // Crimea (General Assembly resolution 68/262).
  { from: '643', to: '804', at: [34.3, 45.2] },
  // French Guiana and Svalbard have codes of their own.
  { from: '250', to: '254', at: [-53, 4] },
  { from: '578', to: '744', at: [16, 78.5] },
];

/** Morocco and Western Sahara, a non-self-governing territory with a code of its own. */
export const parallels: readonly Parallel[] = [{ latitude: 27.667, north: '504', south: '732', ends: [-13.2, -8.7] }];
