/**
 * What may be said, as data. A family is one kind of public number; together with a period, a group and a place it
 * gives one figure. Nothing here counts anything: codes and variable names are the whole definition.
 */

/** Variables whose codes restrict the records a figure is about: `{ purpose_summary: ['sexual', …] }`. */
export type Codes = Readonly<Record<string, readonly string[]>>;

/** The selection a noun carries: everybody, or those of one purpose (a record of both purposes is in both). */
export type Who = 'all' | 'labour' | 'sexual';

interface FamilyBase {
  /** The stable id without period, group and place: `purpose.labour`. */
  readonly id: string;
  /** Key of the family's own wording: `sector` for every `sector.X`. */
  readonly wording: string;
  /** Code that the wording names: a sector or a region; null where the wording is complete. */
  readonly names: string | null;
  /** Key of the noun that carries the selection. */
  readonly noun: string;
  readonly who: Who;
  /** Caveats beside those every figure carries. */
  readonly caveats: readonly string[];
  /** True where the number says where contributors work: it gets that caveat. */
  readonly regional: boolean;
  /** Given again for every region. */
  readonly inPlaces: boolean;
}

/** Records held, beside the declared total of the year and their ratio. */
export interface HeldFamily extends FamilyBase {
  readonly kind: 'held';
}

/** Change of records held on the previous year, split into same, joined and left contributors. */
export interface ChangeFamily extends FamilyBase {
  readonly kind: 'change';
}

/** A number taken from coverage statements. */
export interface DeclaredFamily extends FamilyBase {
  readonly kind: 'declared';
  readonly fact: 'countries' | 'assisted_since';
}

/** Records with certain codes as a share of the records whose answer is known. */
export interface ShareFamily extends FamilyBase {
  readonly kind: 'share';
  readonly variable: string;
  /** Codes counted in the numerator. The base is every code of `known` that is not a missing reason. */
  readonly codes: readonly string[];
  /** Variable that says whether the answer is known; `variable` itself, or a declared `.known`. */
  readonly known: string;
  /** Restriction of numerator, base and unknown alike. */
  readonly within: Codes;
  /** Variables of the table to read, beside group or place. */
  readonly table: readonly string[];
  /** Variable whose codes split the numerator into parts that add up to the value; null for none. */
  readonly partsBy: string | null;
}

/** The mean of a banded number over the records where it is known. */
export interface MeanFamily extends FamilyBase {
  readonly kind: 'mean';
  readonly variable: string;
  readonly table: readonly string[];
}

export type Family = HeldFamily | ChangeFamily | DeclaredFamily | ShareFamily | MeanFamily;
