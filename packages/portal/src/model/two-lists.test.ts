import { describe, expect, it } from 'vitest';
import { distanceFor, missedSteps, radii, sharedSteps, twoListEstimate, twoLists } from './two-lists.ts';

describe('twoListEstimate', () => {
  it('grows with every match that is missed, and shrinks with every person shared', () => {
    for (const shared of sharedSteps) {
      const all = missedSteps.map((missed) => twoListEstimate(shared, missed).estimate);
      expect([...all].sort((a, b) => a - b)).toEqual(all);
    }
    const byShared = sharedSteps.map((shared) => twoListEstimate(shared, 0).estimate);
    expect([...byShared].sort((a, b) => b - a)).toEqual(byShared);
  });

  it('is a × b ÷ found', () => {
    expect(twoListEstimate(20, 0)).toEqual({ found: 20, estimate: 150, unseen: 60 });
    expect(twoListEstimate(20, 10)).toEqual({ found: 18, estimate: 167, unseen: 75 });
    expect(twoListEstimate(50, 0)).toEqual({ found: 50, estimate: twoLists.a, unseen: 0 });
  });
});

describe('distanceFor', () => {
  it('moves the circles together as they share more', () => {
    const distances = sharedSteps.map(distanceFor);
    expect([...distances].sort((a, b) => b - a)).toEqual(distances);
    expect(distances.at(-1)).toBeCloseTo(radii.a - radii.b, 0);
    expect(distances[0]).toBeLessThan(radii.a + radii.b);
  });
});
