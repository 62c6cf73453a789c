// What the page that encodes says, in every language it speaks: one file of words a language, all in the page's one file.
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };

/** A text of the page, named by what it says. */
export type PageKey = keyof typeof en;

export function isPageKey(key: string): key is PageKey {
  return key in en;
}

/** Texts by key; `{name}` stands for an argument. */
export type PageWords = Readonly<Record<PageKey, string>>;

/** The page's languages by tag, in the order in which they are offered. The first one is what it falls back to. */
export const pageWords: Readonly<Record<PageLanguage, PageWords>> = { en, fr, es, ar, pt };

export type PageLanguage = 'en' | 'fr' | 'es' | 'ar' | 'pt';

/** The first of the wanted languages that the page speaks: `pt-BR` is met by `pt`. English where it speaks none. */
export function firstSpoken(wanted: readonly string[]): PageLanguage {
  const spoken = Object.keys(pageWords) as PageLanguage[];
  for (const tag of wanted) {
    const found = spoken.find((language) => tag.toLowerCase().split('-')[0] === language);
    if (found) return found;
  }
  return 'en';
}

/** A text with its arguments filled in. */
export function fillIn(text: string, args: Readonly<Record<string, string>> = {}): string {
  return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => args[name] ?? '');
}
