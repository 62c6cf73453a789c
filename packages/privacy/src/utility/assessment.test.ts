import { describe, expect, it } from 'vitest';
import { caseTable, emptyColumn } from '../columns/case-table.ts';
import { type AssessmentMetric, assessmentMetrics, assessUtility } from './assessment.ts';
import { readInternalUtility } from './internal-utility.ts';

const domains = { sex: ['f', 'm'], age: ['', '0-17', '18-'], kind: ['a', 'b', 'c'] };
function table(rows: number, seed: number) {
  let state = seed;
  const next = (limit: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const [sex, age, kind] = [emptyColumn(2, rows), emptyColumn(3, rows), emptyColumn(3, rows)];
  for (let row = 0; row < rows; row++) {
    sex[row] = next(2);
    age[row] = next(3);
    kind[row] = next(2) === 0 ? (age[row] ?? 0) : next(3);
  }
  return caseTable(domains, { sex, age, kind });
}

describe('assessUtility', () => {
  const [real, other] = [table(400, 1), table(380, 2)];

  it('works out every measure, each as it is worked out alone', async () => {
    const seen = new Set<AssessmentMetric>();
    const options = { groups: ['sex'], length: 2, onProgress: (metric: AssessmentMetric) => void seen.add(metric) };
    const found = readInternalUtility(await assessUtility(real, other, options));
    expect([...seen]).toEqual([...assessmentMetrics]);
    expect([found.realRows, found.otherRows, found.columns]).toEqual([400, 380, 3]);
    expect(found.tables?.tables).toHaveLength(7);
    expect(found.groups?.groups.map(({ value }) => value).sort()).toEqual(['f', 'm']);
    expect(found.combinations?.lengths.map(({ length }) => length)).toEqual([1, 2, 'all']);
    expect(found.combinations?.expansion).toBeCloseTo(-0.05, 12);
    const two = found.tables?.ways.find(({ ways }) => ways === 2)?.mean ?? Number.NaN;
    expect(found.kMarginal?.score).toBeCloseTo(1000 * (1 - two), 9);
    expect(found.propensity?.ratio).toBeGreaterThan(0);
    expect(found.trainTest?.targets).toHaveLength(3);
    expect(found.overlap?.estimates.length).toBeGreaterThan(5);
  });

  it('leaves out what was not asked for, and groups where none is named', async () => {
    const found = readInternalUtility(await assessUtility(real, other, { metrics: ['tables', 'groups'] }));
    expect(
      Object.entries(found)
        .filter(([, value]) => value === null)
        .map(([name]) => name),
    ).toEqual(['groups', 'combinations', 'kMarginal', 'propensity', 'trainTest', 'overlap']);
  });

  it('finds no difference between a file and itself', async () => {
    const found = readInternalUtility(await assessUtility(real, real, { groups: ['age'] }));
    expect(found.tables?.ways.at(-1)?.max).toBe(0);
    expect(found.groups?.worst[0]?.mean).toBe(0);
    expect(found.combinations?.lengths.at(-1)?.ours.errorOverUnion).toBe(0);
    expect(found.kMarginal?.score).toBe(1000);
    expect(found.propensity?.pMSE).toBeCloseTo(0, 12);
    expect(found.overlap?.summary?.mean).toBe(1);
  });

  it('takes absent texts for the same in every measure, but where they are said to be values', async () => {
    const codes = { a: ['False', '', 'True'], b: ['x', 'y'] };
    const written = (no: number) =>
      caseTable(codes, {
        a: Uint8Array.from({ length: 60 }, (_, row) => (row % 3 === 0 ? 2 : no)),
        b: Uint8Array.from({ length: 60 }, (_, row) => row % 2),
      });
    const found = readInternalUtility(await assessUtility(written(0), written(1), { absent: ['', 'False'] }));
    expect(found.tables?.ways.at(-1)?.max).toBe(0);
    expect(found.propensity?.pMSE).toBeCloseTo(0, 12);
    const apart = { absent: ['', 'False'], sensitiveZeros: ['a'] };
    const told = readInternalUtility(await assessUtility(written(0), written(1), apart));
    expect(told.tables?.ways[0]?.max).toBeCloseTo(2 / 3, 12);
  });

  it('refuses columns that are not there, and tables without records', async () => {
    await expect(assessUtility(real, other, { groups: ['region'] })).rejects.toThrow("'region'");
    await expect(assessUtility(real, table(0, 1))).rejects.toThrow('no records');
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('stopped'));
    await expect(assessUtility(real, other, { signal })).rejects.toThrow('stopped');
  });
});
