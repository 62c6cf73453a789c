import { Worker } from 'node:worker_threads';
import type { QuasiTable } from '@casebridge/privacy';
import { Refusal, type RefusalExit } from '@casebridge/refusal';
import type { AnonymiseOptions } from './anonymise-options.ts';
import { askedConstraints } from './constraints.ts';
import { type Recoded, recode } from './recode.ts';

/** What the worker is told: plain data, from which it makes the constraints again. */
export interface RecodeRequest {
  readonly table: QuasiTable;
  readonly population: QuasiTable | null;
  readonly options: Omit<AnonymiseOptions, 'signal' | 'onProgress'>;
}

/** What it answers. */
export type FromRecoder =
  | { readonly kind: 'progress'; readonly phase: string; readonly done: number }
  | { readonly kind: 'done'; readonly recoded: Recoded }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly exit: RefusalExit };

/**
 * `recode` in a thread of its own, so that the command stays awake: it shows progress, and a cancelled run ends at once. Run
 * from sources, where there is no built worker to load, it recodes in the caller's thread.
 */
export async function recodeInWorker(
  table: QuasiTable,
  population: QuasiTable | null,
  { signal, onProgress, ...options }: AnonymiseOptions,
): Promise<Recoded> {
  signal?.throwIfAborted();
  if (import.meta.url.endsWith('.ts')) {
    const watched = { ...options, ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
    return recode(table, askedConstraints(table, options).constraints, population, watched);
  }
  const worker = new Worker(new URL('./recode-worker.js', import.meta.url));
  try {
    return await new Promise<Recoded>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (answer: FromRecoder) => {
        if (answer.kind === 'progress') onProgress?.(answer.phase, answer.done);
        else if (answer.kind === 'done') resolve(answer.recoded);
        else reject(new Refusal(answer.code, answer.message, { exit: answer.exit }));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the recoding worker stopped')));
      worker.postMessage({ table, population, options } satisfies RecodeRequest);
    });
  } finally {
    await worker.terminate();
  }
}
