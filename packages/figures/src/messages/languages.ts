import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };

/** A text of the catalogue, named by what it says. */
export type MessageKey = keyof typeof en;

/** ICU MessageFormat texts; every language has every key, with the same arguments. */
export type Messages = Readonly<Record<MessageKey, string>>;

/** A language that figures speak. */
export interface LanguageEntry {
  /** The tag that sentences are filed under: `ar`. */
  readonly tag: string;
  /** Locale of its numbers, dates and plurals; English dates are written day first, Arabic with Latin digits. */
  readonly locale: string;
  readonly messages: Messages;
}

/** The languages that come with the program; `addLanguage` adds others. */
export const languages: readonly LanguageEntry[] = [
  { tag: 'en', locale: 'en-GB', messages: en },
  { tag: 'fr', locale: 'fr', messages: fr },
  { tag: 'es', locale: 'es', messages: es },
  { tag: 'ar', locale: 'ar-u-nu-latn', messages: ar },
];

/** Tags of the languages that come with the program. */
export const languageTags: readonly string[] = languages.map(({ tag }) => tag);

const added = new Map<string, LanguageEntry>();

/** The texts of a language; undefined where figures do not speak it. */
export function languageOf(tag: string): LanguageEntry | undefined {
  return languages.find((entry) => entry.tag === tag) ?? added.get(tag);
}

/** Whether figures have texts in a language: one that came with the program, or was added. */
export function speaks(tag: string): boolean {
  return languageOf(tag) !== undefined;
}

/** Keys that a language needs and `texts` lacks. */
export function missingTexts(texts: Readonly<Record<string, string>>): string[] {
  return Object.keys(en).filter((key) => !texts[key]?.trim());
}

/**
 * Teaches figures a further language, for as long as the program runs. RangeError: a text is missing, or the language came with the
 * program.
 */
export function addLanguage(tag: string, locale: string, texts: Readonly<Record<string, string>>): void {
  if (languageTags.includes(tag)) throw new RangeError(`figures already speak '${tag}'`);
  const [missing] = missingTexts(texts);
  if (missing !== undefined) throw new RangeError(`figures have no text '${missing}' in '${tag}'`);
  added.set(tag, { tag, locale, messages: texts as Messages });
}
