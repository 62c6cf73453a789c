import type { Answers, Cohort } from '@casebridge/privacy/results';
import { type ChangeReason, compareFigures, type FigurePoint, pointOf } from '../compare-figures.ts';
import { firstReleases } from '../reading/change.ts';
import { evaluate, only } from '../reading/combination.ts';
import { type Bounded, count } from '../reading/publishable.ts';
import type { Figure } from '../types.ts';
import {
  type AnswerPair,
  type FigureDifference,
  figureDifference,
  type ToldApart,
  toldApart,
} from './figure-difference.ts';
import { figureQueries } from './figure-queries.ts';
import { distanceMoved } from './how-far.ts';

/** One of two releases that are compared. */
export interface ComparedRelease {
  readonly figures: readonly Figure[];
  readonly answers: Answers;
}

/** Why a release does not give a number that the other one gives. */
export type AbsentReason =
  | NonNullable<Figure['withheld']>
  /** It has no records of the year. */
  | 'no_year'
  /** It has no records of the year before, which a change is measured from. */
  | 'no_earlier_year'
  /** It sets no contributor apart. */
  | 'no_group'
  /** It publishes no table that the number could be read from. */
  | 'no_table'
  /** It has the year, and gives no such figure. */
  | 'not_given';

/** What a release's published tables say where it gives no figure: the count and the count it would be a share of. */
export interface TableAnswer {
  readonly count: Bounded;
  readonly base: Bounded | null;
}

/** One figure in two releases. */
export interface ComparedFigure {
  /** The figure, of the later release where it has it. */
  readonly figure: Figure;
  readonly before: FigurePoint | null;
  readonly after: FigurePoint | null;
  /** `none`: withheld in both, or in the one that has it. */
  readonly given: 'both' | 'only_before' | 'only_after' | 'none';
  /** Why it is not the same; empty where it is. */
  readonly reasons: readonly ChangeReason[];
  /** Of figures that both give. */
  readonly difference: (FigureDifference & { readonly apart: ToldApart }) | null;
  /** Why the other gives no number, and what its tables say all the same; of figures that one gives alone. */
  readonly absent: { readonly reason: AbsentReason; readonly tables: TableAnswer | null } | null;
}

/**
 * Every figure of two releases side by side, those that moved farthest first (in widths of the later interval), then those that
 * did not move, then those that one release gives alone, then those that neither gives. The two may follow each other or be made
 * apart: what they share is known by its measurements, not by its names.
 */
export function compareEveryFigure(
  before: ComparedRelease,
  after: ComparedRelease,
  shared: ReadonlySet<string>,
  grouping: string,
): readonly ComparedFigure[] {
  const pair: AnswerPair = { before: before.answers, after: after.answers, shared };
  const earlier = new Map(before.figures.map((figure) => [figure.id, figure]));
  const later = new Map(after.figures.map((figure) => [figure.id, figure]));
  const reasons = new Map(
    compareFigures(before.figures, after.figures, shared).map((change) => [change.id, change.reasons]),
  );
  const lines = [...new Set([...later.keys(), ...earlier.keys()])].map((id): Line => {
    const [old, now] = [earlier.get(id), later.get(id)];
    const given = givenBy(old, now);
    return {
      old,
      now,
      given,
      reasons: reasons.get(id) ?? [],
      difference: old && now ? figureDifference(old, now, pair, grouping) : null,
      absent:
        given === 'only_before' && old
          ? absence(old, now, after, grouping)
          : given === 'only_after' && now
            ? absence(now, old, before, grouping)
            : null,
    };
  });
  // Only what could have moved by noise is a comparison.
  const comparisons = lines.filter(({ difference }) => difference !== null && difference.sd > 0).length;
  return lines
    .sort((a, b) => rank(a) - rank(b) || distance(b) - distance(a))
    .map(({ old, now, difference, ...line }) => ({
      figure: (now ?? old) as Figure,
      before: old ? pointOf(old) : null,
      after: now ? pointOf(now) : null,
      ...line,
      difference: difference && { ...difference, apart: toldApart(difference, comparisons) },
    }));
}

interface Line extends Pick<ComparedFigure, 'given' | 'reasons' | 'absent'> {
  readonly old: Figure | undefined;
  readonly now: Figure | undefined;
  readonly difference: FigureDifference | null;
}

function givenBy(old: Figure | undefined, now: Figure | undefined): ComparedFigure['given'] {
  const [had, has] = [old?.value != null, now?.value != null];
  if (had && has) return 'both';
  return had ? 'only_before' : has ? 'only_after' : 'none';
}

function rank({ given, difference }: Line): number {
  if (difference) return difference.value === 0 && difference.sd === 0 ? 1 : 0;
  return given === 'none' ? 3 : 2;
}

function distance({ old, now }: Line): number {
  return old && now && old.value !== null && now.value !== null ? distanceMoved({ before: old, after: now }) : 0;
}

// `there` is the figure of the release that gives it; `here` the one without a number, in the release asked.
function absence(
  there: Figure,
  here: Figure | undefined,
  release: ComparedRelease,
  grouping: string,
): NonNullable<ComparedFigure['absent']> {
  const cohorts = cohortsFor(there, release.answers.cohorts);
  const tables = cohorts.missing === null ? tableAnswer(there, release.answers, grouping, cohorts) : null;
  return { reason: here?.withheld ?? missingReason(), tables };

  function missingReason(): AbsentReason {
    if (cohorts.missing) return cohorts.missing;
    if (there.protection === 'declared') return 'not_given';
    if (there.group !== null && !release.figures.some(({ group }) => group === there.group)) return 'no_group';
    return tables === null ? 'no_table' : 'not_given';
  }
}

interface FoundCohorts {
  readonly cohorts: readonly string[];
  readonly earlierCohorts?: readonly string[];
  readonly missing: 'no_year' | 'no_earlier_year' | null;
}

function cohortsFor({ unit, period }: Figure, cohorts: readonly Cohort[]): FoundCohorts {
  const timely = (year: string) =>
    cohorts.filter((cohort) => cohort.period === year && !cohort.late).map(({ id }) => id);
  const own = timely(period);
  if (own.length === 0) return { cohorts: [], missing: 'no_year' };
  if (unit !== 'change') return { cohorts: own, missing: null };
  const maturity = firstReleases(cohorts, period, String(Number(period) - 1));
  if (maturity === null) return { cohorts: own, missing: 'no_earlier_year' };
  return { cohorts: maturity.now, earlierCohorts: maturity.before, missing: null };
}

function tableAnswer(figure: Figure, answers: Answers, grouping: string, cohorts: FoundCohorts): TableAnswer | null {
  const queries = figureQueries(figure, grouping, cohorts);
  if (queries === null) return null;
  // A sum of years is no count of records: a mean's records are its base.
  const top = figure.unit === 'years' ? queries.base : queries.top;
  try {
    return {
      count: count(evaluate(answers, only(top ?? queries.top))),
      base: figure.unit === 'years' || queries.base === null ? null : count(evaluate(answers, only(queries.base))),
    };
  } catch (cause) {
    // The answers' way of saying that no published table holds it.
    if (cause instanceof RangeError) return null;
    throw cause;
  }
}
