import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import { fitLogistic, type SparseDesign } from './logistic.ts';
import { propensity } from './propensity.ts';

/** A repeatable sequence in [0, 1). */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 4) / 2 ** 28;
  };
}

/** Correlated columns of two, three and four codes. */
function invented(rows: number, seed: number): CaseTable {
  const next = sequence(seed);
  const sizes = [2, 3, 4, 3];
  const columns = sizes.map((size) => emptyColumn(size, rows));
  for (let row = 0; row < rows; row++) {
    const base = next();
    for (const [at, size] of sizes.entries()) {
      (columns[at] as Uint8Array)[row] = Math.floor((next() < 0.5 ? base : next()) * size);
    }
  }
  const domains = Object.fromEntries(
    sizes.map((size, at) => [`v${at}`, Array.from({ length: size }, (_, c) => `${c}`)]),
  );
  return caseTable(domains, Object.fromEntries(columns.map((column, at) => [`v${at}`, column])));
}

function rowsOf(table: CaseTable, rows: readonly number[]): CaseTable {
  const columns = table.columns.map((column) => Uint8Array.from(rows, (row) => column[row] ?? 0));
  return { ...table, columns, rows: rows.length };
}

/** Drawn with replacement: the right model of the records they are compared with. */
function resampled(table: CaseTable, rows: number, seed: number): CaseTable {
  const next = sequence(seed);
  return rowsOf(
    table,
    Array.from({ length: rows }, () => Math.floor(next() * table.rows)),
  );
}

describe('fitLogistic', () => {
  it('finds the known solution of a saturated model, and leaves out a column that repeats another', () => {
    // Groups: constant only, +x1, +x2; x3 is x1 again. Shares of ones: 2/10, 5/10, 9/12.
    const design: SparseDesign = {
      features: 4,
      starts: Uint32Array.of(0, 0, 2, 3),
      indices: Uint16Array.of(1, 3, 2),
      totals: Float64Array.of(10, 10, 12),
      ones: Float64Array.of(2, 5, 9),
    };
    const { probabilities, rank } = fitLogistic(design);
    expect(rank).toBe(3);
    for (const [row, share] of [0.2, 0.5, 0.75].entries()) expect(probabilities[row]).toBeCloseTo(share, 6);
  });

  it('solves the likelihood equations: what each column adds up to is what is observed', () => {
    const next = sequence(9);
    const rows = 60;
    const starts = Uint32Array.from({ length: rows + 1 }, (_, row) => 3 * row);
    const indices = Uint16Array.from({ length: 3 * rows }, (_, at) => 1 + (at % 3) * 3 + Math.floor(next() * 3));
    const totals = Float64Array.from({ length: rows }, () => 5 + Math.floor(next() * 20));
    const ones = totals.map((total) => Math.floor(next() * (total + 1)));
    const { probabilities, rank } = fitLogistic({ features: 10, starts, indices, totals, ones });
    expect(rank).toBe(7);
    for (let column = 0; column < 10; column++) {
      let difference = 0;
      for (let row = 0; row < rows; row++) {
        const within = column === 0 || indices.subarray(3 * row, 3 * row + 3).includes(column);
        if (within) difference += (ones[row] ?? 0) - (totals[row] ?? 0) * (probabilities[row] ?? 0);
      }
      expect(difference).toBeCloseTo(0, 4);
    }
  });
});

describe('propensity', () => {
  // 200 draws from the right model: the ratio's mean is 1 with a standard error of √(2/(q−1))/√200 ≈ 0.02, and the standardised
  // value has mean 0 ± 0.07 and variance 1 ± 0.1 (standard errors): bounds of five of them, missed once in 10⁶.
  it.each([
    ['as many records', 3000],
    ['half as many', 1500],
  ])('has the mean and scatter of its null for %s from the right model', (_, rows) => {
    const real = invented(3000, 1);
    const found = Array.from({ length: 200 }, (__, seed) => propensity(real, resampled(real, rows, seed + 2)));
    const mean = found.reduce((sum, { ratio }) => sum + ratio, 0) / found.length;
    expect(Math.abs(mean - 1)).toBeLessThan(0.1);
    const centre = found.reduce((sum, { standardised }) => sum + standardised, 0) / found.length;
    const variance =
      found.reduce((sum, { standardised }) => sum + (standardised - centre) ** 2, 0) / (found.length - 1);
    expect(Math.abs(centre)).toBeLessThan(0.4);
    expect(Math.abs(variance - 1)).toBeLessThan(0.6);
    expect(found[0]?.pairs).toBe(6);
  });

  it('sees independent columns for what they are not: pairs tell them apart', () => {
    const real = invented(3000, 1);
    const next = sequence(77);
    const columns = real.columns.map((column) => column.map(() => column[Math.floor(next() * real.rows)] ?? 0));
    const independent = { ...real, columns };
    expect(propensity(real, independent).ratio).toBeGreaterThan(10);
    expect(propensity(real, independent, { fewCodes: 1 }).ratio).toBeLessThan(3);
  });

  it('stands a value that only one side has', () => {
    const real = invented(500, 3);
    const other = { ...real, columns: real.columns.map((column, at) => (at === 2 ? column.map(() => 3) : column)) };
    const { pMSE, ratio } = propensity(real, other);
    expect(pMSE).toBeGreaterThan(0.1);
    expect(pMSE).toBeLessThanOrEqual(0.25);
    expect(Number.isFinite(ratio)).toBe(true);
  });

  it('refuses other domains and empty tables', () => {
    const real = invented(10, 3);
    expect(() => propensity(real, caseTable({ a: ['0'] }, { a: Uint8Array.of(0) }))).toThrow('different domains');
    expect(() => propensity(real, rowsOf(real, []))).toThrow('no records');
  });

  const root = dirname(fileURLToPath(new URL('../../../../package.json', import.meta.url)));
  const file = join(process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared'), 'data', 'dp-adult', 'adult.csv.gz');
  it.skipIf(!existsSync(file))('takes seconds for the 48,842 rows of Adult against as many', () => {
    const [header = '', ...lines] = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    const cells = lines.map((line) => line.split(',').map(Number));
    const names = header.split(',');
    const columns = names.map((_, at) => Uint8Array.from(cells, (row) => row[at] ?? 0));
    const domains = Object.fromEntries(
      names.map((name, at) => [name, Array.from({ length: Math.max(...(columns[at] ?? [])) + 1 }, (_, c) => `${c}`)]),
    );
    const real = caseTable(domains, Object.fromEntries(names.map((name, at) => [name, columns[at] as Uint8Array])));
    const before = performance.now();
    const found = propensity(real, resampled(real, real.rows, 4));
    process.stdout.write(`Adult: ${JSON.stringify(found)} in ${Math.round(performance.now() - before)} ms\n`);
    expect(Math.abs(found.standardised)).toBeLessThan(5);
  });
});
