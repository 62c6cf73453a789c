/**
 * All marginals of up to three ways with at most 100,000 cells of the 193,025 × 37 file: ours beside DuckDB's GROUPING SETS,
 * each on two threads, in one run. Both start from loaded, dictionary-coded columns and end with exact counts in memory;
 * ours adds every empty combination as well. Ours is a counting pool of two threads as it decides (it keeps to the caller's
 * thread where starting workers would cost more than they give), workers and preparation included in every run.
 */
import { type CaseTable, memoryMarginals } from '@casebridge/privacy';
import { openCountingPool } from '@casebridge/privacy/node';
import { type DuckDBConnection, DuckDBDataChunk, DuckDBInstance, UTINYINT } from '@duckdb/node-api';
import { ctdcTable } from './ctdc-table.ts';
import { describeTiming, machine, seconds, timed } from './timing.ts';

const table = await ctdcTable();
if (!table) {
  console.log('marginals: skipped, ../shared/data/ctdc-global-synthetic-2021 is absent');
  process.exit(0);
}
const sets = setsOf(table);
console.log(machine());
console.log(`${table.rows} rows × ${table.variables.length} columns, ${sets.length} sets of up to three ways`);

const ours = await timed(7, async () => {
  const pool = openCountingPool({ threads: 2 });
  const counted = await total(pool.marginals(table).counts(sets));
  await pool.close();
  return counted;
});
console.log(
  `ours, a pool of 2 as it decides:    ${describeTiming(ours.timing)}; first run ${seconds(ours.timing.runs[0] ?? 0)}`,
);
const pool = openCountingPool({ threads: 2, shareFrom: 0 });
const shared = await timed(7, () => total(pool.marginals(table).counts(sets)));
await pool.close();
console.log(
  `ours, always on 2 workers:          ${describeTiming(shared.timing)}; first run ${seconds(shared.timing.runs[0] ?? 0)}`,
);
const single = await timed(7, () => total(memoryMarginals(table).counts(sets)));
console.log(`ours, 1 thread:                     ${describeTiming(single.timing)}`);

const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
const connection = await instance.connect();
await load(connection, table);
const theirs = await timed(1, () => duckdbTotal(connection, sets));
console.log(`DuckDB GROUPING SETS, 2 threads:    ${describeTiming(theirs.timing)}`);
const every = BigInt(table.rows) * BigInt(sets.length);
if ([ours, shared, single, theirs].some(({ result }) => result !== every)) {
  throw new Error('the counts do not add up');
}
console.log(
  `ratio: ${(theirs.timing.best / ours.timing.median).toFixed(1)} × faster than DuckDB (goal 10); ` +
    `${seconds(ours.timing.median)} against a goal of 1.5 s on two idle cores`,
);
console.log(machine());
connection.closeSync();

function setsOf({ variables, domains }: CaseTable): string[][] {
  const size = (name: string) => domains[name]?.length ?? 0;
  const found: string[][] = [];
  for (const [i, a] of variables.entries()) {
    found.push([a]);
    for (const [j, b] of variables.entries()) {
      if (j <= i) continue;
      found.push([a, b]);
      for (const c of variables.slice(j + 1)) if (size(a) * size(b) * size(c) <= 100_000) found.push([a, b, c]);
    }
  }
  return found;
}

/** Sum of all cells of all sets. */
async function total(counts: AsyncIterable<{ cells: Uint32Array | Float64Array }>): Promise<bigint> {
  let sum = 0;
  for await (const { cells } of counts) for (let at = 0; at < cells.length; at++) sum += cells[at] as number;
  return BigInt(sum);
}

async function load(into: DuckDBConnection, { variables, columns, rows }: CaseTable): Promise<void> {
  await into.run(`CREATE TABLE cases (${variables.map((_, at) => `c${at} UTINYINT`).join(', ')})`);
  const appender = await into.createAppender('cases');
  for (let start = 0; start < rows; start += 2048) {
    const length = Math.min(2048, rows - start);
    const chunk = DuckDBDataChunk.create(
      variables.map(() => UTINYINT),
      length,
    );
    chunk.setColumns(columns.map((column) => Array.from(column.subarray(start, start + length))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

/** Fifty grouping sets a query, as `sqlMarginals` asks; only the counts are brought back, as 32-bit integers. */
async function duckdbTotal(from: DuckDBConnection, wanted: readonly (readonly string[])[]): Promise<bigint> {
  const column = new Map((table as CaseTable).variables.map((name, at) => [name, `c${at}`]));
  let sum = 0n;
  for (let start = 0; start < wanted.length; start += 50) {
    const batch = wanted.slice(start, start + 50);
    const groups = batch.map((set) => `(${set.map((name) => column.get(name)).join(', ')})`);
    const names = [...new Set(batch.flat())].map((name) => column.get(name)).join(', ');
    const result = await from.run(
      `SELECT GROUPING(${names}), ${names}, COUNT(*)::UINTEGER FROM cases GROUP BY GROUPING SETS (${groups.join(', ')})`,
    );
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) break;
      for (const count of chunk.getColumnValues(chunk.columnCount - 1)) sum += BigInt(count as number);
    }
  }
  return sum;
}
