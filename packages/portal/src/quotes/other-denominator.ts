// Whether a text takes a share of other people than a figure does.
import type { FoundNumber } from './find-numbers.ts';
import { type Feature, featuresIn, hasWord, namesCountry, type OpenIndex, type QuotedFigure } from './quote-index.ts';
import { type Sentence, spanIn } from './quoted-text.ts';

const populations: readonly Feature[] = ['children', 'male', 'female', 'labour', 'sexual'];

/** A number's sentence, the number before it and the sentence's first. */
export interface Place {
  readonly text: string;
  readonly sentence: Sentence;
  readonly context: string;
  readonly previous: number | undefined;
  readonly first: number;
}

/** Whether a text is about one country, or several years together, of which no figure is. */
export function otherRecords(index: OpenIndex, figure: QuotedFigure, { context, text, sentence }: Place): boolean {
  if (namesCountry(index, context)) return true;
  const regions = [...featuresIn(index, context)].filter((feature) => feature.startsWith('region.'));
  if (regions.length > 0 && !regions.some((region) => figure.about.includes(region))) return true;
  const span = spanIn(text.slice(sentence.start, sentence.end));
  if (span === null || figure.about.includes('since')) return false;
  return figure.unit === 'change' ? Number(span.to) - Number(span.from) !== 1 : true;
}

/** Whether a text takes a share of other people than the figure does. */
export function otherDenominator(index: OpenIndex, figure: QuotedFigure, number: FoundNumber, place: Place): boolean {
  if (figure.unit !== 'share') return false;
  const { text, sentence, previous, first } = place;
  const whole = text.slice(sentence.start, sentence.end);
  if (hasWord(index, 'everyone', whole) || otherRecords(index, figure, place)) return true;
  const after = (from: number, to: number) => phraseAfter(index, text.slice(from, to));
  const named = (phrase: string | null) =>
    [...featuresIn(index, phrase ?? '')].filter((feature) => populations.includes(feature));
  const isOther = (people: readonly Feature[]) =>
    people.some((feature) => !figure.within.includes(feature)) ||
    figure.within.some((feature) => !people.includes(feature));
  const own = after(number.end, sentence.end);
  // “29% of those in labour exploitation worked in construction and 23% in domestic work.”
  if (
    own === null &&
    previous !== undefined &&
    figure.within.length > 0 &&
    !isOther(named(after(previous, number.start)))
  ) {
    return false;
  }
  const phrase =
    own ??
    phraseBefore(
      index,
      text.slice(sentence.start, first),
      text.slice(previous ?? sentence.start, number.start),
      previous === undefined,
    );
  if (phrase === null) return false;
  const people = named(phrase);
  // “47% of females” among others is a share of all, said shortly.
  const [only, ...more] = people;
  if (
    previous !== undefined &&
    more.length === 0 &&
    only !== undefined &&
    figure.about.length === 1 &&
    figure.about[0] === only
  )
    return false;
  return isOther(people);
}

/** Whether `of …` follows a number: it names whom it is a share of. */
export function namesItsBase(index: OpenIndex, number: FoundNumber, { text, sentence }: Place): boolean {
  return phraseAfter(index, text.slice(number.end, sentence.end)) !== null;
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
function phraseBefore(index: OpenIndex, lead: string, before: string, isFirst: boolean): string | null {
  // What follows another number up to the first comma is that number's.
  const clauses = before.split(/[,،;؛:]/).slice(isFirst ? 0 : 1);
  for (const piece of [...clauses.reverse(), ...lead.split(/[,،;؛:]/).slice(0, 1)]) {
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
  // In Arabic what they are may follow with no verb: “74% of the victims … of the males”.
  const stop = /[,،;:(]|\sمن\s/u;
  const end = Math.min(verb.exec(text)?.index ?? text.length, stop.exec(text)?.index ?? text.length);
  return text.slice(0, end);
}
