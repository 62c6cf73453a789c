import { foldedText } from '../../readers/header.ts';
import type { DurationRule } from '../mapping.ts';
import type { MissingOf, Operation, Outcome } from '../outcome.ts';
import { absent, given, unknown, unreadable } from '../outcome.ts';
import { type Amount, oneDecimal, parseAmount, parseNumber } from '../text/amount-text.ts';
import { dayNumber, type PartialDate } from '../text/calendar.ts';
import { readDate } from './dates.ts';

/** Months, one decimal at most, from an amount with a unit or from two dates. */
export function duration(rule: DurationRule, missingOf: MissingOf): Operation {
  return rule.from.length === 2 ? betweenDates(rule, missingOf) : fromAmount(rule, missingOf);
}

function fromAmount(rule: DurationRule, missingOf: MissingOf): Operation {
  const [column = ''] = rule.from;
  return {
    from: [column],
    codes: null,
    rest: null,
    also: ['duration_band'],
    evaluate([cell = '']): Outcome {
      const text = foldedText(cell);
      const missing = missingOf(text);
      if (missing !== null) return absent(missing);
      const amount = amountOf(text);
      if (!amount) return unreadable('C01', column, text, { operation: 'duration' });
      return amount.bound === 'exactly' ? given(oneDecimal(amount.months)) : bounded(amount);
    },
  };

  function amountOf(text: string): Amount | null {
    const plain = rule.unit === null ? null : parseNumber(text, rule.decimal);
    if (plain !== null && plain < 0) return null;
    return parseAmount(text, rule.unit, rule.decimal);
  }
}

/** "Less than a month" is half of one; any other bound leaves the months unknown and may settle the band. */
function bounded({ months, bound }: Amount): Outcome {
  if (bound === 'less_than' && months <= 1) return given('0.5');
  const band = bound === 'less_than' ? (months <= 12 ? '0-12' : null) : months >= 24 ? '25+' : null;
  return band === null ? absent(unknown) : { values: [], missing: unknown, also: { duration_band: band } };
}

function betweenDates(rule: DurationRule, missingOf: MissingOf): Operation {
  const [entered = '', left = ''] = rule.from;
  return {
    from: [entered, left],
    codes: null,
    rest: null,
    also: [],
    evaluate([entry = '', exit = '']): Outcome {
      const from = readDate(entry, entered, rule.dates, missingOf);
      if ('outcome' in from) return from.outcome;
      const to = readDate(exit, left, rule.dates, missingOf);
      if ('outcome' in to) return to.outcome;
      const months = monthsBetween(from.date, to.date);
      return months < 0
        ? unreadable('D02', left, foldedText(exit), { operation: 'duration' })
        : given(oneDecimal(months));
    },
  };
}

/** Months between two dates at the precision both have: days / 30.4375, a difference of months, or years × 12. */
export function monthsBetween(from: PartialDate, to: PartialDate): number {
  if (from.month === null || to.month === null) return (to.year - from.year) * 12;
  if (from.day === null || to.day === null) return (to.year - from.year) * 12 + to.month - from.month;
  return (dayNumber(to.year, to.month, to.day) - dayNumber(from.year, from.month, from.day)) / 30.4375;
}
