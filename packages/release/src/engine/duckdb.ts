import type { CaseTable } from '@casebridge/privacy';
import type { SqlQuery } from '@casebridge/privacy/sql';
import type { DuckDBConnection } from '@duckdb/node-api';

/** A DuckDB in memory that holds nothing but what was put into it. */
export interface DuckdbEngine {
  readonly query: SqlQuery;
  /**
   * Puts a case table into a view of text columns, one per variable, and returns its name. Codes outside the domain
   * cannot occur: a case table is checked when it is made.
   */
  load(table: CaseTable): Promise<string>;
  drop(view: string): Promise<void>;
  close(): void;
}

// Nothing is fetched, read or written outside the process, and no later statement can change that.
const hardening = [
  'SET autoinstall_known_extensions = false',
  'SET autoload_known_extensions = false',
  'SET enable_external_access = false',
  'SET lock_configuration = true',
];

type DuckdbLibrary = typeof import('@duckdb/node-api');

/** Opens a hardened in-memory DuckDB: compute, never a store. The library is loaded here, so that nothing else waits for it. */
export async function openDuckdb(): Promise<DuckdbEngine> {
  const library = await import('@duckdb/node-api');
  const instance = await library.DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const statement of hardening) await connection.run(statement);
  let views = 0;
  return {
    query: queryOf(connection),
    async load(table) {
      views += 1;
      const view = `cohort_${views}`;
      await loadTable(library, connection, table, view);
      return view;
    },
    async drop(view) {
      await connection.run(`DROP VIEW ${quoted(view)}`);
      await connection.run(`DROP TABLE ${quoted(`${view}_codes`)}`);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** The SQL port over a DuckDB connection. An aborted signal interrupts the statement. */
export function queryOf(connection: DuckDBConnection): SqlQuery {
  return async (sql, options = {}) => {
    const { signal } = options;
    signal?.throwIfAborted();
    const interrupt = () => connection.interrupt();
    if (signal && 'addEventListener' in signal)
      (signal as unknown as EventTarget).addEventListener('abort', interrupt, { once: true });
    try {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows();
    } finally {
      if (signal && 'removeEventListener' in signal)
        (signal as unknown as EventTarget).removeEventListener('abort', interrupt);
    }
  };
}

const rowsPerChunk = 2048;

// Codes go in as numbers and come out of the view as the texts of the domain.
async function loadTable(
  { DuckDBDataChunk, USMALLINT }: DuckdbLibrary,
  connection: DuckDBConnection,
  table: CaseTable,
  view: string,
): Promise<void> {
  const codes = `${view}_codes`;
  const names = table.variables.map((_, at) => `c${at}`);
  await connection.run(`CREATE TABLE ${quoted(codes)} (${names.map((name) => `${name} USMALLINT`).join(', ')})`);
  const appender = await connection.createAppender(codes);
  for (let start = 0; start < table.rows; start += rowsPerChunk) {
    const rows = Math.min(rowsPerChunk, table.rows - start);
    const chunk = DuckDBDataChunk.create(
      names.map(() => USMALLINT),
      rows,
    );
    chunk.setColumns(table.columns.map((column) => Array.from(column.subarray(start, start + rows))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  const columns = table.variables.map((variable, at) => {
    const domain = (table.domains[variable] ?? []).map(literal).join(', ');
    return `([${domain}])[CAST(c${at} AS INTEGER) + 1] AS ${quoted(variable)}`;
  });
  await connection.run(`CREATE VIEW ${quoted(view)} AS SELECT ${columns.join(', ')} FROM ${quoted(codes)}`);
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
