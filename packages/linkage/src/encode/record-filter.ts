/**
 * Profile C: one Bloom filter a record (cryptographic long-term key, Schnell, Bachteler and Reiher 2011), fixed insertions
 * per field so that neither weight nor popcount depends on the length of a name.
 */
import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { birthDigits, writtenDigits } from '../person/birth.ts';
import type { Identifiers } from '../person/identifiers.ts';
import { emptyFilter, type Filter, insertTokens } from './filter.ts';
import { type Hardening, harden } from './hardening.ts';
import { rememberingHash } from './insertions.ts';
import { deriveKeys, type LinkageScope } from './keys.ts';
import { bigrams, positionalBigrams } from './tokens.ts';

/** How profile C encodes. */
export interface RecordFilterProfile {
  /** Length in bits before hardening; a power of two. */
  readonly bits: number;
  /** Insertions per field. */
  readonly insertions: {
    readonly given: number;
    readonly family: number;
    readonly birth: number;
    readonly sex: number;
    readonly nationality: number;
  };
  /** One key for both names, so that names in the wrong order still agree. */
  readonly sharedNameKey: boolean;
  /**
   * Tokens keyed by the year of birth: records of different recorded years cannot be compared, which withstands attack
   * better and loses every pair whose years differ.
   */
  readonly keyedByYear: boolean;
  /**
   * Dates as clkhash reads them and as the reference tables were made: every digit that was written, with a blank before
   * and after, so that 1 January counts as a day like others. Otherwise the digits that carry evidence, without blanks.
   */
  readonly birthAsWritten: boolean;
  readonly hardening: readonly Hardening[];
}

/** The profile where nothing is said. */
export const usualRecordFilter: RecordFilterProfile = {
  bits: 1024,
  insertions: { given: 180, family: 180, birth: 180, sex: 30, nationality: 60 },
  sharedNameKey: true,
  keyedByYear: false,
  birthAsWritten: false,
  hardening: [],
};

/** Encodes records under one secret. An empty field sets no bit. */
export function recordFilterEncoder(
  secret: Uint8Array,
  scope: LinkageScope,
  profile: RecordFilterProfile = usualRecordFilter,
): (person: Identifiers) => Filter {
  const { bits, insertions, sharedNameKey, keyedByYear, birthAsWritten, hardening } = profile;
  const hardeningKey = deriveKeys(secret, scope, 'record filter hardening', 1)[0] as Uint8Array;
  const base = deriveKeys(secret, scope, 'record filter', 5);
  const byYear = new Map<string, readonly Uint8Array[]>();
  const keysFor = (year: string): readonly Uint8Array[] => {
    if (!keyedByYear) return base;
    const known = byYear.get(year) ?? base.map((key) => hmac(sha256, key, utf8ToBytes(year)));
    byYear.set(year, known);
    return known;
  };
  const hash = rememberingHash();
  return (person) => {
    const filter = emptyFilter(bits);
    const keys = keysFor(person.birth?.year ?? '');
    const insert = (tokens: readonly string[], field: keyof typeof insertions, key: number) =>
      insertTokens(filter, tokens, insertions[field], keys[key] as Uint8Array, hash);
    insert(bigrams(person.given), 'given', 0);
    insert(bigrams(person.family), 'family', sharedNameKey ? 0 : 1);
    insert(positionalBigrams(birthText(person, birthAsWritten)), 'birth', 2);
    insert(person.sex === '' ? [] : [person.sex], 'sex', 3);
    insert(person.nationality === '' ? [] : [person.nationality], 'nationality', 4);
    return harden(filter, hardening, hardeningKey);
  };
}

function birthText({ birth, brokenBirth = '' }: Identifiers, asWritten: boolean): string {
  if (!asWritten) return birth ? birthDigits(birth) : brokenBirth;
  const digits = birth ? writtenDigits(birth) : brokenBirth;
  return digits === '' ? '' : ` ${digits} `;
}
