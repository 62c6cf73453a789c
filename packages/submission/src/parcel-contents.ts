// The plaintext of the sealed part: one line of canonical JSON that lists the parts, the parts one after the other, and
// zero bytes up to the padded size.
import { Refusal } from '@casebridge/refusal';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { paddedSize } from './padding.ts';

/** First field of the index line. */
export const contentsFormat = 'casebridge-parcel-contents-1';

/** The parts of a parcel, in their order. */
export const partNames = ['records.parquet', 'summary.json', 'coverage.yaml', 'agreement.yaml'] as const;
export type PartName = (typeof partNames)[number];

/** What is sealed in a parcel. */
export interface ParcelParts {
  readonly parts: Readonly<Record<PartName, Uint8Array>>;
  /** Why the number of rows differs much from the last parcel's, if it does; one line. */
  readonly sizeChangeReason: string | null;
}

const maximumIndexBytes = 4096;
const schema = z.strictObject({
  format: z.literal(contentsFormat),
  sizeChangeReason: z.string().max(500).nullable(),
  parts: z
    .array(
      z.strictObject({ name: z.enum(partNames), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .refine((parts) => parts.length === partNames.length && parts.every(({ name }, at) => name === partNames[at])),
});

/** Packs and pads the parts. */
export function packContents({ parts, sizeChangeReason }: ParcelParts): Uint8Array<ArrayBuffer> {
  const listed = partNames.map((name) => ({
    name,
    bytes: parts[name].length,
    sha256: bytesToHex(sha256(parts[name])),
  }));
  const index = new TextEncoder().encode(
    `${canonicalJson({ format: contentsFormat, sizeChangeReason, parts: listed })}\n`,
  );
  const size = listed.reduce((total, { bytes }) => total + bytes, index.length);
  const packed = new Uint8Array(paddedSize(size));
  packed.set(index);
  let offset = index.length;
  for (const name of partNames) {
    packed.set(parts[name], offset);
    offset += parts[name].length;
  }
  return packed;
}

/** Takes packed contents apart. Refusal `parcel-contents` when they are not exactly as packed. */
export function unpackContents(packed: Uint8Array): ParcelParts {
  const end = packed.subarray(0, maximumIndexBytes).indexOf(0x0a);
  const index = schema.safeParse(jsonOf(packed.subarray(0, Math.max(end, 0))));
  if (!index.success) return malformed('its index does not hold');
  const parts = new Map<PartName, Uint8Array>();
  let offset = end + 1;
  for (const { name, bytes, sha256: expected } of index.data.parts) {
    const part = packed.subarray(offset, offset + bytes);
    if (part.length !== bytes || bytesToHex(sha256(part)) !== expected) return malformed(`${name} is cut or changed`);
    parts.set(name, part);
    offset += bytes;
  }
  if (packed.length !== paddedSize(offset) || packed.subarray(offset).some((byte) => byte !== 0))
    return malformed('its padding is not as described');
  const part = (name: PartName) => parts.get(name) ?? malformed(`${name} is missing`);
  return {
    parts: {
      'records.parquet': part('records.parquet'),
      'summary.json': part('summary.json'),
      'coverage.yaml': part('coverage.yaml'),
      'agreement.yaml': part('agreement.yaml'),
    },
    sizeChangeReason: index.data.sizeChangeReason,
  };
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}

function malformed(what: string): never {
  throw new Refusal('parcel-contents', `the parcel's contents are not as described: ${what}`);
}
