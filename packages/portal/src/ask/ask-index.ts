// The index behind the answer box: plain data, fetched once a question is asked. Types, and its opening.
import { fold } from '../quotes/folded-text.ts';
import type { Feature } from '../quotes/quote-index.ts';

/** A figure as the answer box shows it. */
export interface AskedFigure {
  readonly id: string;
  /** Address of its page without language. */
  readonly path: string;
  readonly title: string;
  readonly period: string;
  /** The value, its interval, base and unknown share as the page prints them. */
  readonly shown: string;
  readonly interval: string;
  readonly notes: string;
  /** The short citable sentence in the page's language; empty for a figure of one region, whose page has it. */
  readonly sentence: string;
  /** What a question must speak of to be about the figure. */
  readonly about: readonly Feature[];
}

/** Words that a question may have besides its subject. */
export const askGroups = ['origin', 'everyone', 'ranking'] as const;

export type AskGroup = (typeof askGroups)[number];

/** The file that the answer box loads. */
export interface AskIndex {
  readonly periods: readonly string[];
  readonly figures: readonly AskedFigure[];
  /**
   * Terms by feature, of all the site's languages together: features of figures, `country.NPL`, answers of published tables as
   * `is.age_band.9-17`, their questions as `column.means_of_control.threats`, and what pages are about.
   */
  readonly terms: Readonly<Record<Feature, readonly string[]>>;
  readonly groups: Readonly<Record<AskGroup, readonly string[]>>;
  /** Words of questions that say nothing of their subject. */
  readonly quiet: readonly string[];
  /** Names of features in the page's language. */
  readonly names: Readonly<Record<Feature, string>>;
  /** Where a feature stands in published tables: a variable and, where it is one answer, its code. */
  readonly columns: Readonly<Record<Feature, readonly [variable: string, code: string | null]>>;
  /** Names of variables in the page's language. */
  readonly variables: Readonly<Record<string, string>>;
  /** Variables of each table that the explorer can show, joined by `~`. */
  readonly tables: readonly string[];
  /** Addresses of pages that are about a feature, without language. */
  readonly pages: Readonly<Record<Feature, string>>;
  /** Countries that have a page. */
  readonly countries: readonly string[];
}

/** A term to look for, and its folded text: where that is missing, so is the term. */
export interface AskTerm {
  readonly meaning: Feature;
  readonly term: string;
  readonly body: string;
}

/** An index with its terms in a form to look for. */
export interface OpenAskIndex extends AskIndex {
  readonly features: readonly AskTerm[];
  readonly groupTerms: readonly AskTerm[];
  readonly quietTerms: readonly AskTerm[];
  /** Single words of the terms, folded, with what each alone means. */
  readonly vocabulary: ReadonlyMap<string, string>;
  /** The tables' variables in alphabetical order. */
  readonly sets: ReadonlySet<string>;
}

/** Folds the terms. */
export function openAskIndex(index: AskIndex): OpenAskIndex {
  const features = Object.entries(index.terms).flatMap(([feature, terms]) => openTerms(feature, terms));
  const quietTerms = openTerms('quiet', index.quiet);
  const vocabulary = new Map<string, string>();
  for (const { meaning, body } of [...features, ...quietTerms]) {
    if (/^\p{L}{4,}$/u.test(body) && !vocabulary.has(body)) vocabulary.set(body, meaning);
  }
  return {
    ...index,
    features,
    groupTerms: askGroups.flatMap((group) => openTerms(group, index.groups[group])),
    quietTerms,
    vocabulary,
    sets: new Set(index.tables.map((key) => setKey(key.split('~')))),
  };
}

function openTerms(meaning: string, terms: readonly string[]): readonly AskTerm[] {
  return [...new Set(terms)].map((term) => ({ meaning, term, body: fold(term.replace(/\*$/, '')).text }));
}

/** Variables of a table in one order. */
export function setKey(variables: readonly string[]): string {
  return [...variables].sort().join('~');
}
