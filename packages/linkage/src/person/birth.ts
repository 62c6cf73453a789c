/** Dates of birth as they are compared: four digits of a year, and month and day where they are known. */

export interface Birth {
  readonly year: string;
  /** Two digits; null where unknown. */
  readonly month: string | null;
  readonly day: string | null;
  /** 1 January: written where only the year is known, so that month and day say nothing. */
  readonly placeholder: boolean;
}

/** Order of day, month and year in a written date; a year that comes first is always read as such. */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';

/** What is wrong with a date. */
export type BirthProblem = 'two_digit_year' | 'unreadable';

/** First code of the ten digits of scripts whose forms have dates in them: Arabic, Persian, Devanagari, Bengali. */
const digitZeros = [0x0660, 0x06f0, 0x0966, 0x09e6] as const;

function withLatinDigits(text: string): string {
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => {
    const code = digit.codePointAt(0) as number;
    const zero = digitZeros.find((first) => code >= first && code < first + 10);
    return zero === undefined ? digit : String(code - zero);
  });
}

/**
 * Reads `1997-10-02`, `19971002`, `1997-10`, `1997` or `02/10/1997` (by `order`), a time of day after it passed over; null for an
 * empty text. Six digits alone are a year and a month where they begin as years of birth do, and else a date of two-digit year.
 */
export function parseBirth(raw: string, order: DateOrder = 'ymd'): Birth | BirthProblem | null {
  const text = withLatinDigits(raw.trim()).replace(
    /^(\S{8,10})[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[AP]M|Z|[+-]\d{2}:?\d{2})?$/i,
    '$1',
  );
  if (text === '') return null;
  if (/^\d{2}$/.test(text) || (/^\d{6}$/.test(text) && !/^(?:1[89]|20)/.test(text))) return 'two_digit_year';
  const compact = /^(\d{4})(?:(\d{2})(\d{2})?)?$/.exec(text);
  if (compact) return birthOf(compact[1] as string, compact[2] ?? null, compact[3] ?? null);
  const parts = text.split(/[-/. ]+/);
  if (!parts.every((part) => /^\d{1,4}$/.test(part))) return 'unreadable';
  const [first = '', second, third] = parts;
  if (first.length === 4 && parts.length <= 3) return birthOf(first, second ?? null, third ?? null);
  if (parts.length !== 3 || third === undefined || second === undefined) return 'unreadable';
  if (third.length !== 4) return 'two_digit_year';
  return order === 'mdy' ? birthOf(third, first, second) : birthOf(third, second, first);
}

function birthOf(year: string, month: string | null, day: string | null): Birth | BirthProblem {
  const [m, d] = [month?.padStart(2, '0') ?? null, day?.padStart(2, '0') ?? null];
  if ((m !== null && m.length !== 2) || (d !== null && d.length !== 2)) return 'unreadable';
  if (Number(m ?? 0) > 12 || Number(d ?? 0) > 31) return 'unreadable';
  if (m === '00' || d === '00') return { year, month: m === '00' ? null : m, day: null, placeholder: false };
  return { year, month: m, day: d, placeholder: m === '01' && d === '01' };
}

/** The digits that carry evidence, in the order year, month, day: no month or day of a placeholder. */
export function birthDigits({ year, month, day, placeholder }: Birth): string {
  if (placeholder || month === null) return year;
  return `${year}${month}${day ?? ''}`;
}

/** All digits that were written, in the order year, month, day; 1 January stands for itself. */
export function writtenDigits({ year, month, day }: Birth): string {
  return `${year}${month ?? ''}${day ?? ''}`;
}

/** Whether day and month are known and mean something. */
export function isFullBirth(birth: Birth | null): birth is Birth & { readonly month: string; readonly day: string } {
  return birth !== null && birth.month !== null && birth.day !== null && !birth.placeholder;
}

/** Letters and digits of a date that could not be read, year, month, day as far as its parts tell. */
export function brokenBirthText(raw: string, order: DateOrder): string {
  const parts =
    raw
      .toLowerCase()
      .normalize('NFKD')
      .match(/[a-z0-9]+/g) ?? [];
  const [first = '', second = '', third = ''] = parts;
  if (parts.length !== 3 || first.length === 4) return parts.join('');
  return order === 'mdy' ? `${third}${first}${second}` : `${third}${second}${first}`;
}
