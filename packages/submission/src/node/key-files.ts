// Key files: one line each, readable by their owner alone. A key others can read is refused, not used.
import { type FileHandle, open } from 'node:fs/promises';
import { Refusal } from '@casebridge/refusal';
import { base64 } from '@scure/base';
import { recipientOf, type SigningKey, signingKeyOf } from '../index.ts';

const signingMark = 'casebridge-signing-key-1';
const recordMark = 'casebridge-record-key-1';

/**
 * Reads a signing key file: `casebridge-signing-key-1 ORGANISATION BASE64-SEED`.
 * Refusals: `key-open` when others can read it, `key-file` when it is not one.
 */
export async function loadSigningKey(path: string): Promise<SigningKey> {
  const { organisation, secret } = readKeyLine(await readSecret(path), signingMark, path);
  return signingKeyOf(organisation, secret);
}

/**
 * Reads a record key file: `casebridge-record-key-1 ORGANISATION BASE64-SECRET`. The secret keys the hashes of case
 * numbers; whoever has it can tell which record is whose.
 * Refusals: `key-open` when others can read it, `key-file` when it is not one.
 */
export async function loadRecordKey(path: string): Promise<Uint8Array> {
  return readKeyLine(await readSecret(path), recordMark, path).secret;
}

/**
 * Reads an age identity file as `age-keygen` writes it: comments, and one line `AGE-SECRET-KEY-1…`.
 * Refusals: `key-open` when others can read it, `key-file` when it is not one.
 */
export async function loadAgeIdentity(path: string): Promise<string> {
  const lines = (await readSecret(path)).split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [identity] = identities;
  if (identity === undefined || identities.length !== 1 || !identity.startsWith('AGE-SECRET-KEY-'))
    throw new Refusal('key-file', `${path} is not an age identity: it needs one line AGE-SECRET-KEY-1…`);
  await recipientOf(identity);
  return identity;
}

/** The line of a signing key file. */
export function signingKeyLine(organisation: string, seed: Uint8Array): string {
  return `${signingMark} ${organisation} ${base64.encode(seed)}\n`;
}

/** The line of a record key file. */
export function recordKeyLine(organisation: string, secret: Uint8Array): string {
  return `${recordMark} ${organisation} ${base64.encode(secret)}\n`;
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

function readKeyLine(text: string, mark: string, path: string): { organisation: string; secret: Uint8Array } {
  const [found, organisation, encoded, ...rest] = text.trim().split(' ');
  const secret = encoded === undefined ? null : decode(encoded);
  if (found !== mark || organisation === undefined || secret?.length !== 32 || rest.length > 0)
    throw new Refusal('key-file', `${path} is not a ${mark} file: give the file that casebridge made`);
  return { organisation, secret };
}

function decode(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
