/**
 * Profile F: a filter per name and keyed hashes of the other fields, for Fellegi–Sunter scores at the host. More accurate
 * than one filter a record, and open to attack by the frequency of names: only for a host that is a separate linkage unit
 * without the case data, with keys of one epoch and encodings deleted after linkage.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isFullBirth } from '../person/birth.ts';
import type { Identifiers } from '../person/identifiers.ts';
import { emptyFilter, type Filter, insertTokens } from './filter.ts';
import { rememberingHash } from './insertions.ts';
import { deriveKeys, type LinkageScope } from './keys.ts';
import { bigrams } from './tokens.ts';

/** Bits of a name's filter. */
export const nameFilterBits = 512;

/** Insertions of a name: so many however long it is, or so many a bigram, which lets its length be guessed. */
export type NameInsertions = { readonly perName: number } | { readonly perBigram: number };

export const usualNameInsertions: NameInsertions = { perName: 120 };

/** Keyed hashes of a date of birth, in hex; null where nothing is known. */
export interface EncodedBirth {
  /** Of the whole date; null for a placeholder or an incomplete one. */
  readonly date: string | null;
  readonly year: string;
  /** Of year and day and month in rising order: equal when the two were swapped. */
  readonly swapped: string | null;
  /** Of the two spans of two years that the year lies in: neighbouring years share one. */
  readonly spans: readonly [string, string];
}

/** A record under profile F. A missing field is null. */
export interface FieldFilters {
  readonly given: Filter | null;
  readonly family: Filter | null;
  readonly birth: EncodedBirth | null;
  readonly sex: string | null;
  readonly nationality: string | null;
}

/** Encodes records under one secret. Both names share a key, so that swapped names can be seen. */
export function fieldFilterEncoder(
  secret: Uint8Array,
  scope: LinkageScope,
  nameInsertions: NameInsertions = usualNameInsertions,
): (person: Identifiers) => FieldFilters {
  const [nameKey, hashKey] = deriveKeys(secret, scope, 'field filters', 2) as [Uint8Array, Uint8Array];
  const hash = rememberingHash();
  const name = (text: string): Filter | null => {
    if (text === '') return null;
    const filter = emptyFilter(nameFilterBits);
    const tokens = bigrams(text);
    const insertions = 'perName' in nameInsertions ? nameInsertions.perName : nameInsertions.perBigram * tokens.length;
    insertTokens(filter, tokens, insertions, nameKey, hash);
    return filter;
  };
  const keyed = (label: string, text: string) =>
    bytesToHex(hmac(sha256, hashKey, utf8ToBytes(`${label}\u0000${text}`)).slice(0, 8));
  return ({ given, family, birth, sex, nationality }) => {
    const full = isFullBirth(birth) ? birth : null;
    const year = Number(birth?.year ?? 0);
    return {
      given: name(given),
      family: name(family),
      birth: birth && {
        date: full && keyed('date', `${full.year}${full.month}${full.day}`),
        year: keyed('year', birth.year),
        swapped: full && keyed('swapped', `${full.year}${[full.month, full.day].sort().join('')}`),
        spans: [keyed('span', String(year)), keyed('span', String(year + 1))],
      },
      sex: sex === '' ? null : keyed('sex', sex),
      nationality: nationality === '' ? null : keyed('nationality', nationality),
    };
  };
}
