import { parentPort } from 'node:worker_threads';
import { drawPng } from './draw-png.ts';
import type { FromPictureThread, ToPictureThread } from './picture-threads.ts';

const port = parentPort;
if (!port) throw new Error('picture-worker runs as a worker thread');

port.on('message', async ({ id, order }: ToPictureThread) => {
  const answer: FromPictureThread = await drawPng(order).then(
    (png) => ({ id, png }),
    (error: unknown) => ({ id, fault: error instanceof Error ? error.message : String(error) }),
  );
  port.postMessage(answer);
});
