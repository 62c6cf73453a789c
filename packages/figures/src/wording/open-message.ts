import { IntlMessageFormat } from 'intl-messageformat';

// Four digits are grouped too, as in tables, where Spanish and Portuguese would leave them.
const formatters = {
  getNumberFormat: (locales?: string | string[], options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locales, { useGrouping: 'always', ...options } as Intl.NumberFormatOptions),
  getDateTimeFormat: (locales?: string | string[], options?: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, options),
  getPluralRules: (locales?: string | string[], options?: Intl.PluralRulesOptions) =>
    new Intl.PluralRules(locales, options),
};

/** A message in which no line can end before a mark that stands apart from its word, as French and Spanish set them. */
export function unbroken(message: string): string {
  return message.replaceAll(/ (?=[:;?!%»])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}

/** An ICU message ready to be filled in; its numbers are grouped as everywhere else. */
export function openMessage(message: string, locale: string): IntlMessageFormat {
  return new IntlMessageFormat(unbroken(message), locale, undefined, { formatters });
}
