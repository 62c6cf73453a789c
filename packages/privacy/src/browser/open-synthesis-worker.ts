import { Refusal } from '@casebridge/refusal';
import type { FromWorker, SynthesisAnswer, SynthesisPhase, SynthesisTask } from './messages.ts';

/** A synthesis worker as a page uses it: one task at a time. */
export interface SynthesisWorker {
  /**
   * Carries out a task. Refusal: the worker says no. Error: the task was cancelled, or the worker broke down.
   *
   * @param onProgress phase and share done, 0 to 1
   */
  run(task: SynthesisTask, onProgress?: (phase: SynthesisPhase, done: number) => void): Promise<SynthesisAnswer>;
  /** Ends the task under way at once; what it measured is lost and counts as spent. The next task gets a new worker. */
  cancel(): void;
}

/** Opens a worker. @param start makes one: `() => new Worker(new URL('…'), { type: 'module' })` */
export function openSynthesisWorker(start: () => Worker): SynthesisWorker {
  let worker: Worker | undefined;
  let stop: ((reason: Error) => void) | undefined;
  const drop = () => {
    worker?.terminate();
    worker = undefined;
  };
  return {
    run(task, onProgress) {
      if (stop) return Promise.reject(new Error('a task is under way'));
      worker ??= start();
      const current = worker;
      return new Promise<SynthesisAnswer>((resolve, reject) => {
        const finish = (settle: () => void) => {
          current.onmessage = null;
          current.onerror = null;
          stop = undefined;
          settle();
        };
        stop = (reason) => {
          drop();
          finish(() => reject(reason));
        };
        current.onerror = () => stop?.(new Error('the worker broke down'));
        current.onmessage = ({ data }: MessageEvent<FromWorker>) => {
          if (data.kind === 'progress') onProgress?.(data.phase, data.done);
          else if (data.kind === 'answer') finish(() => resolve(data.answer));
          else if (data.kind === 'refused') finish(() => reject(new Refusal(data.code, data.message)));
          else stop?.(new Error(`the worker broke down: ${data.message}`));
        };
        current.postMessage(task);
      });
    },
    cancel: () => stop?.(new Error('cancelled')),
  };
}
