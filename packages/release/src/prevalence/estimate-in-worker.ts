import { Worker } from 'node:worker_threads';
import { type CaptureTable, estimatePrevalence, type PrevalenceEstimate, seededUniform } from '@casebridge/prevalence';

/** What the worker is told: plain data. */
export interface EstimateRequest {
  readonly table: CaptureTable;
  readonly threshold: number;
  readonly resamples: number;
  /** Chance of the resamples: equal seeds, equal limits. */
  readonly seed: number;
}

/** What it answers. */
export type FromEstimator =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly estimate: PrevalenceEstimate };

export interface WatchOptions {
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/**
 * The whole estimate of a table in a thread of its own, so that the command stays awake: it shows progress, and a cancelled
 * run ends at once. Run from sources, where there is no built worker to load, it estimates in the caller's thread.
 */
export async function estimateInWorker(
  request: EstimateRequest,
  { signal, onProgress }: WatchOptions = {},
): Promise<PrevalenceEstimate> {
  signal?.throwIfAborted();
  if (import.meta.url.endsWith('.ts')) {
    const { table, seed, ...options } = request;
    const watched = { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) };
    return estimatePrevalence(table, { ...options, ...watched, uniform: seededUniform(seed) });
  }
  const worker = new Worker(new URL('./estimate-worker.js', import.meta.url));
  try {
    return await new Promise<PrevalenceEstimate>((resolve, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (answer: FromEstimator) => {
        if (answer.kind === 'progress') onProgress?.(answer.done);
        else resolve(answer.estimate);
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the estimating worker stopped')));
      worker.postMessage(request);
    });
  } finally {
    await worker.terminate();
  }
}
