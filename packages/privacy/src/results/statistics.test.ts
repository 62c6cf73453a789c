import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bonferroniZ, differs, rankingDifferences } from './comparisons.ts';
import { meanInterval, medianInterval } from './distribution.ts';
import { exactAnswers } from './exact.ts';
import { normalQuantile } from './normal.ts';
import { cellFlag, hasEnoughBase, noiseShare, withheldBecause } from './publication.ts';
import { canonicalSet, downwardClosure, joinNames, splitNames, subsetsOf } from './sets.ts';
import type { Answers } from './types.ts';

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.975, 1.959963984540054],
    [0.995, 2.5758293035489004],
    [0.9999, 3.719016485455709],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798409],
  ])('of %d is %d', (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
  });
});

describe('bonferroniZ', () => {
  it('is 1.96 for one comparison and grows with their number', () => {
    expect(bonferroniZ(1)).toBe(1.959964);
    expect(bonferroniZ(10)).toBeCloseTo(2.807034, 5);
    expect(bonferroniZ(45)).toBeCloseTo(3.261, 3);
    expect(() => bonferroniZ(0)).toThrow(RangeError);
  });
});

describe('rankingDifferences', () => {
  it('names only pairs that differ beyond the joint level, and counts covariance', () => {
    const estimates = [100, 90, 60].map((value) => ({ value, variance: 25 }));
    expect(rankingDifferences(estimates, () => 0)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(rankingDifferences(estimates, () => 24)).toContainEqual([0, 1]);
    expect(rankingDifferences([], () => 0)).toEqual([]);
  });

  it('never finds a difference in equal estimates', () => {
    expect(differs({ value: 3, variance: 0 }, { value: 3, variance: 0 }, 0, 1.96)).toBe(false);
  });
});

describe('withheldBecause', () => {
  const narrow = { low: 0.4, high: 0.5 };
  it('asks for a noisy base of 50 and of five of its sd, and a half-width of ten points', () => {
    expect(withheldBecause({ value: 49.9, variance: 1 }, narrow)).toBe('base_too_small');
    expect(withheldBecause({ value: 60, variance: 169 }, narrow)).toBe('base_too_small');
    expect(withheldBecause({ value: 65, variance: 169 }, narrow)).toBeNull();
    expect(withheldBecause({ value: 65, variance: 169 }, { low: 0.2, high: 0.41 })).toBe('interval_too_wide');
    expect(withheldBecause({ value: 65, variance: 169 }, null)).toBe('interval_too_wide');
    expect(hasEnoughBase({ value: 50, variance: 100 })).toBe(true);
  });
});

describe('cellFlag', () => {
  it('calls cells below 2 sd low, tables of 30 % noise unfit and declared zeros declared', () => {
    const cell = { estimate: 40, sd: 16, declared: false, noiseShare: 0.05 };
    expect(cellFlag(cell)).toBe('ok');
    expect(cellFlag({ ...cell, estimate: 31 })).toBe('low');
    expect(cellFlag({ ...cell, noiseShare: 0.3 })).toBe('unfit');
    expect(cellFlag({ ...cell, declared: true, estimate: 0, sd: 0 })).toBe('declared');
  });

  it('finds the two published examples of the fitness rule', () => {
    expect(noiseShare(570, 16.5, 200_000)).toBeCloseTo(0.038, 3);
    expect(noiseShare(36_100, 16.5, 200_000)).toBeCloseTo(2.38, 2);
    expect(noiseShare(10, 5, -3)).toBe(Infinity);
    expect(noiseShare(10, 0, 100)).toBe(0);
  });
});

/** Exact counts per code, made noisy by a fixed variance of every weighted sum of cells: `variance × Σ weight²`. */
function answersWith(counts: readonly number[], variance: number): Answers {
  const codes = [...counts.map((_, code) => `${code}`), '?unknown'];
  const exact = exactAnswers({
    domains: { years: codes },
    tables: [['years']],
    cohorts: [{ id: '2015.1', period: '2015', batch: 1, late: false }],
    marginals: [{ cohort: '2015.1', set: ['years'], cells: [...counts, 400] }],
  });
  return {
    ...exact,
    combine: (query) => ({
      value: exact.combine(query).value,
      variance: variance * query.selections.reduce((sum, { weight = 1 }) => sum + weight ** 2, 0),
    }),
    covariance: (a, b) =>
      variance * a.selections.reduce((sum, one, at) => sum + (one.weight ?? 1) * (b.selections[at]?.weight ?? 1), 0),
  };
}

const reading = (counts: readonly number[]) => ({
  table: ['years'],
  cohorts: ['2015.1'],
  variable: 'years',
  codes: counts.map((_, code) => `${code}`),
});

describe('meanInterval', () => {
  const counts = [200, 300, 100];
  it('is the exact mean widened by half a band where nothing is noisy, unknowns left out', () => {
    const mean = meanInterval(answersWith(counts, 0), reading(counts), [0.5, 1.5, 2.5], 0.5);
    expect(mean.value).toBeCloseTo((100 + 450 + 250) / 600, 12);
    expect(mean.noiseInterval?.low).toBeCloseTo(mean.value, 9);
    expect(mean.interval?.low).toBeCloseTo(mean.value - 0.5, 9);
    expect(mean.interval?.high).toBeCloseTo(mean.value + 0.5, 9);
    expect(mean.base.value).toBe(600);
  });

  it('stays within the least and greatest middle before widening', () => {
    const mean = meanInterval(answersWith(counts, 1e6), reading(counts), [0.5, 1.5, 2.5], 0.5);
    expect(mean.noiseInterval).toEqual({ low: 0.5, high: 2.5 });
  });
});

describe('medianInterval', () => {
  it('is the exact median where nothing is noisy', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 12 }), (counts) => {
        fc.pre(counts.some((count) => count > 0));
        const total = counts.reduce((sum, count) => sum + count, 0);
        let below = 0;
        const median = counts.findIndex((count) => {
          below += count;
          return below >= total / 2;
        });
        const found = medianInterval(answersWith(counts, 0), reading(counts));
        expect(found?.code).toBe(`${median}`);
        expect(Number(found?.low)).toBeLessThanOrEqual(median);
        expect(Number(found?.high)).toBeGreaterThanOrEqual(median);
      }),
    );
  });

  it('keeps every code that the noise does not rule out', () => {
    const counts = [100, 100, 10, 10, 100, 100];
    expect(medianInterval(answersWith(counts, 0), reading(counts))).toMatchObject({ low: '2', high: '3' });
    expect(medianInterval(answersWith(counts, 4), reading(counts))).toMatchObject({ low: '2', high: '3' });
    expect(medianInterval(answersWith(counts, 25), reading(counts))).toMatchObject({ low: '1', high: '4' });
  });
});

describe('sets of variables', () => {
  it('join and split names without loss, semicolons and backslashes included', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: fc.constantFrom('a', ';', '\\') }), { minLength: 2 }), (names) => {
        expect(splitNames(joinNames(names))).toEqual(names);
      }),
    );
    expect(joinNames(['a;b', 'c'])).toBe('a\\;b;c');
    expect(splitNames('')).toEqual([]);
  });

  it('come in the order of the domains, and close downwards with the empty set first', () => {
    const domains = { a: ['0'], b: ['0'], c: ['0'] };
    expect(canonicalSet(domains, ['c', 'a'])).toEqual(['a', 'c']);
    expect(() => canonicalSet(domains, ['a', 'a'])).toThrow(RangeError);
    expect(downwardClosure(domains, [['c', 'a'], ['b']])).toEqual([[], ['a'], ['b'], ['c'], ['a', 'c']]);
    expect(subsetsOf(['a', 'b', 'c'])).toHaveLength(8);
  });
});
