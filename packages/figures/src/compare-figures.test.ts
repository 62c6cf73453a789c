import { describe, expect, it } from 'vitest';
import { coverage, inventedAnswers, setApart } from '../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../test/noisy-answers.ts';
import { buildFigures, type FigureInput } from './build-figures.ts';
import { compareFigures } from './compare-figures.ts';
import type { Figure } from './types.ts';

const exact = inventedAnswers();
const answers = noisyAnswers(residualsOf(exact, planned()), normals(11));
const input: FigureInput = {
  answers,
  coverage,
  periods: ['2013', '2014', '2015'],
  setApart,
  grouping: 'iom_region_2015',
  release: { id: 'b', sequence: 2, date: '2016-05-20', status: 'provisional' },
  protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
  languages: [],
  example: true,
  places: false,
};
const first = { ...input, periods: ['2013', '2014'], cohortsOf: (period: string) => [`${period}.1`] };
const previous = buildFigures({ ...first, release: { ...input.release, id: 'a', sequence: 1 } });
const current = buildFigures(input);
const changes = compareFigures(previous, current);
const change = (id: string) => changes.find((entry) => entry.id === id);

describe('compareFigures', () => {
  it('says nothing of figures that stayed as they were', () => {
    expect(change('purpose.labour.2013')).toBeUndefined();
    expect(compareFigures(current, current)).toEqual([]);
  });

  it('names a new year, late records and the cohorts they came with', () => {
    expect(change('purpose.labour.2015')).toMatchObject({ reasons: ['new_cohort'], previous: null, difference: null });
    expect(change('purpose.labour.2014')).toMatchObject({ reasons: ['late_records'], addedCohorts: ['2014.2'] });
  });

  it('takes the difference of a count from the added cohort alone', () => {
    const { difference, differenceInterval } = change('victims.2014') ?? {};
    const added = exact.combine({
      cohorts: ['2014.2'],
      selections: [{ table: ['contributor_active_next_year'], where: {} }],
    });
    expect(differenceInterval?.[0]).toBeLessThan(added.value);
    expect(differenceInterval?.[1]).toBeGreaterThan(added.value);
    const { interval, value } = current.find(({ id }) => id === 'victims.2014') as Figure;
    expect((differenceInterval?.[1] ?? 0) - (difference ?? 0)).toBeLessThan((interval?.[1] ?? 0) - (value ?? 0));
  });

  it('tells a statement from a method, and what was withheld or removed', () => {
    const [figure] = current.filter(({ id }) => id === 'purpose.labour.2013') as [Figure];
    const [countries] = current.filter(({ id }) => id === 'countries.2014') as [Figure];
    const reasons = (a: readonly Figure[], b: readonly Figure[]) => compareFigures(a, b).map((entry) => entry.reasons);
    expect(reasons([figure], [{ ...figure, value: 0.1 }])).toEqual([['method']]);
    expect(reasons([countries], [{ ...countries, value: 3 }])).toEqual([['statement']]);
    expect(reasons([figure], [])).toEqual([['removed']]);
    expect(reasons([], [figure])).toEqual([['new_cohort']]);
    expect(reasons([countries, figure], [countries, figure, { ...figure, id: 'sector.fishing.2013' }])).toEqual([
      ['new_figure'],
    ]);
    const hidden: Figure = { ...figure, value: null, interval: null, withheld: 'base_too_small' };
    expect(reasons([figure], [hidden])).toEqual([['now_withheld']]);
    expect(reasons([hidden], [figure])).toEqual([['now_shown']]);
    const again = { ...figure, source: figure.source && { ...figure.source, cohorts: ['2013.2'] } };
    expect(reasons([figure], [again])).toEqual([['remeasured']]);
    expect(compareFigures([figure], [again])[0]?.differenceInterval).toBeNull();
  });
});
