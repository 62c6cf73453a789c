import { Refusal } from '@casebridge/refusal';
import { describe, expect, it } from 'vitest';
import { equalCloseness, hierarchicalCloseness, orderedCloseness } from './closeness.ts';
import { distinctDiversity, entropyDiversity, recursiveDiversity } from './diversity.ts';
import { columnHierarchy } from './hierarchy.ts';
import { betaLikeness } from './likeness.ts';
import type { SensitiveColumn } from './quasi-table.ts';

// The nine salaries 3k … 11k of Li, Li and Venkatasubramanian (2007), section 3: {3, 4, 5} is 0.375 from all of them in order, {6, 8, 11} 0.167.
const salaries: SensitiveColumn[] = [
  {
    name: 'salary',
    values: ['3', '4', '5', '6', '7', '8', '9', '10', '11'],
    codes: Uint8Array.from([0, 1, 2, 3, 4, 5, 6, 7, 8]),
  },
];
const low = [1, 1, 1, 0, 0, 0, 0, 0, 0];
const spread = [0, 0, 0, 1, 0, 1, 0, 0, 1];

describe('closeness', () => {
  it('gives the ordered distances of the paper', () => {
    expect(orderedCloseness(salaries, 0, 0.375).accepts(low, 3)).toBe(true);
    expect(orderedCloseness(salaries, 0, 0.374).accepts(low, 3)).toBe(false);
    expect(orderedCloseness(salaries, 0, 1 / 6).accepts(spread, 3)).toBe(true);
    expect(orderedCloseness(salaries, 0, 0.166).accepts(spread, 3)).toBe(false);
  });

  it('takes half the sum of differences where every move costs the same', () => {
    expect(equalCloseness(salaries, 0, 2 / 3).accepts(low, 3)).toBe(true);
    expect(equalCloseness(salaries, 0, 0.66).accepts(low, 3)).toBe(false);
  });

  it('costs the height of the lowest common label in a hierarchy', () => {
    const hierarchy = columnHierarchy('d', [
      ['a', 'ab', '*'],
      ['b', 'ab', '*'],
      ['c', 'cd', '*'],
      ['d', 'cd', '*'],
    ]);
    const column: SensitiveColumn[] = [
      { name: 'd', values: ['a', 'b', 'c', 'd'], codes: Uint8Array.from([0, 1, 2, 3]) },
    ];
    // From all a to a quarter each: 1/4 moves to b at cost 1/2, 1/2 to c and d at cost 1.
    expect(hierarchicalCloseness(column, 0, 0.625, hierarchy).accepts([4, 0, 0, 0], 4)).toBe(true);
    expect(hierarchicalCloseness(column, 0, 0.62, hierarchy).accepts([4, 0, 0, 0], 4)).toBe(false);
  });
});

describe('diversity', () => {
  it('counts different values', () => {
    expect(distinctDiversity(salaries, 0, 3).accepts(low, 3)).toBe(true);
    expect(distinctDiversity(salaries, 0, 4).accepts(low, 3)).toBe(false);
  });

  it('asks for entropy of ln l: equal shares of l values have it exactly', () => {
    expect(entropyDiversity(salaries, 0, 3).accepts(low, 3)).toBe(true);
    expect(entropyDiversity(salaries, 0, 3).accepts([2, 1, 1, 0, 0, 0, 0, 0, 0], 4)).toBe(false);
  });

  it('asks the commonest value to be outweighed c times by the l-th and rarer', () => {
    // 5 < 2 × (2 + 1) with l = 2; 5 < 2 × 1 fails with l = 3.
    expect(recursiveDiversity(salaries, 0, 2, 2).accepts([5, 2, 1, 0, 0, 0, 0, 0, 0], 8)).toBe(true);
    expect(recursiveDiversity(salaries, 0, 2, 3).accepts([5, 2, 1, 0, 0, 0, 0, 0, 0], 8)).toBe(false);
  });

  it('corrects entropy after Grassberger', () => {
    // G(1) = −1.27036, G(2) = 0.72964: ln 4 − (2 × 0.72964 + 2 × −1.27036)/4 = 1.6567, above ln 5 = 1.6094, with three values.
    const corrected = entropyDiversity(salaries, 0, 3, 'grassberger');
    expect(corrected.accepts([2, 1, 1, 0, 0, 0, 0, 0, 0], 4)).toBe(true);
  });
});

describe('betaLikeness', () => {
  it('bounds how much a share grows', () => {
    // Each value has share 1/9 and 1/3 in the group: it grew by 2.
    expect(betaLikeness(salaries, 0, 2).accepts(low, 3)).toBe(true);
    expect(betaLikeness(salaries, 0, 1.9).accepts(low, 3)).toBe(false);
    // −ln(1/9) = 2.197 leaves 2 standing; a share of 1 grew by 8.
    expect(betaLikeness(salaries, 0, 9, true).accepts(low, 3)).toBe(true);
    expect(betaLikeness(salaries, 0, 9, true).accepts([1, 0, 0, 0, 0, 0, 0, 0, 0], 1)).toBe(false);
  });
});

describe('a constraint that is none', () => {
  it.each([
    () => distinctDiversity(salaries, 0, 1),
    () => recursiveDiversity(salaries, 0, 0, 2),
    () => equalCloseness(salaries, 0, 0),
    () => orderedCloseness(salaries, 0, 1),
    () => betaLikeness(salaries, 0, -1),
  ])('is refused', (make) => {
    expect(make).toThrow(Refusal);
  });
});
