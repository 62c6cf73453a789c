import { describe, expect, it } from 'vitest';
import { fitModel } from './fit-model.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import { publishedRandom } from './published-random.ts';
import { simulateMeasurements } from './simulate-measurements.ts';

const sizes = [2, 3];
const measured: readonly LinearMeasurement[] = [
  { set: [0, 1], values: Float64Array.of(300, 200, 100, 50, 150, 200), variance: 9 },
  { set: [1], values: Float64Array.of(10, 5, -15), variance: 4, centred: [true] },
];
const model = fitModel(sizes, measured, { total: 1000 });

describe('simulateMeasurements', () => {
  it('gives the same numbers for the same seed and others for another', () => {
    const [a, b, c] = ['x', 'x', 'y'].map((seed) => simulateMeasurements(model, measured, publishedRandom(seed)));
    expect(a).toEqual(b);
    expect(a).not.toEqual(c);
    expect(a?.map(({ set, variance, centred }) => ({ set, variance, centred }))).toEqual(
      measured.map(({ set, variance, centred }) => ({ set, variance, centred })),
    );
  });

  // 4,000 draws: a mean is off by more than 4.4 of its standard errors once in 90,000 seeds, and so is a variance.
  it('is the model’s marginal on average, with the variance that was published', () => {
    const draws = 4000;
    const random = publishedRandom('average');
    const truth = model.marginal([0, 1]);
    const sums = new Float64Array(truth.length);
    let squares = 0;
    for (let draw = 0; draw < draws; draw++) {
      const [plain] = simulateMeasurements(model, measured, random);
      plain?.values.forEach((value, cell) => {
        sums[cell] = (sums[cell] as number) + value;
        squares += (value - (truth[cell] as number)) ** 2;
      });
    }
    sums.forEach((sum, cell) => {
      expect(Math.abs(sum / draws - (truth[cell] as number))).toBeLessThan(4.4 * Math.sqrt(9 / draws));
    });
    const values = draws * truth.length;
    expect(Math.abs(squares / values / 9 - 1)).toBeLessThan(4.4 * Math.sqrt(2 / values));
  });

  it('centres a residual, noise and all', () => {
    const [, residual] = simulateMeasurements(model, measured, publishedRandom('z'));
    expect(residual?.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
  });
});
