import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { unknownDominates, unknownSteps } from './unknown-steps.ts';

const share = fc.double({ min: 0, max: 0.99, noNaN: true });

describe('a share from known answers to all records', () => {
  it('starts as the figure, ends as its bounds and widens between', () => {
    fc.assert(
      fc.property(share, share, (value, unknown) => {
        const low = value * (1 - unknown);
        const bounds: [number, number] = [low, low + unknown];
        const steps = unknownSteps({ value, unknown, bounds });
        expect(steps[0]?.low).toBeCloseTo(value, 9);
        expect(steps[0]?.high).toBeCloseTo(value, 9);
        expect([steps[4]?.low, steps[4]?.high]).toEqual(bounds);
        for (const [index, step] of steps.entries()) {
          const before = steps[index - 1];
          if (!before) continue;
          expect(step.low).toBeLessThanOrEqual(before.low + 1e-9);
          expect(step.high).toBeGreaterThanOrEqual(before.high - 1e-9);
        }
      }),
    );
  });

  it('agrees with counting: 60 of 80 known, 20 unknown, half of them counted in', () => {
    const [, , half] = unknownSteps({ value: 0.75, unknown: 0.2, bounds: [0.6, 0.8] });
    expect(half?.low).toBeCloseTo(60 / 90, 12);
    expect(half?.high).toBeCloseTo(70 / 90, 12);
  });

  it('has no steps for a figure that is withheld or has no bounds', () => {
    expect(unknownSteps({ value: null, unknown: 0.2, bounds: null })).toEqual([]);
    expect(unknownSteps({ value: 12, unknown: null, bounds: null })).toEqual([]);
  });

  it('is led by the unknown where the range is wider than 30 points', () => {
    expect(unknownDominates({ bounds: [0.3, 0.61] })).toBe(true);
    expect(unknownDominates({ bounds: [0.3, 0.6] })).toBe(false);
    expect(unknownDominates({ bounds: null })).toBe(false);
  });
});
