import { parentPort } from 'node:worker_threads';
import { estimatePrevalence, seededUniform } from '@casebridge/prevalence';
import type { EstimateRequest, FromEstimator } from './estimate-in-worker.ts';

const port = parentPort;
if (!port) throw new Error('estimate-worker runs as a worker thread');
const post = (message: FromEstimator) => port.postMessage(message);

port.once('message', ({ table, seed, ...options }: EstimateRequest) => {
  let last = 0;
  const onProgress = (done: number) => {
    if (performance.now() - last < 100) return;
    last = performance.now();
    post({ kind: 'progress', done });
  };
  post({
    kind: 'done',
    estimate: estimatePrevalence(table, { ...options, onProgress, uniform: seededUniform(seed) }),
  });
});
