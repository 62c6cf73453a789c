import { Refusal } from '@casebridge/refusal';
import type { ContributeAnswer, ContributeTask, FromWorker } from '../worker/messages.ts';

/** The worker as the page uses it: one task at a time. */
export interface ContributeWorker {
  /** Carries out a task. Refusal: the worker says no. Error: the task was cancelled, or the worker broke down. */
  run(task: ContributeTask, onRows?: (rows: number) => void): Promise<ContributeAnswer>;
  /** Ends the task under way at once. The next task gets a new worker. */
  cancel(): void;
}

/**
 * Opens the worker; its script is loaded with the first task.
 *
 * @param texts address of a script with the texts of a further language; null for languages that came with the program
 */
export function openContributeWorker(address: string, texts: string | null): ContributeWorker {
  let worker: Worker | undefined;
  let stop: ((reason: Error) => void) | undefined;
  const drop = () => {
    worker?.terminate();
    worker = undefined;
  };
  return {
    run(task, onRows) {
      if (stop) return Promise.reject(new Error('a task is under way'));
      worker ??= startWorker(texts === null ? [address] : [texts, address]);
      const current = worker;
      return new Promise<ContributeAnswer>((resolve, reject) => {
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
          if (data.kind === 'progress') onRows?.(data.rows);
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

interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL: (address: string) => string },
  ): { createScriptURL(address: string): string };
}

/**
 * Starts the worker under the page's own policy. A worker loaded from an address has the policy of that answer's headers, and
 * a plain file server sends none; one made from a blob has the page's, `connect-src 'none'` among it. The blob holds a line for each script.
 */
function startWorker(addresses: readonly string[]): Worker {
  const lines = addresses.map((address) => `import ${JSON.stringify(new URL(address, location.href).href)};\n`);
  const script = new Blob(lines, { type: 'text/javascript' });
  const url = URL.createObjectURL(script);
  const { trustedTypes } = globalThis as unknown as { readonly trustedTypes?: TrustedTypes };
  const policy = trustedTypes?.createPolicy('contribute-worker', { createScriptURL: (own) => own });
  return new Worker(policy ? policy.createScriptURL(url) : url, { type: 'module' });
}
