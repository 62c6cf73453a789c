import type { Figure } from '@casebridge/figures/types';
import { codesOf, grouping } from '@casebridge/standard';
import type { Catalogue } from '../text/catalogue.ts';

/** The parts of the figure index, in reading order: the first word of a family. */
export const topics = [
  'victims',
  'purpose',
  'sector',
  'sex',
  'children',
  'duration',
  'scope',
  'identified',
  'origin',
] as const;

export type Topic = (typeof topics)[number];

/** Families that the front page and the press page lead with, in order. */
export const headlineFamilies = [
  'victims',
  'change',
  'purpose.labour',
  'purpose.sexual',
  'sex.male',
  'children',
  'duration.mean',
  'scope.cross_border',
] as const;

const size: readonly string[] = ['victims', 'change', 'countries', 'assisted_since'];

/** The topic a family is listed under; families the portal does not know go with the first. */
export function topicOf(family: string): Topic {
  const [first = ''] = family.split('.');
  if (size.includes(first)) return 'victims';
  return (topics as readonly string[]).includes(first) ? (first as Topic) : 'victims';
}

/** What families of one topic share a picture: the parts of one whole or of one question. */
export function compositionOf(family: string): string | null {
  const [first = '', second] = family.split('.');
  return second !== undefined && ['purpose', 'sector', 'sex', 'identified', 'origin', 'children'].includes(first)
    ? first
    : null;
}

const listOfTopic: Readonly<Record<string, string>> = {
  purpose: 'purpose_summary',
  sector: 'labour_sector',
  sex: 'sex_or_gender',
  children: 'purpose_summary',
};

/** A figure's own name within its topic: `Labour exploitation`, `Construction`, `Europe`. */
export function shortNameOf(figure: Figure, groupingId: string, words: Catalogue): string {
  const [first = '', second] = figure.family.split('.');
  if (second === undefined || words.has(`family.${figure.family}`)) return familyText(figure.family, words);
  return labelOfCode(first, second, groupingId, words.language) ?? figure.family;
}

/** A figure's name where its topic is not already said: `Sector: construction`. */
export function nameOf(figure: Figure, groupingId: string, words: Catalogue): string {
  const [first = '', second] = figure.family.split('.');
  const short = shortNameOf(figure, groupingId, words);
  const key = `family.${first}.of`;
  return second !== undefined && words.has(key) && !words.has(`family.${figure.family}`)
    ? words.text(key, { label: short })
    : short;
}

/** A region's name in a language. */
export function regionName(code: string, groupingId: string, language: string): string {
  const region = grouping(groupingId).regions.find((entry) => entry.code.toLowerCase() === code.toLowerCase());
  return region?.labels[language] ?? region?.labels.en ?? code;
}

function familyText(family: string, words: Catalogue): string {
  return words.has(`family.${family}`) ? words.text(`family.${family}`) : family;
}

function labelOfCode(topic: string, code: string, groupingId: string, language: string): string | undefined {
  if (topic === 'identified' || topic === 'origin') return regionName(code, groupingId, language);
  const list = listOfTopic[topic];
  if (list === undefined) return undefined;
  const wanted = code === 'both' ? 'labour_and_sexual' : code;
  const entry = codesOf(list).find((each) => each.code === wanted);
  return entry?.labels[language] ?? entry?.labels.en;
}
