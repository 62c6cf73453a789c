import { existsSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type CaseTable, caseTable, emptyColumn } from '../columns/case-table.ts';
import type { CountingPool } from '../node/counting-pool.ts';
import { subsetsOf } from '../results/sets.ts';
import type { SqlQuery } from '../sql/query.ts';
import { sqlMarginals } from '../sql/sql-marginals.ts';
import type { Marginals } from './marginals.ts';
import { memoryMarginals } from './memory.ts';

// One suite over every adapter of the port. Workers load built files, so that adapter is tested where there is a build.
const built = new URL('../../dist/node/index.js', import.meta.url);
const hasBuild = existsSync(built);
if (!hasBuild) process.stdout.write('counting pool not tested: run `npx tsc -b` first\n');

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
const query: SqlQuery = async (sql) => (await connection.runAndReadAll(sql)).getRows();
const pool: CountingPool | null = hasBuild
  ? ((await import(built.href)) as { openCountingPool(o: object): CountingPool }).openCountingPool({
      threads: 2,
      shareFrom: 0,
    })
  : null;
afterAll(async () => {
  await pool?.close();
  connection.closeSync();
});

let views = 0;
const adapters: { name: string; open(table: CaseTable): Promise<Marginals> }[] = [
  { name: 'memoryMarginals', open: async (table) => memoryMarginals(table) },
  { name: 'sqlMarginals over DuckDB', open: async (table) => sqlMarginals({ query, ...(await viewOf(table)) }) },
  ...(pool ? [{ name: 'the counting pool', open: async (table: CaseTable) => pool.marginals(table) }] : []),
];

describe.each(adapters)('Marginals of $name', ({ open }) => {
  it('give the exact count of every combination of the declared domain, also of those that never occur', async () => {
    const table = tableOf({ colour: ['red', 'green', 'never', '?unknown'], 'odd "name"': ['x;y', "it's"] }, [
      [0, 0],
      [0, 1],
      [0, 0],
      [3, 1],
    ]);
    const found = await collect(await open(table), [[], ['colour'], ['odd "name"'], ['colour', 'odd "name"']]);
    expect(found).toEqual([[4], [3, 0, 0, 1], [2, 2], [2, 1, 0, 0, 0, 0, 0, 1]]);
  });

  it('give zeros for a table without rows', async () => {
    const marginals = await open(tableOf({ a: ['0', '1'], b: ['0', '1', '2'] }, []));
    expect(await collect(marginals, [[], ['a'], ['a', 'b']])).toEqual([[0], [0, 0], [0, 0, 0, 0, 0, 0]]);
  });

  it('answer in the order asked for, a set asked for twice twice over', async () => {
    const marginals = await open(tableOf({ a: ['0', '1'], b: ['0', '1'] }, [[1, 0]]));
    const sets = [['b'], ['a', 'b'], ['b'], ['a']];
    const found: (readonly string[])[] = [];
    for await (const { set } of marginals.counts(sets)) found.push(set);
    expect(found).toEqual(sets);
    expect(await collect(marginals, sets)).toEqual([
      [1, 0],
      [0, 0, 1, 0],
      [1, 0],
      [0, 1],
    ]);
  });

  it('refuse unknown variables and sets out of order', async () => {
    const marginals = await open(tableOf({ a: ['0', '1'], b: ['0', '1'] }, [[1, 0]]));
    await expect(collect(marginals, [['c']])).rejects.toThrow(RangeError);
    await expect(collect(marginals, [['b', 'a']])).rejects.toThrow(RangeError);
    await expect(collect(marginals, [['a', 'a']])).rejects.toThrow(RangeError);
  });

  it('stop when called off', async () => {
    const marginals = await open(tableOf({ a: ['0', '1'] }, [[1]]));
    const signal = AbortSignal.abort(new Error('called off'));
    await expect(collect(marginals, [['a']], signal)).rejects.toThrow('called off');
  });

  it('agree with the plain definition on random tables', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 }).chain((sizes) =>
          fc.record({
            sizes: fc.constant(sizes),
            rows: fc.array(fc.tuple(...sizes.map((size) => fc.nat(size - 1))), { maxLength: 60 }),
          }),
        ),
        async ({ sizes, rows }) => {
          const domains = Object.fromEntries(sizes.map((size, at) => [`v${at}`, codesUpTo(size)]));
          const table = tableOf(domains, rows);
          const sets = subsetsOf(table.variables);
          expect(await collect(await open(table), sets)).toEqual(sets.map((set) => plainCounts(table, set)));
        },
      ),
      { numRuns: 25 },
    );
  });
});

describe('the kernels beside DuckDB', () => {
  it('count every one-, two- and three-way table of 12 columns and 5,000 rows alike', async () => {
    const sizes = [2, 2, 2, 3, 4, 2, 17, 2, 3, 130, 2, 300];
    const domains = Object.fromEntries(sizes.map((size, at) => [`v${at}`, codesUpTo(size)]));
    let state = 20_160_520;
    const next = () => {
      state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x297a2d39;
      return (state >>> 0) / 2 ** 32;
    };
    const rows = Array.from({ length: 5_000 }, () => sizes.map((size) => Math.floor(next() ** 3 * size)));
    const table = tableOf(domains, rows);
    const sets = subsetsOf(table.variables).filter(
      (set) => set.length <= 3 && set.reduce((n, name) => n * (domains[name]?.length ?? 0), 1) <= 100_000,
    );
    const [ours, theirs] = await Promise.all(
      [memoryMarginals(table), sqlMarginals({ query, ...(await viewOf(table)) })].map((one) => collect(one, sets)),
    );
    const inPool = pool ? await collect(pool.marginals(table), sets) : ours;
    for (const [at, set] of sets.entries()) {
      expect(String(ours?.[at]) === String(theirs?.[at]), `memory, ${set}`).toBe(true);
      expect(String(inPool?.[at]) === String(theirs?.[at]), `pool, ${set}`).toBe(true);
    }
  });
});

async function collect(
  marginals: Marginals,
  sets: readonly (readonly string[])[],
  signal?: AbortSignal,
): Promise<number[][]> {
  const found: number[][] = [];
  for await (const { cells } of marginals.counts(sets, signal ? { signal } : {})) found.push([...cells]);
  return found;
}

function codesUpTo(size: number): string[] {
  return Array.from({ length: size }, (_, code) => `c${code}`);
}

function tableOf(
  domains: Readonly<Record<string, readonly string[]>>,
  rows: readonly (readonly number[])[],
): CaseTable {
  const columns = Object.fromEntries(
    Object.entries(domains).map(([name, codes], at) => {
      const column = emptyColumn(codes.length, rows.length);
      for (const [row, values] of rows.entries()) column[row] = values[at] ?? 0;
      return [name, column];
    }),
  );
  return caseTable(domains, columns);
}

function plainCounts({ domains, variables, columns, rows }: CaseTable, set: readonly string[]): number[] {
  const sizes = set.map((name) => domains[name]?.length ?? 0);
  const cells = new Array<number>(sizes.reduce((n, size) => n * size, 1)).fill(0);
  for (let row = 0; row < rows; row++) {
    const cell = set.reduce(
      (at, name, axis) => at * (sizes[axis] ?? 0) + (columns[variables.indexOf(name)]?.[row] ?? 0),
      0,
    );
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  return cells;
}

/** The table as a view of texts in DuckDB. */
async function viewOf({ domains, variables, columns, rows }: CaseTable) {
  const view = `cases ${++views}`;
  const quote = (name: string) => `"${name.replaceAll('"', '""')}"`;
  await connection.run(`CREATE TABLE ${quote(view)} (${variables.map((name) => `${quote(name)} VARCHAR`).join(', ')})`);
  const appender = await connection.createAppender(view);
  for (let row = 0; row < rows; row++) {
    for (const [at, name] of variables.entries())
      appender.appendVarchar(domains[name]?.[columns[at]?.[row] ?? 0] ?? '');
    appender.endRow();
  }
  appender.closeSync();
  return { view, domains };
}
