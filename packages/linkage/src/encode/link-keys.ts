/** Profile K: keyed hashes of combinations of fields. Two records are candidates when any key is equal. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isFullBirth, writtenDigits } from '../person/birth.ts';
import type { Identifiers } from '../person/identifiers.ts';
import { soundOf } from '../person/phonetic.ts';
import { deriveKeys, type LinkageScope } from './keys.ts';

/** One link key of 128 bits, in hex, per combination; null where a part is missing or says nothing. */
export type LinkKeys = readonly (string | null)[];

/** What the link keys are made of. */
export interface LinkKeyFields {
  /** The sound of a normalised name. */
  readonly sound: (name: string) => string;
  /** Whether 1 January counts as a date in the keys of both names. */
  readonly placeholders: boolean;
  /** Whether the key of sounds and a full date asks for the same sex. */
  readonly sexWithSound: boolean;
}

/** Sounds of romanised names of many languages; 1 January never counts. */
export const usualLinkKeyFields: LinkKeyFields = { sound: soundOf, placeholders: false, sexWithSound: true };

/** How many link keys a record has at most. */
export const linkKeyCount = 5;

/** Fields of each link key, in order; null where one is missing. */
function combinationsOf(person: Identifiers, fields: LinkKeyFields): readonly (readonly string[] | null)[] {
  const { given, family, birth, sex, nationality } = person;
  const { sound, placeholders, sexWithSound } = fields;
  const date = isFullBirth(birth) ? writtenDigits(birth) : null;
  const written = placeholders && birth?.day ? writtenDigits(birth) : date;
  const sounds = [sound(given), sound(family)];
  return [
    written && [given, family, written, sex],
    written && [...sounds, written, ...(sexWithSound ? [sex] : [])],
    date && [family, date, sex],
    date && [given, date, sex],
    birth && [...sounds, birth.year, sex, nationality],
  ].map((one) => one || null);
}

/** Makes the link keys of records under one secret. */
export function linkKeyEncoder(
  secret: Uint8Array,
  scope: LinkageScope,
  using: LinkKeyFields = usualLinkKeyFields,
): (person: Identifiers) => LinkKeys {
  const keys = deriveKeys(secret, scope, 'link keys', linkKeyCount);
  return (person) =>
    combinationsOf(person, using).map((fields, at) => {
      if (!fields || fields.some((field) => field === '')) return null;
      const text = JSON.stringify(fields);
      return bytesToHex(hmac(sha256, keys[at] as Uint8Array, utf8ToBytes(text)).slice(0, 16));
    });
}
