import { Refusal } from '@casebridge/refusal';
import { languageOf, languageTags, type MessageKey } from '../messages/languages.ts';
import { type Counted, withCounted } from './counted.ts';
import { dateNumber } from './day.ts';
import { type Filled, filledBy, openMessage } from './open-message.ts';

/** Arguments of a text: numbers where a plural depends on them, finished texts otherwise. */
export type Args = Readonly<Record<string, string | number>>;

/** One language's texts and number formats, its nouns those of what is counted. */
export interface Voice {
  readonly language: string;
  /** The text of a key with its arguments filled in. */
  say(key: MessageKey, args?: Args): string;
  has(key: string): key is MessageKey;
  /** `12,345`. */
  number(value: number): string;
  /** `74%`, with `digits` decimals. */
  percent(value: number, digits?: number): string;
  /** `+9%`, `−9%`. */
  signedPercent(value: number): string;
  /** `2.9`: with exactly one decimal. */
  decimal(value: number): string;
  /** `+7` or `−2.5`. */
  signed(value: number): string;
  /** A day written as `2016-05-20`, as the language writes it. */
  date(day: string): string;
}

const voices = new Map<string, Voice>();

/** The voice of a language for what is counted. Refuses a language that has no texts. */
export function voiceOf(language: string, counted: Counted = 'record'): Voice {
  const name = `${language} ${counted}`;
  const known = voices.get(name);
  if (known) return known;
  const entry = languageOf(language);
  if (!entry) {
    throw new Refusal(
      'figures-language-unknown',
      `figures have no texts in '${language}'; choose among ${languageTags.join(', ')} or add a catalogue`,
    );
  }
  const voice = makeVoice(language, entry.locale, entry.messages, counted);
  voices.set(name, voice);
  return voice;
}

function makeVoice(
  language: string,
  locale: string,
  messages: Readonly<Record<MessageKey, string>>,
  counted: Counted,
): Voice {
  const compiled = new Map<MessageKey, Filled>();
  // Four digits are grouped too, as in tables, where Spanish and Portuguese would leave them.
  const grouped = { maximumFractionDigits: 9, useGrouping: 'always' } as Intl.NumberFormatOptions;
  const plain = new Intl.NumberFormat(locale, grouped);
  const one = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const sign = new Intl.NumberFormat(locale, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const percents = [0, 1].map(
    (digits) =>
      new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: digits, maximumFractionDigits: digits }),
  );
  const change = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const dates = new Intl.DateTimeFormat(`${locale}${locale.includes('-u-') ? '' : '-u'}-ca-gregory`, {
    dateStyle: 'long',
    timeZone: 'UTC',
  });
  return {
    language,
    say(key, args = {}) {
      const fill = compiled.get(key) ?? filledBy(openMessage(withCounted(messages[key], counted), locale));
      compiled.set(key, fill);
      return fill(args);
    },
    has: (key): key is MessageKey => Object.hasOwn(messages, key),
    number: (value) => plain.format(value),
    percent: (value, digits = 0) => (percents[digits] ?? (percents[0] as Intl.NumberFormat)).format(value),
    signedPercent: (value) => minus(change.format(value)),
    decimal: (value) => one.format(value),
    signed: (value) => minus(sign.format(value)),
    date: (day) => dates.format(dateNumber(day)),
  };
}

// A true minus sign: a hyphen can be lost at the end of a line.
function minus(text: string): string {
  return text.replace('-', '−');
}
