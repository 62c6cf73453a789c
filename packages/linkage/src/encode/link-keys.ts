/** Profile K: keyed hashes of combinations of fields. Two records are candidates when any key is equal. */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { isFullBirth } from '../person/birth.ts';
import type { Identifiers } from '../person/identifiers.ts';
import { soundOf } from '../person/phonetic.ts';
import { deriveKeys, type LinkageScope } from './keys.ts';

/** One link key of 128 bits, in hex, per combination; null where a part is missing or says nothing. */
export type LinkKeys = readonly (string | null)[];

/** Fields of each link key, in order; null where one is missing. */
const combinations: readonly ((person: Identifiers) => readonly string[] | null)[] = [
  (person) => withBirth(person, (date) => [person.given, person.family, date, person.sex]),
  (person) => withBirth(person, (date) => [soundOf(person.given), soundOf(person.family), date, person.sex]),
  (person) => withBirth(person, (date) => [person.family, date, person.sex]),
  (person) => withBirth(person, (date) => [person.given, date, person.sex]),
  (person) =>
    person.birth && [soundOf(person.given), soundOf(person.family), person.birth.year, person.sex, person.nationality],
];

/** How many link keys a record has at most. */
export const linkKeyCount = combinations.length;

/** Makes the link keys of records under one secret. */
export function linkKeyEncoder(secret: Uint8Array, scope: LinkageScope): (person: Identifiers) => LinkKeys {
  const keys = deriveKeys(secret, scope, 'link keys', combinations.length);
  return (person) =>
    combinations.map((parts, at) => {
      const fields = parts(person);
      if (!fields || fields.some((field) => field === '')) return null;
      const text = JSON.stringify(fields);
      return bytesToHex(hmac(sha256, keys[at] as Uint8Array, utf8ToBytes(text)).slice(0, 16));
    });
}

function withBirth({ birth }: Identifiers, fields: (date: string) => readonly string[]): readonly string[] | null {
  return isFullBirth(birth) ? fields(`${birth.year}${birth.month}${birth.day}`) : null;
}
