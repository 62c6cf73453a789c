import { canonicalJson, type JsonValue } from './canonical-json.ts';
import { sha256Base32, sha256Hex, utf8 } from './digest.ts';
import type { Manifest } from './types.ts';

/** What a release states of itself before its files exist. */
export type ManifestHead = Omit<Manifest, 'format' | 'release' | 'files' | 'signer'>;

/**
 * The id of a release: the first 20 base32 characters of the SHA-256 over everything the manifest states before its
 * files, and the SHA-256 of the measurements. Figures carry it, so it is known before they are written.
 *
 * @param measurements the bytes of `data/measurements.json`
 */
export function releaseId(head: ManifestHead, measurements: Uint8Array): string {
  const named: Record<string, JsonValue> = {};
  for (const key of headKeys) named[key] = head[key] as unknown as JsonValue;
  return sha256Base32(utf8(canonicalJson({ head: named, measurements: sha256Hex(measurements) })), 20);
}

const headKeys = [
  'sequence',
  'previous',
  'title',
  'created',
  'example',
  'status',
  'standard',
  'policy',
  'icu',
  'languages',
  'periods',
  'grouping',
  'setApart',
  'ledgerHead',
  'approvalPolicy',
  'licence',
] as const satisfies readonly (keyof ManifestHead)[];

/** The head of a manifest, without what belongs to its files. */
export function headOf(manifest: ManifestHead): ManifestHead {
  return Object.fromEntries(headKeys.map((key) => [key, manifest[key]])) as unknown as ManifestHead;
}
