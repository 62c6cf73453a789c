import { fillIn, firstSpoken, isPageKey, type PageKey, type PageLanguage, pageWords } from '../words/page-words.ts';

/** The page's texts in the language that is chosen. The choice is kept nowhere: the next time it is the browser's own again. */
export interface PageSpeech {
  say(key: PageKey, args?: Readonly<Record<string, string>>): string;
  count(value: number): string;
  percent(share: number): string;
}

/**
 * Lets the page speak: every element marked `data-words` gets its text, the document its language and direction, at once and whenever
 * another language is chosen.
 *
 * @param wanted the browser's languages, the most wanted first
 * @param onChange called after each change, to say anew what is not marked
 */
export function startSpeech(document: Document, wanted: readonly string[], onChange: () => void): PageSpeech {
  let language: PageLanguage = firstSpoken(wanted);
  const words = () => pageWords[language];
  const format = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(words()['language.locale'], options);
  const speak = () => {
    document.documentElement.lang = language;
    document.documentElement.dir = words()['language.direction'];
    document.title = words().title;
    for (const element of document.querySelectorAll<HTMLElement>('[data-words]')) {
      const key = element.dataset.words ?? '';
      if (isPageKey(key)) element.textContent = words()[key];
    }
  };
  const choice = document.getElementById('language');
  if (!(choice instanceof HTMLSelectElement)) throw new Error('the page lacks #language');
  choice.value = language;
  choice.addEventListener('change', () => {
    language = firstSpoken([choice.value]);
    speak();
    onChange();
  });
  speak();
  return {
    say: (key, args) => fillIn(words()[key], args),
    count: (value) => format({}).format(value),
    percent: (share) => format({ style: 'percent', maximumFractionDigits: 1 }).format(share),
  };
}
