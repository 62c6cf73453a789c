import { describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import { trainStumps } from './boosted-stumps.ts';
import { areaUnderCurve, macroF1 } from './classifier-scores.ts';
import { trainTestGap } from './train-test-gap.ts';

function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 4) / 2 ** 28;
  };
}

/** y is a or b (exclusively) nine times in ten; c leans towards d. */
function invented(rows: number, seed: number): CaseTable {
  const next = sequence(seed);
  const [a, b, c, d, y] = Array.from({ length: 5 }, () => emptyColumn(3, rows)) as Uint8Array[];
  for (let row = 0; row < rows; row++) {
    const [first, second] = [next() < 0.5 ? 1 : 0, next() < 0.5 ? 1 : 0];
    const third = Math.floor(next() * 3);
    for (const [column, code] of [
      [a, first],
      [b, second],
      [d, third],
      [c, next() < 0.7 ? third : Math.floor(next() * 3)],
      [y, next() < 0.9 ? first ^ second : 1 - (first ^ second)],
    ] as const)
      if (column) column[row] = code;
  }
  const codes = (size: number) => Array.from({ length: size }, (_, code) => `${code}`);
  const domains = { a: codes(2), b: codes(2), c: codes(3), d: codes(3), y: codes(2) };
  return caseTable(domains, { a, b, c, d, y } as Record<string, Uint8Array>);
}

/** Every column drawn apart: the one-way tables are right and nothing else is. */
function independent(table: CaseTable, seed: number): CaseTable {
  const next = sequence(seed);
  return {
    ...table,
    columns: table.columns.map((column) => column.map(() => column[Math.floor(next() * table.rows)] ?? 0)),
  };
}

describe('trainStumps', () => {
  it('learns what no column says alone', () => {
    const table = invented(4000, 5);
    const inputs = table.columns.slice(0, 4);
    const labels = table.columns[4] as Uint8Array;
    const scores = trainStumps(inputs, [2, 2, 3, 3], labels)(inputs, table.rows);
    expect(areaUnderCurve(scores, labels)).toBeGreaterThan(0.87);
    const without = trainStumps(inputs, [2, 2, 3, 3], labels, { mostPairs: 0 })(inputs, table.rows);
    expect(areaUnderCurve(without, labels)).toBeLessThan(0.6);
  });

  it('gives the shares of a single column as log odds', () => {
    const column = Uint8Array.from({ length: 4000 }, (_, row) => row % 2);
    const labels = Uint8Array.from({ length: 4000 }, (_, row) => (row % 2 === 0 ? +(row % 20 < 2) : +(row % 4 === 1)));
    const scores = trainStumps([column], [2], labels, { rounds: 60 })([Uint8Array.of(0, 1)], 2);
    expect(1 / (1 + Math.exp(-(scores[0] ?? 0)))).toBeCloseTo(0.1, 2);
    expect(1 / (1 + Math.exp(-(scores[1] ?? 0)))).toBeCloseTo(0.5, 2);
  });
});

describe('trainTestGap', () => {
  const real = invented(4000, 6);

  it('is near zero for records of the same source', () => {
    const { targets, meanAucGap, trainRows, testRows } = trainTestGap(real, invented(4000, 7));
    expect(targets).toHaveLength(5);
    expect(Math.abs(meanAucGap ?? 1)).toBeLessThan(0.02);
    expect([trainRows, testRows]).toEqual([2800, 1200]);
    const y = targets.find(({ target }) => target === 'y');
    expect(y?.realAuc).toBeGreaterThan(0.85);
    expect(y?.realF1).toBeGreaterThan(0.85);
  });

  it('is large where only the columns themselves are right', () => {
    const { targets } = trainTestGap(real, independent(real, 8), { targets: ['y'] });
    for (const { aucGap, f1Gap, classes } of targets) {
      expect(aucGap).toBeGreaterThan(0.2);
      expect(f1Gap).toBeGreaterThan(0.1);
      expect(classes).toBeGreaterThanOrEqual(2);
    }
  });

  it('stands a target with one value in the other records', () => {
    const flat = { ...real, columns: real.columns.map((column, at) => (at === 4 ? column.map(() => 1) : column)) };
    const { targets } = trainTestGap(real, flat, { targets: ['y'] });
    expect(targets[0]?.otherAuc).toBeCloseTo(0.5, 1);
  });

  it('refuses other domains, unknown targets and too few records', () => {
    const one = caseTable({ a: ['0'] }, { a: Uint8Array.of(0) });
    expect(() => trainTestGap(real, one)).toThrow('different domains');
    expect(() => trainTestGap(real, real, { targets: ['none'] })).toThrow("no column 'none'");
    expect(() => trainTestGap(one, one)).toThrow('too few');
  });
});

describe('scores of classifiers', () => {
  it('counts ties half, by hand', () => {
    expect(areaUnderCurve([1, 2, 2, 3], [0, 0, 1, 1])).toBe((1 + 0.5 + 1 + 1) / 4);
    expect(areaUnderCurve([1, 2], [1, 1])).toBeNull();
  });

  it('averages F1 over classes, by hand', () => {
    // Class 0: 1 hit, 1 false negative; class 1: 1 hit, 1 false positive; class 2 never occurs.
    expect(macroF1([0, 1, 1], [0, 0, 1], 3)).toBeCloseTo((2 / 3 + 2 / 3) / 2, 12);
  });
});
