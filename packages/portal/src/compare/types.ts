import type { ExploreVariable } from '../explore/types.ts';

/** What the comparison knows of the tables before any is fetched: a file per language. */
export interface CompareIndex {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** `Example data, not real`, or null. */
  readonly example: string | null;
  readonly sequence: number;
  /** The line inside every picture, and what is said with it to those who hear it. */
  readonly source: string;
  readonly spoken: string;
  readonly periods: readonly string[];
  readonly variables: readonly ExploreVariable[];
  /** Keys `a~b` of the tables of two variables. Each is a file beside the index. */
  readonly tables: readonly string[];
  /** Years that contributors joined or left at, and who did, as a sentence. */
  readonly breaks: readonly { readonly period: string; readonly text: string }[];
  /** Messages whose key starts with `compare.`, by the rest of the key; `{name}` is filled in. */
  readonly words: Readonly<Record<string, string>>;
}

/**
 * A published table of two variables with all that its noise needs: the content of a table file. Cells are row-major, the
 * second variable fastest.
 */
export interface CompareTable {
  /** Says that the data are not real, in files of an example. */
  readonly note?: string;
  readonly release: string;
  readonly variables: readonly [string, string];
  /** Codes of each variable. */
  readonly size: readonly [number, number];
  /** Cells that are zero by declaration. */
  readonly zeros: readonly number[];
  readonly periods: Readonly<Record<string, CompareYear>>;
}

export interface CompareYear {
  /** Unbiased estimates in records, to a hundredth; they may be below zero. */
  readonly estimate: readonly number[];
  /**
   * Covariance of the noise of two cells in records²: of a cell with itself, of cells that share the code of the first variable,
   * of cells that share that of the second, of cells that share none.
   */
  readonly covariance: readonly [itself: number, first: number, second: number, neither: number];
}

/** What is compared: the answers to a question in two groups, or in one group in two years. It is written into the address. */
export interface CompareState {
  /** The question. */
  readonly variable: string;
  /** What sets the groups apart. */
  readonly by: string;
  /** Codes of `by`. */
  readonly a: string;
  readonly b: string;
  /** The year of group A, and of group B where it has none of its own. */
  readonly period: string;
  /** Another year for group B; null where both groups are of one year. */
  readonly periodB: string | null;
}

/** A number with the ends of its 95 % interval. */
export interface Ranged {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export type NotShown = 'base_too_small' | 'interval_too_wide';

/** One answer in both groups. */
export interface ComparedAnswer {
  readonly code: string;
  /** Shares of the known answers, as fractions. */
  readonly a: Ranged | NotShown;
  readonly b: Ranged | NotShown;
  /** a − b; null where one of the shares is not shown. */
  readonly difference: Ranged | null;
  /** a ÷ b; null where one is not shown, or b may be zero. */
  readonly ratio: Ranged | null;
  /** Whether the difference stands when all answers are compared at once. */
  readonly apart: boolean;
}

/** One group: how many records, how many with an answer, which part without. */
export interface ComparedGroup {
  readonly code: string;
  readonly period: string;
  readonly known: Ranged;
  readonly all: Ranged;
  /** Fraction of all records of the group; null where the group is too small to say. */
  readonly unknown: Ranged | null;
}

export interface Comparison {
  readonly groups: readonly [ComparedGroup, ComparedGroup];
  readonly answers: readonly ComparedAnswer[];
}
