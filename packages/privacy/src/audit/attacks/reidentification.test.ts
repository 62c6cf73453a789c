import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classSizesOfSets, classSizeTable, columnSets } from './class-size-table.ts';
import { classesOver, refineClasses } from './classes.ts';
import { keyFrequencies } from './key-frequencies.ts';
import {
  negativeBinomialBelow,
  negativeBinomialRisk,
  truncatedPoissonBelow,
  truncatedPoissonRisk,
} from './population-frequency.ts';
import { reidentificationRisk } from './reidentification.ts';
import { inventedRows, rowsList, tableOf } from './testing-tables.ts';

const smallTable = fc
  .array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(3), fc.nat(2)), { minLength: 1, maxLength: 40 })
  .map((rows) => tableOf([3, 2, 4, 3], rows));

describe('classesOver', () => {
  it('puts rows in one class exactly when they agree, over several tables', () => {
    fc.assert(
      fc.property(smallTable, smallTable, fc.subarray([0, 1, 2, 3]), (a, b, columns) => {
        const { of } = classesOver([a, b], columns);
        const rows = [...rowsList(a), ...rowsList(b)].map((row) => columns.map((column) => row[column]).join());
        const found = [...(of[0] as Uint32Array), ...(of[1] as Uint32Array)];
        for (const [i, key] of rows.entries()) {
          for (const [j, other] of rows.entries()) expect(found[i] === found[j]).toBe(key === other);
        }
      }),
      { numRuns: 40 },
    );
  });
  it('numbers by hashing where there are too many combinations to list', () => {
    const codes = Uint16Array.from({ length: 3000 }, (_, row) => (row * 7919) % 1500);
    const before = { of: [Uint32Array.from(codes, (_, row) => (row * 2_654_435) % 2_000_003)], count: 2_000_003 };
    const { of, count } = refineClasses(before, [codes], 65_536);
    const keys = new Set([...codes].map((code, row) => `${before.of[0]?.[row]} ${code}`));
    expect(count).toBe(keys.size);
    expect(new Set(of[0]).size).toBe(keys.size);
  });
});

describe('classSizesOfSets', () => {
  it('counts records by the size of their class for every set, as going through the rows does', async () => {
    await fc.assert(
      fc.asyncProperty(smallTable, async (table) => {
        const seen: string[] = [];
        await classSizesOfSets(table, 3, 4, (set, records) => {
          seen.push(set.join());
          const keys = rowsList(table).map((row) => set.map((column) => row[column]).join());
          const sizes = keys.map((key) => keys.filter((other) => other === key).length);
          expect(records).toEqual([1, 2, 3].map((size) => sizes.filter((one) => one === size).length));
        });
        expect(seen).toEqual(columnSets(4, 3).map((set) => set.join()));
        expect(seen.length).toBe(4 + 6 + 4);
      }),
      { numRuns: 20 },
    );
  });
  it('sorts into classes where a set has too many cells', async () => {
    const rows = inventedRows([400, 300, 200], 500, 'wide', 0.9);
    const table = tableOf([400, 300, 200], rows);
    const { levels, riskiest } = await classSizeTable(table, { most: 3, k: 5, worst: 2 });
    const keys = rows.map((row) => row.join());
    const unique = keys.filter((key) => keys.filter((other) => other === key).length === 1).length;
    expect(levels[2]).toMatchObject({ columns: 3, sets: 1, highestUnique: unique / 500, meanUnique: unique / 500 });
    expect(riskiest.length).toBe(2);
  });
});

describe('keyFrequencies', () => {
  it('lets a missing value agree with every other when asked to', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const wildcard = [0, -1, 0, -1];
        const { sample } = keyFrequencies(table, [0, 1, 2], { wildcard });
        const rows = rowsList(table);
        for (const [at, row] of rows.entries()) {
          const agreeing = rows.filter((other) =>
            [0, 1, 2].every((c) => other[c] === row[c] || (c !== 1 && (other[c] === 0 || row[c] === 0))),
          );
          expect(sample[at]).toBe(agreeing.length);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('frequencies in the population', () => {
  it('agree with summing the negative binomial term by term', () => {
    for (const f of [1, 2, 3, 7, 60]) {
      for (const p of [0.003, 0.05, 0.3, 0.9, 1]) {
        let term = p ** f;
        let risk = 0;
        let below = 0;
        for (let size = f; size < f + 40_000; size++) {
          risk += term / size;
          if (size < 11) below += term;
          term *= (size / (size - f + 1)) * (1 - p);
        }
        expect(negativeBinomialRisk(f, p)).toBeCloseTo(risk, 10);
        expect(negativeBinomialBelow(f, p, 11)).toBeCloseTo(below, 10);
      }
    }
  });
  it('agree with summing the truncated Poisson term by term', () => {
    for (const mean of [0.01, 0.5, 3, 40, 400]) {
      let risk = 0;
      let below = 0;
      let log = -mean;
      for (let size = 1; size < 2000; size++) {
        log += Math.log(mean / size);
        risk += Math.exp(log) / size;
        if (size < 11) below += Math.exp(log);
      }
      const rest = -Math.expm1(-mean);
      expect(truncatedPoissonRisk(mean)).toBeCloseTo(risk / rest, 10);
      expect(truncatedPoissonBelow(mean, 11)).toBeCloseTo(below / rest, 10);
    }
    expect(truncatedPoissonRisk(701) / truncatedPoissonRisk(699)).toBeCloseTo(699 / 701, 4);
  });
});

describe('reidentificationRisk', () => {
  it('reads F from a table, and never below f', () => {
    const sample = tableOf(
      [3, 2],
      [
        [0, 0],
        [0, 0],
        [1, 0],
        [2, 1],
      ],
    );
    const population = tableOf(
      [3, 2],
      [
        [0, 0],
        [0, 0],
        [0, 0],
        [0, 0],
        [1, 0],
        [1, 0],
      ],
    );
    const risk = reidentificationRisk(sample, [0, 1], { kind: 'table', table: population }, 3);
    expect(risk).toMatchObject({
      classes: 3,
      smallestClass: 1,
      prosecutor: { highest: 1, mean: 3 / 4, shareAboveOneInK: 1 },
      journalist: { highest: 1, shareAboveOneInK: 2 / 4 },
      belowKMap: 2 / 4,
    });
    expect(risk.marketer).toBeCloseTo((1 / 4 + 1 / 4 + 1 / 2 + 1) / 4, 12);
  });
  it('is the sample’s own risk when the sample is the population', () => {
    fc.assert(
      fc.property(smallTable, (table) => {
        const own = reidentificationRisk(table, [0, 2], { kind: 'table', table });
        const estimated = reidentificationRisk(table, [0, 2], { kind: 'negative-binomial', samplingFraction: 1 });
        expect(own.journalist).toEqual(own.prosecutor);
        expect(estimated.journalist.mean).toBeCloseTo(own.prosecutor.mean, 12);
        expect(own.marketer).toBeCloseTo(own.classes / own.records, 12);
      }),
      { numRuns: 30 },
    );
  });
});
