import { caveatText, nounText, partText } from '@casebridge/figures';

/** The words that belong to figures themselves, in one language. */
export interface FigureWords {
  noun(key: string): string;
  caveat(key: string): string;
  part(key: string): string;
}

/** Refusal for a language in which figures have no texts. */
export function figureWordsIn(language: string): FigureWords {
  return {
    noun: (key) => nounText(key, language),
    caveat: (key) => caveatText(key, language),
    part: (key) => partText(key, language),
  };
}
