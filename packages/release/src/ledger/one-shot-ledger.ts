import { stat } from 'node:fs/promises';
import { type Ledger, openLedger } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { fileLedgerStorage } from './file-ledger-storage.ts';
import { nodeRandom } from './system-random.ts';

/**
 * Refusal (exit 3) where a ledger of results measured once is there already: whether or not that run came to its end, its
 * budget is spent. Looked at before the data are read; the ledger itself has the last word.
 */
export async function refuseSpentLedger(path: string): Promise<void> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > 0) {
    throw new Refusal(
      'already-measured',
      `${path} records that this was measured before, and its budget is spent; give --out another name. Nothing was measured.`,
      { exit: 3 },
    );
  }
}

/** Opens the ledger that lies beside results measured once and for all. */
export function openOneShotLedger(path: string): Promise<Ledger> {
  return openLedger(fileLedgerStorage(path), {
    name: path,
    random: nodeRandom,
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    anchor: null,
    code: { commit: 'casebridge', build: '0.1.0' },
  });
}
