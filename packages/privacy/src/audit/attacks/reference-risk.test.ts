import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { tableFromCsv } from '../../columns/csv-table.ts';
import { keyFrequencies } from './key-frequencies.ts';
import { approximateNegativeBinomialRisk, negativeBinomialRisk } from './population-frequency.ts';
import { reidentificationRisk } from './reidentification.ts';
import { tableOf } from './testing-tables.ts';

// Figures of others: sdcMicro's own test expectations and ARX's, over the data they ship.
const root = dirname(fileURLToPath(new URL('../../../../../package.json', import.meta.url)));
const data = join(process.env.CASEBRIDGE_SHARED ?? join(root, '..', 'shared'), 'data');
const sdcmicro = join(data, 'sdcmicro', 'expected.json');
const arx = join(data, 'arx-adult');
for (const path of [sdcmicro, arx]) {
  if (!existsSync(path)) process.stdout.write(`reference risks skipped: ${path} is absent\n`);
}

interface Expected {
  toy: { rows: [number, number, number, number][] };
  freqCalcWeighted: { fk: number[]; Fk: number[] };
  freqCalcMissing: { C: (number | null)[]; fk: number[]; Fk: number[] };
  individualRisk: { exactSurveyWeights: number[]; approximate: number[]; 'population (1/fk)': number[] };
}

describe.skipIf(!existsSync(sdcmicro))('sdcMicro’s expectations', () => {
  const expected = existsSync(sdcmicro) ? (JSON.parse(readFileSync(sdcmicro, 'utf8')) as Expected) : null;
  const rows = expected?.toy.rows ?? [];
  const weights = rows.map((row) => row[3]);

  it('frequencies and their weighted sums', () => {
    const table = tableOf(
      [4, 5, 4],
      rows.map((row) => row.slice(0, 3)),
    );
    const { sample, population } = keyFrequencies(table, [0, 1, 2], { weights });
    expect([...sample]).toEqual(expected?.freqCalcWeighted.fk);
    expect([...population]).toEqual(expected?.freqCalcWeighted.Fk);
  });
  it('the same where a missing value matches every other', () => {
    const coded = rows.map(([a, b], at) => [a, b, expected?.freqCalcMissing.C[at] ?? 0]);
    const options = { weights, wildcard: [-1, -1, 0] };
    const { sample, population } = keyFrequencies(tableOf([4, 5, 4], coded), [0, 1, 2], options);
    expect([...sample]).toEqual(expected?.freqCalcMissing.fk);
    expect([...population]).toEqual(expected?.freqCalcMissing.Fk);
  });
  it('individual risk, exact and approximate', () => {
    const { fk, Fk } = expected?.freqCalcWeighted ?? { fk: [], Fk: [] };
    for (const [at, f] of fk.entries()) {
      const p = f / (Fk[at] as number);
      expect(negativeBinomialRisk(f, p)).toBeCloseTo(expected?.individualRisk.exactSurveyWeights[at] as number, 7);
      expect(approximateNegativeBinomialRisk(f, p)).toBeCloseTo(expected?.individualRisk.approximate[at] as number, 7);
      expect(1 / f).toBe(expected?.individualRisk['population (1/fk)'][at]);
    }
  });
});

describe.skipIf(!existsSync(arx))('ARX’s expectations on Adult', () => {
  it('the mean risk over all nine columns', async () => {
    const expected = JSON.parse(readFileSync(join(arx, 'expected-risk.json'), 'utf8')) as {
      rows: number;
      distinctRecordsOverAll9: number;
      averageRisk: { before: number };
    };
    const table = await adult();
    const all = table.variables.map((_, at) => at);
    const risk = reidentificationRisk(table, all, { kind: 'negative-binomial', samplingFraction: 1 });
    expect(risk.records).toBe(expected.rows);
    expect(risk.classes).toBe(expected.distinctRecordsOverAll9);
    expect(risk.prosecutor.mean).toBeCloseTo(expected.averageRisk.before, 14);
    expect(risk.marketer).toBeCloseTo(expected.averageRisk.before, 12);
  });
});

async function adult() {
  const text = gunzipSync(readFileSync(join(arx, 'adult.csv.gz'))).toString('utf8');
  const [header = '', ...lines] = text.trimEnd().split('\n');
  const names = header.split(';');
  const cells = lines.map((line) => line.split(';'));
  const domains = Object.fromEntries(
    names.map((name, at) => [name, [...new Set(cells.map((row) => row[at] as string))].sort()]),
  );
  return (await tableFromCsv([text], 'adult.csv', domains)).table;
}
