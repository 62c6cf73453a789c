import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distanceInSteps, inSteps, penaltyInSteps, weighScores, weightUnits } from './marginal-score.ts';

fc.configureGlobal({ seed: 20_160_520 });

const weight = fc.double({ min: 1e-6, max: 1e6, noNaN: true });

describe('the score of a marginal', () => {
  it('is weight times distance less penalty, in steps', () => {
    const distance = distanceInSteps([3, 0, 7], inSteps([2.5, 0.25, 9]));
    expect(distance).toBe(1024 * (0.5 + 0.25 + 2));
    const { scores, sensitivity } = weighScores([distance], [penaltyInSteps(0.5)], weightUnits([1.5]));
    expect(scores).toEqual([3n * BigInt(1024 * 2.25)]);
    expect(sensitivity).toBe(3n * 1024n);
  });

  it('keeps the ratios of weights exactly', () => {
    fc.assert(
      fc.property(fc.array(weight, { minLength: 2, maxLength: 6 }), (weights) => {
        const units = weightUnits(weights);
        // Twice the weight is exactly twice the units, and order is kept.
        const doubled = weightUnits([...weights, 2 * (weights[0] as number)]);
        expect(doubled.at(-1)).toBe(2n * (doubled[0] as bigint));
        for (const [a, one] of weights.entries())
          for (const [b, other] of weights.entries())
            expect((units[a] as bigint) < (units[b] as bigint)).toBe(one < other);
      }),
    );
  });

  it('moves by no more than its sensitivity when one record is added', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 6 });
    const candidate = fc.record({
      weight,
      cells: counts,
      at: fc.nat(5),
      estimate: fc.double({ min: -3, max: 9, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(candidate, { minLength: 1, maxLength: 5 }), (candidates) => {
        const weights = weightUnits(candidates.map((one) => one.weight));
        const penalties = candidates.map(({ estimate }) => penaltyInSteps(estimate));
        const score = (added: number) =>
          weighScores(
            candidates.map(({ cells, at, estimate }) =>
              distanceInSteps(
                cells.map((count, cell) => count + (cell === at % cells.length ? added : 0)),
                inSteps(cells.map(() => estimate)),
              ),
            ),
            penalties,
            weights,
          );
        const [before, after] = [score(0), score(1)];
        for (const [at, one] of before.scores.entries()) {
          const moved = (after.scores[at] as bigint) - one;
          expect(moved <= before.sensitivity && -moved <= before.sensitivity).toBe(true);
        }
        // The heaviest candidate does move that far unless the estimate lies between two counts.
        expect(after.sensitivity).toBe(before.sensitivity);
      }),
    );
  });

  it.each([
    ['an estimate that is no number', () => inSteps([1, Number.NaN])],
    ['an infinite estimate', () => inSteps([Number.POSITIVE_INFINITY])],
    ['an estimate beyond counts', () => inSteps([2 ** 42])],
    ['a penalty that is no number', () => penaltyInSteps(Number.NaN)],
    ['a weight of zero', () => weightUnits([1, 0])],
    ['an infinite weight', () => weightUnits([Number.POSITIVE_INFINITY])],
  ])('refuses %s', (_what, work) => {
    expect(work).toThrow(RangeError);
  });
});
