import type { MapYear, PlaceState, PlaceValue } from './map-layers.ts';

/** A class of the legend: numbers from `from` up to `to`, or one of the reasons for having none. */
export interface MapClass {
  /** `c0` … `c4` for numbers, else the state. */
  readonly key: string;
  readonly state: PlaceState;
  readonly from: number;
  /** Null for the highest class. */
  readonly to: number | null;
  readonly places: readonly PlaceValue[];
}

const shareSteps: readonly number[] = [0, 0.05, 0.1, 0.2, 0.4];
const reasons: readonly PlaceState[] = ['low', 'withheld', 'no_contributor', 'not_collected'];

/**
 * The classes of a map, lowest first, then the reasons that occur. The steps of shares are fixed, so that years and
 * questions compare; those of counts are round numbers below the largest count of any year shown.
 */
export function mapClasses({ layer, places }: MapYear, largest: number): readonly MapClass[] {
  const steps = layer.level === 'regions' ? shareSteps : countSteps(largest);
  const numbers = steps.map((from, at): MapClass => {
    const to = steps[at + 1] ?? null;
    const inside = ({ state, value }: PlaceValue) =>
      state === 'number' && (value >= from || at === 0) && (to === null || value < to);
    return { key: `c${at}`, state: 'number', from, to, places: places.filter(inside) };
  });
  const missing = reasons.flatMap((state): MapClass[] => {
    const inside = places.filter((place) => place.state === state);
    return inside.length === 0 ? [] : [{ key: state, state, from: 0, to: null, places: inside }];
  });
  return [...numbers, ...missing];
}

/** Zero and the four largest of 10, 20, 50, 100, 200, 500 … that lie below two thirds of `largest`. */
export function countSteps(largest: number): readonly number[] {
  const round = [0, 1, 2, 3, 4, 5].flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** (power + 1)));
  const below = round.filter((step) => step <= (largest * 2) / 3);
  return [0, ...(below.length >= 4 ? below.slice(-4) : round.slice(0, 4))];
}
