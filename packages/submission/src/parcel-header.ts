// The open part of a parcel: who sends what to whom under which agreement, signed. It says nothing about the records
// but the size bucket they fall into.
//
//   casebridge-parcel-1 LF
//   header, canonical JSON, LF
//   base64 of the Ed25519 signature of the two lines above, LF
//   sealed part, header.sealed.bytes long, to the end
import { Refusal } from '@casebridge/refusal';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { type CanonicalValue, canonicalJson } from './canonical-json.ts';
import { day, identifier } from './declared-fields.ts';
import { isPublicKey, isSignedBy, type SigningKey, sign } from './signing.ts';

/** First line of every parcel of this version. */
export const parcelFormat = 'casebridge-parcel-1';

/** Largest sealed part that is written or read. */
export const maximumSealedBytes = 64 * 1024 * 1024 + 65_536;

const maximumHeaderBytes = 16_384;
const hash = z.string().regex(/^[0-9a-f]{64}$/, 'must be a SHA-256');

/** The form of a header, for journals that keep it. */
export const parcelHeaderSchema = z.strictObject({
  contributor: identifier,
  publicKey: z.string().refine(isPublicKey, 'must be a public key'),
  /** Counts the contributor's parcels up; a parcel replaces what lower ones said of the same record. */
  sequence: z.int().min(1),
  /** Day it was sealed. */
  day,
  /** First and last day the contributor says it worked; not worked out from the records. */
  period: z.strictObject({ from: day, to: day }).refine(({ from, to }) => from <= to, 'must end after it begins'),
  agreement: z.strictObject({ id: identifier, sha256: hash }),
  /** SHA-256 of the mapping file the records came through. */
  mapping: hash,
  /** Tells the contributor's record keys apart (`recordKeyCheck`); absent where the program that sealed it gave none. */
  recordKey: z
    .string()
    .regex(/^[0-9a-f]{32}$/, 'must be 32 hexadecimal digits')
    .optional(),
  /** Version of the standard the records follow. */
  standard: z.string().regex(/^\d+\.\d+$/, 'must be a version'),
  sealed: z.strictObject({
    /** Length and SHA-256 of the sealed part. */
    bytes: z.int().min(1).max(maximumSealedBytes),
    sha256: hash,
    /** Length of the padded plaintext within. */
    padded: z.int().min(1),
  }),
});

/** The signed, open part of a parcel. */
export type ParcelHeader = z.output<typeof parcelHeaderSchema>;

/** A parcel whose header signature, length and hash hold; still sealed. */
export interface SignedParcel {
  readonly header: ParcelHeader;
  /** SHA-256 of the whole parcel: its identity. */
  readonly id: string;
  readonly sealed: Uint8Array;
}

/** Puts header, signature and sealed part together. */
export function assembleParcel(header: ParcelHeader, sealed: Uint8Array, key: SigningKey): Uint8Array<ArrayBuffer> {
  const signed = signedLines(canonicalJson(header as CanonicalValue));
  const signature = new TextEncoder().encode(`${sign(signed, key)}\n`);
  const parcel = new Uint8Array(signed.length + signature.length + sealed.length);
  parcel.set(signed);
  parcel.set(signature, signed.length);
  parcel.set(sealed, signed.length + signature.length);
  return parcel;
}

/**
 * Reads a parcel without opening it: checks form, signature by the key the header names, length and hash of the sealed
 * part. Whether that key belongs to the contributor is for the caller to say through `publicKey`.
 * Refusals: `parcel-format`, `parcel-signature`, `parcel-key`, `parcel-damaged`.
 */
export function readSignedParcel(bytes: Uint8Array, options: { readonly publicKey?: string } = {}): SignedParcel {
  const [format, headerEnd] = lineAt(bytes, 0, parcelFormat.length);
  if (format !== parcelFormat) return malformed(`the first line is not ${parcelFormat}`);
  const [headerText, signatureStart] = lineAt(bytes, headerEnd, maximumHeaderBytes);
  const [signature, sealedStart] = lineAt(bytes, signatureStart, 88);
  if (headerText === null || signature === null) return malformed('it ends before its signature');
  const header = readHeader(headerText);
  if (options.publicKey !== undefined && options.publicKey !== header.publicKey)
    throw new Refusal('parcel-key', 'the parcel is signed with another key than the one registered: check who sent it');
  if (!isSignedBy(signedLines(headerText), signature, header.publicKey))
    throw new Refusal(
      'parcel-signature',
      'the signature of the parcel does not hold: it was changed, ask for it again',
    );
  const sealed = bytes.subarray(sealedStart);
  if (sealed.length !== header.sealed.bytes || bytesToHex(sha256(sealed)) !== header.sealed.sha256)
    throw new Refusal('parcel-damaged', 'the sealed part of the parcel is cut or changed: ask for it again');
  return { header, id: bytesToHex(sha256(bytes)), sealed };
}

/** The header of a parcel, after the same checks as `readSignedParcel`. */
export function readParcelHeader(bytes: Uint8Array, options: { readonly publicKey?: string } = {}): ParcelHeader {
  return readSignedParcel(bytes, options).header;
}

function readHeader(text: string): ParcelHeader {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return malformed('its header is not JSON');
  }
  const result = parcelHeaderSchema.safeParse(value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return malformed(`its header does not hold: ${issue?.path.map(String).join('.')} ${issue?.message}`);
  }
  if (canonicalJson(result.data as CanonicalValue) !== text) return malformed('its header is not in canonical form');
  return result.data;
}

function signedLines(header: string): Uint8Array {
  return new TextEncoder().encode(`${parcelFormat}\n${header}\n`);
}

/** The line that starts at an offset, without its LF, and the offset after it; null when it is too long or not UTF-8. */
function lineAt(bytes: Uint8Array, start: number, maximum: number): readonly [string | null, number] {
  const end = bytes.subarray(start, start + maximum + 1).indexOf(0x0a);
  if (end < 0) return [null, bytes.length];
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    return [decoder.decode(bytes.subarray(start, start + end)), start + end + 1];
  } catch {
    return [null, bytes.length];
  }
}

function malformed(what: string): never {
  throw new Refusal('parcel-format', `this is not a whole parcel: ${what}`);
}
