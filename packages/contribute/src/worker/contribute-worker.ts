// The entry of the page's worker. It hears tasks and answers them; it loads nothing after it has started.
import { Refusal } from '@casebridge/refusal';
import { config } from 'zod';
import { carryOut, type World } from './carry-out.ts';
import { type FurtherLanguage, speakFurther } from './further-language.ts';
import type { ContributeTask, FromWorker } from './messages.ts';

// Checks are not compiled at run time: the page's policy allows no evaluated code.
config({ jitless: true });

// The page's further language, where it has one, is a script that ran before this one and left its texts.
const { casebridgeLanguage } = globalThis as { readonly casebridgeLanguage?: FurtherLanguage };
if (casebridgeLanguage) speakFurther(casebridgeLanguage);

const say = (message: FromWorker, transfer: Transferable[] = []) => postMessage(message, { transfer });

const world: World = {
  today: () => new Date().toISOString().slice(0, 10),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
  tell: (rows) => say({ kind: 'progress', rows }),
};

addEventListener('message', ({ data }: MessageEvent<ContributeTask>) => {
  carryOut(data, world).then(
    (answer) => say({ kind: 'answer', answer }),
    (error: unknown) => {
      if (error instanceof Refusal) say({ kind: 'refused', code: error.code, message: error.message });
      // The message of a fault may quote what it stumbled over; only its kind leaves the worker.
      else say({ kind: 'failed', message: error instanceof Error ? error.name : 'Error' });
    },
  );
});
