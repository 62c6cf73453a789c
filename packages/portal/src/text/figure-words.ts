import { type Counted, caveatText, nounText, partText } from '@casebridge/figures';

/** The words that belong to figures themselves, in one language. */
export interface FigureWords {
  noun(key: string): string;
  caveat(key: string): string;
  part(key: string): string;
}

/** Refusal for a language in which figures have no texts. */
export function figureWordsIn(language: string, counted: Counted): FigureWords {
  return {
    noun: (key) => nounText(key, language, counted),
    caveat: (key) => caveatText(key, language, counted),
    part: (key) => partText(key, language, counted),
  };
}
