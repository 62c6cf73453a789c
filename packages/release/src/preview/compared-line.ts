import {
  type AbsentReason,
  type ChangeReason,
  type ComparedFigure,
  type FigurePoint,
  familyLabel,
  placeText,
  type ToldApart,
} from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import {
  aboutRange,
  aboutRecords,
  declaredText,
  publicDifference,
  publicInterval,
  publicPrecision,
} from './public-precision.ts';

/** A figure in one bundle, at public precision. */
export interface ComparedPoint {
  readonly value: string;
  /** Null for declared and withheld numbers. */
  readonly interval: string | null;
  readonly base: string | null;
  readonly unknown: string | null;
}

/** A figure in two bundles, at public precision. */
export interface ComparedLine {
  readonly id: string;
  readonly title: string;
  readonly given: 'both' | 'only_without' | 'only_with' | 'none';
  /** Null where the bundle does not have the figure. */
  readonly without: ComparedPoint | null;
  readonly with: ComparedPoint | null;
  readonly difference: { readonly value: string; readonly interval: string; readonly apart: ToldApart } | null;
  /** Why it is not the same. */
  readonly why: readonly string[];
  /** Why one bundle gives no number, and what its published tables say all the same. */
  readonly absent: { readonly reason: AbsentReason; readonly because: string; readonly tables: string | null } | null;
}

const changeTexts: Readonly<Record<ChangeReason, string>> = {
  new_cohort: 'a year that only the bundle with has',
  late_records: 'records that were added to a year both have',
  remeasured: 'its records were measured apart in each bundle',
  statement: 'a contributor’s statement',
  method: 'another table, base or rule',
  new_figure: 'a figure that only the bundle with has',
  removed: 'a figure that only the bundle without has',
  now_withheld: 'withheld in the bundle with',
  now_shown: 'withheld in the bundle without',
};

const absentTexts: Readonly<Record<AbsentReason, string>> = {
  base_too_small: 'withheld there: too few records to show',
  interval_too_wide: 'withheld there: not precise enough to show',
  not_collected: 'not collected there',
  no_year: 'no records of that year there',
  no_earlier_year: 'no records of the year before there',
  no_group: 'no contributor is set apart there',
  no_table: 'no published table there holds it',
  not_given: 'it gives no such figure',
};

/**
 * Puts a compared figure into words.
 *
 * @param group how texts name the contributor set apart; null where none is
 */
export function comparedLine(
  compared: ComparedFigure,
  context: { readonly grouping: string; readonly group: string | null },
): ComparedLine {
  const { figure, given, before, after, difference, reasons, absent } = compared;
  return {
    id: figure.id,
    title: titleOf(figure, context),
    given: given === 'only_before' ? 'only_without' : given === 'only_after' ? 'only_with' : given,
    without: pointText(figure, before),
    with: pointText(figure, after),
    difference: difference && { ...publicDifference(difference, figure), apart: difference.apart },
    why: reasons.map((reason) => changeTexts[reason]),
    absent: absent && {
      reason: absent.reason,
      because: absentTexts[absent.reason],
      tables: absent.tables && tableText(absent.tables),
    },
  };
}

/** `Purpose: labour exploitation · 2014 · from Europe`. A family of another version goes by its id. */
export function titleOf(figure: Figure, context: { readonly grouping: string; readonly group: string | null }): string {
  const { place, group, period } = figure;
  return [
    nameOf(figure, context.grouping),
    period,
    ...(place ? [placeText(place.kind === 'identified' ? 'in' : 'from', place.region, context.grouping, 'en')] : []),
    ...(group === null ? [] : [context.group ?? group]),
  ].join(' · ');
}

/** The heading of a figure's family in English. */
export function nameOf({ family }: Figure, grouping: string): string {
  try {
    return familyLabel(family, 'en', grouping);
  } catch (cause) {
    if (cause instanceof RangeError) return family;
    throw cause;
  }
}

function pointText(figure: Figure, point: FigurePoint | null): ComparedPoint | null {
  if (point === null) return null;
  const isDeclared = figure.protection === 'declared';
  return {
    value: isDeclared ? declaredText(point) : publicPrecision({ ...point, unit: figure.unit }),
    interval: isDeclared || point.value === null ? null : publicInterval({ ...point, unit: figure.unit }),
    base: point.base === null ? null : aboutRecords(point.base),
    unknown: point.unknown === null ? null : `${Math.round(point.unknown * 100)} %`,
  };
}

function tableText({ count, base }: NonNullable<NonNullable<ComparedFigure['absent']>['tables']>): string {
  const counted = `${aboutRecords(count.value)} (${aboutRange(count.interval)})`;
  return base === null ? counted : `${counted} of ${aboutRecords(base.value)} (${aboutRange(base.interval)})`;
}
