// Day numbers and calendars by integer arithmetic, with no clock and no time zone. Civil dates after Howard Hinnant,
// "chrono-Compatible Low-Level Date Algorithms" (days_from_civil); the tabular Islamic calendar after Reingold and
// Dershowitz, "Calendrical Calculations" (fixed-from-islamic), with the leap years of the civil reckoning.
import type { Calendar } from '../mapping.ts';

/** A date as far as it is known: a year, with its month, with its day. */
export interface PartialDate {
  readonly year: number;
  readonly month: number | null;
  readonly day: number | null;
}

/** Days since 1970-01-01 of a proleptic Gregorian date. */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The Gregorian date of a day number. */
export function dateOfDay(days: number): { readonly year: number; readonly month: number; readonly day: number } {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch + (monthFromMarch < 10 ? 3 : -9);
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day };
}

/** Days of a Gregorian month. */
export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : dayNumber(year, month + 1, 1) - dayNumber(year, month, 1);
}

const islamicEpoch = dayNumber(622, 7, 19);

function islamicDay(year: number, month: number, day: number): number {
  return (
    islamicEpoch -
    1 +
    day +
    29 * (month - 1) +
    Math.floor(month / 2) +
    (year - 1) * 354 +
    Math.floor((3 + 11 * year) / 30)
  );
}

/**
 * A date of another calendar as a Gregorian one; null where there is no such day. Buddhist years are Gregorian years
 * plus 543. A Hijri year or month alone becomes the Gregorian year and month in which its middle falls.
 */
export function toGregorian(date: PartialDate, calendar: Calendar): PartialDate | null {
  const { year, month, day } = date;
  if (month !== null && (month < 1 || month > 12)) return null;
  if (calendar !== 'hijri') {
    const gregorian = calendar === 'buddhist' ? year - 543 : year;
    const lastDay = month === null ? 0 : daysInMonth(gregorian, month);
    return day !== null && (day < 1 || day > lastDay) ? null : { year: gregorian, month, day };
  }
  if (month === null) return { year: dateOfDay(islamicDay(year, 7, 1)).year, month: null, day: null };
  if (day === null) {
    const middle = dateOfDay(islamicDay(year, month, 15));
    return { year: middle.year, month: middle.month, day: null };
  }
  const isLeap = (14 + 11 * year) % 30 < 11;
  const lastDay = month % 2 === 1 || (month === 12 && isLeap) ? 30 : 29;
  return day < 1 || day > lastDay ? null : dateOfDay(islamicDay(year, month, day));
}
