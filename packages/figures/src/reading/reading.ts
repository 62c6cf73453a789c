import type { Figure } from '../types.ts';

/** The numbers of a figure, before it is named, dated and put into words. */
export type Reading = Pick<
  Figure,
  'value' | 'interval' | 'base' | 'baseInterval' | 'unknown' | 'bounds' | 'withheld' | 'parts' | 'source'
>;

/** A figure that is there and gives no number, with the reason. */
export function withheldReading(withheld: NonNullable<Figure['withheld']>): Reading {
  return {
    value: null,
    interval: null,
    base: null,
    baseInterval: null,
    unknown: null,
    bounds: null,
    withheld,
    parts: [],
    source: null,
  };
}

/** Nine decimals: more than any interval needs, and no trail of floating-point digits in a public file. */
export function tidy(value: number): number {
  return Math.round(value * 1e9) / 1e9 + 0;
}

export function tidyPair(pair: readonly [number, number]): readonly [number, number] {
  return [tidy(pair[0]), tidy(pair[1])];
}
