import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { MarginalOracle } from './aim.ts';
import { measureSingles, noiseShare } from './measure-singles.ts';

/** An oracle without noise that keeps the account of what it is asked. */
function oracleOf(sizes: readonly number[], rows: number, rho: number) {
  let left = rho;
  const asked: { readonly sets: number; readonly variance: number }[] = [];
  const oracle: MarginalOracle = {
    remaining: () => left,
    select: () => Promise.reject(new Error('nothing is to be chosen')),
    async measure(sets, variance) {
      asked.push({ sets: sets.length, variance });
      left -= sets.length / (2 * variance);
      return sets.map(([column = 0]) => {
        const size = sizes[column] as number;
        return { values: new Float64Array(size).fill(rows / size), variance };
      });
    },
  };
  return { oracle, asked, spent: () => rho - left };
}

describe('measureSingles', () => {
  it('spends a tenth where noise is small beside the records', async () => {
    const { oracle, asked, spent } = oracleOf([2, 3, 4], 1_000_000, 1);
    const found = await measureSingles(oracle, [2, 3, 4]);
    expect(found.map(({ set }) => set)).toEqual([[0], [1], [2]]);
    expect(asked).toHaveLength(1);
    expect(spent()).toBeCloseTo(0.1, 9);
  });

  it('measures once more, up to 45 %, where noise is large', async () => {
    const { oracle, asked, spent } = oracleOf([2, 3, 40], 500, 0.001);
    const found = await measureSingles(oracle, [2, 3, 40]);
    expect(found.map(({ set }) => set)).toEqual([[0], [1], [2], [0], [1], [2]]);
    expect(asked[1]?.variance).toBeLessThan(asked[0]?.variance as number);
    expect(spent()).toBeCloseTo(0.00045, 9);
  });

  it('never spends less than a tenth nor more than 45 % of the budget', async () => {
    const sizes = fc.array(fc.integer({ min: 2, max: 60 }), { minLength: 1, maxLength: 12 });
    const rows = fc.integer({ min: 1, max: 1_000_000 });
    const rho = fc.double({ min: 1e-6, max: 10, noNaN: true });
    await fc.assert(
      fc.asyncProperty(sizes, rows, rho, async (own, records, budget) => {
        const { oracle, asked, spent } = oracleOf(own, records, budget);
        await measureSingles(oracle, own);
        expect(spent() / budget).toBeGreaterThan(0.1 - 1e-9);
        expect(spent() / budget).toBeLessThan(0.45 + 1e-9);
        expect(asked.every(({ sets }) => sets === own.length)).toBe(true);
      }),
      { numRuns: 100, seed: 6 },
    );
  });
});

describe('noiseShare', () => {
  const measured = (variance: number) =>
    [0, 1].map((column) => ({ set: [column], values: new Float64Array(column === 0 ? 4 : 6), variance }));

  it('is half the mean absolute noise of an average column over the records', () => {
    // 5 codes on average, 10 records of noise each: 0.4 × 5 × 10 of 1,000 records.
    expect(noiseShare([4, 6], measured(100), 1000)).toBeCloseTo(0.02, 12);
  });

  it('falls with each measurement by its precision, and is nothing where nothing was measured', () => {
    expect(noiseShare([4, 6], [...measured(100), ...measured(100 / 3)], 1000)).toBeCloseTo(0.01, 12);
    expect(noiseShare([4, 6], [], 1000)).toBe(0);
  });
});
