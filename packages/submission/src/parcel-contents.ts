// The plaintext of the sealed part: one line of canonical JSON that lists the parts, the parts one after the other, and
// zero bytes up to the padded size.
import { Refusal } from '@casebridge/refusal';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import * as z from 'zod';
import { canonicalJson } from './canonical-json.ts';
import { paddedSize } from './padding.ts';

/** First field of the index line. */
const contentsFormat = 'casebridge-parcel-contents-1';

/** The parts that every parcel has, in their order. */
const partNames = ['records.parquet', 'summary.json', 'coverage.yaml', 'agreement.yaml'] as const;
export type PartName = (typeof partNames)[number];
/** Follows them where a contributor sends encodings for linkage: sealed once more, to the key of the epoch. */
const linkageName = 'linkage.age';
const allNames = [...partNames, linkageName] as const;

/** What is sealed in a parcel. */
export interface ParcelParts {
  readonly parts: Readonly<Record<PartName, Uint8Array>>;
  readonly linkage: Uint8Array | null;
  /** Why the number of rows differs much from the last parcel's, if it does; one line. */
  readonly sizeChangeReason: string | null;
}

const maximumIndexBytes = 4096;
const schema = z.strictObject({
  format: z.literal(contentsFormat),
  sizeChangeReason: z.string().max(500).nullable(),
  parts: z
    .array(
      z.strictObject({ name: z.enum(allNames), bytes: z.int().min(0), sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
    )
    .refine(({ length }) => length === partNames.length || length === allNames.length)
    .refine((parts) => parts.every(({ name }, at) => name === allNames[at])),
});

/** Packs and pads the parts. */
export function packContents({ parts, linkage, sizeChangeReason }: ParcelParts): Uint8Array<ArrayBuffer> {
  const contents: (readonly [string, Uint8Array])[] = partNames.map((name) => [name, parts[name]]);
  if (linkage) contents.push([linkageName, linkage]);
  const listed = contents.map(([name, part]) => ({ name, bytes: part.length, sha256: bytesToHex(sha256(part)) }));
  const index = new TextEncoder().encode(
    `${canonicalJson({ format: contentsFormat, sizeChangeReason, parts: listed })}\n`,
  );
  const size = listed.reduce((total, { bytes }) => total + bytes, index.length);
  const packed = new Uint8Array(paddedSize(size));
  packed.set(index);
  let offset = index.length;
  for (const [, part] of contents) {
    packed.set(part, offset);
    offset += part.length;
  }
  return packed;
}

/** Takes packed contents apart. Refusal `parcel-contents` when they are not exactly as packed. */
export function unpackContents(packed: Uint8Array): ParcelParts {
  const end = packed.subarray(0, maximumIndexBytes).indexOf(0x0a);
  const index = schema.safeParse(jsonOf(packed.subarray(0, Math.max(end, 0))));
  if (!index.success) return malformed('its index does not hold');
  const parts = new Map<(typeof allNames)[number], Uint8Array>();
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
    linkage: parts.get(linkageName) ?? null,
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
