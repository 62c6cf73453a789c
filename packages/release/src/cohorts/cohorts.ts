import type { Cohort } from '@casebridge/privacy/results';
import type { Recipe } from '../recipe/schema.ts';

/** The period of records without a registration year. */
export const undated = 'undated';

// Records of a year are added when they arrive with that year's release or one of the two after it.
const releasesAdded = 2;

/**
 * The cohorts a release measures, from the recipe alone: every year it names (and `undated`, if it does), whether any
 * record turns up or not. A year that closed more than two years before the release's last year is late, unless this is
 * the first release, which opens the series.
 *
 * @param sequence sequence number of the release: its batch
 */
export function plannedCohorts(
  { cohorts, previous }: Pick<Recipe, 'cohorts' | 'previous'>,
  sequence: number,
): readonly Cohort[] {
  const [first, last] = cohorts.years;
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const isFirst = previous === 'none';
  return [
    ...years.map((year) => ({
      id: `${year}.${sequence}`,
      period: String(year),
      batch: sequence,
      late: !isFirst && last - year > releasesAdded,
    })),
    ...(cohorts.undated ? [{ id: `${undated}.${sequence}`, period: undated, batch: sequence, late: false }] : []),
  ];
}

/** The periods with published figures: registration years, ascending. */
export function figurePeriods(cohorts: readonly Cohort[]): readonly string[] {
  const years = cohorts.filter(({ late, period }) => !late && period !== undated).map(({ period }) => period);
  return [...new Set(years)].sort();
}
