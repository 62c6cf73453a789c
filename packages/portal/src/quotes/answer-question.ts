// Answers questions from the figures of the release by the terms of the code lists: no guess, no model. What no figure answers
// is said to be missing, with the nearest figures there are.
import { fold } from './folded-text.ts';
import { type Feature, featuresIn, hasWord, type OpenIndex, type QuotedFigure } from './quote-index.ts';

/** What a question is answered with. */
export interface Answer {
  /** `answer`: a figure covers the question; `missing`: none covers all of it; `year`: none of that year; `unclear`: nothing was recognised. */
  readonly kind: 'answer' | 'missing' | 'year' | 'unclear';
  /** The figure asked for, or the nearest there are. */
  readonly figures: readonly QuotedFigure[];
  /** What the question was about. */
  readonly about: readonly Feature[];
  readonly year: string;
}

/** Answers a question in any of the index's languages. */
export function answerQuestion(index: OpenIndex, question: string, leading: string = index.newest): Answer {
  const folded = fold(question).text;
  const asked = /(?<!\d)(?:19|20)\d\d(?!\d)/.exec(folded)?.[0];
  const year = asked ?? leading;
  const found = featuresIn(index, folded);
  const known = new Set(index.figures.flatMap(({ about }) => about));
  // “People”, “records” and “compared with” stand in most questions and are asked about only where nothing else is.
  const named = [...found].filter((feature) => known.has(feature));
  const strong = named.filter((feature) => feature !== 'victims');
  const about = strong.length > 0 ? strong : named;
  if (about.length === 0) return { kind: 'unclear', figures: [], about, year };
  if (asked !== undefined && !index.periods.includes(asked)) return { kind: 'year', figures: [], about, year };
  const ofYear = index.figures.filter(({ period }) => period === year);
  const from = hasWord(index, 'origin', folded);
  const covers = ({ about: own }: QuotedFigure) =>
    about.every((feature) => own.includes(feature)) && own.every((feature) => about.includes(feature));
  const answers = ofYear.filter(covers).sort((a, b) => side(b, from) - side(a, from));
  if (answers.length > 0) return { kind: 'answer', figures: answers.slice(0, 2), about, year };
  const parts = ofYear
    .filter(({ about: own }) => own.every((feature) => about.includes(feature)))
    .sort((a, b) => b.about.length - a.about.length || side(b, from) - side(a, from));
  return { kind: 'missing', figures: parts.slice(0, 3), about, year };
}

function side({ id }: QuotedFigure, from: boolean): number {
  return id.startsWith('origin.') === from ? 1 : 0;
}
