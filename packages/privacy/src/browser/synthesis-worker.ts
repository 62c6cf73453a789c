// The entry of a Web Worker that synthesises: `new Worker(new URL('…/synthesis-worker.js'), { type: 'module' })`.
import { Refusal } from '@casebridge/refusal';
import { browserRandom } from './browser-random.ts';
import { carryOut, type World } from './carry-out.ts';
import type { FromWorker, SynthesisTask } from './messages.ts';

const say = (message: FromWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

const world: World = {
  random: browserRandom,
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
  tell: (phase, done) => say({ kind: 'progress', phase, done }),
};

addEventListener('message', ({ data }: MessageEvent<SynthesisTask>) => {
  carryOut(data, world).then(
    (answer) => say({ kind: 'answer', answer }, answer.kind === 'synthesised' ? [answer.result.csv.buffer] : []),
    (error: unknown) => {
      if (error instanceof Refusal) say({ kind: 'refused', code: error.code, message: error.message });
      // The message of a fault may quote what it stumbled over; only its kind leaves the worker.
      else say({ kind: 'failed', message: error instanceof Error ? error.name : 'Error' });
    },
  );
});
