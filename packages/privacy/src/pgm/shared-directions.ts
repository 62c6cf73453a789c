import { type ColumnSet, cellsOf, intersectionOf, isWithin, projection } from './factor.ts';
import type { LinearMeasurement } from './linear-measurement.ts';

/**
 * Where two measurements share columns, adding to the multipliers of one what is taken from those of the other leaves every
 * probability as it is: the dual is then a plain parabola, whose bottom is known. Moving there after every step spares the
 * optimiser its flattest directions.
 */
export interface SharedDirections {
  /** Moves multipliers to the bottom along all shared directions in turn, in place. */
  balance(multipliers: Float64Array, answers: Float64Array, ridge: Float64Array): void;
}

interface Shared {
  readonly a: Side;
  readonly b: Side;
  readonly cells: number;
}

interface Side {
  /** First answer of the measurement in the list of all. */
  readonly from: number;
  /** For each answer, the cell of the shared columns it is part of. */
  readonly cellOf: Int32Array;
}

/** Rounds of one move along every direction. */
const sweeps = 2;

/**
 * Pairs of plain measurements of which one has a single axis or one's columns are the other's too. Centred ones share nothing,
 * and cells that
 * a placed measurement leaves out are taken to be impossible, which they are where columns were split.
 */
export function sharedDirections(
  sizes: readonly number[],
  measurements: readonly LinearMeasurement[],
): SharedDirections {
  const shared: Shared[] = [];
  let most = 0;
  let from = 0;
  const starts = measurements.map(({ values }) => {
    const start = from;
    from += values.length;
    return start;
  });
  for (const [later, b] of measurements.entries()) {
    for (let earlier = 0; earlier < later; earlier++) {
      const a = measurements[earlier] as LinearMeasurement;
      const common = intersectionOf(a.set, b.set);
      if (common.length === 0 || isCentred(a) || isCentred(b)) continue;
      const isNested = isWithin(a.set, b.set) || isWithin(b.set, a.set);
      if (!isNested && axesOf(a) > 1 && axesOf(b) > 1) continue;
      const cells = cellsOf(sizes, common);
      shared.push({
        a: sideOf(sizes, a, starts[earlier] as number, common),
        b: sideOf(sizes, b, starts[later] as number, common),
        cells,
      });
      most = Math.max(most, cells);
    }
  }
  const slope = new Float64Array(most);
  const bend = new Float64Array(most);
  return {
    balance(multipliers, answers, ridge) {
      for (let sweep = 0; sweep < sweeps; sweep++) {
        for (const { a, b, cells } of shared) {
          slope.fill(0, 0, cells);
          bend.fill(0, 0, cells);
          gatherSlope(a, 1, multipliers, answers, ridge, slope, bend);
          gatherSlope(b, -1, multipliers, answers, ridge, slope, bend);
          for (let cell = 0; cell < cells; cell++) {
            slope[cell] = bend[cell] === 0 ? 0 : (slope[cell] as number) / (bend[cell] as number);
          }
          move(a, 1, multipliers, slope);
          move(b, -1, multipliers, slope);
        }
      }
    },
  };
}

function gatherSlope(
  { from, cellOf }: Side,
  sign: number,
  multipliers: Float64Array,
  answers: Float64Array,
  ridge: Float64Array,
  slope: Float64Array,
  bend: Float64Array,
): void {
  for (let at = 0; at < cellOf.length; at++) {
    const cell = cellOf[at] as number;
    const own = ridge[from + at] as number;
    slope[cell] =
      (slope[cell] as number) + sign * ((answers[from + at] as number) - own * (multipliers[from + at] as number));
    bend[cell] = (bend[cell] as number) + own;
  }
}

function move({ from, cellOf }: Side, sign: number, multipliers: Float64Array, by: Float64Array): void {
  for (let at = 0; at < cellOf.length; at++) {
    multipliers[from + at] = (multipliers[from + at] as number) + sign * (by[cellOf[at] as number] as number);
  }
}

function sideOf(
  sizes: readonly number[],
  { set, placed, values }: LinearMeasurement,
  from: number,
  common: ColumnSet,
): Side {
  const map = projection(sizes, set, common);
  const cellOf = new Int32Array(values.length);
  for (let at = 0; at < cellOf.length; at++) {
    const cell = placed ? (placed.cells[at] as number) : at;
    cellOf[at] = map === null ? cell : (map[cell] as number);
  }
  return { from, cellOf };
}

function isCentred({ centred }: LinearMeasurement): boolean {
  return centred?.includes(true) ?? false;
}

function axesOf({ set, placed }: LinearMeasurement): number {
  return placed?.axes.length ?? set.length;
}
