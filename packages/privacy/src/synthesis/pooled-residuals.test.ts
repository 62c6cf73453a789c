import { describe, expect, it } from 'vitest';
import { fitModel } from '../pgm/fit-model.ts';
import { residualTransform } from '../residual/transform.ts';
import { sumDown } from '../results/axes.ts';
import { cellCount, downwardClosure, sizesOf } from '../results/sets.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import { pooledResiduals } from './pooled-residuals.ts';

const domains = { a: ['x', 'y'], b: ['p', 'q', 'r'] };
const pool = { domains: { year: ['2014', '2015'], ...domains }, axis: 'year', cohorts: ['2014.1', '2015.1'] };
const counts: Readonly<Record<string, Float64Array>> = {
  '2014.1': Float64Array.of(30, 20, 10, 5, 15, 20),
  '2015.1': Float64Array.of(10, 40, 5, 25, 35, 5),
};

// Residuals as tables are measured, without noise; the variance is what noise would have had.
const exact = (cohort: string, variance = '36'): PublishedMeasurement[] =>
  downwardClosure(domains, [['a', 'b']]).map((set) => {
    const sizes = sizesOf(domains, ['a', 'b']);
    const values = sumDown(
      counts[cohort] as Float64Array,
      sizes,
      ['a', 'b'].map((name) => set.includes(name)),
    );
    residualTransform(values, sizesOf(domains, set));
    return { cohort, set, kind: 'residual', values, variance };
  });

describe('pooledResiduals', () => {
  it('stacks cohorts so that a model of them gives back every count of every cohort', () => {
    const measured = pooledResiduals([...exact('2014.1'), ...exact('2015.1')], pool);
    expect(measured.map(({ set }) => set)).toEqual([[0], [0, 1], [0, 2], [0, 1, 2]]);
    const model = fitModel([2, 2, 3], measured, { tolerance: 1e-9, entropyWeight: 1e-10, steps: 2000 });
    const found = model.marginal([0, 1, 2]);
    [...(counts['2014.1'] as Float64Array), ...(counts['2015.1'] as Float64Array)].forEach((count, cell) => {
      expect(found[cell]).toBeCloseTo(count, 3);
    });
    expect(model.total).toBeCloseTo(220, 6);
  });

  it('leaves the axis out for one cohort, and knows the number of records from the empty set', () => {
    const measured = pooledResiduals(exact('2014.1'), { domains, axis: null, cohorts: ['2014.1'] });
    expect(measured[0]).toEqual({ set: [], values: Float64Array.of(100), variance: 36 });
    expect(measured.map(({ centred }) => centred)).toEqual([undefined, [true], [true], [true, true]]);
  });

  it('scales the variance by the squared number of cells', () => {
    const [, , , both] = pooledResiduals(exact('2014.1'), { domains, axis: null, cohorts: ['2014.1'] });
    expect(both?.variance).toBe(36 / cellCount([2, 3]) ** 2);
  });

  it('passes over other cohorts and columns that the pool does not have', () => {
    const measured = pooledResiduals([...exact('2014.1'), ...exact('2015.1')], {
      domains: { a: domains.a },
      axis: null,
      cohorts: ['2015.1'],
    });
    expect(measured.map(({ set }) => set)).toEqual([[], [0]]);
  });

  it.each([
    ['a cohort that lacks a set', [...exact('2014.1'), ...exact('2015.1').slice(1)]],
    ['other noise in one cohort', [...exact('2014.1'), ...exact('2015.1', '49')]],
    ['a marginal', [...exact('2014.1').map((one) => ({ ...one, kind: 'marginal' as const })), ...exact('2015.1')]],
  ])('refuses %s', (_, measurements) => {
    expect(() => pooledResiduals(measurements, pool)).toThrow(RangeError);
  });
});
