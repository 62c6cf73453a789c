import { type ExpectedHalfWidth, expectedHalfWidths } from '@casebridge/figures';
import type { TablePlan } from '@casebridge/privacy';
import { answersFrom, type Cohort } from '@casebridge/privacy/results';
import { figurePeriods } from '../cohorts/cohorts.ts';
import { publicCoverage, publicIds } from '../documents/public-coverage.ts';
import type { Party } from './agreements.ts';
import type { ReleaseInputs } from './inputs.ts';
import { publicSetApart, sectorsOf } from './release-parts.ts';

/**
 * What every figure's interval will be like, before a count is seen: from the plan's noise, what contributors declare, and
 * figures already published.
 */
export function expectedOf(
  { planned, previous, unit }: Pick<ReleaseInputs, 'planned' | 'previous' | 'unit'>,
  parties: readonly Party[],
  plan: TablePlan,
  cohorts: readonly Cohort[],
): readonly ExpectedHalfWidth[] {
  const { recipe } = planned;
  const known = parties.map(({ id, agreement, statement }) => ({
    id,
    named: agreement.attribution === 'named',
    name: agreement.name,
    statement,
  }));
  const measured = new Set(cohorts.map(({ id }) => id));
  const carried = previous?.measurements;
  return expectedHalfWidths({
    answers: plan.expected(cohorts),
    counted: unit,
    ...(carried && previous
      ? {
          previous: {
            answers: answersFrom({
              ...carried,
              cohorts: carried.cohorts.filter(({ id }) => !measured.has(id)),
              measurements: carried.measurements.filter(({ cohort }) => !measured.has(cohort)),
            }),
          },
          previousFigures: previous.figures,
        }
      : {}),
    coverage: publicCoverage(known),
    periods: figurePeriods(cohorts),
    setApart: publicSetApart(recipe, publicIds(known)),
    grouping: recipe.grouping,
    sectors: sectorsOf(planned.domains),
    places: recipe.tables.figures === 'places',
  });
}
