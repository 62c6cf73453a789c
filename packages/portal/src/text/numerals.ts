import { numberFormat } from './number-format.ts';

// A number that stands alone: no part of a code or a version, and no selector of a choice.
const alone = String.raw`(?<![\p{L}\d=.\-/_]|\p{Script=Latin} )\d+(?:[.,]\d+)?`;
const percents = new RegExp(`${alone}[\\s\u00a0\u202f]?%`, 'gu');
const numbers = new RegExp(`${alone}(?![\\p{L}\\d\\-_])`, 'gu');
const years = /^(?:19|20)\d\d$/;

/**
 * A message whose own numbers are written as those that are filled in: `95%` with the signs that keep it together in
 * right-to-left text, digits of the numbering system. Years stay as they are everywhere.
 *
 * @param locale BCP 47 tag with its numbering system
 */
export function inNumerals(message: string, locale: string): string {
  const percent = numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const written = message.replaceAll(percents, (text) => percent(numberIn(text) / 100));
  if (isLatin(locale)) return written;
  const plain = numberFormat(locale, { maximumFractionDigits: 2 });
  return written.replaceAll(numbers, (text) => (years.test(text) ? text : plain(numberIn(text))));
}

const latin = new Map<string, boolean>();

function isLatin(locale: string): boolean {
  const known = latin.get(locale) ?? new Intl.NumberFormat(locale).resolvedOptions().numberingSystem === 'latn';
  latin.set(locale, known);
  return known;
}

// A comma before three digits sets off thousands.
function numberIn(text: string): number {
  const digits = text.replaceAll(/[^\d.,]/g, '');
  return Number(digits.replace(/,(?=\d{3}$)/, '').replace(',', '.'));
}
