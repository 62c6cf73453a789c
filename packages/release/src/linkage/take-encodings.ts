import { join } from 'node:path';
import { readEncodings } from '@casebridge/linkage';
import { Refusal } from '@casebridge/refusal';
import { openEncodings } from '@casebridge/submission';
import { loadAgeIdentity } from '@casebridge/submission/node';
import { openStore } from '@casebridge/submission/store';
import { writeTogether } from '../one-off/write-files.ts';

export interface TakeOptions {
  /** The steward's store. */
  readonly store: string;
  /** File of the steward's age identity. */
  readonly identity: string;
  /** File of the age identity of the epoch. */
  readonly epochKey: string;
  /** Folder for the files of encodings, one of each organisation. */
  readonly out: string;
  readonly signal?: AbortSignal;
}

export interface TakenEncodings {
  readonly files: readonly { readonly organisation: string; readonly path: string; readonly records: number }[];
  /** Contributors whose parcels hold none. */
  readonly without: readonly string[];
}

/**
 * Takes the encodings out of every contributor's newest parcel that has any, for the comparison; all files or none. Refusals:
 * `linkage-empty`, no parcel holds encodings; those of the keys; encodings of another epoch (`not-a-recipient`) or of
 * somebody else.
 */
export async function takeEncodings(options: TakeOptions): Promise<TakenEncodings> {
  const { store: folder, out, signal } = options;
  const [identity, epoch] = [await loadAgeIdentity(options.identity), await loadAgeIdentity(options.epochKey)];
  const store = await openStore(folder, { create: false });
  const taken: { organisation: string; path: string; records: number; text: string }[] = [];
  const without: string[] = [];
  for (const { organisation } of await store.contributors()) {
    signal?.throwIfAborted();
    const sealed = await store.encodings(organisation, identity);
    if (!sealed) {
      without.push(organisation);
      continue;
    }
    const text = await openEncodings(sealed, epoch);
    const { header, records } = readEncodings(text, `the encodings of ${organisation}`);
    if (header.organisation !== organisation) {
      throw new Refusal(
        'linkage-organisation',
        `the newest parcel of ${organisation} holds encodings of ${header.organisation}: ask for it again`,
      );
    }
    taken.push({ organisation, path: join(out, `${organisation}.encodings`), records: records.length, text });
  }
  if (taken.length === 0) throw new Refusal('linkage-empty', `${folder} has no parcel with encodings`);
  await writeTogether(
    taken.map(({ path, text }) => ({ path, pieces: () => [text] })),
    { private: true, ...(signal ? { signal } : {}) },
  );
  return { files: taken.map(({ organisation, path, records }) => ({ organisation, path, records })), without };
}
