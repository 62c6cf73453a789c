import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { setImmediate as turn } from 'node:timers/promises';
import {
  addParentColumns,
  checkDelta,
  driveSynthesis,
  memoryMarginals,
  parseDeclaredDomain,
  planSynthesisJob,
  publish,
  runSynthesisJob,
  tableFromCsv,
} from '@casebridge/privacy';
import { type OneShotFile, type SynthesisMethod, serialiseOneShot } from '@casebridge/privacy/synthesis';
import { Refusal } from '@casebridge/refusal';
import { writeWhole } from '@casebridge/submission/node';
import { openOneShotLedger, refuseSpentLedger } from '../ledger/one-shot-ledger.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import { breathingMarginals } from '../one-off/breathing-marginals.ts';
import { refuseExisting } from '../one-off/write-files.ts';
import { type MadeRecords, makeRecords } from './make-records.ts';
import { synthesisPaths } from './output-paths.ts';

/** What `casebridge synthesise` is given. */
export interface SynthesiseOptions {
  readonly csv: string;
  /** Path of a domain file. */
  readonly domain: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly method: SynthesisMethod;
  /** Largest model in MB. */
  readonly modelSize: number;
  /** Publicly declared number of records: δ is at most one over it. */
  readonly size?: number;
  /** Number of synthetic records; as many as the noisy total says when absent. */
  readonly rows?: number;
  readonly replicates: number;
  /** `OUT.csv`. */
  readonly out: string;
  readonly signal?: AbortSignal;
  readonly onProgress?: (phase: string, done: number) => void;
}

export interface Synthesised extends MadeRecords {
  readonly out: string;
  readonly measurements: string;
  readonly delimiter: string;
  readonly ignoredColumns: readonly string[];
  /** Marginals measured. */
  readonly measured: number;
  /** zCDP cost as an exact fraction. */
  readonly rho: string;
  readonly epsilon: number;
  readonly delta: number;
  /** What to know of δ; null for nothing. */
  readonly deltaNotice: string | null;
}

/**
 * Synthetic records of a CSV in one go. What can be refused is refused before the debit; the debit is on disk before the first
 * question. The measurements are written as soon as they are paid for, so that whatever happens to what is made from them, it
 * can be made again. A second run under the same name is refused.
 */
export async function synthesiseCsv(options: SynthesiseOptions): Promise<Synthesised> {
  const { csv, out, epsilon, delta, method, modelSize, size, replicates, signal, onProgress } = options;
  const deltaNotice = checkDelta(delta, size);
  const paths = synthesisPaths(out);
  const domainText = await readFile(options.domain, 'utf8');
  const declared = parseDeclaredDomain(domainText, basename(options.domain));
  const job = planSynthesisJob({ declared, epsilon, delta, method, modelSize });
  await refuseSpentLedger(paths.ledger);
  const replicatePaths = Array.from({ length: replicates }, (_, at) => paths.replicate(at + 1));
  await refuseExisting([paths.records, paths.parquet, paths.support, paths.measurements, ...replicatePaths]);
  const cancelling = signal ? { signal } : {};
  onProgress?.('reading', 0);
  const { table, delimiter, ignored } = await tableFromCsv(createReadStream(csv), basename(csv), declared.domains, {
    structuralZeros: declared.structuralZeros,
    ...cancelling,
  });
  await mkdir(dirname(out), { recursive: true });
  const ledger = await openOneShotLedger(paths.ledger);
  onProgress?.('measuring', 0.1);
  const facts = {
    recipe: sha256(`${domainText}\n${epsilon}\n${delta}\n${method}\n${modelSize}`),
    // As for tables, the ledger lies beside the results: a hash of the rows would answer for every guess at them.
    snapshot: sha256(nodeRandom(32)),
    purpose: `synthetic records by ${method}`,
  };
  const marginals = breathingMarginals(memoryMarginals(addParentColumns(table, job.declared)));
  const measured = await runSynthesisJob(job, driveSynthesis, marginals, ledger, nodeRandom, facts, {
    ...cancelling,
    pause: turn,
    onProgress: (spent) => onProgress?.('measuring', 0.1 + 0.5 * spent),
  });
  const published = publish(measured);
  const seed = Buffer.from(nodeRandom(32)).toString('hex');
  const file: OneShotFile = { published, columns: job.columns, seed, rows: options.rows ?? null };
  await writeWhole(paths.measurements, serialiseOneShot(file), { replace: false });
  const made = await makeRecords(file, paths, {
    replicates,
    ...cancelling,
    onProgress: (phase, done) => onProgress?.(phase, 0.6 + 0.4 * done),
  }).catch((error: unknown) => {
    throw error instanceof Refusal ? withWayOut(error, paths.measurements) : error;
  });
  const { rho } = job;
  return {
    out,
    measurements: paths.measurements,
    ...made,
    delimiter,
    ignoredColumns: ignored,
    measured: published.measurements.length,
    rho: `${rho.num}/${rho.den}`,
    epsilon,
    delta,
    deltaNotice,
  };
}

function withWayOut(refusal: Refusal, measurements: string): Refusal {
  const wayOut = `What was measured is kept: casebridge synthesise --from ${measurements} makes the records.`;
  return new Refusal(refusal.code, `${refusal.message.replace(/\.?$/, '.')} ${wayOut}`, {
    exit: refusal.exit,
    cause: refusal,
  });
}

function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
