import { Refusal } from '@casebridge/refusal';
import type { LedgerStorage } from './types.ts';

/**
 * A ledger kept in memory, for browsers and tests. It is not durable: what is measured with it is stamped, and bundles
 * refuse it. `start` may hold an existing ledger.
 */
export function memoryLedgerStorage(start: Uint8Array = new Uint8Array(0)): LedgerStorage {
  let bytes = start.slice();
  let last: Promise<unknown> = Promise.resolve();
  return {
    durable: false,
    read: async () => bytes.slice(),
    append: async (expectedBytes, line) => {
      if (bytes.length !== expectedBytes) {
        throw new Refusal('ledger-changed', 'The ledger changed while it was held; nothing was debited.', { exit: 3 });
      }
      const longer = new Uint8Array(bytes.length + line.length);
      longer.set(bytes);
      longer.set(line, bytes.length);
      bytes = longer;
    },
    withLock: (work) => {
      const turn = last.then(work);
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}
