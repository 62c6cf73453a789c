import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Counted, filledBy, openMessage, unbroken, withCounted } from '@casebridge/figures';
import { Refusal } from '@casebridge/refusal';
import type { IntlMessageFormat } from 'intl-messageformat';
import type { ComponentChild } from 'preact';
import { inNumerals } from './numerals.ts';

/** ICU message texts by key, in one language. */
export type Messages = Readonly<Record<string, string>>;

export type MessageArguments = Readonly<Record<string, string | number>>;

/** What wraps the text between `<name>` and `</name>` of a message. */
export type Wrap = (children: ComponentChild) => ComponentChild;

/** The interface's words in one language. */
export interface Catalogue {
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47 tag with numbering system and calendar, for `Intl`. */
  readonly locale: string;
  readonly messages: Messages;
  /** Throws an Error for a key no message file has: a bug, not a refusal. */
  text(key: string, args?: MessageArguments): string;
  /** The same with markup: every `<name>` in the message is wrapped by `wraps.name`. */
  rich(key: string, wraps: Readonly<Record<string, Wrap>>, args?: MessageArguments): ComponentChild;
  has(key: string): boolean;
}

// The same folder from `src/text/` and from `dist/text/`.
const folder = fileURLToPath(new URL('../../src/messages/', import.meta.url));

const added = new Map<string, Messages>();

/** Adds a language's messages, for as long as the program runs; `openLanguages` checks that they are complete. */
export function addMessages(language: string, messages: Messages): void {
  added.set(language, messages);
}

/** Languages that have messages: those that came with the portal, and those added. */
export function interfaceLanguages(): readonly string[] {
  const own = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  return [...own, ...added.keys()].sort();
}

/** Every message of a language: all JSON files of its folder, merged. */
export function readMessages(language: string): Messages {
  if (!interfaceLanguages().includes(language)) {
    throw new Refusal(
      'portal-no-language',
      `The portal has no messages for '${language}'; it has ${interfaceLanguages().join(', ')}. Remove it from 'languages' in site.yaml, or put a folder languages/${language} beside that file.`,
    );
  }
  const other = added.get(language);
  if (other) return other;
  const files = readdirSync(join(folder, language))
    .filter((name) => name.endsWith('.json'))
    .sort();
  return Object.assign(
    {},
    ...files.map((name) => JSON.parse(readFileSync(join(folder, language, name), 'utf8')) as Messages),
  ) as Messages;
}

/** Which way a language is written. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  return readMessages(language)['language.direction'] === 'rtl' ? 'rtl' : 'ltr';
}

/**
 * The catalogue of a language.
 *
 * @param numerals numbering system for `Intl`, such as `latn` or `arab`; the language's own when absent
 * @param counted what the release counts: its nouns are those of records or of people
 */
export function openCatalogue(language: string, numerals?: string, counted: Counted = 'record'): Catalogue {
  const written = readMessages(language);
  const locale = `${written['language.locale'] ?? language}-u-ca-gregory${numerals === undefined ? '' : `-nu-${numerals}`}`;
  // Terms to look for are compared with what readers write, in any digits.
  const messages = Object.fromEntries(
    Object.entries(written).map(([key, message]) => [
      key,
      key.startsWith('lexicon.') ? message : unbroken(inNumerals(withCounted(message, counted), locale)),
    ]),
  );
  const compiled = new Map<string, IntlMessageFormat>();
  const fillers = new Map<string, ReturnType<typeof filledBy>>();
  const whole = new Map<string, string>();
  const fill = (key: string, args?: MessageArguments) => {
    const filler = fillers.get(key) ?? filledBy(formatOf(key));
    fillers.set(key, filler);
    return filler(args);
  };
  const formatOf = (key: string) => {
    const known = compiled.get(key);
    if (known) return known;
    const message = messages[key];
    if (message === undefined) throw new Error(`no message '${key}' in ${language}`);
    const format = openMessage(message, locale);
    compiled.set(key, format);
    return format;
  };
  return {
    language,
    locale,
    messages,
    direction: messages['language.direction'] === 'rtl' ? 'rtl' : 'ltr',
    text: (key, args) => {
      if (args !== undefined) return fill(key, args);
      const text = whole.get(key) ?? fill(key);
      whole.set(key, text);
      return text;
    },
    rich: (key, wraps, args) =>
      formatOf(key).format<ComponentChild>({
        ...args,
        ...Object.fromEntries(
          Object.entries(wraps).map(([name, wrap]) => [name, (children: ComponentChild[]) => wrap(children)]),
        ),
      }) as ComponentChild,
    has: (key) => messages[key] !== undefined,
  };
}
