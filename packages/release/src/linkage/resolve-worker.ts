import { parentPort } from 'node:worker_threads';
import { Refusal } from '@casebridge/refusal';
import { type FromResolver, type ResolveRequest, resolve } from './resolve-in-worker.ts';

const port = parentPort;
if (!port) throw new Error('resolve-worker runs as a worker thread');
const post = (message: FromResolver) => port.postMessage(message);

port.once('message', (request: ResolveRequest) => {
  let last = 0;
  const onProgress = (done: number) => {
    if (performance.now() - last < 100) return;
    last = performance.now();
    post({ kind: 'progress', done });
  };
  try {
    post({ kind: 'done', resolved: resolve(request, { onProgress }) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    post({ kind: 'refused', code: error.code, message: error.message });
  }
});
