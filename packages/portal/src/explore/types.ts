/** What the explorer knows of the tables before any is fetched: a file per language. */
export interface ExploreIndex {
  readonly locale: string;
  readonly direction: 'ltr' | 'rtl';
  /** The line inside every picture. */
  readonly source: string;
  /** `Example data, not real`, or null. */
  readonly example: string | null;
  readonly release: string;
  readonly sequence: number;
  readonly periods: readonly string[];
  readonly variables: readonly ExploreVariable[];
  /** Keys of the published tables: `a` for one variable, `a~b` for two. Each is a file beside the index. */
  readonly tables: readonly string[];
  /** Messages whose key starts with `explore.`, by the rest of the key; `{name}` is filled in. */
  readonly words: Readonly<Record<string, string>>;
}

export interface ExploreVariable {
  readonly id: string;
  readonly label: string;
  /** Heading it is listed under: the many-valued variable it is a part of. */
  readonly group: string | null;
  readonly codes: readonly { readonly code: string; readonly label: string; readonly missing: boolean }[];
}

/** One published table over all years: the content of a table file. Cells are row-major, the last variable fastest. */
export interface ExploreTable {
  /** Says that the data are not real, in files of an example. */
  readonly note?: string;
  readonly release: string;
  readonly variables: readonly string[];
  readonly periods: Readonly<Record<string, ExploreYear>>;
}

/** Whole numbers; null where a cell cannot be read (`unfit`) or a share may not be shown. */
export interface ExploreYear {
  /** Estimates and 95 % intervals of counts. */
  readonly count: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  /** Share among known answers to the first variable, within each code of the second; thousandths. */
  readonly share: readonly (number | null)[];
  readonly shareLow: readonly (number | null)[];
  readonly shareHigh: readonly (number | null)[];
}

export type View = 'bar' | 'heat' | 'line';
export type Measure = 'count' | 'share';

/** What is on screen; it is written into the address. */
export interface ExploreState {
  readonly variable: string;
  /** Second variable, or null. */
  readonly by: string | null;
  readonly period: string;
  readonly view: View;
  readonly measure: Measure;
  /** Code of the second variable that a line picture follows. */
  readonly within: string | null;
}
