import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnsOf, estimateOf } from './estimates.ts';
import { normalQuantile } from './normal.ts';
import { combineReplicates } from './replicates.ts';
import { studentQuantile } from './student.ts';
import { supportLookup, supportRows } from './support.ts';

function normals(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return normalQuantile(((state >>> 4) + 0.5) / 2 ** 28);
  };
}

describe('combineReplicates', () => {
  it('adds up by hand', () => {
    const { between, bias, variance, freedom, low, high } = combineReplicates({
      estimate: 10,
      replicates: [8, 9, 11, 12, 15],
      within: 2,
    });
    // Mean 11; squares 9 + 4 + 0 + 1 + 16 = 30 over 4.
    expect([between, bias]).toEqual([7.5, 1]);
    expect(variance).toBeCloseTo(1.2 * 7.5 + 1 + 2, 12);
    expect(freedom).toBeCloseTo(4 * (1 + 2 / 10) ** 2, 12);
    expect((low + high) / 2).toBeCloseTo(10, 12);
    expect(high - 10).toBeCloseTo(studentQuantile(0.975, freedom) * Math.sqrt(12), 9);
  });

  it('takes the model for the centre of the bias where it is given', () => {
    expect(combineReplicates({ estimate: 10, model: 11, replicates: [8, 9, 11, 12, 15] }).bias).toBe(0);
  });

  it('is a point where nothing varies', () => {
    const { low, high } = combineReplicates({ estimate: 3, replicates: [3, 3, 3, 3, 3] });
    expect([low, high]).toEqual([3, 3]);
  });

  // An unbiased estimator of normal noise and twenty replicates about its own outcome: the interval holds the truth in at least
  // 95 % (the bias term only widens it). 4,000 trials have a standard error of 0.35 points: below 93.5 % once in 10⁵.
  it('holds the truth of a noisy estimate', () => {
    const next = normals(12);
    let held = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const model = 5 + 2 * next();
      const { low, high } = combineReplicates({
        estimate: model,
        model,
        replicates: Array.from({ length: 20 }, () => model + 2 * next()),
      });
      if (low <= 5 && high >= 5) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.935);
  });

  // Counts clipped at zero: the estimator of a true 1 under noise of sd 3 is biased upwards, and so are its replicates.
  it('holds a small truth under an estimator that cannot go below zero', () => {
    const next = normals(13);
    let held = 0;
    for (let trial = 0; trial < 4000; trial++) {
      const model = Math.max(0, 1 + 3 * next());
      const replicates = Array.from({ length: 20 }, () => Math.max(0, model + 3 * next()));
      const { low, high } = combineReplicates({ estimate: model, model, replicates });
      if (low <= 1 && high >= 1) held++;
    }
    expect(held / 4000).toBeGreaterThan(0.935);
  });

  it('refuses too few replicates and estimates that are no numbers', () => {
    expect(() => combineReplicates({ estimate: 1, replicates: [1, 1, 1, 1] })).toThrow('5 replicates');
    expect(() => combineReplicates({ estimate: Number.NaN, replicates: [1, 1, 1, 1, 1] })).toThrow('not a number');
  });
});

describe('studentQuantile', () => {
  // Standard tables (e.g. NIST/SEMATECH e-Handbook 1.3.6.7.2).
  it.each([
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 3, 3.182],
    [0.975, 4, 2.776],
    [0.975, 10, 2.228],
    [0.975, 19, 2.093],
    [0.95, 5, 2.015],
    [0.995, 19, 2.861],
    [0.975, 100, 1.984],
  ])('gives the table at %s with %s degrees of freedom', (p, freedom, printed) => {
    expect(studentQuantile(p, freedom)).toBeCloseTo(printed, 3);
    expect(studentQuantile(1 - p, freedom)).toBeCloseTo(-printed, 3);
  });

  it('nears the normal, and refuses what is no probability', () => {
    expect(studentQuantile(0.975, 1e12)).toBeCloseTo(1.959964, 6);
    expect(studentQuantile(0.5, 7)).toBe(0);
    expect(() => studentQuantile(1, 7)).toThrow(RangeError);
    expect(() => studentQuantile(0.9, 0.5)).toThrow(RangeError);
  });
});

describe('estimateOf', () => {
  const a = { variable: 'a', code: 0 };
  const b = { variable: 'b', code: 1 };
  it('works out shares, conditional shares and odds ratios, by hand', () => {
    const counts = { both: 30, onlyA: 10, onlyB: 20, neither: 40 };
    expect(estimateOf({ kind: 'share', a, b: null }, counts)).toEqual({ value: 0.4, sampling: 0.4 * 0.6 * 0.01 });
    expect(estimateOf({ kind: 'share', a, b }, counts)).toEqual({ value: 0.6, sampling: (0.6 * 0.4) / 50 });
    const odds = estimateOf({ kind: 'odds-ratio', a, b }, counts);
    expect(odds.value).toBeCloseTo(Math.log((30.5 * 40.5) / (10.5 * 20.5)), 12);
    expect(odds.sampling).toBeCloseTo(1 / 30.5 + 1 / 10.5 + 1 / 20.5 + 1 / 40.5, 12);
    expect(columnsOf({ kind: 'share', a, b: null })).toEqual(['a']);
  });

  it('is no number for a share of nobody', () => {
    expect(estimateOf({ kind: 'share', a, b }, { both: 0, onlyA: 5, onlyB: 0, neither: 5 }).value).toBeNaN();
  });
});

describe('supportLookup and supportRows', () => {
  const domains = { a: ['0'], b: ['0'], c: ['0'], d: ['0'] };

  it('supports what lies within one measured set', () => {
    const measured = [
      ['a', 'b', 'c'],
      ['c', 'd'],
    ];
    const rows = supportRows(domains, measured, 2);
    expect(rows.map(({ variables, support }) => `${variables.join('')} ${support}`)).toEqual([
      'a supported',
      'b supported',
      'c supported',
      'd supported',
      'ab supported',
      'ac supported',
      'ad unsupported',
      'bc supported',
      'bd unsupported',
      'cd supported',
      'abc supported',
    ]);
  });

  it('says the same of every row as going through the measured sets does', () => {
    const sets = fc.array(fc.subarray(['a', 'b', 'c', 'd'], { minLength: 1 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(sets, fc.subarray(['d', 'c', 'b', 'a'], { minLength: 1 }), (measured, asked) => {
        const expected = measured.some((set) => asked.every((name) => set.includes(name)));
        expect(supportLookup(measured)(asked) === 'supported').toBe(expected);
        for (const { variables, support } of supportRows(domains, measured, 3)) {
          expect(support).toBe(supportLookup(measured)(variables));
        }
      }),
      { seed: 8 },
    );
  });
});
