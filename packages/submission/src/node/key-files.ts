// Key files on disk: readable by their owner alone. A key others can read is refused, not used.
import { type FileHandle, open } from 'node:fs/promises';
import { Refusal } from '@casebridge/refusal';
import { readAgeIdentity, readRecordKey, readSigningKey, type SigningKey } from '../index.ts';

/** Reads a signing key file. Refusals: `key-open` when others can read it, `key-file` when it is not one. */
export async function loadSigningKey(path: string): Promise<SigningKey> {
  return readSigningKey(await readSecret(path), path);
}

/** Reads a record key file. Refusals: `key-open` when others can read it, `key-file` when it is not one. */
export async function loadRecordKey(path: string): Promise<Uint8Array> {
  return readRecordKey(await readSecret(path), path);
}

/** Reads an age identity file. Refusals: `key-open` when others can read it, `key-file` when it is not one. */
export async function loadAgeIdentity(path: string): Promise<string> {
  return readAgeIdentity(await readSecret(path), path);
}

/** Reads a file that holds a secret. Refusal `key-open` when others can read it. */
export async function loadSecretText(path: string): Promise<string> {
  return readSecret(path);
}

/** Permissions are looked at on the open file, so that what is checked is what is read. */
async function readSecret(path: string): Promise<string> {
  const file = await openKey(path);
  try {
    const { mode } = await file.stat();
    if (process.platform !== 'win32' && (mode & 0o077) !== 0)
      throw new Refusal(
        'key-open',
        `others can read the key ${path}: run chmod 600 on it, and replace it if it was shared`,
      );
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(4096) });
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await file.close();
  }
}

async function openKey(path: string): Promise<FileHandle> {
  try {
    return await open(path, 'r');
  } catch (cause) {
    throw new Refusal('key-file', `the key ${path} cannot be read: check the path and whose it is`, { cause });
  }
}
