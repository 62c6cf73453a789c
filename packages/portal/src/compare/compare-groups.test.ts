import { answersFrom } from '@casebridge/privacy/results';
import { describe, expect, it } from 'vitest';
import { fixtureReleases } from '../fixture.ts';
import { viewRelease } from '../model/release-view.ts';
import { compareGroups } from './compare-groups.ts';
import { compareTables } from './compare-tables.ts';
import type { CompareTable, Ranged } from './types.ts';

const [, current] = fixtureReleases();
const view = viewRelease(current.bundle, answersFrom(current.bundle.measurements));
const tables = compareTables(view);

// A standard normal from a fixed linear congruential generator: the sum of twelve uniform numbers less six.
function normals(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  return () => Array.from({ length: 12 }, uniform).reduce((sum, each) => sum + each, -6);
}

describe('the table file of a comparison', () => {
  it('gives the values and variances that the published answers give, whichever variable sets the groups apart', () => {
    const { answers } = view;
    for (const [first, second] of [
      ['majority_at_registration', 'purpose_summary'],
      ['purpose_summary', 'majority_at_registration'],
    ] as const) {
      const key = [...tables.keys()].find((name) => name.split('~').every((id) => id === first || id === second));
      const table = tables.get(key ?? '') as CompareTable;
      const codes = answers.domains[second] ?? [];
      const groups = answers.domains[first] ?? [];
      const compared = compareGroups(table, {
        by: table.variables[0] === first ? 0 : 1,
        a: { code: groups[0] ?? '', at: 0, period: '2015' },
        b: { code: groups[1] ?? '', at: 1, period: '2015' },
        answers: codes.map((code) => ({ code, missing: code.startsWith('?') })),
      });
      const cohorts = answers.cohorts.filter(({ period, late }) => period === '2015' && !late).map(({ id }) => id);
      const known = codes.filter((code) => !code.startsWith('?'));
      const before = answers.cohorts.filter(({ period }) => period === '2014').map(({ id }) => id);
      const query = (group: number, allowed: readonly string[]) => ({
        cohorts,
        selections: [{ table: [first, second], where: { [first]: groups[group] ?? '', [second]: allowed } }],
      });
      // By hand, from the answers alone: the gradient of x/n − x'/n' with the full covariance matrix.
      const other = { ...query(0, known), cohorts: before };
      expect(answers.covariance(query(0, known), other)).toBe(0);
      const parts = [query(0, [known[0] ?? '']), query(0, known), query(1, [known[0] ?? '']), query(1, known)];
      const [x, n, y, m] = parts.map((part) => answers.combine(part).value) as [number, number, number, number];
      const gradient = [1 / n, -x / n ** 2, -1 / m, y / m ** 2];
      const variance = parts.reduce(
        (sum, one, i) =>
          sum +
          parts.reduce(
            (inner, other, j) => inner + (gradient[i] ?? 0) * (gradient[j] ?? 0) * answers.covariance(one, other),
            0,
          ),
        0,
      );
      const difference = compared?.answers[0]?.difference as Ranged;
      expect((difference.high + difference.low) / 2).toBeCloseTo(x / n - y / m, 4);
      expect((difference.high - difference.low) / 2 / 1.96).toBeCloseTo(Math.sqrt(variance), 5);
      expect(compared?.groups[0].known.value).toBeCloseTo(n, 0);
    }
  });

  it('has every pair of published variables that fits, and no other', () => {
    expect(tables.size).toBeGreaterThan(5);
    for (const { variables } of tables.values()) {
      expect(view.answers.tables.some((table) => variables.every((id) => table.includes(id)))).toBe(true);
    }
  });
});

describe('compareGroups', () => {
  // Two groups of three answers; the noise has the covariance of a residual table: independent cells after centring.
  const truth = [300, 500, 60, 240, 160, 20];
  const sd = 10;
  const noisy = (values: readonly number[]): CompareTable => ({
    release: 'r',
    variables: ['group', 'answer'],
    size: [2, 3],
    zeros: [],
    periods: { 2015: { estimate: values, covariance: [sd ** 2, 0, 0, 0] } },
  });
  const asked = {
    by: 0 as const,
    a: { code: 'a', at: 0, period: '2015' },
    b: { code: 'b', at: 1, period: '2015' },
    answers: [
      { code: 'yes', missing: false },
      { code: 'no', missing: false },
      { code: '?unknown', missing: true },
    ],
  };

  it('covers the true difference and ratio in 95 of 100 releases', () => {
    const draw = normals(20161);
    const draws = 3000;
    let [differences, ratios] = [0, 0];
    const [difference, ratio] = [300 / 800 - 240 / 400, 300 / 800 / (240 / 400)];
    for (let each = 0; each < draws; each++) {
      const answer = compareGroups(noisy(truth.map((value) => value + sd * draw())), asked)?.answers[0];
      const within = (range: Ranged | null | undefined, value: number) =>
        range ? range.low <= value && value <= range.high : false;
      if (within(answer?.difference, difference)) differences++;
      if (within(answer?.ratio, ratio)) ratios++;
    }
    // Four standard errors of a proportion of 3,000 draws: fails by chance once in 16,000.
    const slack = 4 * Math.sqrt((0.95 * 0.05) / draws);
    expect(Math.abs(differences / draws - 0.95)).toBeLessThan(slack);
    expect(Math.abs(ratios / draws - 0.95)).toBeLessThan(slack);
  });

  it('gives no difference where a group is too small, and no ratio where the second share may be zero', () => {
    const small = compareGroups(noisy([300, 500, 60, 10, 12, 0]), asked)?.answers[0];
    expect(small).toMatchObject({ b: 'base_too_small', difference: null, ratio: null, apart: false });
    const nearZero = compareGroups(noisy([300, 500, 60, 2, 398, 0]), asked)?.answers[0];
    expect(nearZero?.difference).not.toBeNull();
    expect(nearZero?.ratio).toBeNull();
    // What is shown is well above zero, its interval starts right beside it.
    const beside = compareGroups(noisy([300, 500, 60, 22, 378, 0]), asked)?.answers[0];
    if (typeof beside?.b !== 'object') throw new Error('the share is shown');
    expect(beside.ratio === null).toBe(beside.b.low <= beside.b.value / 10);
  });

  it('calls no difference one that noise explains', () => {
    const answers = compareGroups(noisy([400, 400, 0, 202, 198, 0]), asked)?.answers;
    expect(answers?.map(({ apart }) => apart)).toEqual([false, false]);
    expect(compareGroups(noisy(truth), asked)?.answers[0]?.apart).toBe(true);
  });

  it('leaves the noise of declared zeros out', () => {
    const table = { ...noisy([300, 500, 0, 240, 160, 0]), zeros: [2, 5] };
    const groups = compareGroups(table, asked)?.groups;
    expect(groups?.[0].unknown).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('covers the change of one group between two years, whose noise is independent', () => {
    const draw = normals(20171);
    const draws = 3000;
    const now = [240, 160, 20, 0, 0, 0];
    const change = 300 / 800 - 240 / 400;
    const overYears = { ...asked, b: { code: 'a', at: 0, period: '2016' } };
    let within = 0;
    for (let each = 0; each < draws; each++) {
      const year = (values: readonly number[]) => noisy(values.map((value) => value + sd * draw())).periods[2015];
      const table = { ...noisy(truth), periods: { 2015: year(truth), 2016: year(now) } } as CompareTable;
      const difference = compareGroups(table, overYears)?.answers[0]?.difference;
      if (difference && difference.low <= change && change <= difference.high) within++;
    }
    expect(Math.abs(within / draws - 0.95)).toBeLessThan(4 * Math.sqrt((0.95 * 0.05) / draws));
  });

  it('takes nothing off for shared noise between years, and has no comparison with a year that is not there', () => {
    const shared = { ...noisy(truth), periods: { 2015: { estimate: truth, covariance: [100, 0, 90, 0] as const } } };
    const both = { ...shared, periods: { ...shared.periods, 2016: shared.periods[2015] } } as CompareTable;
    const width = (period: string) => {
      const difference = compareGroups(both, { ...asked, b: { ...asked.b, period } })?.answers[0]?.difference;
      return (difference?.high ?? 0) - (difference?.low ?? 0);
    };
    expect(width('2016')).toBeGreaterThan(width('2015'));
    expect(compareGroups(both, { ...asked, b: { ...asked.b, period: '2017' } })).toBeNull();
  });
});
