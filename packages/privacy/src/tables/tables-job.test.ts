import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { epsilonOf } from '../accounting/zcdp.ts';
import { tableFromCsv } from '../columns/csv-table.ts';
import { parseDeclaredDomain } from '../columns/domain-file.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import { readProtected } from '../protected.ts';
import { unsafeTestRandom } from '../random/random-bytes.ts';
import { answersFrom } from '../results/answers.ts';
import { splitNames } from '../results/sets.ts';
import { leftOutNotice, planTablesJob } from './plan-job.ts';
import { runTablesJob } from './run-job.ts';
import { type TableRow, tableRowColumns, tableRows } from './table-rows.ts';

const random = unsafeTestRandom('tables job');
const facts = { recipe: '1'.repeat(64), snapshot: '2'.repeat(64), purpose: 'test' };

async function protectedRows(csv: string, domain: string, epsilon: number, ways: number): Promise<TableRow[]> {
  const { domains, structuralZeros } = parseDeclaredDomain(domain, 'DOMAIN.json');
  const job = planTablesJob({ domains, structuralZeros, epsilon, ways });
  const { table } = await tableFromCsv([csv], 'file.csv', domains, { structuralZeros });
  const ledger = await openLedger(memoryLedgerStorage(), {
    name: 'ledger.jsonl',
    random,
    now: () => '2016-05-20T09:30:00Z',
    anchor: null,
    code: { commit: '0'.repeat(40), build: '0'.repeat(64) },
  });
  const measurements = await runTablesJob(job, memoryMarginals(table), ledger, random, facts);
  await expect(runTablesJob(job, memoryMarginals(table), ledger, random, facts)).rejects.toThrow();
  const published = readProtected(measurements);
  return [...tableRows(answersFrom(published), undefined, published.structuralZeros)];
}

describe('the tables job', () => {
  const csv = `a,b;c\n${Array.from({ length: 400 }, (_, row) => `${row % 3},${row % 2 ? 'x' : 'y;z'}`).join('\n')}\n`;

  it('gives one row per cell of every table, empty combinations included, and spends its budget once', async () => {
    const rows = await protectedRows(csv, '{"a": 4, "b;c": ["x", "y;z"]}', 2, 2);
    expect(rows).toHaveLength(4 + 2 + 8);
    expect(new Set(rows.map(({ variables }) => variables))).toEqual(new Set(['a', 'b\\;c', 'a;b\\;c']));
    const cell = rows.find(({ variables, codes }) => variables === 'a;b\\;c' && codes === '0;y\\;z');
    expect(splitNames(cell?.codes ?? '')).toEqual(['0', 'y;z']);
    expect(Object.keys(rows[0] ?? {})).toEqual([...tableRowColumns]);
    // Ten sd of a cell: a wrong cell would be 60 records off, and noise is that far off once in 10^23.
    expect(Math.abs((cell?.estimate ?? 0) - 67)).toBeLessThan(10 * (cell?.sd ?? 0));
  });

  it('shows integers that sum to one total in every table, and flags what is mostly noise', async () => {
    const rows = await protectedRows(csv, '{"a": 4, "b;c": ["x", "y;z"]}', 4, 2);
    const totals = byTable(rows);
    const sums = [...totals.values()].map((table) => table.reduce((sum, { display }) => sum + display, 0));
    expect(new Set(sums).size).toBe(1);
    expect(rows.every(({ display }) => Number.isSafeInteger(display) && display >= 0)).toBe(true);
    const never = rows.find(({ variables, codes }) => variables === 'a' && codes === '3');
    expect(['low', 'unfit']).toContain(never?.flag);
    const noisy = await protectedRows(csv, '{"a": 4, "b;c": ["x", "y;z"]}', 0.05, 2);
    expect(noisy.every(({ flag }) => flag === 'unfit')).toBe(true);
  });

  it('publishes what cannot occur as a declared 0, in every table that shows it', async () => {
    const domain = '{"a": 4, "b": ["x", "y"], "c": 2, "$structuralZeros": [{"when": {"a": 3}, "only": {"b": "x"}}]}';
    const records = Array.from({ length: 90 }, (_, row) => `${row % 3},${row % 2 ? 'x' : 'y'},${row % 2}`);
    const rows = await protectedRows(`a,b,c\n${records.join('\n')}\n`, domain, 2, 3);
    const declared = rows.filter(({ flag }) => flag === 'declared');
    expect(declared.map(({ variables, codes }) => `${variables} ${codes}`)).toEqual([
      'a;b 3;y',
      'a;b;c 3;y;0',
      'a;b;c 3;y;1',
    ]);
    for (const { estimate, sd, lower, upper, display } of declared)
      expect([estimate, sd, lower, upper, display]).toEqual([0, 0, 0, 0, 0]);
  });
});

function byTable(rows: readonly TableRow[]): Map<string, TableRow[]> {
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) groups.set(row.variables, [...(groups.get(row.variables) ?? []), row]);
  return groups;
}

describe('planTablesJob', () => {
  it('plans every table of up to the wanted ways within ε', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0.1, max: 10, noNaN: true }),
        fc.integer({ min: 1, max: 6 }),
        (sizes, epsilon, ways) => {
          const domains = Object.fromEntries(sizes.map((size, at) => [`v${at}`, codesUpTo(size)]));
          const { plan } = planTablesJob({ domains, epsilon, delta: 1e-6, ways });
          let expected = 0;
          for (let subset = 1; subset < 2 ** sizes.length; subset++) {
            const size = [...subset.toString(2)].filter((bit) => bit === '1').length;
            if (size <= ways) expected++;
          }
          expect(plan.tables).toHaveLength(expected);
          expect(epsilonOf(plan.rho, 1e-6)).toBeLessThanOrEqual(epsilon * (1 + 1e-9));
        },
      ),
    );
  });

  it('leaves out tables too large to measure and says which', () => {
    const domains = { a: codesUpTo(2000), b: codesUpTo(1000), c: codesUpTo(2) };
    const job = planTablesJob({ domains, epsilon: 1 });
    expect(job.leftOut).toEqual([['a', 'b']]);
    expect(leftOutNotice(job)).toContain('a;b');
    expect(leftOutNotice(planTablesJob({ domains: { c: domains.c }, epsilon: 1 }))).toBeNull();
  });

  it.each([
    [{ epsilon: 0 }, 'ε'],
    [{ epsilon: Number.NaN }, 'ε'],
    [{ epsilon: 1, delta: 1 }, 'δ'],
    [{ epsilon: 1, ways: 0 }, '1 or more'],
  ])('refuses %o', (options, message) => {
    expect(() => planTablesJob({ domains: { a: ['0', '1'] }, ...options })).toThrow(message);
  });

  it('refuses more tables than anyone could read', () => {
    const domains = Object.fromEntries(Array.from({ length: 100 }, (_, at) => [`v${at}`, ['0', '1']]));
    expect(() => planTablesJob({ domains, epsilon: 1, ways: 3 })).toThrow('more than 100000 tables');
  });
});

function codesUpTo(size: number): string[] {
  return Array.from({ length: size }, (_, code) => `c${code}`);
}
