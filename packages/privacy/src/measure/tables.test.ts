import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import type { Grant } from '../ledger/types.ts';
import { publish, readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { rational } from '../rational.ts';
import { planTables, type TablePlan } from '../residual/plan.ts';
import { answersFrom } from '../results/answers.ts';
import type { Answers, Cohort, Domains, Query } from '../results/types.ts';
import { measureTables } from './tables.ts';

const domains: Domains = { a: ['0', '1'], b: ['x', 'y', 'z'], c: ['p', 'q', 'r', '?unknown'] };
const pairs = [
  ['a', 'b'],
  ['a', 'c'],
  ['b', 'c'],
];
const random = unsafeTestRandom('measure/tables');
const cohort = (at: number): Cohort => ({ id: `2015.${at}`, period: '2015', batch: at, late: false });

describe('measureTables', () => {
  it('refuses a grant for other cohorts, other noise or a second use before any count is asked for', async () => {
    const plan = planTables({ domains, tables: pairs.map((set) => ({ set })), rho: rational(1, 2) });
    const other = planTables({ domains, tables: pairs.map((set) => ({ set })), rho: rational(1, 4) });
    const grant = await grantFor(plan, ['2015.1']);
    let asked = 0;
    const table = memoryMarginals(invented(100));
    const watched: Marginals = {
      domains,
      counts(...wanted) {
        asked++;
        return table.counts(...wanted);
      },
    };
    await expect(measureTables(plan, watched, cohort(2), grant, random)).rejects.toThrow('does not cover');
    await expect(measureTables(other, watched, cohort(1), grant, random)).rejects.toThrow('other sets or variances');
    expect(asked).toBe(0);
    const measured = await measureTables(plan, watched, cohort(1), grant, random);
    expect(readProtected(measured)).toHaveLength(plan.sets.length);
    await expect(measureTables(plan, watched, cohort(1), grant, random)).rejects.toThrow('already used');
    expect(() => publish(measured)).toThrow('repeatable test noise');
  });

  it('refuses marginals over other domains', async () => {
    const plan = planTables({ domains, tables: [{ set: ['a'] }], rho: rational(1, 2) });
    const grant = await grantFor(plan, ['2015.1']);
    const others = memoryMarginals(caseTable({ ...domains, a: ['1', '0'] }, columnsOf(invented(5))));
    await expect(measureTables(plan, others, cohort(1), grant, random)).rejects.toThrow(RangeError);
  });

  it('refuses a plan that says it costs less than its noise does, before any count is asked for', async () => {
    const sound = planTables({ domains, tables: [{ set: ['a'] }], rho: rational(1, 2) });
    const loud = { ...sound, sets: sound.sets.map((planned) => ({ ...planned, variance: 1n })) };
    const grant = await grantFor(loud, ['2015.1']);
    await expect(measureTables(loud, memoryMarginals(invented(5)), cohort(1), grant, random)).rejects.toThrow(
      'a cost of',
    );
  });

  it('measures integers for the whole downward closure, the total included', async () => {
    const plan = planTables({ domains, tables: pairs.map((set) => ({ set })), rho: rational(1, 2) });
    const measured = readProtected(
      await measureTables(plan, memoryMarginals(invented(500)), cohort(1), await grantFor(plan, ['2015.1']), random),
    );
    expect(measured.map(({ set }) => set.join())).toEqual(['', 'a', 'b', 'c', 'a,b', 'a,c', 'b,c']);
    for (const { values } of measured) expect(values.every(Number.isSafeInteger)).toBe(true);
  });
});

/**
 * 5,000 independent measurements of one table: a mean is off by more than 5 of its standard errors once in 1.7 million
 * cells, and a variance averaged over a table's cells by more than 5 % (3.5 standard errors at the least) once in 2,000.
 */
describe('the mechanism over 5,000 draws', () => {
  const draws = 5_000;
  let plan: TablePlan;
  let answers: Answers;
  let exact: Map<string, number[]>;

  beforeAll(async () => {
    plan = planTables({ domains, tables: pairs.map((set) => ({ set })), rho: rational(1, 2) });
    const cohorts = Array.from({ length: draws }, (_, at) => cohort(at + 1));
    const grant = await grantFor(
      plan,
      cohorts.map(({ id }) => id),
    );
    const marginals = memoryMarginals(invented(300));
    const measurements = [];
    for (const one of cohorts) {
      measurements.push(...readProtected(await measureTables(plan, marginals, one, grant, random)));
    }
    const tables = plan.tables;
    answers = answersFrom({
      format: 'casebridge-measurements-1',
      domains,
      tables,
      structuralZeros: {},
      cohorts,
      measurements,
    });
    exact = new Map();
    for await (const { set, cells } of marginals.counts(plan.tables)) exact.set(set.join(), [...cells]);
  }, 180_000);

  it('gives the variances of the published check (2.190, 2.050, 1.834) within one in a hundred', () => {
    const planned = plan.expected();
    const variances = plan.tables.map((set) => (planned.table(set, ['planned']).sd[0] ?? 0) ** 2);
    expect(variances.map((variance, at) => Math.abs(variance / ([2.19, 2.05, 1.834][at] ?? 0) - 1) < 0.01)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('is unbiased, and as variable as the formula says', () => {
    for (const set of plan.tables) {
      const truth = exact.get(set.join()) ?? [];
      const sums = truth.map(() => 0);
      const squares = truth.map(() => 0);
      let sd = 0;
      for (let at = 1; at <= draws; at++) {
        const table = answers.table(set, [`2015.${at}`]);
        sd = table.sd[0] ?? 0;
        for (const [cell, value] of table.estimate.entries()) {
          const error = value - (truth[cell] ?? 0);
          sums[cell] = (sums[cell] ?? 0) + error;
          squares[cell] = (squares[cell] ?? 0) + error * error;
        }
      }
      for (const sum of sums) expect(Math.abs(sum / draws)).toBeLessThan((5 * sd) / Math.sqrt(draws));
      const empirical = squares.reduce((sum, one) => sum + one, 0) / squares.length / draws;
      expect(Math.abs(empirical / sd ** 2 - 1), set.join()).toBeLessThan(0.05);
    }
  });

  it('has the covariances of correction C3, between a cell and a margin and between a share and its base', () => {
    const cohorts = (id: string) => [id];
    const cases: [name: string, a: Query['selections'], b: Query['selections']][] = [
      ['a cell and its margin', [cell('b', 'c', 'x', 'q')], [{ table: ['a', 'c'], where: { c: 'q' } }]],
      ['numerator and base', [{ table: ['b', 'c'], where: { b: 'y', c: ['p', 'q'] } }], [known('y')]],
      ['two cells of one table', [cell('b', 'c', 'x', 'q')], [cell('b', 'c', 'x', 'r')]],
      ['cells of two tables', [{ table: ['a', 'b'], where: { a: '1', b: 'x' } }], [cell('b', 'c', 'x', 'q')]],
    ];
    for (const [name, a, b] of cases) {
      const products: number[] = [];
      const means = [0, 0];
      const formula = answers.covariance(
        { cohorts: cohorts('2015.1'), selections: a },
        { cohorts: cohorts('2015.1'), selections: b },
      );
      const pairsOfValues = Array.from({ length: draws }, (_, at) => {
        const id = `2015.${at + 1}`;
        return [
          answers.combine({ cohorts: [id], selections: a }).value,
          answers.combine({ cohorts: [id], selections: b }).value,
        ] as const;
      });
      for (const [x, y] of pairsOfValues) {
        means[0] = (means[0] ?? 0) + x / draws;
        means[1] = (means[1] ?? 0) + y / draws;
      }
      for (const [x, y] of pairsOfValues) products.push((x - (means[0] ?? 0)) * (y - (means[1] ?? 0)));
      const empirical = products.reduce((sum, one) => sum + one, 0) / draws;
      const spread = Math.sqrt(products.reduce((sum, one) => sum + (one - empirical) ** 2, 0) / draws / draws);
      expect(Math.abs(empirical - formula), name).toBeLessThan(5 * spread);
    }
  });
});

function cell(first: string, second: string, one: string, two: string) {
  return { table: [first, second], where: { [first]: one, [second]: two } };
}

function known(code: string) {
  return { table: ['b', 'c'], where: { b: code, c: ['p', 'q', 'r'] } };
}

describe('measureTables with structural zeros', () => {
  it('shows them as zero without noise and leaves the rest unbiased', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(11), { maxLength: 5 }), async (zeros) => {
        const plan = planTables({
          domains,
          tables: [{ set: ['b', 'c'] }],
          rho: rational(1, 2),
          structuralZeros: { 'b;c': zeros },
        });
        const measurements = readProtected(
          await measureTables(plan, memoryMarginals(invented(50)), cohort(1), await grantFor(plan, ['2015.1']), random),
        );
        const answers = answersFrom({
          format: 'casebridge-measurements-1',
          domains,
          tables: plan.tables,
          structuralZeros: plan.structuralZeros,
          cohorts: [cohort(1)],
          measurements,
        });
        const { estimate, sd } = answers.table(['b', 'c'], ['2015.1']);
        for (const zero of zeros) expect([estimate[zero], sd[zero]]).toEqual([0, 0]);
        const total = answers.combine({ cohorts: ['2015.1'], selections: [{ table: ['b', 'c'], where: {} }] });
        expect(total.value).toBeCloseTo(
          estimate.reduce((sum, one) => sum + one, 0),
          6,
        );
      }),
      { numRuns: 30 },
    );
  });
});

async function grantFor(plan: TablePlan, scope: readonly string[]): Promise<Grant> {
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  return ledger.request({
    scope,
    rho: plan.rho,
    budget: plan.rho,
    purpose: 'test',
    recipe: '1'.repeat(64),
    mechanism: 'discrete-gaussian',
    sets: plan.sets,
    snapshot: '2'.repeat(64),
    unit: 'record',
  });
}

function invented(rows: number): CaseTable {
  const columns = { a: emptyColumn(2, rows), b: emptyColumn(3, rows), c: emptyColumn(4, rows) };
  for (let row = 0; row < rows; row++) {
    columns.a[row] = row % 2;
    columns.b[row] = (row * row) % 3;
    columns.c[row] = (row >> 2) % 4;
  }
  return caseTable(domains, columns);
}

function columnsOf({ variables, columns }: CaseTable) {
  return Object.fromEntries(variables.map((name, at) => [name, columns[at] ?? emptyColumn(1, 0)]));
}
