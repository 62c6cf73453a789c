// Detached Ed25519 signatures in the file format of minisign (https://jedisct1.github.io/minisign/, "Signature format"
// and "Public key format"), so that anyone can check a release with a small tool that is not ours.
//
//   untrusted comment: …                              not signed
//   base64( 'ED' | key id (8) | Ed25519(BLAKE2b-512(message)) (64) )
//   trusted comment: …
//   base64( Ed25519( signature (64) | trusted comment ) )
//
// 'Ed' in place of 'ED' is the older form, which signs the message itself: it is accepted and never written.
import { Refusal } from '@casebridge/refusal';
import { ed25519 } from '@noble/curves/ed25519.js';
import { blake2b } from '@noble/hashes/blake2.js';
import { base64 } from '@scure/base';

/** A public key taken apart. */
export interface PublicKey {
  /** Sixteen hexadecimal digits in the order `minisign` prints them. */
  readonly keyId: string;
  /** The Ed25519 key, 32 bytes. */
  readonly key: Uint8Array;
  /** The canonical public key string: 56 base64 characters. */
  readonly text: string;
}

/** What checking a signature gave. `canonical`: byte for byte what `signDetached` writes, so no byte of it is free. */
export type Verification =
  | {
      readonly ok: true;
      readonly keyId: string;
      readonly trustedComment: string;
      readonly prehashed: boolean;
      readonly canonical: boolean;
    }
  | { readonly ok: false; readonly problem: 'malformed' | 'other-key' | 'wrong-signature' | 'wrong-comment' };

const untrustedPrefix = 'untrusted comment: ';
const trustedPrefix = 'trusted comment: ';
const untrustedComment = 'signature of a Casebridge file';
const maximumCommentBytes = 8192;
const encoder = new TextEncoder();

/**
 * The public key string of a signing seed: base64 of 'Ed', the key id and the key. The key id is the first eight bytes
 * of BLAKE2b-256 of the key, so that one key has one string.
 *
 * @param seed 32 bytes
 */
export function publicKeyOf(seed: Uint8Array): string {
  const key = ed25519.getPublicKey(seed);
  return base64.encode(join(encoder.encode('Ed'), keyIdOf(key), key));
}

/**
 * Signs a message and returns the text of its `.minisig` file. The same arguments always give the same text.
 *
 * @param seed the signer's 32-byte seed
 * @param trustedComment one line, signed with the signature
 */
export function signDetached(message: Uint8Array, seed: Uint8Array, trustedComment: string): string {
  const comment = encoder.encode(trustedComment);
  if (!isComment(trustedComment) || comment.length > maximumCommentBytes)
    throw new Refusal(
      'signature-comment',
      'the trusted comment must be one line of printable text: shorten or clean it',
    );
  const signature = ed25519.sign(blake2b(message), seed);
  const signed = join(encoder.encode('ED'), keyIdOf(ed25519.getPublicKey(seed)), signature);
  const global = ed25519.sign(join(signature, comment), seed);
  return fileOf(base64.encode(signed), trustedComment, base64.encode(global));
}

/**
 * Checks a `.minisig` text against a message: the signature, and the global signature over signature and trusted
 * comment. Never throws on a bad signature; throws a Refusal when the public key itself cannot be read.
 *
 * @param publicKey a public key string or the text of a `.pub` file
 */
export function verifyDetached(message: Uint8Array, signatureText: string, publicKey: string): Verification {
  const { key, keyId } = parsePublicKey(publicKey);
  const parts = takeApart(signatureText);
  if (!parts) return { ok: false, problem: 'malformed' };
  if (hexOf(parts.keyId) !== keyId) return { ok: false, problem: 'other-key' };
  const hashed = parts.prehashed ? blake2b(message) : message;
  if (!holds(parts.signature, hashed, key)) return { ok: false, problem: 'wrong-signature' };
  if (!holds(parts.global, join(parts.signature, encoder.encode(parts.trustedComment)), key))
    return { ok: false, problem: 'wrong-comment' };
  const { trustedComment, prehashed } = parts;
  return { ok: true, keyId, trustedComment, prehashed, canonical: parts.canonical };
}

/**
 * Reads a public key string, or the two-line `.pub` file that holds one.
 * Refusal `public-key` when it is neither.
 */
export function parsePublicKey(text: string): PublicKey {
  const lines = text.trim().split(/\r?\n/);
  const line = lines.length === 2 && lines[0]?.startsWith('untrusted comment:') ? lines[1] : lines[0];
  const bytes = line === undefined || lines.length > 2 ? null : decode(line.trim(), 42);
  if (bytes?.[0] !== 0x45 || bytes[1] !== 0x64 || !ed25519.utils.isValidPublicKey(bytes.subarray(10), false))
    throw new Refusal(
      'public-key',
      'this is not a minisign public key: give the 56 characters of the key or its .pub file',
    );
  return { keyId: hexOf(bytes.subarray(2, 10)), key: bytes.slice(10), text: base64.encode(bytes) };
}

interface SignatureParts {
  readonly prehashed: boolean;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
  readonly trustedComment: string;
  readonly global: Uint8Array;
  readonly canonical: boolean;
}

function takeApart(text: string): SignatureParts | null {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  const [untrusted, signatureLine, trusted, globalLine] = lines;
  if (lines.length !== 4 || untrusted === undefined || signatureLine === undefined) return null;
  if (trusted === undefined || globalLine === undefined) return null;
  if (!untrusted.startsWith(untrustedPrefix) || !trusted.startsWith(trustedPrefix)) return null;
  const signed = decode(signatureLine, 74);
  const global = decode(globalLine, 64);
  const trustedComment = trusted.slice(trustedPrefix.length);
  if (!signed || !global || !isComment(trustedComment) || signed[0] !== 0x45) return null;
  const prehashed = signed[1] === 0x44;
  if (!prehashed && signed[1] !== 0x64) return null;
  return {
    prehashed,
    keyId: signed.subarray(2, 10),
    signature: signed.subarray(10),
    trustedComment,
    global,
    canonical: prehashed && text === fileOf(signatureLine, trustedComment, globalLine),
  };
}

function fileOf(signature: string, trustedComment: string, global: string): string {
  return `${untrustedPrefix}${untrustedComment}\n${signature}\n${trustedPrefix}${trustedComment}\n${global}\n`;
}

/** Strict: no white space, exact padding, exact length. */
function decode(text: string, length: number): Uint8Array | null {
  try {
    const bytes = base64.decode(text);
    return bytes.length === length && base64.encode(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

function holds(signature: Uint8Array, message: Uint8Array, key: Uint8Array): boolean {
  try {
    return ed25519.verify(signature, message, key, { zip215: false });
  } catch {
    return false;
  }
}

function keyIdOf(key: Uint8Array): Uint8Array {
  return blake2b(key, { dkLen: 32 }).subarray(0, 8);
}

function hexOf(keyId: Uint8Array): string {
  return [...keyId]
    .reverse()
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('')
    .toUpperCase();
}

function isComment(text: string): boolean {
  return !/[\p{Cc}\p{Cs}]/u.test(text);
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((total, part) => total + part.length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}
