import type { Identifiers } from '../person/identifiers.ts';
import { type FieldFilters, fieldFilterEncoder } from './field-filters.ts';
import type { Filter } from './filter.ts';
import type { LinkageScope } from './keys.ts';
import { type LinkKeys, linkKeyEncoder } from './link-keys.ts';
import { type RecordFilterProfile, recordFilterEncoder, usualRecordFilter } from './record-filter.ts';

/** Which encodings are made of each record. */
export interface LinkageProfiles {
  /** K: keyed hashes of combinations of fields. */
  readonly linkKeys: boolean;
  /** C: one filter a record. */
  readonly recordFilter: RecordFilterProfile | null;
  /** F: one filter a name. A decision of governance: see `field-filters.ts`. */
  readonly fieldFilters: boolean;
}

/** K and C; F is off unless a coalition decides for it. */
export const usualProfiles: LinkageProfiles = { linkKeys: true, recordFilter: usualRecordFilter, fieldFilters: false };

/** What leaves an organisation of one record: encodings alone. Null for a profile that is off. */
export interface LinkageBlock {
  readonly linkKeys: LinkKeys | null;
  readonly recordFilter: Filter | null;
  readonly fieldFilters: FieldFilters | null;
}

/** Encodes records one by one under a secret. The same secret, scope, profiles and person give the same bytes anywhere. */
export function blockEncoder(
  secret: Uint8Array,
  scope: LinkageScope,
  profiles: LinkageProfiles = usualProfiles,
): (person: Identifiers) => LinkageBlock {
  const keys = profiles.linkKeys ? linkKeyEncoder(secret, scope) : null;
  const record = profiles.recordFilter ? recordFilterEncoder(secret, scope, profiles.recordFilter) : null;
  const fields = profiles.fieldFilters ? fieldFilterEncoder(secret, scope) : null;
  return (person) => ({
    linkKeys: keys?.(person) ?? null,
    recordFilter: record?.(person) ?? null,
    fieldFilters: fields?.(person) ?? null,
  });
}
