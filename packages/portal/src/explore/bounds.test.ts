import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOf, tablesInside, withBounds } from './bounds.ts';
import type { ExploreTable, ExploreYear } from './types.ts';

const variables = ['a', 'b', 'c'].map((id, at) => ({
  id,
  label: id,
  group: null,
  codes: Array.from({ length: at + 2 }, (_, code) => ({
    code: code === at + 1 ? '?unknown' : `${id}${code}`,
    label: '',
    missing: code === at + 1,
  })),
}));
const sizes = variables.map(({ codes }) => codes.length);
const cells = sizes.reduce((product, size) => product * size, 1);
const placeOf = (cell: number) => [Math.floor(cell / 12), Math.floor(cell / 4) % 3, cell % 4];

function yearOf(count: readonly number[], half: number): ExploreYear {
  return {
    count,
    low: count.map((value) => Math.max(0, value - half)),
    high: count.map((value) => value + half),
    why: '.'.repeat(count.length),
    share: [],
    shareLow: [],
    shareHigh: [],
    shareWhy: '',
    base: [],
    baseLow: [],
    baseHigh: [],
    unknown: [],
  };
}

/** The table of some axes that a full table adds up to. */
function marginOf(full: readonly number[], axes: readonly number[], half: number): ExploreTable {
  const own = axes.map((axis) => sizes[axis] ?? 1);
  const count = Array.from({ length: own.reduce((product, size) => product * size, 1) }, () => 0);
  full.forEach((value, cell) => {
    const at = axes.reduce((place, axis, n) => place * (own[n] ?? 1) + (placeOf(cell)[axis] ?? 0), 0);
    count[at] = (count[at] ?? 0) + value;
  });
  return {
    release: 'r',
    variables: axes.map((axis) => variables[axis]?.id ?? ''),
    periods: { 2015: yearOf(count, half) },
  };
}

describe('boundsOf', () => {
  it('gives the bounds of two by two by two tables that are known by hand', () => {
    const exactly = (n: number) => ({ low: n, high: n });
    // 100 records, 70 with the first answer, 60 with the second: at least 30 and at most 60 with both.
    const two = new Map([
      [0, exactly(100)],
      [1, exactly(70)],
      [2, exactly(60)],
    ]);
    expect(boundsOf(two, 2)).toEqual({ low: 30, high: 60 });
    // 40 with the first two, 55 with the last two, 60 with the second: at least 35 with all three.
    const three = new Map([...two, [4, exactly(80)], [3, exactly(40)], [5, exactly(50)], [6, exactly(55)]]);
    expect(boundsOf(three, 3)).toEqual({ low: 35, high: 40 });
  });

  it('is open above where nothing is known', () => {
    expect(boundsOf(new Map(), 1)).toEqual({ low: 0, high: Number.POSITIVE_INFINITY });
  });
});

describe('withBounds', () => {
  it('holds the true count and share of every cell, whatever the synthetic records say', () => {
    const count = fc.integer({ min: 0, max: 400 });
    const all = fc.array(count, { minLength: cells, maxLength: cells });
    fc.assert(
      fc.property(
        all,
        all,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 2 }),
        (truth, made, half, code) => {
          const tables = [[0], [1], [2], [0, 1], [0, 2], [1, 2]].map((axes) => marginOf(truth, axes, half));
          const kept = truth.map((value, cell) => (cell % 4 === code ? value : 0));
          const counted = marginOf(
            made.map((value, cell) => (cell % 4 === code ? value : 0)),
            [0, 1],
            0,
          );
          const own = counted.periods[2015] as ExploreYear;
          const blank = Array.from({ length: own.count.length * 2 }, () => 500_000);
          const synthetic = { ...counted, periods: { 2015: { ...own, share: blank } } };
          const filters = [{ variable: 'c', code: variables[2]?.codes[code]?.code ?? '' }];
          const year = withBounds({ variables }, synthetic, filters, tables).periods[2015] as ExploreYear;
          const wanted = marginOf(kept, [0, 1], 0).periods[2015]?.count ?? [];
          wanted.forEach((value, cell) => {
            expect(year.low[cell]).toBeLessThanOrEqual(value);
            expect(year.high[cell]).toBeGreaterThanOrEqual(value);
            expect(year.low[cell]).toBeLessThanOrEqual(own.count[cell] ?? 0);
            // The first variable has one known answer, so that its share is whole where there is any record.
            if (cell < 3 && value > 0) expect(year.shareHigh[cell]).toBe(1_000_000);
            // The second has two: its share of both.
            const first = cell - (cell % 3);
            const base = (wanted[first] ?? 0) + (wanted[first + 1] ?? 0);
            if (cell % 3 === 2 || base === 0) return;
            expect((year.shareLow[wanted.length + cell] ?? 0) / 1_000_000).toBeLessThanOrEqual(value / base);
            expect((year.shareHigh[wanted.length + cell] ?? 0) / 1_000_000).toBeGreaterThanOrEqual(value / base);
          });
        },
      ),
      { numRuns: 200, seed: 5 },
    );
  });

  it('is zero where a table inside declares a zero, and the synthetic records have none', () => {
    const truth = Array.from({ length: cells }, () => 10);
    const pair = marginOf(truth, [0, 1], 3);
    const own = pair.periods[2015] as ExploreYear;
    const zero = { ...pair, periods: { 2015: { ...own, why: `z${own.why.slice(1)}` } } };
    const synthetic = { ...pair, periods: { 2015: yearOf([0, ...own.count.slice(1)], 0) } };
    const year = withBounds({ variables }, synthetic, [{ variable: 'c', code: 'c0' }], [zero]).periods[2015];
    expect([year?.low[0], year?.high[0]]).toEqual([0, 0]);
  });
});

describe('tablesInside', () => {
  it('names every published table of fewer variables', () => {
    const tables = ['a', 'b', 'a~c', 'a~b~c', 'c~d'];
    expect(tablesInside({ variables, tables }, ['c', 'a', 'b'])).toEqual(['a', 'b', 'a~c']);
  });
});
