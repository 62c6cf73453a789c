import { describe, expect, it } from 'vitest';
import { coverage, inventedAnswers, setApart } from '../../test/invented-year.ts';
import { noisyAnswers, normals, planned, residualsOf } from '../../test/noisy-answers.ts';
import { buildFigures } from '../build-figures.ts';
import type { Figure } from '../types.ts';
import { type ComparedRelease, compareEveryFigure } from './figure-comparison.ts';

const grouping = 'iom_region_2015';
const answers = noisyAnswers(residualsOf(inventedAnswers(), planned()), normals(11));
const figuresOf = (periods: readonly string[], late: boolean): readonly Figure[] =>
  buildFigures({
    answers,
    coverage,
    periods,
    cohortsOf: (period) =>
      answers.cohorts
        .filter((cohort) => cohort.period === period && (late || cohort.id !== '2014.2'))
        .map(({ id }) => id),
    setApart,
    grouping,
    release: { id: 'a', sequence: 1, date: '2016-05-20', status: 'provisional' },
    protection: { epsilon: 4, delta: 1e-6, unit: 'record' },
    languages: [],
    example: true,
    places: false,
  });
const upTo = (batch: number) => ({ ...answers, cohorts: answers.cohorts.filter((cohort) => cohort.batch <= batch) });
const before: ComparedRelease = { figures: figuresOf(['2013', '2014'], false), answers: upTo(1) };
const after: ComparedRelease = { figures: figuresOf(['2013', '2014', '2015'], true), answers };
const shared = new Set(['2013.1', '2014.1']);
const lines = compareEveryFigure(before, after, shared, grouping);
const line = (id: string, of = lines) => of.find(({ figure }) => figure.id === id);
/** Both releases with one figure changed in the earlier one. */
const withBefore = (id: string, change: (figure: Figure) => Figure | null) =>
  compareEveryFigure(
    { ...before, figures: before.figures.flatMap((figure) => (figure.id === id ? (change(figure) ?? []) : figure)) },
    after,
    shared,
    grouping,
  );

describe('compareEveryFigure', () => {
  it('has every figure of both once: moved, unmoved, given by one, given by neither, in that order', () => {
    const hiding = (release: ComparedRelease): ComparedRelease => ({
      ...release,
      figures: release.figures.map((figure) =>
        figure.id === 'sex.female.2013'
          ? { ...figure, value: null, interval: null, withheld: 'interval_too_wide' }
          : figure,
      ),
    });
    const all = compareEveryFigure(hiding(before), hiding(after), shared, grouping);
    const ids = new Set([...before.figures, ...after.figures].map(({ id }) => id));
    expect(all).toHaveLength(ids.size);
    const place = ({ given, difference }: (typeof lines)[number]) =>
      given === 'both' ? (difference?.value === 0 && difference.sd === 0 ? 1 : 0) : given === 'none' ? 3 : 2;
    const places = all.map(place);
    expect(places).toEqual([...places].sort());
    expect(new Set(places)).toEqual(new Set([0, 1, 2, 3]));
    const widths = all
      .filter((one) => place(one) === 0)
      .map(
        ({ difference, after: now }) =>
          Math.abs(difference?.value ?? 0) / ((now?.interval?.[1] ?? 0) - (now?.interval?.[0] ?? 0)),
      );
    expect(widths).toEqual([...widths].sort((a, b) => b - a));
  });

  it('says exactly nothing moved where both rest on the same measurements', () => {
    expect(line('purpose.labour.2013')).toMatchObject({ reasons: [], difference: { value: 0, apart: 'exact' } });
  });

  it('says why a release gives no number', () => {
    const because = (id: string, of = lines) => line(id, of)?.absent;
    expect(because('purpose.labour.2015')).toEqual({ reason: 'no_year', tables: null });
    expect(because('countries.2015')).toEqual({ reason: 'no_year', tables: null });
    expect(
      because(
        'purpose.labour.2014',
        withBefore('purpose.labour.2014', () => null),
      )?.reason,
    ).toBe('not_given');
    const hidden = withBefore('purpose.labour.2014', (figure) => ({
      ...figure,
      value: null,
      interval: null,
      withheld: 'base_too_small',
    }));
    expect(line('purpose.labour.2014', hidden)).toMatchObject({
      given: 'only_after',
      reasons: ['late_records', 'now_shown'],
    });
    expect(because('purpose.labour.2014', hidden)?.reason).toBe('base_too_small');
    const pool = before.figures.filter(({ group }) => group === null);
    const ungrouped = compareEveryFigure({ ...before, figures: pool }, after, shared, grouping);
    expect(because('sex.male.2014@agency', ungrouped)?.reason).toBe('no_group');
  });

  it('gives what the tables say where a release gives no figure', () => {
    const { count, base } =
      line(
        'sex.male.2014',
        withBefore('sex.male.2014', () => null),
      )?.absent?.tables ?? {};
    const own = before.figures.find(({ id }) => id === 'sex.male.2014') as Figure;
    expect((count?.value ?? 0) / (base?.value ?? 1)).toBeCloseTo(own.value ?? 0, 6);
    expect(base?.value).toBeCloseTo(own.base ?? 0, 5);
    expect(count?.interval[0]).toBeLessThan(count?.value ?? 0);
  });

  it('takes cohorts of the same name for measured apart where their measurements are not shared', () => {
    const apart = compareEveryFigure(before, after, new Set(), grouping);
    expect(line('purpose.labour.2013', apart)?.reasons).toEqual(['remeasured']);
    expect(line('purpose.labour.2013', apart)?.difference?.sd).toBeGreaterThan(0);
  });
});
