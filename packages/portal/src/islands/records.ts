// The worker of the explorer: holds the synthetic records and counts them, so that the page never waits.
import { recordsDesk } from '../explore/records-desk.ts';
import type { RecordsAnswer, RecordsRequest } from '../explore/records-protocol.ts';

const answer = recordsDesk(async (address) => {
  const response = await fetch(address);
  if (!response.ok) throw new Error(String(response.status));
  return new Uint8Array(await response.arrayBuffer());
});

const reply = postMessage as (message: RecordsAnswer) => void;

addEventListener('message', ({ data }: MessageEvent<RecordsRequest>) => {
  void answer(data).then((message) => reply(message));
});
