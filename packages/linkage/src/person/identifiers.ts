import type { Birth } from './birth.ts';

/** What is known of a person to link by, normalised. Empty texts and nulls are missing, which is evidence of nothing. */
export interface Identifiers {
  readonly given: string;
  readonly family: string;
  readonly birth: Birth | null;
  /** What can be used of a date that could not be read, year first: evidence of likeness for profile C, none for the others. */
  readonly brokenBirth?: string;
  /** One letter or word, lower-case. */
  readonly sex: string;
  /** A country code, lower-case. */
  readonly nationality: string;
}
