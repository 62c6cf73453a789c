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

/** Every language; a further one is a file of texts and a line here. */
export const languages: readonly LanguageEntry[] = [
  { tag: 'en', locale: 'en-GB', messages: en },
  { tag: 'fr', locale: 'fr', messages: fr },
  { tag: 'es', locale: 'es', messages: es },
  { tag: 'ar', locale: 'ar-u-nu-latn', messages: ar },
];

/** Tags of the languages that figures speak. */
export const languageTags: readonly string[] = languages.map(({ tag }) => tag);
