// The quote checker: finds every number of a text, decides which figure the words around it are about, and says whether the two
// agree. No model and no guess: the same text and the same index give the same marks.

import { type FoundNumber, findNumbers } from './find-numbers.ts';
import { fold } from './folded-text.ts';
import { namesItsBase, otherDenominator, otherRecords, type Place } from './other-denominator.ts';
import { type FactKind, type Feature, featuresIn, hasWord, type OpenIndex, type QuotedFigure } from './quote-index.ts';
import { contextOf, type Sentence, sentencesOf, withoutSpans, yearsIn, yearsOf } from './quoted-text.ts';
import {
  candidates,
  comparable,
  covers,
  earlierRepeated,
  factRepeated,
  type Hit,
  narrows,
  restRepeated,
  valueRepeated,
} from './repeated-figure.ts';

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
  readonly part: Hit['part'] | null;
  /** Release that gave this number, for one that has been replaced. */
  readonly release: number | null;
}

/** Checks a text in any of the index's languages. */
export function checkQuote(index: OpenIndex, source: string): readonly Mark[] {
  const folded = fold(source);
  const numbers = findNumbers(index, folded);
  const text = folded.text;
  const allYears = [...new Set(yearsIn(index, text).map(({ year }) => year))];
  const marks: Mark[] = [];
  let before: Sentence | null = null;
  // Figures that earlier numbers repeat: their bases and intervals may follow in a later sentence.
  const settled: QuotedFigure[] = [];
  for (const sentence of sentencesOf(text)) {
    const own = numbers.filter(({ start }) => start >= sentence.start && start < sentence.end);
    const whole = text.slice(sentence.start, sentence.end);
    // A sentence on another subject has no part in what came before.
    if (
      own.length > 0 &&
      featuresIn(index, whole).size === 0 &&
      !hasWord(index, 'interval', whole) &&
      !hasWord(index, 'years', whole)
    )
      settled.length = 0;
    for (const [at, number] of own.entries()) {
      const context = contextOf(index, text, sentence, own, at);
      const ownYears = yearsOf(index, text, sentence, number);
      const years = ownYears.length > 0 ? ownYears : allYears;
      const place: Place = {
        text,
        sentence,
        context,
        previous: own[at - 1]?.end,
        first: own[0]?.start ?? number.start,
      };
      const { hit, verdict: judged } = judge(index, number, { place, whole, years, settled });
      const earlier = before ? text.slice(before.start, before.end) : '';
      const qualified = hasWord(index, 'qualifier', whole) || hasWord(index, 'qualifier', earlier);
      const repeats = hit !== null && (hit.part === 'value' || hit.part === 'rest');
      const verdict = judged === 'match' && repeats && !qualified ? 'qualifier' : judged;
      if (hit?.part === 'value' && verdict !== 'differs') settled.unshift(hit.figure);
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

interface Surroundings {
  readonly place: Place;
  readonly whole: string;
  readonly years: readonly string[];
  /** Figures that earlier numbers of the text repeat, the last first. */
  readonly settled: readonly QuotedFigure[];
}

interface Judged {
  readonly verdict: Verdict;
  readonly hit: Hit | null;
}

const foreign: Judged = { verdict: 'foreign', hit: null };

function judge(index: OpenIndex, number: FoundNumber, { place, whole, years, settled }: Surroundings): Judged {
  const { context } = place;
  const found = featuresIn(index, context);
  const wide = candidates(index, whole, years);
  const close = candidates(index, context, years);
  // Where nothing around the number is of its kind, its subject stands elsewhere in the sentence.
  const near = close.some((figure) => comparable(figure, number)) ? close : wide;
  // Right after a value its own interval comes first, whatever other figure has an equal value.
  const beside = settled.filter((figure) => isBeside(figure, found));
  const last = beside.slice(0, 1).filter(({ period }) => years.length === 0 || years.includes(period));
  const ownEnd = factRepeated(last, number, ['interval']);
  if (ownEnd) return { verdict: 'match', hit: ownEnd };
  const value = valueRepeated(index, near, number, context);
  if (value) return { verdict: ofValue(index, value.figure, number, place), hit: value };
  // “14% were children, and 20% of those in sexual exploitation”: of whom is said here, who they are before.
  const ofThose = wide.filter(({ within }) => within.length > 0 && within.every((feature) => found.has(feature)));
  const carried = namesItsBase(index, number, place) ? valueRepeated(index, ofThose, number, context) : null;
  if (carried) return { verdict: ofValue(index, carried.figure, number, place), hit: carried };
  // Bases, intervals and unknown shares stand beside a value and need no subject of their own.
  const fact = factRepeated(beside, number, ['interval', 'base', 'unknown', 'bounds', 'declared', 'other']);
  if (fact) return { verdict: 'match', hit: fact };
  const old = earlierRepeated(near, number);
  if (old) return { verdict: 'old', hit: old };
  // Alone, they are known by the word that says what they are.
  const cued =
    factRepeated(near, number, cuedKinds(index, context)) ?? factRepeated(wide, number, cuedKinds(index, whole));
  if (cued) return { verdict: 'match', hit: cued };
  const rest = hasWord(index, 'not', context) ? restRepeated(near, number) : null;
  if (rest)
    return { verdict: otherDenominator(index, rest.figure, number, place) ? 'denominator' : 'match', hit: rest };
  const [nearest] = near.filter(
    (figure) =>
      comparable(figure, number) &&
      figure.value !== null &&
      covers(figure, found) &&
      !otherRecords(index, figure, place),
  );
  return nearest ? { verdict: 'differs', hit: { figure: nearest, part: 'value', release: null } } : foreign;
}

// What is said of a number that equals a figure's value.
function ofValue(index: OpenIndex, figure: QuotedFigure, number: FoundNumber, place: Place): Verdict {
  if (figure.unit === 'share' && hasWord(index, 'not', place.context)) return 'differs';
  if (otherDenominator(index, figure, number, place)) return 'denominator';
  return figure.unit !== 'share' && otherRecords(index, figure, place) ? 'differs' : 'match';
}

// Whether words that follow a figure's value are still about it: they name no one that it is not about. “Both” and “other” are
// also said of years and contributors.
function isBeside({ about, within }: QuotedFigure, found: ReadonlySet<Feature>): boolean {
  return [...found].every(
    (feature) =>
      !narrows(feature) ||
      feature === 'both' ||
      feature === 'other' ||
      about.includes(feature) ||
      within.includes(feature),
  );
}

function cuedKinds(index: OpenIndex, text: string): readonly FactKind[] {
  return [
    ...(hasWord(index, 'unknown', text) ? (['unknown', 'bounds'] as const) : []),
    ...(hasWord(index, 'interval', withoutSpans(text)) ? (['interval'] as const) : []),
    ...(hasWord(index, 'base', text) ? (['base'] as const) : []),
    'declared' as const,
  ];
}
