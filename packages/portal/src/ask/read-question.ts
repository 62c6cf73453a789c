// What a question speaks of, by the terms of the index; mistyped words are mended, and words that are not known are told.
import { fold, termsPattern } from '../quotes/folded-text.ts';
import type { Feature } from '../quotes/quote-index.ts';
import { type AskGroup, type AskTerm, askGroups, type OpenAskIndex } from './ask-index.ts';
import { nearWord } from './near-words.ts';

export interface ReadQuestion {
  readonly features: ReadonlySet<Feature>;
  readonly years: readonly string[];
  readonly groups: ReadonlySet<AskGroup>;
  /** Words that no term and no word of questions covers, as far as they are not mended. */
  readonly strange: readonly string[];
}

const word = /\p{L}[\p{L}\p{M}'-]*/gu;
const year = /(?<!\d)(?:19|20)\d\d(?!\d)/g;

/** Reads a question in any of the index's languages. */
export function readQuestion(index: OpenAskIndex, question: string): ReadQuestion {
  const asked = fold(question).text.replaceAll(/\s+/g, ' ');
  const text = strangeIn(index, asked).reduce((mended, each) => {
    const known = nearWord(each, index.vocabulary);
    return known === null ? mended : mended.replace(each, known);
  }, asked);
  const groups = new Set(spansOf(index.groupTerms, text).map(({ meaning }) => meaning));
  return {
    features: namedIn(index, text),
    years: [...new Set(text.match(year) ?? [])],
    groups: new Set(askGroups.filter((group) => groups.has(group))),
    strange: strangeIn(index, text),
  };
}

interface Span {
  readonly meaning: string;
  readonly start: number;
  readonly end: number;
}

function spansOf(terms: readonly AskTerm[], text: string): readonly Span[] {
  return terms.flatMap(({ meaning, term, body }) => {
    if (!text.includes(body)) return [];
    return [...text.matchAll(termsPattern([term]))].map(({ 0: found, index: start }) => {
      const rest = term.endsWith('*') ? (/^\p{L}*/u.exec(text.slice(start + found.length))?.[0].length ?? 0) : 0;
      return { meaning, start, end: start + found.length + rest };
    });
  });
}

// A name inside a longer name is not meant: Guinea in Guinea-Bissau, work in domestic work.
function namedIn({ features }: OpenAskIndex, text: string): ReadonlySet<Feature> {
  const spans = spansOf(features, text);
  const within = (a: Span, b: Span) => b.start <= a.start && a.end <= b.end && b.end - b.start > a.end - a.start;
  return new Set(spans.filter((a) => !spans.some((b) => within(a, b))).map(({ meaning }) => meaning));
}

function strangeIn(index: OpenAskIndex, text: string): readonly string[] {
  let rest = text;
  for (const { start, end } of spansOf([...index.features, ...index.groupTerms, ...index.quietTerms], text)) {
    rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
  }
  return [...new Set(rest.match(word) ?? [])].filter((each) => each.length > 1);
}
