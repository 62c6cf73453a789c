// A text taken apart: sentences, the side of a sentence that each number speaks of, and the years that it is about.
import type { FoundNumber } from './find-numbers.ts';
import { featuresIn, type OpenIndex } from './quote-index.ts';

export interface Sentence {
  readonly start: number;
  readonly end: number;
}

/** Sentences of a folded text: each ends at a full stop before a space, a question or exclamation mark, or a new line. */
export function sentencesOf(text: string): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  for (const { index, 0: mark } of text.matchAll(/[.!?]+["'”»)]*(?=\s|$)|\n+/g)) {
    const end = index + mark.length;
    if (/\b(?:n|no|art|approx|env|aprox|p|vs)\.$/.test(text.slice(start, end))) continue;
    sentences.push({ start, end });
    start = end;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}

/** A year and its place in a text. */
interface FoundYear {
  readonly year: string;
  readonly at: number;
}

/** Years a text speaks of: not those of full dates, nor where a running total begins. */
export function yearsIn(index: OpenIndex, text: string): readonly FoundYear[] {
  const since = index.features.find(([name]) => name === 'since')?.[1];
  return [...text.matchAll(/(?<![\d.,/])(?:19|20)\d\d(?![\d%])/g)]
    .filter(({ index: at }) => {
      const before = text.slice(Math.max(0, at - 24), at);
      if (index.months.has(/(\p{L}+)(?: de| del)?,?\s*$/u.exec(before)?.[1] ?? '')) return false;
      if (!since) return true;
      since.lastIndex = 0;
      return ![...before.matchAll(since)].some((match) => before.length - match.index - match[0].length < 6);
    })
    .map((match) => ({ year: match[0], at: match.index }));
}

/** Two years that a number spans, as in `between 2010 and 2015`. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

const year = '(?:19|20)\\d\\d';
const spans = [
  new RegExp(
    `(?<!\\d)(${year})\\s*(?:-|–|—|to|through|until|hasta|jusqu'en|ate|حتي|الي)\\s*(?:عام )?(${year})(?!\\d)`,
    'gu',
  ),
  new RegExp(
    `(?<!\\p{L})(?:between|from|entre|desde|de|du|بين|من)\\s+(?:عام |عامي |los anos |os anos )?(${year})\\s*(?:and|et|y|e|و|a|to|au|ao|الي)\\s*(?:عام )?(${year})(?!\\d)`,
    'gu',
  ),
];

/** The span of years that a text speaks of; null where it names single years. */
export function spanIn(text: string): Span | null {
  for (const pattern of spans) {
    const [match] = text.matchAll(pattern);
    if (match?.[1] && match[2] && match[1] < match[2]) return { from: match[1], to: match[2] };
  }
  return null;
}

/** A text without the spans of years in it: their “between” is no word for an interval. */
export function withoutSpans(text: string): string {
  return spans.reduce((rest, pattern) => rest.replaceAll(pattern, ' '), text);
}

const clauseEnd =
  /[,;:،؛(]|(?<!\p{L})(?:and|et|y|e|while|against|contre|frente|contra|مقابل)(?!\p{L})|(?<=\s)و(?=\p{L})/gu;

/**
 * The years that a number of a sentence belongs to. With several years in the sentence: the one right after it, else one in
 * its own clause, else all. Of a span of years, the last.
 */
export function yearsOf(index: OpenIndex, text: string, sentence: Sentence, number: FoundNumber): readonly string[] {
  const span = spanIn(text.slice(sentence.start, sentence.end));
  if (span) return [span.to];
  const found = yearsIn(index, text.slice(sentence.start, sentence.end)).map(({ year: each, at }) => ({
    year: each,
    at: at + sentence.start,
  }));
  const distinct = new Set(found.map((each) => each.year));
  const all = [...distinct];
  if (distinct.size < 2) return all;
  const next = found.find(({ at }) => at >= number.end);
  if (next && /^\s*\)?\s*(?:\p{L}{1,3}\s*){0,2}$/u.test(text.slice(number.end, next.at))) return [next.year];
  const breaks = [...text.slice(sentence.start, sentence.end).matchAll(clauseEnd)].map(
    (match) => match.index + sentence.start,
  );
  const from = Math.max(sentence.start, ...breaks.filter((at) => at < number.start));
  const to = Math.min(sentence.end, ...breaks.filter((at) => at >= number.end));
  const own = found.filter(({ at }) => at >= from && at < to);
  const [nearest] = [...own].sort((a, b) => distance(a.at, number) - distance(b.at, number));
  return nearest ? [nearest.year] : all;
}

function distance(at: number, { start, end }: FoundNumber): number {
  return at < start ? start - at : at - end;
}

/**
 * The words a number speaks of. With several numbers in a sentence each has its own side: what follows it, where numbers come
 * first, else what leads up to it; what opens the sentence belongs to all.
 */
export function contextOf(
  index: OpenIndex,
  text: string,
  sentence: Sentence,
  numbers: readonly FoundNumber[],
  at: number,
): string {
  if (numbers.length === 1) return text.slice(sentence.start, sentence.end);
  const endOf = (number: FoundNumber | undefined) => number?.end ?? sentence.start;
  const startOf = (number: FoundNumber | undefined) => number?.start ?? sentence.end;
  // A number in brackets leaves its subject to the number before it.
  const after = (which: number): string => {
    const own = text.slice(endOf(numbers[which]), startOf(numbers[which + 1]));
    return which + 1 < numbers.length && /^[\s(\p{Pd}]*$/u.test(own) ? `${own}${after(which + 1)}` : own;
  };
  const before = (which: number) => text.slice(endOf(numbers[which - 1]), startOf(numbers[which]));
  const leads = featuresIn(index, after(numbers.length - 1)).size === 0 && featuresIn(index, before(0)).size > 0;
  return leads ? before(at) : `${before(0)} ${after(at)}`;
}
