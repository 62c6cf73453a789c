// Ed25519 over parcel headers (RFC 8032, strict verification), with public keys in the notation of minisign so that one
// key string serves parcels, consents and releases.
import { Refusal } from '@casebridge/refusal';
import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { base64 } from '@scure/base';

/** A contributor's signing key. */
export interface SigningKey {
  readonly organisation: string;
  /** The 32-byte Ed25519 seed. */
  readonly seed: Uint8Array;
  /** The public key string: base64 of 'Ed', the key id and the key. */
  readonly publicKey: string;
}

const encoder = new TextEncoder();
/** Parts the meaning of these signatures from every other use of the same key. */
const context = encoder.encode('casebridge parcel header\n');

/** A signing key from its organisation and seed. */
export function signingKeyOf(organisation: string, seed: Uint8Array): SigningKey {
  const key = ed25519.getPublicKey(seed);
  const keyId = blake2b(key, { dkLen: 32 }).subarray(0, 8);
  return { organisation, seed, publicKey: base64.encode(Uint8Array.of(0x45, 0x64, ...keyId, ...key)) };
}

/** True for a well-formed public key string. */
export function isPublicKey(text: string): boolean {
  return keyIn(text) !== null;
}

/** Signs bytes; 64 bytes as base64. */
export function sign(message: Uint8Array, key: SigningKey): string {
  return base64.encode(ed25519.sign(Uint8Array.of(...context, ...message), key.seed));
}

/** Whether a signature holds. Refusal `public-key` when the key is not one. */
export function isSignedBy(message: Uint8Array, signature: string, publicKey: string): boolean {
  const key = keyIn(publicKey);
  if (!key) throw new Refusal('public-key', 'this is not a public key: give the 56 characters of the .pub file');
  try {
    const bytes = base64.decode(signature);
    return ed25519.verify(bytes, Uint8Array.of(...context, ...message), key, { zip215: false });
  } catch {
    return false;
  }
}

function keyIn(text: string): Uint8Array | null {
  try {
    const bytes = base64.decode(text);
    if (bytes.length !== 42 || bytes[0] !== 0x45 || bytes[1] !== 0x64) return null;
    const key = bytes.subarray(10);
    return ed25519.utils.isValidPublicKey(key, false) ? key : null;
  } catch {
    return null;
  }
}
