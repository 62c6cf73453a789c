// The texts of key files: one line each. Reading them from a disk, and who may read them there, is `node`'s business.
import { Refusal } from '@casebridge/refusal';
import { base64 } from '@scure/base';
import { newIdentity, recipientOf } from './age.ts';
import { type SigningKey, signingKeyOf } from './signing.ts';

const signingMark = 'casebridge-signing-key-1';
const recordMark = 'casebridge-record-key-1';

/**
 * Reads a signing key, `casebridge-signing-key-1 ORGANISATION BASE64-SEED`. Refusal `key-file` when it is not one.
 *
 * @param name how a refusal names the file
 */
export function readSigningKey(text: string, name: string): SigningKey {
  const { organisation, secret } = readKeyLine(text, signingMark, name);
  return signingKeyOf(organisation, secret);
}

/**
 * Reads a record key, `casebridge-record-key-1 ORGANISATION BASE64-SECRET`. The secret keys the hashes of case numbers;
 * whoever has it can tell which record is whose. Refusal `key-file` when it is not one.
 */
export function readRecordKey(text: string, name: string): Uint8Array {
  return readKeyLine(text, recordMark, name).secret;
}

/** Reads an age identity as `age-keygen` writes it: comments, and one line `AGE-SECRET-KEY-1…`. Refusal `key-file`. */
export async function readAgeIdentity(text: string, name: string): Promise<string> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const identities = lines.filter((line) => line !== '' && !line.startsWith('#'));
  const [identity] = identities;
  if (identity === undefined || identities.length !== 1 || !identity.startsWith('AGE-SECRET-KEY-'))
    throw new Refusal('key-file', `${name} is not an age identity: it needs one line AGE-SECRET-KEY-1…`);
  await recipientOf(identity);
  return identity;
}

/** One of an organisation's key files. */
export interface KeyFile {
  readonly name: 'signing.key' | 'age.key' | 'record.key' | 'signing.pub' | 'age.pub';
  readonly text: string;
  /** To be readable by its owner alone. */
  readonly secret: boolean;
}

/** An organisation's new keys, as files and as what may be given away. */
export interface NewKeys {
  readonly files: readonly KeyFile[];
  /** Public key string for signatures, and age recipient. */
  readonly publicKey: string;
  readonly recipient: string;
}

/**
 * Makes an organisation's keys: Ed25519 in minisign notation, an age identity, a record key. Refusal `organisation` when
 * the id is not one.
 *
 * @param random fresh bytes from the operating system
 */
export async function newKeys(organisation: string, random: (bytes: number) => Uint8Array): Promise<NewKeys> {
  if (!/^[a-z0-9](?:-?[a-z0-9])*$/.test(organisation) || organisation.length > 64)
    throw new Refusal(
      'organisation',
      'an organisation is named by lower-case letters, digits and hyphens: choose such an id',
    );
  const seed = random(32);
  const { publicKey } = signingKeyOf(organisation, seed);
  const identity = await newIdentity();
  const recipient = await recipientOf(identity);
  const line = (mark: string, secret: Uint8Array) => `${mark} ${organisation} ${base64.encode(secret)}\n`;
  return {
    publicKey,
    recipient,
    files: [
      { name: 'signing.key', text: line(signingMark, seed), secret: true },
      { name: 'age.key', text: `# public key: ${recipient}\n${identity}\n`, secret: true },
      { name: 'record.key', text: line(recordMark, random(32)), secret: true },
      {
        name: 'signing.pub',
        text: `untrusted comment: casebridge public key of ${organisation}\n${publicKey}\n`,
        secret: false,
      },
      { name: 'age.pub', text: `${recipient}\n`, secret: false },
    ],
  };
}

function readKeyLine(text: string, mark: string, name: string): { organisation: string; secret: Uint8Array } {
  const [found, organisation, encoded, ...rest] = text.trim().split(' ');
  const secret = encoded === undefined ? null : decode(encoded);
  if (found !== mark || organisation === undefined || secret?.length !== 32 || rest.length > 0)
    throw new Refusal('key-file', `${name} is not a ${mark} file: give the file that casebridge made`);
  return { organisation, secret };
}

function decode(text: string): Uint8Array | null {
  try {
    return base64.decode(text);
  } catch {
    return null;
  }
}
