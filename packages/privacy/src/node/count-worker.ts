import { parentPort } from 'node:worker_threads';
import { type CountingContext, type CountingTable, countingContext } from '../count/context.ts';
import { runCountTask } from '../count/run-task.ts';
import type { FromWorker, ToWorker } from './worker-messages.ts';

const port = parentPort;
if (!port) throw new Error('count-worker runs as a worker thread');
const tables = new Map<number, CountingTable>();
let latest: { readonly id: number; readonly context: CountingContext } | undefined;

port.on('message', (message: ToWorker) => {
  if (message.kind === 'table') tables.set(message.id, message.table);
  else port.postMessage(answer(message));
});

function answer(message: Extract<ToWorker, { kind: 'count' }>): FromWorker {
  try {
    const context = contextOf(message.table);
    const { sets, tasks, offsets, cells } = message;
    const control = new Int32Array(message.control);
    const out = (set: number) =>
      new Uint32Array(cells, (offsets[set] as number) * 4, (offsets[set + 1] as number) - (offsets[set] as number));
    for (;;) {
      const task = tasks[Atomics.add(control, 0, 1)];
      if (!task || Atomics.load(control, 1) === 1) return { kind: 'done', job: message.job };
      runCountTask(context, task, sets, out);
    }
  } catch (error) {
    return { kind: 'failed', job: message.job, message: error instanceof Error ? error.message : String(error) };
  }
}

/** What the kernels prepared for the latest table is kept for its next request. */
function contextOf(id: number): CountingContext {
  if (latest?.id !== id) {
    const table = tables.get(id);
    if (!table) throw new RangeError('the table was not sent');
    latest = { id, context: countingContext(table) };
  }
  return latest.context;
}
