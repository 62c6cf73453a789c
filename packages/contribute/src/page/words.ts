import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** What the baked page hands to its script: its words, and where the worker lies. */
export interface PageSetting {
  readonly language: string;
  readonly locale: string;
  /** Address of the worker's script, relative to the page. */
  readonly worker: string;
  /** Address of the script with a further language's texts, relative to the page; null where it came with the program. */
  readonly texts: string | null;
  /** Message texts by key; `{name}` stands for an argument. */
  readonly words: Readonly<Record<string, string>>;
}

/** The page's texts and numbers in its language. */
export interface Words {
  readonly language: string;
  readonly say: (key: string, args?: Readonly<Record<string, string | number>>) => string;
  readonly has: (key: string) => boolean;
  readonly number: (value: number) => string;
  readonly percent: (share: number) => string;
  /** A change as a share, with its sign. */
  readonly change: (share: number) => string;
  readonly years: (value: number) => string;
}

/** Opens the words of a page. `say` throws an Error for a key the page does not have: a bug. */
export function openWords({ language, locale, words }: Omit<PageSetting, 'worker' | 'texts'>): Words {
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const signed = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 0,
    signDisplay: 'exceptZero',
  });
  const years = new Intl.NumberFormat(locale, {
    style: 'unit',
    unit: 'year',
    unitDisplay: 'long',
    maximumFractionDigits: 1,
  });
  return {
    language,
    has: (key) => words[key] !== undefined,
    number: (value) => whole.format(value),
    percent: (share) => percent.format(share),
    change: (share) => signed.format(share),
    years: (value) => years.format(value),
    say(key, args = {}) {
      const text = words[key];
      if (text === undefined) throw new Error(`the page has no words for '${key}'`);
      return text.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
        const value = args[name];
        return typeof value === 'number' ? whole.format(value) : (value ?? '');
      });
    },
  };
}

export const WordsContext = createContext<Words | null>(null);

/** The words of the page a component is on. */
export function useWords(): Words {
  const words = useContext(WordsContext);
  if (!words) throw new Error('a component was rendered outside the page');
  return words;
}
