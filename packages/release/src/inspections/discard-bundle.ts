import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readBundle } from '@casebridge/bundle';
import { directorySource } from '@casebridge/bundle/node';
import { openLedger } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { utcNow } from '../build/build-release.ts';
import { openInputs } from '../build/inputs.ts';
import { fileLedgerStorage } from '../ledger/file-ledger-storage.ts';
import { nodeRandom } from '../ledger/system-random.ts';
import { withReleaseLock } from '../release-lock.ts';

export interface DiscardOptions {
  readonly bundleDir: string;
  /** The recipe that the bundle was built from. */
  readonly recipePath: string;
  /** Current time in UTC for the ledger; the clock when absent. */
  readonly now?: () => string;
}

export interface DiscardedBundle {
  readonly bundleDir: string;
  readonly release: string;
}

/**
 * Discards a release that a person does not want published: the ledger notes it, and the folder is removed. Nothing is
 * refunded: the noise was drawn, so the budget stays spent and the persons stay measured. A rerun needs their lifetime reserve.
 *
 * Refusals: a bundle that does not verify or is not of this ledger; exit 3: somebody signed it already, so that it may be
 * published elsewhere, or the steward never said that publication hangs on an internal check.
 */
export async function discardBundle({ bundleDir, recipePath, now }: DiscardOptions): Promise<DiscardedBundle> {
  const { paths, signer } = await openInputs(recipePath);
  return withReleaseLock(paths.ledger, async () => {
    const bundle = await readBundle(directorySource(bundleDir), { publicKey: signer.publicKey });
    if ((bundle.approvals?.signatures.length ?? 0) > 0) {
      throw new Refusal(
        'discard-signed',
        `${bundleDir} has been signed and may be published; replace it by a later release instead`,
        { exit: 3 },
      );
    }
    if (!bundle.privacy.conditionalOnInternalCheck) {
      throw new Refusal(
        'discard-not-announced',
        `${bundleDir} states that its publication hangs on no internal check; publish it, or replace it by a later release`,
        { exit: 3 },
      );
    }
    const ledger = await openLedger(fileLedgerStorage(paths.ledger), {
      name: paths.ledger,
      random: nodeRandom,
      now: now ?? utcNow,
      anchor: bundle.manifest.ledgerHead,
      code: { commit: 'casebridge', build: '0.1.0' },
    });
    const made = ledger
      .view()
      .entries.find(
        (entry) => entry.kind === 'artefact' && entry.artefacts.some(({ sha256 }) => sha256 === bundle.manifestHash),
      );
    if (made?.kind !== 'artefact') {
      throw new Refusal(
        'discard-ledger',
        `${paths.ledger} does not know ${bundleDir}; name the recipe it was built from`,
      );
    }
    await ledger.recordArtefacts(made.debits, [{ name: 'discarded manifest.json', sha256: bundle.manifestHash }]);
    // Verified a moment ago: the folder holds the files of the bundle and nothing else.
    await rm(resolve(bundleDir), { recursive: true });
    return { bundleDir: resolve(bundleDir), release: bundle.manifest.release };
  });
}
