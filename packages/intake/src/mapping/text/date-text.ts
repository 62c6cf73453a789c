import type { DateReading } from '../mapping.ts';
import { latinDigits } from './amount-text.ts';
import { dateOfDay, dayNumber, type PartialDate, toGregorian } from './calendar.ts';

/** Why a text is no date: the name goes into the finding. */
export type DateProblem =
  | 'not_a_date'
  | 'no_such_day'
  | 'date_order_not_declared'
  | 'two_digit_year'
  | 'excel_serial_not_declared';

export type DateResult = { readonly date: PartialDate } | { readonly problem: DateProblem };

const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?:[T ][\d:.,]{1,15}(?:Z|[+-]\d\d:?\d\d)?)?$/u;
const parted = /^(\d{1,4})[./\- ](\d{1,4})(?:[./\- ](\d{1,4}))?(?: [\d:.]{1,12})?$/u;
const serial = /^\d{4,5}(?:[.,]\d+)?$/u;

/**
 * Reads a whole or partial date: ISO 8601 (`2015`, `2015-06`, `2015-06-30`, a time after it is passed over), or numbers
 * in the declared order. Nothing is guessed: `03/04/2015` without a declared order is a problem, and so are two-digit
 * years. Bare numbers are spreadsheet days only where that is declared.
 */
export function parseDate(text: string, reading: DateReading): DateResult {
  const plain = latinDigits(text);
  if (
    reading.excelSerials !== null &&
    serial.test(plain) &&
    !(plain.length === 4 && Number(plain) < 2200 && Number(plain) > 1800)
  )
    return { date: dateOfSerial(Number(plain.replace(',', '.')), reading.excelSerials) };
  const match = iso.exec(plain);
  if (match) return checked(number(match[1]), numberOrNull(match[2]), numberOrNull(match[3]), reading);
  if (serial.test(plain)) return { problem: 'excel_serial_not_declared' };
  const numbers = parted.exec(plain);
  if (!numbers) return { problem: 'not_a_date' };
  const [, first = '', second = '', third] = numbers;
  if (third === undefined) return monthAndYear(first, second, reading);
  if (first.length === 4) return checked(number(first), number(second), number(third), reading);
  if (third.length < 4) return { problem: reading.order === null ? 'date_order_not_declared' : 'two_digit_year' };
  if (reading.order === 'dmy') return checked(number(third), number(second), number(first), reading);
  if (reading.order === 'mdy') return checked(number(third), number(first), number(second), reading);
  return { problem: reading.order === null ? 'date_order_not_declared' : 'not_a_date' };
}

function monthAndYear(first: string, second: string, reading: DateReading): DateResult {
  if (first.length === 4) return checked(number(first), number(second), null, reading);
  if (second.length === 4) return checked(number(second), number(first), null, reading);
  return { problem: 'not_a_date' };
}

function checked(year: number, month: number | null, day: number | null, reading: DateReading): DateResult {
  const date = toGregorian({ year, month, day }, reading.calendar);
  return date ? { date } : { problem: 'no_such_day' };
}

/** The 1900 system counts 29 February 1900, a day that never was, as day 60; day 1 of 1904 is 1904-01-02. */
export function dateOfSerial(serialDay: number, system: '1900' | '1904'): PartialDate {
  const days = Math.floor(serialDay);
  if (system === '1904') return dateOfDay(dayNumber(1904, 1, 1) + days);
  return dateOfDay(dayNumber(1899, 12, days < 60 ? 31 : 30) + days);
}

/** `2015-06-30`, `2015-06` or `2015`. */
export function dateText({ year, month, day }: PartialDate): string {
  const parts = [String(year).padStart(4, '0')];
  if (month !== null) parts.push(String(month).padStart(2, '0'));
  if (month !== null && day !== null) parts.push(String(day).padStart(2, '0'));
  return parts.join('-');
}

function number(text: string | undefined): number {
  return Number(text);
}

function numberOrNull(text: string | undefined): number | null {
  return text === undefined ? null : Number(text);
}
