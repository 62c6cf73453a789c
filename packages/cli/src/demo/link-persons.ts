import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { NamesToEncode } from '@casebridge/examples';
import { personFields, usualProfiles } from '@casebridge/linkage';
import { compareEncodings, encodeFile, makeEpochKey, makeLinkageSecret, takeEncodings } from '@casebridge/release';
import type { Context } from '../context.ts';

/** What contributors encode with, and the host opens with. */
export interface Epoch {
  /** File of the secret's words: the contributors', never the host's. */
  readonly secret: string;
  readonly recipient: string;
}

/** Makes the secret that contributors encode under, and the key that their encodings are sealed to. */
export async function startEpoch(folder: string): Promise<Epoch> {
  const secret = join(folder, 'contributors', 'linkage-secret.txt');
  await makeLinkageSecret(secret);
  const { recipient } = await makeEpochKey(epochKey(folder));
  return { secret, recipient };
}

/** Encodes a contributor's names under its record keys. */
export async function encodeNames(
  organisation: string,
  { path, recordKey }: NamesToEncode,
  { secret }: Epoch,
  out: string,
  { signal }: Context,
): Promise<void> {
  await encodeFile({
    ...{ file: path, secretFile: secret, organisation, project: 'example', epoch: '2015', recordKey, out, signal },
    columns: Object.fromEntries(personFields.map((field) => [field, field])),
    order: 'ymd',
    // Record filters alone: link keys would find no more here, and somebody waits.
    profiles: { ...usualProfiles, linkKeys: false },
  });
}

/**
 * Links persons from the encodings in the newest parcels, and destroys the key that opens them.
 *
 * @returns contributors that sent none
 */
export async function linkPersons(
  folder: string,
  identity: string,
  { output, signal }: Context,
): Promise<readonly string[]> {
  const { files, without } = await takeEncodings({
    store: join(folder, 'store'),
    identity,
    epochKey: epochKey(folder),
    out: join(folder, 'steward', 'encodings'),
    signal,
  });
  const { people, records } = await compareEncodings({
    files: files.map(({ path }) => path),
    answers: [],
    out: join(folder, 'steward', 'linked'),
    deleteEncodings: true,
    signal,
    onProgress: output.progress,
  });
  await rm(epochKey(folder));
  output.line(
    `  ${files.length} contributors linked: ${records} records of about ${Math.round(people.expected)} people`,
  );
  return without;
}

function epochKey(folder: string): string {
  return join(folder, 'steward', 'epoch-2015.key');
}
