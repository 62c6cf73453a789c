import { IntlMessageFormat } from 'intl-messageformat';

// Four digits are grouped too, as in tables, where Spanish and Portuguese would leave them. Each is opened once: that takes far
// longer than using it.
const formatters = {
  getNumberFormat: once(
    (locales?: string | string[], options?: Intl.NumberFormatOptions) =>
      new Intl.NumberFormat(locales, { useGrouping: 'always', ...options } as Intl.NumberFormatOptions),
  ),
  getDateTimeFormat: once(
    (locales?: string | string[], options?: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat(locales, options),
  ),
  getPluralRules: once(
    (locales?: string | string[], options?: Intl.PluralRulesOptions) => new Intl.PluralRules(locales, options),
  ),
};

function once<Options extends object, Opened>(
  open: (locales?: string | string[], options?: Options) => Opened,
): (locales?: string | string[], options?: Options) => Opened {
  const opened = new Map<string, Opened>();
  return (locales, options) => {
    const key = `${locales} ${options === undefined ? '' : JSON.stringify(options)}`;
    const known = opened.get(key) ?? open(locales, options);
    opened.set(key, known);
    return known;
  };
}

/** A message in which no line can end before a mark that stands apart from its word, as French and Spanish set them. */
export function unbroken(message: string): string {
  return message.replaceAll(/ (?=[:;?!%»])/g, '\u00a0').replaceAll('« ', '«\u00a0');
}

/** An ICU message ready to be filled in; its numbers are grouped as everywhere else. */
export function openMessage(message: string, locale: string): IntlMessageFormat {
  return new IntlMessageFormat(unbroken(message), locale, undefined, { formatters });
}

/** What fills a message in: it throws where an argument is missing. */
export type Filled = (args?: Readonly<Record<string, string | number>>) => string;

/** A message's text for its arguments. Most messages only set them between words, which takes no formatter. */
export function filledBy(message: IntlMessageFormat): Filled {
  // 0 is a text as it is, 1 an argument with no format: the numbers of the message parser.
  const parts = message
    .getAst()
    .map((part) => (part.type === 0 ? part.value : part.type === 1 ? { name: part.value } : null));
  const byFormatter: Filled = (args) => String(message.format(args && { ...args }));
  if (parts.includes(null)) return byFormatter;
  return (args) => {
    let text = '';
    for (const part of parts) {
      if (part === null) return byFormatter(args);
      if (typeof part === 'string') text += part;
      else {
        const value = args?.[part.name];
        if (value === undefined) return byFormatter(args);
        text += value;
      }
    }
    return text;
  };
}
