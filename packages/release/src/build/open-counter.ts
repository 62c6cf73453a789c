import type { CaseTable, Marginals } from '@casebridge/privacy';
import { openCountingPool } from '@casebridge/privacy/node';
import { sqlMarginals } from '@casebridge/privacy/sql';
import { openDuckdb } from '../engine/duckdb.ts';

/** Something that counts case tables. */
export interface Counter {
  /** Takes a table in; it is let go by `drop` or when the counter closes. */
  take(table: CaseTable): Promise<CountedTable>;
  close(): Promise<void>;
}

export interface CountedTable {
  readonly marginals: Marginals;
  drop(): Promise<void>;
}

/** A counter in memory, over all processors, or in DuckDB. */
export async function openCounter(engine: 'memory' | 'duckdb'): Promise<Counter> {
  return engine === 'memory' ? memoryCounter() : duckdbCounter();
}

function memoryCounter(): Counter {
  const pool = openCountingPool();
  return {
    take: async (table) => ({ marginals: pool.marginals(table), drop: async () => undefined }),
    close: () => pool.close(),
  };
}

async function duckdbCounter(): Promise<Counter> {
  const engine = await openDuckdb();
  return {
    async take(table) {
      const view = await engine.load(table);
      return {
        marginals: sqlMarginals({ query: engine.query, view, domains: table.domains }),
        drop: () => engine.drop(view),
      };
    },
    close: async () => engine.close(),
  };
}
