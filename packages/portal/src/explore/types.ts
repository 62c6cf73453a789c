/** What the explorer knows of the tables before any is fetched: a file per language. */
export interface ExploreIndex {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The line inside every picture. */
  readonly source: string;
  /** Said at the end of every picture's description: that it is not prevalence. */
  readonly caveat: string;
  /** `Example data, not real`, or null. */
  readonly example: string | null;
  /** What published tables count. */
  readonly counted: 'record' | 'person';
  readonly release: string;
  readonly sequence: number;
  readonly licence: string;
  readonly periods: readonly string[];
  readonly variables: readonly ExploreVariable[];
  /** Keys of the tables that published ones give: variables in this index's order, joined by `~`. Each is a file beside the index. */
  readonly tables: readonly string[];
  /** For each of them, the published table that is a file for download and holds it. */
  readonly files: readonly string[];
  /** The synthetic records for questions beyond the tables; null in a release without them. */
  readonly records: RecordsIndex | null;
  /** Where snippets say the site is, with its closing slash. */
  readonly address: string;
  /** Messages whose key starts with `explore.`, by the rest of the key; `{name}` is filled in. Reasons keep their `why.` key. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ExploreVariable {
  readonly id: string;
  readonly label: string;
  /** Heading it is listed under: the many-valued variable it is a part of. */
  readonly group: string | null;
  readonly codes: readonly { readonly code: string; readonly label: string; readonly missing: boolean }[];
}

/** What is known of the synthetic records without reading them. */
export interface RecordsIndex {
  /** Name of the column file beside the index. */
  readonly file: string;
  readonly rows: number;
  /** Variables they have. */
  readonly columns: readonly string[];
  /** Per batch the sets of variables that were measured; `period` in a set tells the years apart. */
  readonly measured: readonly (readonly (readonly string[])[])[];
  /** Expected share of records in a wrong cell, for published tables that could be predicted, by table key. */
  readonly errors: Readonly<Record<string, number>>;
  /** Batches of a year that came too late to be added up, as `2012.3`: the column file leaves them out. */
  readonly late: readonly string[];
}

/** One table over all years: the content of a table file. Cells are row-major, the last variable fastest. */
export interface ExploreTable {
  /** Says that the data are not real, in files of an example. */
  readonly note?: string;
  readonly release: string;
  readonly variables: readonly string[];
  readonly periods: Readonly<Record<string, ExploreYear>>;
}

/** Whole numbers; null where there is none to show. */
export interface ExploreYear {
  /** Counts with the ends of their 95 % intervals; for synthetic counts, the bounds that published tables leave. */
  readonly count: readonly number[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
  /** What is said of each count, a letter of `reasons` a cell. */
  readonly why: string;
  /**
   * Shares among known answers to the first variable, within each combination of the others; then the same for the second
   * variable, and so on: a block of cells for each. Millionths, see `share-units.ts`.
   */
  readonly share: readonly (number | null)[];
  readonly shareLow: readonly (number | null)[];
  readonly shareHigh: readonly (number | null)[];
  /** Why a share is null, a letter of `reasons` a cell. */
  readonly shareWhy: string;
  /**
   * Records with a known answer to the first variable, within each combination of the others, and the ends as of counts; then the
   * same for the second variable, and so on. Where each lies: `basePlace`.
   */
  readonly base: readonly number[];
  readonly baseLow: readonly (number | null)[];
  readonly baseHigh: readonly (number | null)[];
  /** At the same places, the share of records asked whose answer is not known: millionths; null where too few are asked. */
  readonly unknown: readonly (number | null)[];
}

/** What a cell's letter means; `.` is a number like any other, and `-` a cell that has no share: a missing answer. */
export const reasons = {
  z: 'zero',
  l: 'low',
  b: 'base_too_small',
  w: 'interval_too_wide',
  n: 'not_collected',
  c: 'no_contributor',
} as const;

/** Why there is no number, or none that can be told from zero. */
export type Reason = (typeof reasons)[keyof typeof reasons];

export const views = ['multiples', 'bar', 'heat', 'line'] as const;
export type View = (typeof views)[number];
export type Measure = 'count' | 'share';

/** Which years, and what becomes of the choice when a release brings new ones. */
export type Years =
  /** These years for ever. */
  | { readonly mode: 'freeze'; readonly from: string; readonly to: string }
  /** From a year on: new years join. */
  | { readonly mode: 'grow'; readonly from: string }
  /** The newest years: new ones push old ones out. */
  | { readonly mode: 'roll'; readonly count: number };

/** What is on screen; it is written into the address. */
export interface ExploreState {
  readonly variable: string;
  /** Second variable, or null. */
  readonly by: string | null;
  /** Answers that records must have; at most one for a question. */
  readonly filters: readonly { readonly variable: string; readonly code: string }[];
  readonly years: Years;
  readonly view: View;
  readonly measure: Measure;
  /** Code of the second variable that a bar or line picture follows. */
  readonly within: string | null;
}

/** A part of an address that cannot be answered, and how it was written. */
export interface Problem {
  readonly kind: 'variable' | 'together' | 'years' | 'code' | 'view';
  readonly value: string;
}
