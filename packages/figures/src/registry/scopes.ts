import type { Answers } from '@casebridge/privacy/results';
import { defaultGrouping, grouping } from '@casebridge/standard';
import type { Scope } from '../reading/scope.ts';
import type { SetApart } from '../types.ts';
import { placeVariables } from './families.ts';
import type { Family } from './family.ts';

/** What the scopes of a family depend on. */
export interface ScopeOptions {
  readonly setApart: Pick<SetApart, 'variable' | 'code'> | null;
  readonly grouping?: string;
  readonly places?: boolean;
  readonly cohortsOf?: (period: string) => readonly string[];
}

/** The scopes in which a family gives a figure for one period: everybody, the group set apart, then every region. */
export function scopesOf(
  options: ScopeOptions,
  answers: Pick<Answers, 'cohorts'>,
  family: Family,
  period: string,
): readonly Scope[] {
  const cohorts = options.cohortsOf
    ? options.cohortsOf(period)
    : answers.cohorts.filter((cohort) => cohort.period === period && !cohort.late).map(({ id }) => id);
  const pool: Scope = {
    period,
    cohorts,
    groupVariable: options.setApart?.variable ?? null,
    group: null,
    place: null,
  };
  const group: Scope[] = options.setApart ? [{ ...pool, group: options.setApart.code }] : [];
  const withPlaces = family.inPlaces && (options.places ?? true);
  const regions = withPlaces ? grouping(options.grouping ?? defaultGrouping).regions : [];
  const places = (Object.keys(placeVariables) as (keyof typeof placeVariables)[]).flatMap((kind) =>
    regions.map(({ code }): Scope => ({ ...pool, place: { kind, region: code } })),
  );
  return [pool, ...group, ...places];
}
