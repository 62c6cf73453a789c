// Which published number a number of a text repeats, and whether it says the same.
import type { FoundNumber } from './find-numbers.ts';
import { type FactKind, type Feature, featuresIn, hasWord, type OpenIndex, type QuotedFigure } from './quote-index.ts';

/** A published number that a text repeats. */
export interface Hit {
  readonly figure: QuotedFigure;
  readonly part: 'value' | FactKind;
  /** Release that gave this number, for one that has been replaced. */
  readonly release: number | null;
}

/** Figures that a piece of text speaks of, the most closely described first. */
export function candidates(index: OpenIndex, folded: string, years: readonly string[]): readonly QuotedFigure[] {
  const found = featuresIn(index, folded);
  const from = hasWord(index, 'origin', folded);
  return (
    index.figures
      .filter(
        ({ about, period }) =>
          about.every((feature) => found.has(feature)) && (years.length === 0 || years.includes(period)),
      )
      .filter(({ id }) => !(from && id.startsWith('identified.')))
      // “Both labour and sexual exploitation” is neither of the two.
      .filter(({ about }) => !(found.has('both') && (about[0] === 'labour' || about[0] === 'sexual')))
      .map((figure) => ({ figure, score: closeness(figure, found, from) }))
      .sort((a, b) => b.score - a.score || (a.figure.period < b.figure.period ? 1 : -1))
      .map(({ figure }) => figure)
  );
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

/** Features that make people fewer: a number of “women in forced labour” is no number of all women. */
export function narrows(feature: Feature): boolean {
  return (
    ['children', 'male', 'female', 'labour', 'sexual', 'both', 'other'].includes(feature) ||
    /^(?:region|sector)\./.test(feature)
  );
}

/** Whether a figure is about all that a text speaks of. */
export function covers({ about, within }: QuotedFigure, found: ReadonlySet<Feature>): boolean {
  return [...found].every(
    (feature) =>
      !(about[0] === 'victims' || narrows(feature)) ||
      about.includes(feature) ||
      within.includes(feature) ||
      // “Both” purposes are said with the words for each.
      (about[0] === 'both' && (feature === 'labour' || feature === 'sexual')),
  );
}

/** Whether a number is of a figure's kind: a share, a duration, a count. */
export function comparable({ unit }: QuotedFigure, { kind }: FoundNumber): boolean {
  if (kind === 'share') return unit === 'share' || unit === 'change';
  if (kind === 'years') return unit === 'years';
  return unit === 'records' || unit === 'persons' || unit === 'countries';
}

/** Whether a number, as it is written, says a published value: `more than half` says 53%, and does not say 47%. */
export function says({ value, slack, bound, reach }: FoundNumber, published: number): boolean {
  const [said, other] = [Math.abs(value), Math.abs(published)];
  const tiny = 1e-9;
  // A value that is printed as the very number is neither over nor under it, as far as readers can tell.
  switch (bound) {
    case 'over':
      return other >= said - tiny && other <= said + reach + tiny;
    case 'under':
      return other <= said + tiny && other >= said - reach - tiny;
    case 'nearly':
      return (
        other <= said + Math.min(slack, said < 1 ? 0.005 : 2.5) + tiny &&
        other >= said - Math.max(slack, reach / 5) - tiny
      );
    default:
      return Math.abs(other - said) <= slack + tiny;
  }
}

/** The figure whose value a number repeats, in the direction that the words around it say. */
export function valueRepeated(
  index: OpenIndex,
  figures: readonly QuotedFigure[],
  number: FoundNumber,
  context: string,
): Hit | null {
  const figure = figures.find(
    (each) =>
      each.value !== null &&
      comparable(each, number) &&
      says(number, each.value) &&
      !otherDirection(index, each, number, context),
  );
  return figure ? { figure, part: 'value', release: null } : null;
}

/** Whether a text says that records fell where they rose, or the other way round. */
function otherDirection(
  index: OpenIndex,
  { unit, value }: QuotedFigure,
  number: FoundNumber,
  context: string,
): boolean {
  if (unit !== 'change' || value === null || value === 0) return false;
  const [rise, fall] = [hasWord(index, 'rise', context), hasWord(index, 'fall', context)];
  if (number.value < 0) return value > 0;
  return rise !== fall && (value > 0 ? fall : rise);
}

/** The share that is left over: `15% did not cross a border` where 85% did. */
export function restRepeated(figures: readonly QuotedFigure[], number: FoundNumber): Hit | null {
  const figure = figures.find(
    ({ unit, value }) => unit === 'share' && number.kind === 'share' && value !== null && says(number, 1 - value),
  );
  return figure ? { figure, part: 'rest', release: null } : null;
}

/** The value that an earlier release gave. */
export function earlierRepeated(figures: readonly QuotedFigure[], number: FoundNumber): Hit | null {
  for (const figure of figures) {
    const old = figure.earlier.find(([, other]) => comparable(figure, number) && says(number, other));
    if (old) return { figure, part: 'value', release: old[0] };
  }
  return null;
}

/** A base, an end of an interval, an unknown share and their like, of those kinds alone. */
export function factRepeated(
  figures: readonly QuotedFigure[],
  number: FoundNumber,
  kinds: readonly FactKind[],
): Hit | null {
  const hundredth = { ...number, value: number.value / 100, slack: number.slack / 100, reach: number.reach / 100 };
  for (const figure of figures) {
    const fact = figure.facts.find(
      ([kind, other]) =>
        kinds.includes(kind) &&
        factComparable(figure, kind, number) &&
        // In a list of points, or between two ends, the unit may stand only once.
        (says(number, other) || ((kind === 'other' || isBarePercent(figure, number)) && says(hundredth, other))),
    );
    if (fact) return { figure, part: fact[0], release: null };
  }
  return null;
}

function factComparable(figure: QuotedFigure, kind: FactKind, number: FoundNumber): boolean {
  if (kind === 'unknown' || kind === 'bounds') return number.kind === 'share';
  if (kind === 'base' || kind === 'declared') return number.kind === 'count';
  if (kind === 'other') return true;
  // The ends of an interval of years are often written with one unit for both.
  return (
    comparable(figure, number) ||
    (figure.unit === 'years' && number.kind === 'count') ||
    (kind === 'interval' && isBarePercent(figure, number))
  );
}

// `70.3` in “95% CI 70.3–71.3”.
function isBarePercent({ unit }: QuotedFigure, { kind, slack }: FoundNumber): boolean {
  return (unit === 'share' || unit === 'change') && kind === 'count' && slack < 0.5;
}
