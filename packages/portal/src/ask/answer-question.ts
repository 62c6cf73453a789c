// Answers questions from released figures by the terms of the code lists: no guess, no model. Where no figure says it, the
// published table that does is named; where none does, the table that is missing.
import type { Feature } from '../quotes/quote-index.ts';
import { type AskedFigure, type OpenAskIndex, setKey } from './ask-index.ts';
import { readQuestion } from './read-question.ts';

/** What a question is answered with. */
export interface Answer {
  /**
   * `answer`: figures cover the question; `table`: a published table does; `missing`: none crosses what is asked; `page`: a page of the site does; `country`: the
   * country's page tells it; `absent`: nothing is published of the country; `year`: the release has no such year; `ranking`:
   * countries are not ranked; `everyone`: how much trafficking there is cannot be known from these records; `unclear`: nothing was
   * recognised.
   */
  readonly kind:
    | 'answer'
    | 'table'
    | 'missing'
    | 'page'
    | 'country'
    | 'absent'
    | 'year'
    | 'ranking'
    | 'everyone'
    | 'unclear';
  /** The figures asked for, or the nearest there are. */
  readonly figures: readonly AskedFigure[];
  /** What the question was read as being about. */
  readonly about: readonly Feature[];
  readonly years: readonly string[];
  /** Years asked for that the release does not have. */
  readonly absent: readonly string[];
  /** Words that were not recognised. */
  readonly strange: readonly string[];
  /** Variables of the table that answers, or that is missing. */
  readonly variables: readonly string[];
  /** Address of a page that tells more, without language. */
  readonly page: string | null;
}

const mostFigures = 4;
const mostCombinations = 4;
/** Features that say how numbers compare, not whom they are about. */
const about = { all: 'victims', change: 'change', since: 'since', countries: 'countries' } as const;

/** Answers a question in any of the index's languages; `leading` is the year that is meant where none is said. */
export function answerQuestion(index: OpenAskIndex, question: string, leading: string): Answer {
  const { features, years, groups, strange } = readQuestion(index, question);
  const named = [...features];
  const countries = named.filter((feature) => feature.startsWith('country.'));
  const subject = subjectOf(named);
  const present = years.filter((year) => index.periods.includes(year));
  const absent = years.filter((year) => !present.includes(year));
  const asked = present.length > 0 ? present : [absent.length > 0 ? nearest(index.periods, absent[0] ?? '') : leading];
  const from = groups.has('origin');
  const start = { about: [...subject, ...countries], years: asked, absent, strange, variables: [], page: null };
  const rose = subject.includes(about.change) ? asked : compared(index, named, asked);
  const figuresFor = (wanted: readonly Feature[]) => covering(index, wanted, rose, from);

  if (named.length === 0 && !groups.has('everyone')) return { ...start, kind: 'unclear', figures: [] };
  if (groups.has('ranking') && (named.includes(about.countries) || named.some(isRegion)) && countries.length === 0) {
    return { ...start, kind: 'ranking', figures: [], page: 'map/' };
  }
  if (groups.has('everyone') && subject.every((feature) => feature === about.all)) {
    return { ...start, kind: 'everyone', figures: figuresFor([about.all]), page: 'compare/counts/' };
  }
  if (countries.length > 0) return ofCountry(index, start, countries, subject);
  const combinations = combined(index, subject);
  const figures = combinations.flatMap(figuresFor).slice(0, mostFigures);
  if (absent.length > 0 && present.length === 0) return { ...start, kind: 'year', figures };
  if (figures.length > 0) return { ...start, kind: 'answer', figures };
  const table = tableOf(index, combinations[0] ?? [], asked[0] ?? leading, from);
  const parts = partsOf(index, subject, asked, from);
  const told = subject.map((feature) => index.pages[feature]).find((page) => page !== undefined);
  if (told !== undefined) return { ...start, kind: 'page', figures: parts, page: told };
  if (table === null)
    return { ...start, kind: 'missing', figures: parts, variables: variablesOf(index, combinations[0] ?? [], from) };
  return { ...start, kind: 'table', figures: parts, ...table };
}

function isRegion(feature: Feature): boolean {
  return feature.startsWith('region.');
}

// “People” and “compared with” stand in many questions, and are asked about only where nothing else is. Both purposes
// together are one answer of their own.
function subjectOf(named: readonly Feature[]): readonly Feature[] {
  const weak: readonly string[] = Object.values(about);
  const strong = named.filter((feature) => !weak.includes(feature) && !feature.startsWith('country.'));
  const own = strong.includes('both') ? strong.filter((each) => each !== 'labour' && each !== 'sexual') : strong;
  if (own.length > 0) return own;
  const [one] = [about.change, about.since, about.countries, about.all].filter((each) => named.includes(each));
  return one === undefined ? [] : [one];
}

// Whether something rose is told by its two years.
function compared({ periods }: OpenAskIndex, named: readonly Feature[], asked: readonly string[]): readonly string[] {
  if (!named.includes(about.change) || asked.length !== 1) return asked;
  const before = periods[periods.indexOf(asked[0] ?? '') - 1];
  return before === undefined ? asked : [...asked, before];
}

function nearest(periods: readonly string[], year: string): string {
  const away = (period: string) => Math.abs(Number(period) - Number(year));
  return [...periods].sort((a, b) => away(a) - away(b))[0] ?? '';
}

// Answers to one question exclude one another: “men and women” asks of each. Answers to different questions cross.
function combined(index: OpenAskIndex, subject: readonly Feature[]): readonly (readonly Feature[])[] {
  const questionOf = (feature: Feature) => {
    const column = index.columns[feature];
    return column === undefined || column[1] === null ? feature : (column[0].split('.')[0] ?? feature);
  };
  const questions = [...new Set(subject.map(questionOf))];
  const all = questions.reduce<readonly (readonly Feature[])[]>(
    (made, question) =>
      made.flatMap((one) => subject.filter((each) => questionOf(each) === question).map((each) => [...one, each])),
    [[]],
  );
  return all.slice(0, mostCombinations);
}

function covering(
  { figures }: OpenAskIndex,
  wanted: readonly Feature[],
  years: readonly string[],
  from: boolean,
): readonly AskedFigure[] {
  if (wanted.length === 0) return [];
  const covers = ({ about: own }: AskedFigure) =>
    wanted.every((feature) => own.includes(feature)) &&
    own.every((feature) => wanted.includes(feature) || (feature === about.all && wanted.some(isRegion)));
  return years.flatMap((year) => {
    const fitting = figures.filter((figure) => figure.period === year && covers(figure));
    const sided = fitting.filter((figure) => isOfOrigin(figure) === from);
    return (sided.length > 0 ? sided : fitting).slice(0, 2);
  });
}

function isOfOrigin({ id }: AskedFigure): boolean {
  return id.startsWith('origin.') || id.includes('#origin.');
}

// The figures that each tell a part of what is asked, those that tell most first.
function partsOf(index: OpenAskIndex, subject: readonly Feature[], years: readonly string[], from: boolean) {
  const strong = (figure: AskedFigure) => figure.about.filter((feature) => feature !== about.all);
  const parts = index.figures.filter(
    (figure) =>
      years.includes(figure.period) &&
      strong(figure).length > 0 &&
      strong(figure).every((feature) => subject.includes(feature)) &&
      (!figure.about.some(isRegion) || isOfOrigin(figure) === from),
  );
  return parts.sort((a, b) => strong(b).length - strong(a).length).slice(0, 3);
}

function columnOf({ columns }: OpenAskIndex, feature: Feature, from: boolean) {
  return (from ? columns[`${feature}@origin`] : undefined) ?? columns[feature];
}

function variablesOf(index: OpenAskIndex, subject: readonly Feature[], from: boolean): readonly string[] {
  return [...new Set(subject.flatMap((feature) => columnOf(index, feature, from)?.[0] ?? []))];
}

// The published table that crosses what is asked, and its address in the explorer: the first variable by the others.
function tableOf(index: OpenAskIndex, subject: readonly Feature[], year: string, from: boolean) {
  const columns = subject.map((feature) => columnOf(index, feature, from));
  const known = columns.filter((column) => column !== undefined);
  const variables = variablesOf(index, subject, from);
  if (known.length < subject.length || variables.length !== known.length) return null;
  if (variables.length === 0 || !index.sets.has(setKey(variables))) return null;
  const ordered = [...known].sort((a, b) => Number(a[1] !== null) - Number(b[1] !== null));
  const [first, second, ...others] = ordered;
  if (others.some(([, code]) => code === null)) return null;
  const query = new URLSearchParams([
    ['v', first?.[0] ?? ''],
    ...(second ? [['by', second[0]]] : []),
    ...others.map(([variable, code]) => [`is.${variable}`, code ?? '']),
    ['year', year],
    ['view', 'bar'],
    ['show', 'share'],
    ...(second?.[1] ? [['in', second[1]]] : []),
  ]);
  return { variables, page: `explore/?${query}` };
}

type Start = Omit<Answer, 'kind' | 'figures'>;

// Figures name no country; its page tells what tables of countries say.
function ofCountry(
  index: OpenAskIndex,
  start: Start,
  countries: readonly Feature[],
  subject: readonly Feature[],
): Answer {
  const own = countries.find((feature) => index.countries.includes(feature.slice('country.'.length)));
  const others = subject.filter((feature) => !(Object.values(about) as readonly string[]).includes(feature));
  if (own === undefined) return { ...start, kind: 'absent', figures: [] };
  return {
    ...start,
    kind: 'country',
    figures: others.length === 0 ? [] : partsOf(index, others, start.years, false),
    variables: others.length === 0 ? [] : variablesOf(index, others, false),
    page: `places/${own.slice('country.'.length)}/`,
  };
}
