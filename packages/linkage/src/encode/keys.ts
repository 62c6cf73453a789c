/**
 * Keys from the secret that contributors share and the host never sees: HKDF-SHA-256 (RFC 5869), one stretch of bytes cut
 * into keys of 64 bytes.
 */
import { hkdf } from '@noble/hashes/hkdf.js';
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

export const keyBytes = 64;

/** Least length of a secret: 128 bits. */
export const leastSecretBytes = 16;

/** What a coalition links under: another project or epoch gives encodings that cannot be compared. */
export interface LinkageScope {
  readonly project: string;
  readonly epoch: string;
}

/** `count` keys of 64 bytes for a profile. RangeError for a secret shorter than 128 bits. */
export function deriveKeys(
  secret: Uint8Array,
  { project, epoch }: LinkageScope,
  profile: string,
  count: number,
): Uint8Array[] {
  if (secret.length < leastSecretBytes) throw new RangeError('a linkage secret has 128 random bits or more');
  return splitKeys(hkdf(sha256, secret, utf8ToBytes(project), utf8ToBytes(`${profile} ${epoch}`), count * keyBytes));
}

/** Bytes cut into keys. */
export function splitKeys(bytes: Uint8Array): Uint8Array[] {
  return Array.from({ length: bytes.length / keyBytes }, (_, at) => bytes.slice(at * keyBytes, (at + 1) * keyBytes));
}

/**
 * Thirty-two bits that tell two secrets apart and nothing about either: eight hex digits that travel with encodings, so
 * that a host can refuse those made with another secret.
 */
export function keyCheck(secret: Uint8Array, scope: LinkageScope): string {
  const [key = new Uint8Array()] = deriveKeys(secret, scope, 'key check', 1);
  return bytesToHex(hmac(sha256, key, utf8ToBytes('casebridge key check value 1')).slice(0, 4));
}
