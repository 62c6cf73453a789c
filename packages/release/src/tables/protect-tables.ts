import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { csvLine } from '@casebridge/bundle';
import {
  checkDelta,
  leftOutNotice,
  memoryMarginals,
  parseDeclaredDomain,
  planTablesJob,
  publish,
  runTablesJob,
  type TableRow,
  tableFromCsv,
  tableRowColumns,
  tableRows,
} from '@casebridge/privacy';
import { answersFrom } from '@casebridge/privacy/results';
import { type ColumnSource, parquetWriteBuffer } from 'hyparquet-writer';
import { openOneShotLedger, refuseSpentLedger } from '../ledger/one-shot-ledger.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import { breathingMarginals } from '../one-off/breathing-marginals.ts';
import { refuseExisting, writeTogether } from '../one-off/write-files.ts';

/** What `casebridge tables` is given. */
export interface ProtectTablesOptions {
  readonly csv: string;
  /** Path of a domain file. */
  readonly domain: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly ways: number;
  /** Publicly declared number of records: δ is at most one over it. */
  readonly size?: number;
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface ProtectedTables {
  readonly out: string;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
  readonly tables: number;
  readonly cells: number;
  /** zCDP cost as an exact fraction. */
  readonly rho: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly leftOut: string | null;
  /** What to know of δ; null for nothing. */
  readonly deltaNotice: string | null;
}

/**
 * Protected tables of a CSV in one go: `tables.csv`, `tables.parquet` and the ledger of the one debit. The file is read
 * before the debit, so a bad value costs nothing; a second run into the same folder is refused by its ledger.
 */
export async function protectTables(options: ProtectTablesOptions): Promise<ProtectedTables> {
  const { csv, out, epsilon, delta, ways, size, signal, onProgress } = options;
  const deltaNotice = checkDelta(delta, size);
  const path = join(out, 'ledger.jsonl');
  await refuseSpentLedger(path);
  await refuseExisting([join(out, 'tables.csv'), join(out, 'tables.parquet')]);
  const domainText = await readFile(options.domain, 'utf8');
  const { domains, structuralZeros } = parseDeclaredDomain(domainText, basename(options.domain));
  const job = planTablesJob({ domains, structuralZeros, epsilon, delta, ways });
  onProgress?.('reading', 0);
  const { table, delimiter, ignored } = await tableFromCsv(createReadStream(csv), basename(csv), domains, {
    structuralZeros,
    ...(signal ? { signal } : {}),
  });
  await mkdir(out, { recursive: true });
  const ledger = await openOneShotLedger(path);
  onProgress?.('measuring', 0.3);
  const facts = {
    recipe: sha256(`${domainText}\n${epsilon}\n${delta}\n${ways}`),
    // The ledger lies beside the tables and may be passed on with them, salt and all: a hash of the rows would answer for
    // every guess at them. This one names the run alone.
    snapshot: sha256(nodeRandom(32)),
    purpose: `tables of up to ${ways} columns`,
  };
  const measured = await runTablesJob(job, breathingMarginals(memoryMarginals(table)), ledger, nodeRandom, facts, {
    ...(signal ? { signal } : {}),
  });
  const measurements = publish(measured);
  onProgress?.('writing', 0.7);
  const rows = [...tableRows(answersFrom(measurements), undefined, measurements.structuralZeros)];
  await writeTogether(
    [
      { path: join(out, 'tables.csv'), pieces: () => csvPieces(rows) },
      { path: join(out, 'tables.parquet'), pieces: () => [parquetOf(rows)] },
    ],
    signal ? { signal } : {},
  );
  const { rho } = job.plan;
  return {
    out,
    delimiter,
    ignoredColumns: ignored,
    tables: measurements.tables.length,
    cells: rows.length,
    rho: `${rho.num}/${rho.den}`,
    epsilon,
    delta,
    leftOut: leftOutNotice(job),
    deltaNotice,
  };
}

function* csvPieces(rows: readonly TableRow[]): Generator<string> {
  yield csvLine([...tableRowColumns]);
  for (let start = 0; start < rows.length; start += 4096) {
    const lines = rows.slice(start, start + 4096).map((row) => csvLine(tableRowColumns.map((column) => row[column])));
    yield lines.join('');
  }
}

function parquetOf(rows: readonly TableRow[]): Uint8Array {
  const columnData: ColumnSource[] = tableRowColumns.map((name) => {
    if (name === 'variables' || name === 'codes' || name === 'flag')
      return { name, data: rows.map((row) => row[name]), type: 'STRING', nullable: false };
    if (name === 'display')
      return { name, data: Int32Array.from(rows, (row) => row.display), type: 'INT32', nullable: false };
    return { name, data: Float64Array.from(rows, (row) => row[name]), type: 'DOUBLE', nullable: false };
  });
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

function sha256(...parts: readonly (string | Uint8Array | Uint16Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts)
    hash.update(typeof part === 'string' ? part : new Uint8Array(part.buffer, part.byteOffset, part.byteLength));
  return hash.digest('hex');
}
