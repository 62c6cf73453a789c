import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { drawPng, type PictureOrder } from './draw-png.ts';

export interface ToPictureThread {
  readonly id: number;
  readonly order: PictureOrder;
}

export type FromPictureThread =
  | { readonly id: number; readonly png: Uint8Array }
  | { readonly id: number; readonly fault: string };

/** Draws pictures beside the caller's work. */
export interface PictureThreads {
  draw(order: PictureOrder): Promise<Uint8Array>;
  close(): Promise<void>;
}

const mostThreads = 4;

/**
 * Starts a thread for each processor but the caller's, four at most. Run from sources, where there is no built worker to load, or
 * on one processor, pictures are drawn in the caller's thread.
 */
export function openPictureThreads(threads = Math.min(mostThreads, availableParallelism() - 1)): PictureThreads {
  if (threads < 1 || import.meta.url.endsWith('.ts')) return { draw: drawPng, close: async () => undefined };
  const waiting = new Map<number, { done: (png: Uint8Array) => void; failed: (error: Error) => void }>();
  const fail = (error: Error) => {
    for (const { failed } of waiting.values()) failed(error);
    waiting.clear();
  };
  const workers = Array.from({ length: threads }, () => {
    const worker = new Worker(new URL('./picture-worker.js', import.meta.url));
    worker.on('message', (answer: FromPictureThread) => {
      const order = waiting.get(answer.id);
      waiting.delete(answer.id);
      if ('png' in answer) order?.done(answer.png);
      else order?.failed(new Error(answer.fault));
    });
    worker.on('error', fail);
    worker.on('exit', () => fail(new Error('a thread that draws pictures stopped')));
    return worker;
  });
  let orders = 0;
  return {
    draw(order) {
      const id = orders++;
      const picture = new Promise<Uint8Array>((done, failed) => waiting.set(id, { done, failed }));
      const request: ToPictureThread = { id, order };
      workers[id % workers.length]?.postMessage(request);
      return picture;
    },
    async close() {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
