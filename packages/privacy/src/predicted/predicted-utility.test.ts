import { describe, expect, it } from 'vitest';
import { caseTable } from '../columns/case-table.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { isProtected, mapProtected, readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { answersFrom } from '../results/answers.ts';
import { predictSyntheticErrors, predictTableErrors } from '../results/predicted-errors.ts';
import { oneShotCohort, planTablesJob } from '../tables/plan-job.ts';
import { runTablesJob } from '../tables/run-job.ts';
import { predictUtility } from './predicted-utility.ts';

const codes = (size: number) => Array.from({ length: size }, (_, code) => `${code}`);
const domains = { a: codes(3), b: codes(4) };
const rows = 4000;
const table = caseTable(domains, {
  a: Uint8Array.from({ length: rows }, (_, row) => row % 3),
  b: Uint8Array.from({ length: rows }, (_, row) => (row * 7) % 4),
});

async function measured(seed: string) {
  const random = unsafeTestRandom(seed);
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const facts = { recipe: '1'.repeat(64), snapshot: '2'.repeat(64), purpose: 'predicted' };
  return runTablesJob(planTablesJob({ domains, epsilon: 0.5 }), memoryMarginals(table), ledger, random, facts);
}

describe('predictTableErrors', () => {
  // The mean distance of 200 measurements from the real table, to within five standard errors (a twelve-cell distance varies by
  // about a quarter of itself: 0.25/√200 = 2 %) and the half per cent that the noisy total adds.
  it('predicts the distance that measuring again and again gives', async () => {
    const truth = new Map<string, ArrayLike<number>>();
    for await (const { set, cells } of memoryMarginals(table).counts([['a'], ['b'], ['a', 'b']]))
      truth.set(set.join(), cells);
    const sums = new Map<string, number>();
    const predicted = new Map<string, number>();
    for (let run = 0; run < 200; run++) {
      const measurements = readProtected(await measured(`run ${run}`));
      const answers = answersFrom(measurements);
      for (const { variables, expectedDistance } of predictTableErrors(measurements).tables) {
        const { estimate } = answers.table(variables, [oneShotCohort.id]);
        const exact = truth.get(variables.join()) ?? [];
        const distance =
          estimate.reduce((sum, value, cell) => sum + Math.abs(value - (exact[cell] ?? 0)), 0) / 2 / rows;
        sums.set(variables.join(), (sums.get(variables.join()) ?? 0) + distance / 200);
        predicted.set(variables.join(), expectedDistance);
      }
    }
    expect([...sums.keys()]).toEqual(['a', 'b', 'a,b']);
    for (const [set, mean] of sums) expect(Math.abs((predicted.get(set) ?? 0) / mean - 1)).toBeLessThan(0.15);
  });
});

describe('predictSyntheticErrors', () => {
  const tables = [
    {
      variables: ['a'],
      published: [10, 30],
      replicates: [
        [20, 20],
        [10, 30],
        [6, 14],
      ],
    },
    { variables: ['a', 'b'], published: [1], replicates: [[1], [1]] },
  ];

  it('averages the distances of the replicates, by hand, and says nothing of what was not measured', () => {
    const [a, ab] = predictSyntheticErrors({ measured: [['a'], ['b']], tables });
    expect(a).toEqual({
      variables: ['a'],
      cells: 2,
      support: 'supported',
      expectedDistance: expect.closeTo((0.25 + 0 + 0.05) / 3, 12),
    });
    expect(ab).toEqual({ variables: ['a', 'b'], cells: 1, support: 'unsupported', expectedDistance: null });
  });

  it('refuses a single replicate and other shapes', () => {
    const one = { variables: ['a'], published: [1, 2], replicates: [[1, 2]] };
    expect(() => predictSyntheticErrors({ measured: [['a']], tables: [one] })).toThrow('two replicates');
    const other = {
      variables: ['a'],
      published: [1, 2],
      replicates: [
        [1, 2],
        [1, 2, 3],
      ],
    };
    expect(() => predictSyntheticErrors({ measured: [['a']], tables: [other] })).toThrow('another shape');
  });
});

describe('predictUtility', () => {
  it('stays a protected value, and has no field for what only real records tell', async () => {
    const measurements = await measured('document');
    const basis = mapProtected(measurements, () => ({
      measured: [['a']],
      tables: [
        {
          variables: ['a'],
          published: [1, 1, 1],
          replicates: [
            [1, 1, 1],
            [1, 1, 1],
          ],
        },
      ],
    }));
    const document = predictUtility(measurements, basis);
    expect(isProtected(document)).toBe(true);
    const { format, records, tables, synthetic } = readProtected(document);
    expect(format).toBe('casebridge-utility-1');
    expect(Math.abs(records - rows)).toBeLessThan(200);
    expect(tables.map(({ variables }) => variables.join())).toEqual(['a', 'b', 'a,b']);
    expect(synthetic).toEqual([{ variables: ['a'], cells: 3, support: 'supported', expectedDistance: 0 }]);
  });
});
