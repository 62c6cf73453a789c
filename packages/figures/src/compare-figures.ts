import { z95 } from '@casebridge/privacy/results';
import type { Figure } from './types.ts';

/** Why a figure is not what it was. */
export type ChangeReason =
  /** A period that the earlier release did not have. */
  | 'new_cohort'
  /** Records of a known period arrived and were added. */
  | 'late_records'
  /** Cohorts were measured again and replaced. */
  | 'remeasured'
  /** A contributor's statement changed. */
  | 'statement'
  /** Same cohorts, another source table, base or rule. */
  | 'method'
  /** The figure is given for the first time for a known period. */
  | 'new_figure'
  /** The figure is no longer given. */
  | 'removed'
  /** The number is withheld now. */
  | 'now_withheld'
  /** The number was withheld before. */
  | 'now_shown';

/** One figure in two releases. */
export interface FigureChange {
  readonly id: string;
  readonly family: string;
  readonly period: string;
  readonly reasons: readonly ChangeReason[];
  readonly previous: FigurePoint | null;
  readonly current: FigurePoint | null;
  /** Current minus previous value; null where one of them is missing. */
  readonly difference: number | null;
  /**
   * 95 % interval of the difference of two counts. Cohorts are only ever added, so it is the added cohorts' own count and
   * their noise alone; null for other units, and where cohorts were measured again.
   */
  readonly differenceInterval: readonly [number, number] | null;
  /** Cohorts in the current figure that the previous one did not have. */
  readonly addedCohorts: readonly string[];
}

export interface FigurePoint {
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly base: number | null;
  readonly unknown: number | null;
  readonly withheld: Figure['withheld'];
}

/**
 * What moved between two releases and why, in the order of the current release, removed figures last. Figures that say
 * the same in both are left out. What is shown is data; a page puts it into words.
 *
 * @param shared cohorts with the same measurements in both, for releases that do not follow each other: a cohort outside it that
 *   both name was measured twice. Absent: a cohort of the same name is the same.
 */
export function compareFigures(
  previous: readonly Figure[],
  current: readonly Figure[],
  shared?: ReadonlySet<string>,
): readonly FigureChange[] {
  const before = new Map(previous.map((figure) => [figure.id, figure]));
  const periods = new Set(previous.map(({ period }) => period));
  const now = new Set(current.map(({ id }) => id));
  return [
    ...current.flatMap((figure) => {
      const old = before.get(figure.id);
      if (!old) return [describe(null, figure, [periods.has(figure.period) ? 'new_figure' : 'new_cohort'])];
      const reasons = reasonsFor(old, figure, shared);
      return reasons.length === 0 ? [] : [describe(old, figure, reasons)];
    }),
    ...previous.filter(({ id }) => !now.has(id)).map((figure) => describe(figure, null, ['removed'])),
  ];
}

function reasonsFor(old: Figure, figure: Figure, shared?: ReadonlySet<string>): readonly ChangeReason[] {
  const reasons: ChangeReason[] = [];
  const had = cohortsOf(old);
  const has = cohortsOf(figure);
  const moved = old.value !== figure.value || !sameInterval(old, figure) || old.unknown !== figure.unknown;
  const isKept = (cohort: string) => has.includes(cohort) && (shared?.has(cohort) ?? true);
  if (!had.every(isKept)) reasons.push('remeasured');
  else if (has.length > had.length && had.length > 0) reasons.push('late_records');
  if (old.withheld !== figure.withheld) reasons.push(figure.withheld === null ? 'now_shown' : 'now_withheld');
  if (moved && reasons.length === 0) reasons.push(figure.protection === 'declared' ? 'statement' : 'method');
  return reasons;
}

function describe(old: Figure | null, figure: Figure | null, reasons: readonly ChangeReason[]): FigureChange {
  const shown = figure ?? old;
  if (shown === null) throw new RangeError('a change names a figure');
  const had = old === null ? [] : cohortsOf(old);
  const bothShown = old?.value != null && figure?.value != null;
  return {
    id: shown.id,
    family: shown.family,
    period: shown.period,
    reasons,
    previous: old && pointOf(old),
    current: figure && pointOf(figure),
    difference: bothShown ? (figure.value ?? 0) - (old.value ?? 0) : null,
    differenceInterval: bothShown && !reasons.includes('remeasured') ? countDifference(old, figure) : null,
    addedCohorts: figure === null ? [] : cohortsOf(figure).filter((cohort) => !had.includes(cohort)),
  };
}

function countDifference(old: Figure, figure: Figure): readonly [number, number] | null {
  const [a, b] = [spread(old), spread(figure)];
  if (!isCount(figure) || a === null || b === null || b < a) return null;
  const difference = (figure.value ?? 0) - (old.value ?? 0);
  const added = Math.sqrt(b ** 2 - a ** 2);
  const half = added === 0 ? 0 : z95 * added + 0.5;
  return [difference - half, difference + half];
}

// Of records or, where they were linked, of persons; what contributors declare has no noise.
function isCount({ unit, protection }: Figure): boolean {
  return protection !== 'declared' && (unit === 'records' || unit === 'persons');
}

// Standard deviation of a count's noise, from the upper end of its interval (the lower may be cut off at zero).
function spread({ value, interval }: Figure): number | null {
  if (value === null || interval === null) return null;
  return interval[1] === value ? 0 : (interval[1] - value - 0.5) / z95;
}

function cohortsOf(figure: Figure): readonly string[] {
  return [...(figure.source?.cohorts ?? []), ...(figure.source?.earlierCohorts ?? [])];
}

function sameInterval(a: Figure, b: Figure): boolean {
  return a.interval?.[0] === b.interval?.[0] && a.interval?.[1] === b.interval?.[1];
}

export function pointOf({ value, interval, base, unknown, withheld }: Figure): FigurePoint {
  return { value, interval, base, unknown, withheld };
}
