import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ColumnSet, cellsOf } from './factor.ts';
import { fitProblem } from './fit-problem.ts';
import { junctionTree } from './junction-tree.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import { marginalSystem } from './marginal-system.ts';
import { publishedRandom } from './published-random.ts';
import { sharedDirections } from './shared-directions.ts';

const sizes = [3, 4, 2];
const sets: readonly ColumnSet[] = [[0], [1], [0, 1], [1, 2], [0, 1], [0, 1, 2]];

function inventedAt(seed: string) {
  const random = publishedRandom(seed);
  const measurements = sets.map((set): LinearMeasurement => {
    const values = Float64Array.from({ length: cellsOf(sizes, set) }, () => 50 * random.unit());
    return { set, values, variance: 1 + 9 * random.unit() };
  });
  const problem = fitProblem(marginalSystem(junctionTree(sizes, sets), sets), measurements, 500, 'precision');
  const multipliers = Float64Array.from(problem.answers, () => random.normal() / 5);
  const ridge = problem.weights.map((weight) => 0.01 / weight);
  return { measurements, problem, multipliers, ridge };
}

describe('sharedDirections', () => {
  it('moves multipliers so that every probability stays as it is, and the dual never rises', () => {
    fc.assert(
      fc.property(fc.string(), (seed) => {
        const { problem, multipliers, ridge } = inventedAt(seed);
        const before = problem.residuals(multipliers);
        const dual = (x: Float64Array, logPartition: number) =>
          x.reduce(
            (sum, value, at) => sum + value * (0.5 * (ridge[at] as number) * value - (problem.answers[at] as number)),
            500 * logPartition,
          );
        const start = dual(multipliers, before.logPartition);
        problem.shared.balance(multipliers, problem.answers, ridge);
        const after = problem.residuals(multipliers);
        for (let at = 0; at < before.residuals.length; at++)
          expect(Math.abs((after.residuals[at] as number) - (before.residuals[at] as number))).toBeLessThan(1e-6);
        expect(dual(multipliers, after.logPartition)).toBeLessThanOrEqual(start + 1e-6 * Math.abs(start));
      }),
      { numRuns: 40, seed: 7 },
    );
  });

  it('comes to the bottom: of two measurements of one column both multipliers say the same per noise', () => {
    const twice: LinearMeasurement[] = [
      { set: [0], values: Float64Array.of(10, 20, 30), variance: 1 },
      { set: [0], values: Float64Array.of(14, 20, 26), variance: 4 },
    ];
    const answers = Float64Array.of(10, 20, 30, 14, 20, 26);
    const ridge = Float64Array.of(1, 1, 1, 4, 4, 4);
    const multipliers = new Float64Array(6);
    sharedDirections(sizes, twice).balance(multipliers, answers, ridge);
    for (let code = 0; code < 3; code++) {
      const [a, b] = [code, code + 3];
      // The slope along the shared direction, y_a − r_a x_a − (y_b − r_b x_b), is zero.
      const slope = (at: number) => (answers[at] as number) - (ridge[at] as number) * (multipliers[at] as number);
      expect(slope(a) - slope(b)).toBeCloseTo(0, 9);
      expect((multipliers[a] as number) + (multipliers[b] as number)).toBeCloseTo(0, 9);
    }
  });

  it('leaves centred measurements alone', () => {
    const centred = sets.map((set) => ({
      set,
      values: new Float64Array(cellsOf(sizes, set)),
      variance: 1,
      centred: set.map(() => true),
    }));
    const length = centred.reduce((sum, { values }) => sum + values.length, 0);
    const multipliers = Float64Array.from({ length }, (_, at) => at);
    const kept = multipliers.slice();
    sharedDirections(sizes, centred).balance(multipliers, new Float64Array(length), new Float64Array(length).fill(1));
    expect(multipliers).toEqual(kept);
  });
});
