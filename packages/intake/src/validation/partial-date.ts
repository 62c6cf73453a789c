/** A date known to the day, the month or the year, as the days it may be: `2015-06` is any day of June 2015. */
export interface DayRange {
  /** Days since 0000-03-01 in the Gregorian calendar; only differences mean anything. */
  readonly first: number;
  readonly last: number;
  readonly precision: 'day' | 'month' | 'year';
}

/** Reads `2015`, `2015-06` or `2015-06-30`; undefined for anything else, missing cells included. */
export function dayRange(cell: string): DayRange | undefined {
  const parts = datePattern.exec(cell);
  if (!parts) return undefined;
  const [, year, month, day] = parts;
  const y = Number(year);
  if (month === undefined) return { first: dayNumber(y, 1, 1), last: dayNumber(y, 12, 31), precision: 'year' };
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  if (day === undefined)
    return {
      first: dayNumber(y, m, 1),
      last: dayNumber(m === 12 ? y + 1 : y, (m % 12) + 1, 1) - 1,
      precision: 'month',
    };
  const n = dayNumber(y, m, Number(day));
  return { first: n, last: n, precision: 'day' };
}

/** Average length of a month in days. */
export const daysInMonth = 30.4375;

const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** Days since 0000-03-01: years start in March, so that the leap day is the last of its year. */
function dayNumber(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return (
    365 * y + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 1
  );
}
