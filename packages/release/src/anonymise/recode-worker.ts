import { parentPort } from 'node:worker_threads';
import { Refusal } from '@casebridge/refusal';
import { askedConstraints } from './constraints.ts';
import { recode } from './recode.ts';
import type { FromRecoder, RecodeRequest } from './recode-in-worker.ts';

const port = parentPort;
if (!port) throw new Error('recode-worker runs as a worker thread');
const post = (message: FromRecoder) => port.postMessage(message);

port.once('message', ({ table, population, options }: RecodeRequest) => {
  let last = 0;
  const onProgress = (phase: string, done: number) => {
    if (performance.now() - last < 100) return;
    last = performance.now();
    post({ kind: 'progress', phase, done });
  };
  try {
    const { constraints } = askedConstraints(table, options);
    post({ kind: 'done', recoded: recode(table, constraints, population, { ...options, onProgress }) });
  } catch (error) {
    if (error instanceof Refusal) post({ kind: 'refused', code: error.code, message: error.message, exit: error.exit });
    else throw error;
  }
});
