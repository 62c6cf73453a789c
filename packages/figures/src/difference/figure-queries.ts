import type { Query, Selection } from '@casebridge/privacy/results';
import { middleOf } from '../reading/mean.ts';
import type { Figure } from '../types.ts';
import { familyOf } from '../wording/labels.ts';

/** What a measured figure is worked out of: a count, or one count over another. */
export interface FigureQueries {
  /** The count itself, the share's numerator, a mean's sum of years, a change's later year. */
  readonly top: Query;
  /** What `top` is a share or mean of; null for a count. */
  readonly base: Query | null;
}

/**
 * The queries behind a figure, read from its source.
 *
 * @param cohorts to read instead of the source's own: of another release
 * @returns null for a declared figure and one that names no table
 */
export function figureQueries(
  figure: Figure,
  grouping: string,
  cohorts: Pick<NonNullable<Figure['source']>, 'cohorts' | 'earlierCohorts'> | null = figure.source,
): FigureQueries | null {
  const { source, unit } = figure;
  if (source === null || cohorts === null || figure.protection === 'declared') return null;
  const query = (table: readonly string[], where: Selection['where'], ids = cohorts.cohorts): Query => ({
    cohorts: ids,
    selections: [{ table, where }],
  });
  const top = query(source.table, source.numerator);
  const base = query(source.baseTable ?? source.table, source.base);
  switch (unit) {
    case 'share':
      return { top, base };
    case 'change':
      return { top, base: query(source.table, source.base, cohorts.earlierCohorts ?? []) };
    case 'years':
      return { top: sumOfYears(figure, grouping, cohorts.cohorts), base };
    default:
      return { top, base: null };
  }
}

// Every record counts as the middle of its band, as the figure itself is read.
function sumOfYears(figure: Figure, grouping: string, cohorts: readonly string[]): Query {
  const { table, numerator } = figure.source as NonNullable<Figure['source']>;
  const family = familyOf(figure.family, grouping);
  if (family.kind !== 'mean') throw new RangeError(`the family '${figure.family}' is no mean`);
  const bands = [numerator[family.variable] ?? []].flat();
  return {
    cohorts,
    selections: bands.map((band) => ({
      table,
      where: { ...numerator, [family.variable]: band },
      weight: middleOf(band),
    })),
  };
}
