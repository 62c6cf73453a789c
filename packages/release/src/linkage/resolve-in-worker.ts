import { Worker } from 'node:worker_threads';
import {
  type Answer,
  type CurvePoint,
  type Encodings,
  type LinkageThresholds,
  matchCurve,
  type Resolution,
  resolvePersons,
  type ScoreBin,
  type ScoreMethod,
  scoreHistogram,
} from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { revisedBy } from './read-answers.ts';

/** What the worker is told: plain data. */
export interface ResolveRequest {
  readonly files: readonly Encodings[];
  readonly names: readonly string[];
  readonly method: ScoreMethod;
  readonly thresholds: LinkageThresholds;
  readonly recall?: number;
  readonly lambda?: number;
  readonly onePerOrganisation: boolean;
  readonly mostPerRecord?: number;
  readonly exhaustiveUpTo?: number;
  /** Owners' answers by organisation and record, in that order. */
  readonly answers: ReadonlyMap<string, ReadonlyMap<string, Answer>>;
}

export interface Resolved {
  readonly resolution: Resolution;
  readonly histogram: readonly ScoreBin[];
  readonly curve: readonly CurvePoint[];
}

export type FromResolver =
  | { readonly kind: 'progress'; readonly done: number }
  | { readonly kind: 'done'; readonly resolved: Resolved }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string };

export interface WatchOptions {
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** Compares and groups, with what the pictures need. Refusals: those of `resolvePersons`. */
export function resolve(request: ResolveRequest, { signal, onProgress }: WatchOptions): Resolved {
  const { files, answers, thresholds, ...options } = request;
  const resolution = resolvePersons(files, {
    ...options,
    thresholds,
    revise: revisedBy(answers, thresholds),
    ...(signal ? { signal } : {}),
    onProgress: (done, total) => onProgress?.(done / total),
  });
  return {
    resolution,
    histogram: scoreHistogram(resolution.pairs, thresholds.generous),
    curve: matchCurve(resolution.records.length, resolution.pairs, thresholds.generous),
  };
}

/**
 * `resolve` in a thread of its own, so that the command stays awake: it shows progress, and a cancelled run ends at once.
 * Run from sources, where there is no built worker to load, it works in the caller's thread.
 */
export async function resolveInWorker(
  request: ResolveRequest,
  { signal, onProgress }: WatchOptions,
): Promise<Resolved> {
  signal?.throwIfAborted();
  if (import.meta.url.endsWith('.ts')) {
    return resolve(request, { ...(signal ? { signal } : {}), ...(onProgress ? { onProgress } : {}) });
  }
  const worker = new Worker(new URL('./resolve-worker.js', import.meta.url));
  try {
    return await new Promise<Resolved>((done, reject) => {
      signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      worker.on('message', (answer: FromResolver) => {
        if (answer.kind === 'progress') onProgress?.(answer.done);
        else if (answer.kind === 'done') done(answer.resolved);
        else reject(new Refusal(answer.code, answer.message));
      });
      worker.on('error', reject);
      worker.on('exit', () => reject(new Error('the linking worker stopped')));
      worker.postMessage(request);
    });
  } finally {
    await worker.terminate();
  }
}
