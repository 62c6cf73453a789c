import { randomBytes } from 'node:crypto';
import { access, mkdir, rmdir, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '@casebridge/refusal';
import { newKeys } from '../index.ts';
import { writeWhole } from './write-whole.ts';

/** Where an organisation's keys are, and what of them may be given away. */
export interface OrganisationKeys {
  readonly organisation: string;
  /** Paths of the secret files, 0600. */
  readonly signingKey: string;
  readonly ageKey: string;
  readonly recordKey: string;
  /** Public key string for signatures, and age recipient. */
  readonly publicKey: string;
  readonly recipient: string;
}

/**
 * Makes an organisation's keys in a folder: `signing.key` and `signing.pub` (Ed25519, minisign notation), `age.key` and
 * `age.pub`, `record.key`, all of them or none. Secrets come from the operating system and are readable by their owner
 * alone. Refusals: `keys-exist` when one of the files is there, `organisation` when the id is not one, `disk-full`.
 */
export async function createKeys(folder: string, organisation: string): Promise<OrganisationKeys> {
  const keys = await newKeys(organisation, (bytes) => new Uint8Array(randomBytes(bytes)));
  const made = await mkdir(folder, { recursive: true, mode: 0o700 });
  const path = (name: string) => join(folder, name);
  for (const { name } of keys.files)
    if (await isThere(path(name)))
      throw new Refusal(
        'keys-exist',
        `${path(name)} is already there: keep it, or make the new keys in another folder`,
      );

  const written: string[] = [];
  try {
    for (const { name, text, secret } of keys.files) {
      await writeWhole(path(name), text, ...(secret ? [{ mode: 0o600, replace: false }] : []));
      written.push(path(name));
    }
  } catch (error) {
    // Half a set of keys would only keep the next attempt from making a whole one.
    for (const file of written) await unlink(file).catch(() => {});
    if (made !== undefined) await rmdir(folder).catch(() => {});
    throw error;
  }
  return {
    organisation,
    signingKey: path('signing.key'),
    ageKey: path('age.key'),
    recordKey: path('record.key'),
    publicKey: keys.publicKey,
    recipient: keys.recipient,
  };
}

async function isThere(path: string): Promise<boolean> {
  return await access(path).then(
    () => true,
    () => false,
  );
}
