// The quote checker: finds every number of a text, decides which figure the words around it are about, and says whether the two
// agree. No model and no guess: the same text and the same index give the same marks.

import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { fold } from './folded-text.ts';
import { type Feature, featuresIn, hasWord, type OpenIndex, type QuotedFigure } from './quote-index.ts';

/** What is said of a number. */
export type Verdict = 'match' | 'old' | 'qualifier' | 'denominator' | 'differs' | 'foreign';

/** A number of a text with what is said of it. */
export interface Mark {
  /** Its place in the text as written. */
  readonly start: number;
  readonly end: number;
  readonly verdict: Verdict;
  /** The figure it repeats, or the nearest one of ours. */
  readonly figure: QuotedFigure | null;
  /** Which of the figure's published numbers it repeats. */
  readonly part: 'value' | 'interval' | 'base' | 'unknown' | 'bounds' | 'other' | null;
  /** Release that gave this number, for one that has been replaced. */
  readonly release: number | null;
}

interface Sentence {
  readonly start: number;
  readonly end: number;
}

interface Hit {
  readonly figure: QuotedFigure;
  readonly part: Exclude<Mark['part'], null>;
  readonly release: number | null;
}

/** Checks a text in any of the index's languages. */
export function checkQuote(index: OpenIndex, source: string): readonly Mark[] {
  const folded = fold(source);
  const numbers = findNumbers(index, folded);
  const text = folded.text;
  const allYears = yearsIn(index, text);
  const marks: Mark[] = [];
  let before: Sentence | null = null;
  // Figures that earlier numbers repeat: their bases and intervals may follow in a later sentence.
  const settled: QuotedFigure[] = [];
  for (const sentence of sentencesOf(text)) {
    const own = numbers.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const topic = text.slice(sentence.start, sentence.end);
    // A sentence on another subject has no part in what came before.
    if (
      own.length > 0 &&
      featuresIn(index, topic).size === 0 &&
      !hasWord(index, 'interval', topic) &&
      !hasWord(index, 'years', topic)
    )
      settled.length = 0;
    for (const [at, number] of own.entries()) {
      const context = contextOf(index, text, sentence, own, at);
      const whole = text.slice(sentence.start, sentence.end);
      const years = nearestYears(yearsIn(index, whole), allYears);
      const judged = judge(index, number, { context, whole, years, settled });
      const { hit } = judged;
      let { verdict } = judged;
      if (hit && verdict === 'match' && hit.part === 'value') {
        const earlier = before ? text.slice(before.start, before.end) : '';
        if (
          otherDenominator(index, hit.figure, text, sentence, number, own[at - 1]?.end, own[0]?.start ?? number.start)
        )
          verdict = 'denominator';
        else if (!hasWord(index, 'qualifier', whole) && !hasWord(index, 'qualifier', earlier)) verdict = 'qualifier';
      }
      if (hit && hit.part === 'value' && verdict !== 'differs') settled.unshift(hit.figure);
      if (verdict === 'foreign' && number.inWords) continue;
      marks.push({
        start: folded.places[number.start] ?? 0,
        end: placeAfter(folded.places, number.end),
        verdict,
        figure: hit?.figure ?? null,
        part: verdict === 'foreign' || verdict === 'differs' ? null : (hit?.part ?? null),
        release: hit?.release ?? null,
      });
    }
    before = sentence;
  }
  return marks;
}

function placeAfter(places: readonly number[], end: number): number {
  const last = places[end - 1] ?? 0;
  return Math.max(last + 1, Math.min(places[end] ?? last + 1, last + 1));
}

// Ends at a full stop before a space, a question or exclamation mark, or a new line.
function sentencesOf(text: string): readonly Sentence[] {
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

// Years a text speaks of: not those of full dates, nor where a running total begins.
function yearsIn(index: OpenIndex, text: string): readonly string[] {
  const since = index.features.find(([name]) => name === 'since')?.[1];
  return [...text.matchAll(/(?<![\d.,/])(?:19|20)\d\d(?![\d%])/g)]
    .filter(({ index: at }) => {
      const before = text.slice(Math.max(0, at - 24), at);
      if (index.months.has(/(\p{L}+)(?: de| del)?,?\s*$/u.exec(before)?.[1] ?? '')) return false;
      if (!since) return true;
      since.lastIndex = 0;
      return ![...before.matchAll(since)].some((match) => before.length - match.index - match[0].length < 6);
    })
    .map(([year]) => year);
}

function nearestYears(own: readonly string[], all: readonly string[]): readonly string[] {
  return own.length > 0 ? own : all;
}

/**
 * The words a number speaks of. With several numbers in a sentence each has its own side: what follows it, where numbers come
 * first, else what leads up to it; what opens the sentence belongs to all.
 */
function contextOf(
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

interface Surroundings {
  readonly context: string;
  readonly whole: string;
  readonly years: readonly string[];
  /** Figures that earlier numbers of the sentence repeat. */
  readonly settled: readonly QuotedFigure[];
}

function judge(
  index: OpenIndex,
  number: FoundNumber,
  { context, whole, years, settled }: Surroundings,
): { verdict: Verdict; hit: Hit | null } {
  const wide = candidates(index, whole, years);
  const close = candidates(index, context, years);
  // Where nothing around the number is of its kind, its subject stands elsewhere in the sentence.
  const near = close.some((figure) => comparable(figure, number)) ? close : wide;
  // Right after a value its own interval comes first, whatever other figure has an equal value.
  const ownEnd = factRepeated(settled.slice(0, 1), number);
  if (ownEnd?.part === 'interval') return { verdict: 'match', hit: ownEnd };
  const value = valueRepeated(near, number);
  if (value) return { verdict: 'match', hit: value };
  // Bases, intervals and unknown shares stand beside a value and need no subject of their own.
  const beside = factRepeated(settled, number) ?? factRepeated(near, number);
  if (beside) return { verdict: 'match', hit: beside };
  const old = earlierRepeated(near, number);
  if (old) return { verdict: 'old', hit: old };
  const farther = factRepeated(wide, number);
  if (farther) return { verdict: 'match', hit: farther };
  const found = featuresIn(index, context);
  const [nearest] = near.filter(
    (figure) => comparable(figure, number) && figure.value !== null && !narrower(found, figure),
  );
  if (nearest) return { verdict: 'differs', hit: { figure: nearest, part: 'value', release: null } };
  return { verdict: 'foreign', hit: null };
}

/** Figures that a piece of text speaks of, the most closely described first. */
function candidates(index: OpenIndex, folded: string, years: readonly string[]): readonly QuotedFigure[] {
  const found = featuresIn(index, folded);
  const from = hasWord(index, 'origin', folded);
  return index.figures
    .filter(
      ({ about, period }) =>
        about.every((feature) => found.has(feature)) && (years.length === 0 || years.includes(period)),
    )
    .map((figure) => ({ figure, score: closeness(figure, found, from) }))
    .sort((a, b) => b.score - a.score || (a.figure.period < b.figure.period ? 1 : -1))
    .map(({ figure }) => figure);
}

function closeness({ about, id }: QuotedFigure, found: ReadonlySet<Feature>, from: boolean): number {
  const weak = about.length === 1 && about[0] === 'victims';
  const side = id.startsWith('origin.') ? (from ? 0.5 : -0.5) : 0;
  return (
    (weak ? 0.1 : about.length) +
    side +
    (about.some((feature) => feature.startsWith('sector.')) ? 0.7 : 0) +
    (found.size > 0 ? 0 : -1)
  );
}

// A count of “people in forced labour” is not the count of all records.
function narrower(found: ReadonlySet<Feature>, { about, within }: QuotedFigure): boolean {
  return about[0] === 'victims' && [...found].some((feature) => ![...about, ...within].includes(feature));
}

function comparable({ unit }: QuotedFigure, { kind }: FoundNumber): boolean {
  if (kind === 'share') return unit === 'share' || unit === 'change';
  if (kind === 'years') return unit === 'years';
  return unit === 'records' || unit === 'persons' || unit === 'countries';
}

function equal(other: number, { value, slack }: FoundNumber): boolean {
  return Math.abs(Math.abs(other) - Math.abs(value)) <= slack + 1e-9;
}

function valueRepeated(figures: readonly QuotedFigure[], number: FoundNumber): Hit | null {
  const figure = figures.find((each) => each.value !== null && comparable(each, number) && equal(each.value, number));
  return figure ? { figure, part: 'value', release: null } : null;
}

function factRepeated(figures: readonly QuotedFigure[], number: FoundNumber): Hit | null {
  const hundredth = { ...number, value: number.value / 100, slack: number.slack / 100 };
  for (const figure of figures) {
    const fact = figure.facts.find(
      ([kind, other]) =>
        factComparable(figure, kind, number) &&
        // In a list of points the unit may stand only once.
        (equal(other, number) || (kind === 'other' && equal(other, hundredth))),
    );
    if (fact) return { figure, part: fact[0], release: null };
  }
  return null;
}

function earlierRepeated(figures: readonly QuotedFigure[], number: FoundNumber): Hit | null {
  for (const figure of figures) {
    const old = figure.earlier.find(([, other]) => comparable(figure, number) && equal(other, number));
    if (old) return { figure, part: 'value', release: old[0] };
  }
  return null;
}

function factComparable(figure: QuotedFigure, kind: string, number: FoundNumber): boolean {
  if (kind === 'unknown' || kind === 'bounds') return number.kind === 'share';
  if (kind === 'base') return number.kind === 'count';
  if (kind === 'other') return true;
  // The ends of an interval of years are often written with one unit for both.
  return comparable(figure, number) || (figure.unit === 'years' && number.kind === 'count');
}

const populations: readonly Feature[] = ['children', 'male', 'female', 'labour', 'sexual'];

/** Whether a text takes a share of other people than the figure does. */
function otherDenominator(
  index: OpenIndex,
  figure: QuotedFigure,
  text: string,
  sentence: Sentence,
  number: FoundNumber,
  previous: number | undefined,
  first: number,
): boolean {
  if (figure.unit !== 'share') return false;
  const whole = text.slice(sentence.start, sentence.end);
  if (hasWord(index, 'everyone', whole)) return true;
  const phrase =
    phraseAfter(index, text.slice(number.end, sentence.end)) ??
    phraseBefore(index, text.slice(sentence.start, first), text.slice(previous ?? sentence.start, number.start));
  if (phrase === null) return false;
  const named = [...featuresIn(index, phrase)].filter((feature) => populations.includes(feature));
  return (
    named.some((feature) => !figure.within.includes(feature)) ||
    figure.within.some((feature) => !named.includes(feature))
  );
}

// “of …” right after the number, as far as the verb or the next comma.
function phraseAfter(index: OpenIndex, after: string): string | null {
  const rest = after.replace(/^[\s)]*/, '');
  const of = index.words.of;
  of.lastIndex = 0;
  const match = of.exec(rest);
  if (match?.index !== 0) return null;
  return upToVerb(index, rest.slice(match[0].length));
}

// “Among …,” before the number: the last clause that opens so, else what opens the sentence.
function phraseBefore(index: OpenIndex, lead: string, before: string): string | null {
  for (const piece of [...before.split(/[,،;؛:]/).reverse(), ...lead.split(/[,،;؛:]/).slice(0, 1)]) {
    const among = index.words.among;
    among.lastIndex = 0;
    const match = among.exec(piece);
    if (match && /^(?:\s|\p{L}{1,3}\s)*$/u.test(piece.slice(0, match.index)))
      return piece.slice(match.index + match[0].length);
  }
  return null;
}

function upToVerb(index: OpenIndex, text: string): string {
  const verb = index.words.verb;
  verb.lastIndex = 0;
  const end = Math.min(verb.exec(text)?.index ?? text.length, /[,،;:(]/.exec(text)?.index ?? text.length);
  return text.slice(0, end);
}
