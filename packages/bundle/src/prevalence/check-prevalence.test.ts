import { estimatePrevalence, seededUniform } from '@casebridge/prevalence';
import { describe, expect, it } from 'vitest';
import { checkPrevalence, checkPrevalenceIsStated, prevalenceCosts } from './check-prevalence.ts';
import { type PublishedPrevalence, prevalenceFile, readPrevalence } from './prevalence-file.ts';
import { exactPrevalence, fromMeasured } from './publish-estimate.ts';

const terms = {
  population: { en: 'people' },
  period: [2014, 2014] as const,
  lists: ['a', 'b', 'c'].map((id) => ({ id, labels: { en: id } })),
  merged: [],
  threshold: 0.02,
  resamples: 200,
  seed: 7,
};
const counts = Float64Array.from([0, 720, 560, 240, 420, 180, 140, 60]);
const values = [...counts].map((count, at) => (at === 0 ? 0 : count + ((at * 5) % 7) - 3));
const measured = fromMeasured(terms, { cohorts: ['2014.1'], variance: '6', values });
const table = { lists: ['a', 'b', 'c'], counts };
const exact = exactPrevalence(
  terms,
  table,
  estimatePrevalence(table, { uniform: seededUniform(7), resamples: 200 }),
  null,
).published;

describe('checkPrevalence', () => {
  it('holds what was made here, and redoes what was measured', () => {
    expect(checkPrevalence(measured)).toMatchObject({ way: 'measured', redone: true });
    expect(checkPrevalence(exact)).toMatchObject({ way: 'exact', redone: false });
    expect(readPrevalence(prevalenceFile(measured, true))).toEqual(measured);
  });

  it('says so where no model has an estimate, so that noise on a strange table stops no release', () => {
    // Nearly everybody is on all lists.
    const strange = fromMeasured(
      { ...terms, matching: { missed: { share: 0.1 }, wrong: { share: 0.1 } } },
      { cohorts: ['2014.1'], variance: '3', values: [0, 0, -2, -2, -2, -1, 3, 56] },
    );
    expect(strange).toMatchObject({ stepwise: null, lacking: ['no_model'], stable: false });
    expect(strange.matching).toMatchObject({ missed: { estimate: null }, wrong: { estimate: null } });
    expect(checkPrevalence(strange)).toMatchObject({ redone: true });
  });

  it('estimates a part of the population only from 300 known people, and says so', () => {
    const whole = { ...terms, stratum: true as const };
    const own = measured.measured as NonNullable<PublishedPrevalence['measured']>;
    expect(fromMeasured(whole, own).stepwise).not.toBe(null);
    const few = fromMeasured(whole, { ...own, values: own.values.map((value) => Math.floor(value / 9)) });
    expect(few).toMatchObject({ stepwise: null, bound: null, lacking: ['small_stratum'], stable: false });
    expect(checkPrevalence(few)).toMatchObject({ redone: true });
    expect(readPrevalence(prevalenceFile(few, false))).toEqual(few);
    const estimate = estimatePrevalence(
      { ...table, counts: counts.map((count) => Math.floor(count / 9)) },
      { uniform: seededUniform(7), resamples: 100 },
    );
    expect(() => exactPrevalence(whole, table, estimate, null)).toThrow(/fewer than 300 known people/);
    expect(() => checkPrevalence({ ...exact, stratum: true, known: 240, independent: null })).toThrow(/fewer than 300/);
  });

  it('shows what joining lists does only where some are joined', () => {
    const merged = [{ list: 'a', reason: { en: 'one network' } }];
    const estimate = estimatePrevalence(table, { uniform: seededUniform(7), resamples: 200 });
    const { published } = exactPrevalence({ ...terms, merged }, table, estimate, null, 4123);
    expect(published.apart).toBe(4100);
    checkPrevalence(published);
    expect(() => checkPrevalence({ ...published, merged: [] })).toThrow(/lists apart that were not joined/);
    expect(() => checkPrevalence({ ...published, apart: 4123 })).toThrow(/two significant digits/);
  });

  it('works out the band of assumed matching errors from the one table, and redoes it', () => {
    const assumed = { ...terms, matching: { missed: { share: 0.1 }, wrong: { share: 0.1 } } };
    const own = measured.measured as NonNullable<PublishedPrevalence['measured']>;
    const banded = fromMeasured(assumed, own);
    const { missed, wrong } = banded.matching ?? {};
    expect(missed?.share).toBe(0.1);
    // Independent lists, 4,000 people: a tenth of the matches more or less moves the estimate about as much.
    expect(missed?.estimate).toBeLessThan(measured.stepwise?.estimate ?? 0);
    expect(missed?.estimate).toBeGreaterThan(3300);
    expect(wrong?.estimate).toBeGreaterThan(measured.stepwise?.estimate ?? 0);
    expect(wrong?.estimate).toBeLessThan(4900);
    expect(checkPrevalence(banded)).toMatchObject({ redone: true });
    expect(readPrevalence(prevalenceFile(banded, false))).toEqual(banded);
    expect({ ...banded, matching: undefined }).toEqual({ ...measured, matching: undefined });
    const other = {
      ...banded,
      matching: { missed: { share: 0.1, estimate: 3000 }, wrong: { share: 0.1, estimate: 4500 } },
    };
    expect(() => checkPrevalence(other)).toThrow(/not what its measured histories give/);
  });

  const noisy = measured.measured as NonNullable<PublishedPrevalence['measured']>;
  it.each<readonly [string, PublishedPrevalence]>([
    ['another estimate', { ...measured, stepwise: measured.stepwise && { ...measured.stepwise, estimate: 5000 } }],
    ['another bound', { ...measured, bound: (measured.bound ?? 0) * 2 }],
    ['other histories', { ...measured, measured: { ...noisy, values: noisy.values.map((value) => value * 3) } }],
    [
      'a narrower interval',
      { ...measured, stepwise: measured.stepwise && { ...measured.stepwise, interval: [4000, 4100] } },
    ],
  ])('refuses measured histories with %s', (_, published) => {
    expect(() => checkPrevalence(published)).toThrow(/not what its measured histories give/);
  });

  it.each<readonly [string, PublishedPrevalence, RegExp]>([
    ['more digits', { ...exact, known: 2320 }, /two significant digits/],
    ['an estimate below the known', { ...exact, independent: 1200 }, /below the people who are known/],
    ['a headline against its own reasons', { ...exact, instabilities: ['choice_of_model'] }, /stable/],
    [
      'a headline that another threshold denies',
      { ...exact, thresholds: [{ threshold: 0, estimate: 9000 }] },
      /stable/,
    ],
    ['no estimate and no reason', { ...exact, stepwise: null, stable: false }, /does not say why/],
  ])('refuses %s', (_, published, says) => {
    expect(() => checkPrevalence(published)).toThrow(says);
  });

  it('asks that exact overlaps are stated, and nothing else is', () => {
    const statement = (stated: boolean) => ({
      unit: 'record' as const,
      personBound: 1,
      adjacency: 'add-remove' as const,
      mechanism: 'm',
      cohorts: [],
      persons: [],
      notProtected: stated ? ['estimate_from_exact_overlaps'] : [],
      conditionalOnInternalCheck: false,
      ...(stated
        ? { prevalence: { guarantee: 'does-not-cover-the-estimate' as const, file: 'data/prevalence.json' } }
        : {}),
    });
    checkPrevalenceIsStated(exact, statement(true));
    checkPrevalenceIsStated(measured, statement(false));
    checkPrevalenceIsStated(null, statement(false));
    expect(() => checkPrevalenceIsStated(exact, statement(false))).toThrow(/outside the guarantee/);
    expect(() => checkPrevalenceIsStated(measured, statement(true))).toThrow(/outside the guarantee/);
    expect(() => checkPrevalenceIsStated(null, statement(true))).toThrow(/outside the guarantee/);
  });

  it('reads no list, number of histories or pair that does not fit', () => {
    const read = (published: unknown) => readPrevalence(prevalenceFile(published as PublishedPrevalence, false));
    expect(() => read({ ...exact, way: 'measured' })).toThrow(/does not say rightly/);
    expect(() => read({ ...measured, measured: { ...noisy, values: [0, 1] } })).toThrow(/number of histories/);
    expect(() => read({ ...exact, withoutOne: [{ list: 'd', estimate: null }] })).toThrow(/a list that it has not/);
    expect(() => read({ ...exact, extra: 1 })).toThrow(/prevalence\.json/);
  });

  it('costs what a record that moves a person costs', () => {
    expect(prevalenceCosts(measured).get('2014.1')).toEqual({ num: 1n, den: 6n });
    expect(prevalenceCosts(exact).size).toBe(0);
  });
});
