import { ageBandOf, majorityOfAge } from '@casebridge/standard';
import { foldedText } from '../../readers/header.ts';
import type { AgeFromDatesRule, DateReading, DateRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome } from '../outcome.ts';
import { absent, given, unknown, unreadable } from '../outcome.ts';
import type { PartialDate } from '../text/calendar.ts';
import { parseDate } from '../text/date-text.ts';

/** A date of one cell, or what the cell's outcome is without one. */
export function readDate(
  cell: string,
  column: string,
  reading: DateReading,
  missingOf: MissingOf,
): { readonly date: PartialDate } | { readonly outcome: Outcome } {
  const text = foldedText(cell);
  const missing = missingOf(text);
  if (missing !== null) return { outcome: absent(missing) };
  const result = parseDate(text, reading);
  if ('date' in result) return result;
  return { outcome: unreadable('C01', column, text, { operation: 'date', problem: result.problem }) };
}

/** The year of a whole or partial date. */
export function dateToYear(rule: DateRule, missingOf: MissingOf): Operation {
  return fromDate(rule, missingOf, ({ year }) => String(year));
}

/** `2015-Q1`; unknown where the date has no month. */
export function dateToQuarter(rule: DateRule, missingOf: MissingOf): Operation {
  return fromDate(rule, missingOf, quarterOf);
}

/** `2015-Q1`, or null for a year alone. */
export function quarterOf({ year, month }: PartialDate): string | null {
  return month === null ? null : `${year}-Q${Math.ceil(month / 3)}`;
}

function fromDate(rule: DateRule, missingOf: MissingOf, take: (date: PartialDate) => string | null): Operation {
  const [column = ''] = rule.from;
  return {
    from: [column],
    codes: null,
    rest: null,
    also: [],
    evaluate([cell = '']) {
      const read = readDate(cell, column, rule.dates, missingOf);
      if ('outcome' in read) return read.outcome;
      const value = take(read.date);
      return value === null ? absent(unknown) : given(value);
    },
  };
}

/**
 * Completed years between two dates. Where partial dates leave two ages possible the age is unknown, and the band or
 * child or adult is given if both ages agree on it.
 */
export function ageFromDates(rule: AgeFromDatesRule, missingOf: MissingOf): Operation {
  const [born = '', at = ''] = rule.from;
  return {
    from: [born, at],
    codes: null,
    rest: null,
    also: ['age_band', 'majority_at_registration'],
    evaluate([birth = '', then = '']): Outcome {
      const from = readDate(birth, born, rule.dates, missingOf);
      if ('outcome' in from) return from.outcome;
      const to = readDate(then, at, rule.dates, missingOf);
      if ('outcome' in to) return to.outcome;
      const oldest = completedYears(from.date, to.date, 'most');
      const youngest = completedYears(from.date, to.date, 'least');
      if (oldest === youngest) return given(String(oldest));
      const ages = [String(youngest), String(oldest)] as const;
      const bands = ages.map(ageBandOf);
      const sides = ages.map(majorityOfAge);
      return {
        values: [],
        missing: unknown,
        also: {
          age_band: bands[0] === bands[1] ? (bands[0] as string) : unknown,
          majority_at_registration: sides[0] === sides[1] ? (sides[0] as string) : unknown,
        },
      };
    },
  };
}

function completedYears(from: PartialDate, to: PartialDate, extreme: 'least' | 'most'): number {
  const early = extreme === 'most' ? [1, 1] : [12, 31];
  const late = extreme === 'most' ? [12, 31] : [1, 1];
  const [fromMonth = 1, fromDay = 1] = [from.month ?? early[0], from.day ?? early[1]];
  const [toMonth = 1, toDay = 1] = [to.month ?? late[0], to.day ?? late[1]];
  const before = toMonth < fromMonth || (toMonth === fromMonth && toDay < fromDay);
  return to.year - from.year - (before ? 1 : 0);
}
