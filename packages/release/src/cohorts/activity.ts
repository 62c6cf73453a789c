import type { CoverageStatement } from '@casebridge/figures/types';
import { Refusal } from '@casebridge/refusal';
import { undated } from './cohorts.ts';

export type ActivityRule = 'groups_of_three' | 'consented' | 'none';

const smallestGroup = 3;

/** Whether a contributor declares that it worked in the year before, and in the year after, a period. */
export function activityOf(
  statement: Pick<CoverageStatement, 'activeYears'>,
  period: string,
): { previous: boolean; next: boolean } {
  const year = Number(period);
  return {
    previous: statement.activeYears.includes(year - 1),
    next: statement.activeYears.includes(year + 1),
  };
}

/**
 * Demands that no activity flag sets one or two contributors of a year apart from the rest, from their public coverage
 * statements alone. Refusal `activity-groups`, exit 3, naming year and flag.
 */
export function checkActivityGroups(
  rule: ActivityRule,
  statements: readonly Pick<CoverageStatement, 'activeYears'>[],
  periods: readonly string[],
): void {
  if (rule !== 'groups_of_three') return;
  for (const period of periods.filter((one) => one !== undated)) {
    const active = statements.filter(({ activeYears }) => activeYears.includes(Number(period)));
    for (const flag of ['previous', 'next'] as const) {
      const yes = active.filter((statement) => activityOf(statement, period)[flag]).length;
      const no = active.length - yes;
      if ((yes > 0 && yes < smallestGroup && no > 0) || (no > 0 && no < smallestGroup && yes > 0)) {
        throw new Refusal(
          'activity-groups',
          `the flag "worked the ${flag} year" would set apart fewer than ${smallestGroup} contributors in ${period}; set activityFlags: consented if they agree, or none`,
          { exit: 3 },
        );
      }
    }
  }
}
