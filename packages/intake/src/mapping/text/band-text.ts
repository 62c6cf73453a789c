import { codesOf } from '@casebridge/standard';
import { latinDigits } from './amount-text.ts';

/** Whole years from `low` to `high`, both included; `high` may be infinite. */
export interface YearRange {
  readonly low: number;
  readonly high: number;
}

/**
 * Reads a contributor's age band: `15-17`, `15 – 17`, `9--17`, `48+`, `<18`, `under 18`, `moins de 18`, or one age.
 * Null for anything else.
 */
export function parseBand(text: string): YearRange | null {
  const plain = latinDigits(text).normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const between = /^(\d{1,3}) ?(?:-{1,2}|–|—|to|a|to) ?(\d{1,3})(?: ?(?:years|ans|anos|سنة))?$/u.exec(plain);
  if (between) return range(Number(between[1]), Number(between[2]));
  const single = /^(\d{1,3})$/u.exec(plain);
  if (single) return range(Number(single[1]), Number(single[1]));
  const from = /^(?:(\d{1,3}) ?(?:\+|and over|et plus|y mas)|(?:>=|≥) ?(\d{1,3}))$/u.exec(plain);
  if (from) return { low: Number(from[1] ?? from[2]), high: Number.POSITIVE_INFINITY };
  const below = /^(?:<|under|moins de|menos de|below) ?(\d{1,3})$/u.exec(plain);
  if (below) return range(0, Number(below[1]) - 1);
  return null;
}

function range(low: number, high: number): YearRange | null {
  return low <= high ? { low, high } : null;
}

const bandRanges = new Map<string, readonly (readonly [string, YearRange])[]>();

/** The band of a code list (`age_band`, `perpetrator_age_band`) that a range lies in; null where it lies in none. */
export function bandHolding(list: string, { low, high }: YearRange): string | null {
  let bands = bandRanges.get(list);
  if (!bands) {
    bands = codesOf(list).map(({ code }) => [code, parseBand(code) ?? { low: 0, high: 0 }] as const);
    bandRanges.set(list, bands);
  }
  return bands.find(([, band]) => low >= band.low && high <= band.high)?.[0] ?? null;
}
