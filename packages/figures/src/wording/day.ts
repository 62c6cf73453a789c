/**
 * Milliseconds from 1 January 1970 (UTC) to a day written as `2016-05-20`, proleptic Gregorian calendar. RangeError where
 * the text is no day.
 */
export function dateNumber(day: string): number {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) throw new RangeError(`'${day}' is not a day written as year-month-day`);
  const [year, month, date] = match.slice(1).map(Number) as [number, number, number];
  // Days of whole years counted from March, so that a leap day comes last (E. M. Reingold, N. Dershowitz).
  const shifted = month > 2 ? year : year - 1;
  const leaps = Math.floor(shifted / 4) - Math.floor(shifted / 100) + Math.floor(shifted / 400);
  const ofYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  return (365 * shifted + leaps + ofYear - 719_468) * 86_400_000;
}
