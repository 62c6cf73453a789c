import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type CaseTable, type CodeColumn, emptyColumn } from '../columns/case-table.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { planCounting } from '../count/plan.ts';
import { positionsOf, stretches } from '../count/request.ts';
import { cellCount, domainSize } from '../results/sets.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

/** Worker threads that count over shared memory. They do not keep the process alive between requests. */
export interface CountingPool {
  /** Threads that count: 1 where counting stays in the caller's thread. */
  readonly threads: number;
  /**
   * The same counts as `memoryMarginals`, shared among the threads by set. Columns are put into shared memory once and
   * stay there until the pool is closed.
   */
  marginals(table: CaseTable): Marginals;
  close(): Promise<void>;
}

export interface PoolOptions {
  /** All processors when absent. */
  readonly threads?: number;
  /**
   * Nanoseconds of estimated work from which it is shared, one second when absent: every worker compiles the kernels
   * anew, so that less is done sooner than handed out.
   */
  readonly shareFrom?: number;
}

/**
 * Starts the workers. Run from sources, where there is no built worker to load, or with one thread, the pool counts in
 * the caller's thread.
 */
export function openCountingPool(options: PoolOptions = {}): CountingPool {
  const threads = import.meta.url.endsWith('.ts') ? 1 : Math.max(1, options.threads ?? availableParallelism());
  const workers =
    threads === 1
      ? []
      : Array.from({ length: threads }, () => new Worker(new URL('./count-worker.js', import.meta.url)));
  for (const worker of workers) {
    worker.unref();
    // A fault is reported to whoever waits in `finished`; between requests there is nobody to tell.
    worker.on('error', () => undefined);
  }
  const { shareFrom = 1e9 } = options;
  let tables = 0;
  let jobs = 0;
  return {
    threads,
    marginals(table) {
      const alone = memoryMarginals(table);
      return workers.length === 0 ? alone : sharedMarginals(table, alone, workers, shareFrom, () => jobs++, tables++);
    },
    async close() {
      await Promise.all(workers.splice(0).map((worker) => worker.terminate()));
    },
  };
}

function sharedMarginals(
  table: CaseTable,
  alone: Marginals,
  workers: readonly Worker[],
  shareFrom: number,
  nextJob: () => number,
  id: number,
): Marginals {
  const { domains, variables, rows } = table;
  const sizes = variables.map((name) => domainSize(domains, name));
  let sent = false;
  const send = () => {
    if (sent) return;
    const columns = table.columns.map((column, at) => shared(column, sizes[at] as number));
    for (const worker of workers) post(worker, { kind: 'table', id, table: { columns, sizes, rows } });
    sent = true;
  };
  return {
    domains,
    async *counts(sets, options = {}) {
      const positions = sets.map((set) => positionsOf(domains, variables, set));
      const cells = positions.map((set) => cellCount(set.map((column) => sizes[column] as number)));
      for (const [from, to] of stretches(cells)) {
        const wanted = positions.slice(from, to);
        const tasks = planCounting(wanted, sizes, rows);
        if (workers.length === 0 || tasks.reduce((sum, { cost }) => sum + cost, 0) < shareFrom) {
          yield* alone.counts(sets.slice(from, to), options);
          continue;
        }
        options.signal?.throwIfAborted();
        send();
        const offsets = [0];
        for (const count of cells.slice(from, to)) offsets.push((offsets.at(-1) as number) + count);
        const found = new SharedArrayBuffer((offsets.at(-1) as number) * 4);
        const control = new SharedArrayBuffer(8);
        const request = { kind: 'count', table: id, sets: wanted, tasks, offsets, cells: found, control } as const;
        await finished(workers, { ...request, job: nextJob() }, new Int32Array(control), options.signal);
        for (const [at, set] of sets.slice(from, to).entries()) {
          yield { set, cells: new Uint32Array(found, (offsets[at] as number) * 4, cells[from + at] as number) };
        }
      }
    },
  };
}

type CountJob = Extract<ToWorker, { kind: 'count' }>;

/** Runs one job on all workers; resolves when every worker is done, rejects on a fault or an abort. */
async function finished(
  workers: readonly Worker[],
  job: CountJob,
  control: Int32Array,
  signal: AbortSignal | undefined,
): Promise<void> {
  const callOff = () => Atomics.store(control, 1, 1);
  signal?.addEventListener('abort', callOff);
  try {
    const answers = await Promise.all(workers.map((worker) => ask(worker, job)));
    signal?.throwIfAborted();
    for (const answer of answers) if (answer.kind === 'failed') throw new Error(`counting failed: ${answer.message}`);
  } finally {
    signal?.removeEventListener('abort', callOff);
  }
}

function ask(worker: Worker, job: CountJob): Promise<FromWorker> {
  return new Promise((resolve, reject) => {
    const settle = (finish: () => void) => {
      worker.off('message', onMessage);
      worker.off('error', onError);
      worker.off('exit', onExit);
      worker.unref();
      finish();
    };
    const onMessage = (answer: FromWorker) => {
      if (answer.job === job.job) settle(() => resolve(answer));
    };
    const onError = (error: unknown) => settle(() => reject(error));
    const onExit = () => settle(() => reject(new Error('a counting worker stopped')));
    worker.on('message', onMessage);
    worker.on('error', onError);
    worker.on('exit', onExit);
    worker.ref();
    post(worker, job);
  });
}

function post(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}

function shared(column: CodeColumn, size: number): CodeColumn {
  if (column.buffer instanceof SharedArrayBuffer) return column;
  const copy = emptyColumn(size, column.length, true);
  copy.set(column);
  return copy;
}
