// The small index behind the quote checker and the answer box: plain data, read in the browser. Types only, and its opening.
import { fold, termsPattern } from './folded-text.ts';
import { countryNames, hasCountry } from './place-names.ts';

/** What a text can be about, named by `children`, `labour`, `sector.construction`, `region.eur`, … */
export type Feature = string;

/** A published number a text may repeat beside a figure's value. */
export type Fact = readonly [kind: FactKind, value: number];

/** `declared`: persons that contributors declare to have assisted; `rest`: what a share leaves over. */
export type FactKind = 'interval' | 'base' | 'unknown' | 'bounds' | 'declared' | 'other' | 'rest';

/** One figure as the checker knows it. Shares are fractions of one. */
export interface QuotedFigure {
  readonly id: string;
  /** Address of its page without language. */
  readonly path: string;
  readonly title: string;
  readonly period: string;
  readonly unit: 'records' | 'persons' | 'share' | 'years' | 'countries' | 'change';
  readonly value: number | null;
  /** The value, its interval, base and unknown share as the page prints them. */
  readonly shown: string;
  readonly interval: string;
  readonly notes: string;
  /** The short citable sentence in the page's language. */
  readonly sentence: string;
  /** All of these a text must speak of to be about the figure. */
  readonly about: readonly Feature[];
  /** Whom it is a share of, where not of all. */
  readonly within: readonly Feature[];
  readonly facts: readonly Fact[];
  /** Values that earlier releases gave. */
  readonly earlier: readonly (readonly [release: number, value: number])[];
}

/** Terms by feature, and groups of words that the rules below need. */
export interface Lexicon {
  readonly features: Readonly<Record<Feature, readonly string[]>>;
  readonly groups: Readonly<Record<WordGroup, readonly string[]>>;
}

export const wordGroups = [
  'qualifier',
  'everyone',
  'of',
  'among',
  'verb',
  'percent',
  'points',
  'about',
  'under',
  'over',
  'nearly',
  'rise',
  'fall',
  'not',
  'unknown',
  'base',
  'ages',
  'release',
  'interval',
  'age',
  'years',
  'thousand',
  'million',
  'origin',
] as const;

export type WordGroup = (typeof wordGroups)[number];

/** The file that pages load. */
export interface QuoteIndex {
  readonly release: number;
  readonly newest: string;
  readonly periods: readonly string[];
  readonly figures: readonly QuotedFigure[];
  /** By language: a text may be in any. */
  readonly lexicons: Readonly<Record<string, Lexicon>>;
  /** Names of features in the page's language. */
  readonly names: Readonly<Record<Feature, string>>;
}

/** An index with its terms compiled. */
export interface OpenIndex extends QuoteIndex {
  readonly features: readonly (readonly [Feature, RegExp])[];
  readonly words: Readonly<Record<WordGroup, RegExp>>;
  /** Names of months in the index's languages, folded. */
  readonly months: ReadonlySet<string>;
  /** Names of countries in its languages; made on first use. */
  readonly countries: () => ReadonlySet<string>;
}

/** Compiles the terms of all languages. */
export function openIndex(index: QuoteIndex): OpenIndex {
  const lexicons = Object.values(index.lexicons);
  const names = [...new Set(lexicons.flatMap(({ features }) => Object.keys(features)))];
  let countries: ReadonlySet<string> | undefined;
  return {
    ...index,
    features: names.map(
      (name) => [name, termsPattern(lexicons.flatMap(({ features }) => features[name] ?? []))] as const,
    ),
    words: Object.fromEntries(
      wordGroups.map((group) => [group, termsPattern(lexicons.flatMap(({ groups }) => groups[group]))]),
    ) as Record<WordGroup, RegExp>,
    countries: () => {
      countries ??= countryNames(Object.keys(index.lexicons));
      return countries;
    },
    months: new Set(Object.keys(index.lexicons).flatMap(monthsIn)),
  };
}

function monthsIn(language: string): readonly string[] {
  const format = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => fold(format.format(Date.UTC(2020, month, 15))).text);
}

/** The features that a folded piece of text speaks of. */
export function featuresIn(index: OpenIndex, folded: string): ReadonlySet<Feature> {
  const found = new Set<Feature>();
  // “Men and boys” are all who are male, and say nothing of children.
  const ageless = folded.replace(index.words.ages, ' ');
  for (const [name, pattern] of index.features) {
    pattern.lastIndex = 0;
    if (pattern.test(name === 'children' ? ageless : folded)) found.add(name);
  }
  return found;
}

/** Whether a folded text has a word of a group. */
export function hasWord(index: OpenIndex, group: WordGroup, folded: string): boolean {
  const pattern = index.words[group];
  pattern.lastIndex = 0;
  return pattern.test(folded);
}

/** Whether a folded text names a country. */
export function namesCountry(index: OpenIndex, folded: string): boolean {
  return hasCountry(index.countries(), folded);
}

const article = /^\s*(?:(?:the|a|an|el|la|los|las|le|les|l'|o|os|as)\s*)?$/;

/** Whether a folded text ends in a word of a group, with no more than an article after it. */
export function endsWithWord(index: OpenIndex, group: WordGroup, folded: string): boolean {
  const pattern = index.words[group];
  pattern.lastIndex = 0;
  return [...folded.matchAll(pattern)].some((match) => article.test(folded.slice(match.index + match[0].length)));
}
