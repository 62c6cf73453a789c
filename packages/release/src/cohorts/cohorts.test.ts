import { describe, expect, it } from 'vitest';
import { activityOf, checkActivityGroups } from './activity.ts';
import { figurePeriods, plannedCohorts } from './cohorts.ts';

const recipe = (years: [number, number], previous: string, isUndated = false) => ({
  previous,
  cohorts: { years, undated: isUndated, reserve: null, remeasure: [] },
});

describe('plannedCohorts', () => {
  it('names every year of the recipe, whether records turn up or not', () => {
    expect(plannedCohorts(recipe([2013, 2015], 'none'), 1).map(({ id }) => id)).toEqual(['2013.1', '2014.1', '2015.1']);
  });

  it('takes a year that ended more than two years before as late, but not in the first release', () => {
    const late = (previous: string) =>
      plannedCohorts(recipe([2010, 2015], previous), 2)
        .filter((cohort) => cohort.late)
        .map(({ period }) => period);
    expect(late('bundles/1')).toEqual(['2010', '2011', '2012']);
    expect(late('none')).toEqual([]);
  });

  it('gives records without a year a cohort of their own, and no figures', () => {
    const cohorts = plannedCohorts(recipe([2015, 2015], 'none', true), 1);
    expect(cohorts.map(({ id }) => id)).toEqual(['2015.1', 'undated.1']);
    expect(figurePeriods(cohorts)).toEqual(['2015']);
  });
});

describe('checkActivityGroups', () => {
  const active = (...activeYears: number[]) => ({ activeYears });
  const four = [active(2014, 2015), active(2014, 2015), active(2014, 2015), active(2015)];

  it('refuses a flag that sets one or two contributors apart', () => {
    expect(() => checkActivityGroups('groups_of_three', four, ['2015'])).toThrow(/previous year.*2015/);
  });

  it('allows groups of three, everybody alike, consent, and no flags', () => {
    const six = [...four, active(2015), active(2015)];
    expect(() => checkActivityGroups('groups_of_three', six, ['2015'])).not.toThrow();
    expect(() => checkActivityGroups('groups_of_three', four.slice(0, 3), ['2015'])).not.toThrow();
    expect(() => checkActivityGroups('consented', four, ['2015'])).not.toThrow();
    expect(() => checkActivityGroups('none', four, ['2015'])).not.toThrow();
  });

  it('reads the flags from the coverage statement', () => {
    expect(activityOf(active(2014, 2015), '2015')).toEqual({ previous: true, next: false });
  });
});
