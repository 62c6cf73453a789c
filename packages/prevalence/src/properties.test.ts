import { Refusal } from '@casebridge/refusal';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bcaFacts, bcaLimit, quantile } from './bca.ts';
import { chaoBound } from './bounds.ts';
import { captureTableFromRows } from './capture-csv.ts';
import { type CaptureTable, captureTable, knownPeople, peopleOnAll, withoutList } from './capture-table.ts';
import { estimateFromNoisy, estimatePrevalence } from './estimate.ts';
import { fitModel } from './fit.ts';
import { discreteGaussianNoise } from './noise.ts';
import { wholeTable } from './noisy-table.ts';
import { seededUniform } from './random.ts';
import { shortfalls } from './requirements.ts';
import { resampleTable } from './resample.ts';
import { twoDigits } from './stability.ts';
import { stepwise } from './stepwise.ts';
import { pairsOf } from './terms.ts';

const runs = { seed: 20_260, numRuns: 120 } as const;

/** Three or four lists, every history with somebody: an estimate exists whatever the model. */
const fullTables = fc
  .integer({ min: 3, max: 4 })
  .chain((lists) => fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2 ** lists - 1, maxLength: 2 ** lists - 1 }))
  .map((counts): CaptureTable => {
    const lists = Math.log2(counts.length + 1);
    return { lists: ['a', 'b', 'c', 'd'].slice(0, lists), counts: Float64Array.from([0, ...counts]) };
  });

function rowsOf({ lists, counts }: CaptureTable) {
  return [...counts].map((count, history) => ({ on: lists.map((_, list) => (history >> list) & 1), count })).slice(1);
}

describe('captureTable', () => {
  it('is the same table whatever the order of its histories', () => {
    fc.assert(
      fc.property(fullTables, fc.infiniteStream(fc.nat()), (table, order) => {
        const rows = rowsOf(table)
          .map((row) => ({ row, at: order.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ row }) => row);
        expect(captureTable(table.lists, rows, 't')).toEqual(table);
      }),
      runs,
    );
  });

  it('refuses whatever is no table of histories in one line, and never anything else', () => {
    const cell = fc.constantFrom('0', '1', '2', '', '-1', '1.5', 'x', '7', '1e3', ' 1 ', 'Infinity', '12');
    const header = fc.array(fc.constantFrom('a', 'b', 'c', 'count', '', 'd'), { minLength: 1, maxLength: 13 });
    fc.assert(
      fc.property(header, fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 8 }), (names, rows) => {
        try {
          const table = captureTableFromRows([names, ...rows], 'lists.csv');
          expect(table.lists.length).toBeGreaterThanOrEqual(2);
          expect(table.counts.every((count) => Number.isSafeInteger(count) && count >= 0)).toBe(true);
          expect(table.counts[0]).toBe(0);
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
          expect((error as Refusal).message).toMatch(/^lists\.csv[^\n]*$/);
        }
      }),
      { ...runs, numRuns: 400 },
    );
  });

  it.each([
    ['a,b,c', [], /no column 'count'/],
    ['a,count', ['1,2'], /two lists or more/],
    ['a,b,c,d,e,f,g,h,i,j,k,count', [], /11 lists/],
    ['a,b,a,count', ['1,0,0,2'], /two lists are called 'a'/],
    ['a,b,c,count', ['1,0,0,-2'], /row 2.*whole number/],
    ['a,b,c,count', ['1,0,0,2.5'], /row 2.*whole number/],
    ['a,b,c,count', ['1,0,0,2', '1,0,0,3'], /row 3.*given before/],
    ['a,b,c,count', ['1,0,0,2', '1,1,0,3'], /nobody is on list 'c'/],
    ['a,b,c,count', ['0,0,0,9'], /row 2.*never seen/],
    ['a,b,c,count', ['1,0,0,0'], /nobody is on any list/],
    ['a,b,c,count', ['1,yes,0,4'], /row 2, list 'b'/],
    ['a,b,c,count', ['1,0,4'], /row 2/],
  ])('refuses %s %j', (header, rows, says) => {
    const cells = [header, ...rows].map((line) => line.split(','));
    expect(() => captureTableFromRows(cells, 'lists.csv')).toThrow(says);
  });
});

describe('fitModel', () => {
  it('reproduces the overlap of every term of the model, and never falls below the known', () => {
    fc.assert(
      fc.property(fullTables, fc.nat(), (table, choice) => {
        const chosen = pairsOf(table.lists.length).filter((_, at) => (choice >> at) & 1);
        const { status, fit } = fitModel(table, chosen);
        expect(status).toBe(0);
        expect(fit?.estimate).toBeGreaterThan(knownPeople(table));
        const fitted = { lists: table.lists, counts: fit?.fitted ?? new Float64Array() };
        for (const term of fit?.terms.active ?? []) {
          expect(peopleOnAll(fitted, term)).toBeCloseTo(peopleOnAll(table, term), 4);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of the lists, and grows as the table does', () => {
    fc.assert(
      fc.property(fullTables, fc.integer({ min: 2, max: 9 }), (table, times) => {
        const bits = table.lists.length;
        const mirrored = table.counts.map((_, history) => {
          let other = 0;
          for (let list = 0; list < bits; list++) if ((history >> list) & 1) other |= 1 << (bits - 1 - list);
          return table.counts[other] as number;
        });
        const estimate = fitModel(table, []).fit?.estimate ?? Number.NaN;
        expect(fitModel({ lists: [...table.lists].reverse(), counts: mirrored }, []).fit?.estimate).toBeCloseTo(
          estimate,
          5,
        );
        const larger = { lists: table.lists, counts: table.counts.map((count) => count * times) };
        expect((fitModel(larger, []).fit?.estimate ?? Number.NaN) / times).toBeCloseTo(estimate, 5);
      }),
      runs,
    );
  });

  it('finds the size of a population whose lists are independent, or dependent as the model says', () => {
    const chance = fc.double({ min: 0.1, max: 0.6, noNaN: true });
    fc.assert(
      fc.property(
        fc.array(chance, { minLength: 3, maxLength: 4 }),
        fc.double({ min: 0.5, max: 4, noNaN: true }),
        (chances, odds) => {
          const counts = new Float64Array(2 ** chances.length);
          const weight = (history: number) =>
            chances.reduce((w, p, list) => w * ((history >> list) & 1 ? p : 1 - p), (history & 3) === 3 ? odds : 1);
          const all = [...counts.keys()].reduce((sum, history) => sum + weight(history), 0);
          for (let history = 1; history < counts.length; history++) counts[history] = (1e6 * weight(history)) / all;
          const table = { lists: chances.map((_, list) => `l${list}`), counts };
          expect((fitModel(table, [3]).fit?.estimate ?? Number.NaN) / 1e6).toBeCloseTo(1, 6);
        },
      ),
      runs,
    );
  });
});

describe('chaoBound', () => {
  it('is the size of a population where lists are independent and of one length, and less where people differ', () => {
    const chances = fc.tuple(fc.double({ min: 0.05, max: 0.5, noNaN: true }), fc.integer({ min: 2, max: 6 }));
    fc.assert(
      fc.property(chances, fc.double({ min: 0.1, max: 0.9, noNaN: true }), ([p, lists], rarer) => {
        const of = (chance: number, people: number) =>
          Float64Array.from({ length: 2 ** lists }, (_, history) => {
            const on = history.toString(2).replaceAll('0', '').length;
            return history === 0 ? 0 : people * chance ** on * (1 - chance) ** (lists - on);
          });
        const names = Array.from({ length: lists }, (_, list) => `l${list}`);
        expect(chaoBound({ lists: names, counts: of(p, 1e7) }) / 1e7).toBeCloseTo(1, 4);
        const [often, seldom] = [of(p, 5e6), of(p * rarer, 5e6)];
        const mixed = often.map((count, history) => count + (seldom[history] as number));
        expect(chaoBound({ lists: names, counts: mixed })).toBeLessThan(1e7 * (1 + 1e-4));
      }),
      runs,
    );
  });
});

describe('stepwise', () => {
  it('is the model of lists alone at threshold 0, and has no pair twice at any', () => {
    fc.assert(
      fc.property(fullTables, fc.double({ min: 0, max: 0.99, noNaN: true }), (table, threshold) => {
        expect(stepwise(table, 0)?.fit.estimate).toBe(fitModel(table, []).fit?.estimate);
        const found = stepwise(table, threshold);
        expect(new Set(found?.chosen).size).toBe(found?.chosen.length);
        expect(found?.steps.flatMap((step) => step.map(({ pValue }) => pValue)).every((p) => p >= 0 && p <= 1)).toBe(
          true,
        );
      }),
      { ...runs, numRuns: 60 },
    );
  });
});

describe('resampling and limits', () => {
  it('draws as many people, only with histories that occur, the same for the same seed', () => {
    fc.assert(
      fc.property(fullTables, fc.integer(), (table, seed) => {
        const drawn = resampleTable(table, seededUniform(seed));
        expect(drawn && knownPeople(drawn)).toBe(knownPeople(table));
        expect(resampleTable(table, seededUniform(seed))).toEqual(drawn);
      }),
      runs,
    );
  });

  it('puts limits in order, inside the resamples', () => {
    const values = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: 20, maxLength: 80 });
    fc.assert(
      fc.property(values, fc.nat({ max: 19 }), (resamples, at) => {
        const sorted = [...resamples].sort((a, b) => a - b);
        const facts = bcaFacts(resamples[at] as number, sorted, []);
        const limits = [0.025, 0.1, 0.5, 0.9, 0.975].map((level) => bcaLimit(sorted, facts, level));
        if (limits.some(Number.isNaN)) return;
        expect([...limits].sort((a, b) => a - b)).toEqual(limits);
        expect(limits[0]).toBeGreaterThanOrEqual(sorted[0] as number);
        expect(quantile(sorted, 1)).toBe(sorted.at(-1));
      }),
      runs,
    );
  });
});

describe('estimatePrevalence', () => {
  it('gives the bound alone where the table lacks what a model needs, and says what', () => {
    const bare = captureTable(
      ['a', 'b', 'c'],
      [
        { on: [1, 0, 0], count: 40 },
        { on: [0, 1, 0], count: 30 },
        { on: [0, 0, 1], count: 20 },
        { on: [1, 1, 0], count: 4 },
      ],
      't',
    );
    const {
      stepwise: none,
      chao,
      lacking,
      stable,
      thresholds,
    } = estimatePrevalence(bare, {
      uniform: seededUniform(1),
    });
    expect({ none, lacking, stable, thresholds }).toEqual({
      none: null,
      lacking: ['ten_on_two_lists', 'overlapping_triple'],
      stable: false,
      thresholds: [],
    });
    expect(chao).toBeCloseTo(94 + (2 / 3) * ((90 * 89) / 10), 9);
    expect(shortfalls(withoutList(bare, 2) as CaptureTable)).toContain('three_lists');
  });

  it('never puts the bound, or an estimate, below the known', () => {
    fc.assert(
      fc.property(fullTables, fc.integer(), (table, seed) => {
        const all = estimatePrevalence(table, { uniform: seededUniform(seed), resamples: 100 });
        expect(chaoBound(table)).toBeGreaterThanOrEqual(all.known);
        for (const { estimate } of all.thresholds) expect(estimate).toBeGreaterThan(all.known);
        expect(all.stable).toBe(all.instabilities.length === 0);
      }),
      { ...runs, numRuns: 8 },
    );
  });
});

describe('tables measured with noise', () => {
  it('are made whole: no cell below zero, the total kept to the rounding, nothing changed without noise', () => {
    fc.assert(
      fc.property(
        fullTables,
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: 15, maxLength: 15 }),
        (table, noise) => {
          expect(wholeTable({ lists: table.lists, values: table.counts })).toEqual(table);
          const values = table.counts.map((count, at) => (at === 0 ? 0 : count + (noise[at - 1] as number)));
          const whole = wholeTable({ lists: table.lists, values });
          expect(whole.counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
          const total = Math.max(0, knownPeople({ lists: table.lists, counts: values }));
          expect(Math.abs(knownPeople(whole) - total)).toBeLessThanOrEqual(values.length / 2);
        },
      ),
      runs,
    );
  });

  it('draws noise of the variance asked for', () => {
    for (const variance of [0.5, 4, 60]) {
      const draw = discreteGaussianNoise(variance, seededUniform(9));
      const draws = Array.from({ length: 40_000 }, draw);
      const mean = draws.reduce((sum, value) => sum + value, 0) / draws.length;
      const square = draws.reduce((sum, value) => sum + value * value, 0) / draws.length;
      // Six standard errors: a false alarm has a chance below 1e-8.
      expect(Math.abs(mean)).toBeLessThan(6 * Math.sqrt(variance / draws.length));
      expect(Math.abs(square / exactVariance(variance) - 1)).toBeLessThan(6 * Math.sqrt(2 / draws.length));
    }
  });

  it('have wider intervals the more noise they carry, and the exact estimate where they carry next to none', () => {
    const lists = ['a', 'b', 'c'];
    const values = Float64Array.from([0, 400, 300, 60, 350, 70, 50, 15]);
    const width = (variance: number) => {
      const found = estimateFromNoisy({ lists, values, variance }, { uniform: seededUniform(3), resamples: 400 });
      return Math.log((found?.stepwise?.upper ?? Number.NaN) / (found?.stepwise?.lower ?? Number.NaN));
    };
    const exact = estimatePrevalence({ lists, counts: values }, { uniform: seededUniform(3), resamples: 100 });
    const noisy = estimateFromNoisy({ lists, values, variance: 0.01 }, { uniform: seededUniform(3), resamples: 100 });
    expect(noisy?.stepwise?.estimate).toBe(exact.stepwise?.estimate);
    expect(width(64)).toBeGreaterThan(1.2 * width(0.01));
  });
});

function exactVariance(variance: number): number {
  let [sum, square] = [0, 0];
  for (let k = -200; k <= 200; k++) {
    const weight = Math.exp(-(k * k) / (2 * variance));
    sum += weight;
    square += k * k * weight;
  }
  return square / sum;
}

describe('twoDigits', () => {
  it('keeps two significant digits, and what has two', () => {
    fc.assert(
      fc.property(fc.double({ min: 10, max: 1e9, noNaN: true }), (value) => {
        const shown = twoDigits(value);
        expect(Math.abs(shown / value - 1)).toBeLessThanOrEqual(0.05 + 1e-9);
        expect(twoDigits(shown)).toBe(shown);
      }),
      runs,
    );
  });
});
