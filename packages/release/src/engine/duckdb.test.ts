import { type CaseTable, caseTable, memoryMarginals } from '@casebridge/privacy';
import { sqlMarginals } from '@casebridge/privacy/sql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type DuckdbEngine, openDuckdb } from './duckdb.ts';

const domains = {
  a: ["it's", '?unknown', 'never'],
  'b.c': ['yes', 'no', '?unknown'],
  d: Array.from({ length: 300 }, (_, at) => `d${at}`),
};
const table: CaseTable = caseTable(domains, {
  a: Uint8Array.from({ length: 5000 }, (_, row) => (row * 7) % 2),
  'b.c': Uint8Array.from({ length: 5000 }, (_, row) => (row * 11) % 3),
  d: Uint16Array.from({ length: 5000 }, (_, row) => (row * 13) % 300),
});
const sets = [[], ['a'], ['b.c'], ['a', 'b.c'], ['b.c', 'd']];

let engine: DuckdbEngine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

const collect = async (marginals: ReturnType<typeof memoryMarginals>) => {
  const all: Record<string, number[]> = {};
  for await (const { set, cells } of marginals.counts(sets)) all[set.join()] = Array.from(cells);
  return all;
};

describe('openDuckdb', () => {
  it('counts as memory does, empty combinations included', async () => {
    const view = await engine.load(table);
    const fromSql = await collect(sqlMarginals({ query: engine.query, view, domains }));
    expect(fromSql).toEqual(await collect(memoryMarginals(table)));
    await engine.drop(view);
  });

  it('reads no file and takes no new setting once it is open', async () => {
    await expect(engine.query("SELECT * FROM read_text('/etc/hostname')")).rejects.toThrow();
    await expect(engine.query('SET enable_external_access = true')).rejects.toThrow();
    await expect(engine.query("COPY (SELECT 1) TO '/tmp/casebridge-escape.csv'")).rejects.toThrow();
  });

  it('stops at a signal', async () => {
    const abort = new AbortController();
    abort.abort(new Error('stop'));
    await expect(engine.query('SELECT 1', { signal: abort.signal })).rejects.toThrow('stop');
  });
});
