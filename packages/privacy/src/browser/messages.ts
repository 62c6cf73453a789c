/** What a page and its synthesis worker say to each other. */
import type { ExpectedError } from '../audit/rehearsal.ts';

export type { ExpectedError } from '../audit/rehearsal.ts';

/** Settings of a run, as on the command line. */
export interface SynthesisSettings {
  /** Text of a domain file. */
  readonly domain: string;
  readonly epsilon: number;
  readonly delta: number;
  readonly method: 'aim' | 'mst';
  /** Largest model in MB. */
  readonly modelSize: number;
}

export type SynthesisTask =
  /** Column names of a file and the values that occur in each, for a person to declare from: never a domain by itself. */
  | { readonly kind: 'columns'; readonly file: Blob; readonly name: string }
  /** The error to expect, from invented records of the declared shape and number: no data are read, nothing is spent. */
  | { readonly kind: 'rehearse'; readonly settings: SynthesisSettings; readonly records: number }
  /** Measures a file under the settings, once, and makes synthetic records of the measurements. */
  | { readonly kind: 'synthesise'; readonly settings: SynthesisSettings; readonly file: Blob; readonly name: string }
  /** Makes the records of published measurements again: no data. */
  | { readonly kind: 'again'; readonly measurements: string; readonly name: string };

/** One column of a file. */
export interface FileColumn {
  readonly name: string;
  /** Values in order of appearance, at most `mostValues`. */
  readonly values: readonly string[];
  /** There are more values than are listed. */
  readonly more: boolean;
}

/** Most values listed of a column. */
export const mostValues = 300;

/** A noisy count of one column's code, with its standard deviation: may be shown to anybody. */
export interface MeasuredCode {
  readonly column: string;
  readonly code: string;
  readonly estimate: number;
  readonly sd: number;
}

export interface SynthesisResult {
  readonly records: number;
  /** The synthetic records as CSV, UTF-8. */
  readonly csv: Uint8Array<ArrayBuffer>;
  /** Text of the measurements file. */
  readonly measurements: string;
  /** Marginals measured. */
  readonly measured: number;
  readonly codes: readonly MeasuredCode[];
  /** Columns of the file that the domain does not declare. */
  readonly ignored: readonly string[];
}

export type SynthesisAnswer =
  | { readonly kind: 'columns'; readonly columns: readonly FileColumn[]; readonly rows: number }
  | { readonly kind: 'rehearsed'; readonly errors: readonly ExpectedError[]; readonly measured: number }
  | { readonly kind: 'synthesised'; readonly result: SynthesisResult };

/** From the worker: how far it is, what came of it, or why it says no. */
export type FromWorker =
  | { readonly kind: 'progress'; readonly phase: SynthesisPhase; readonly done: number }
  | { readonly kind: 'answer'; readonly answer: SynthesisAnswer }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string }
  | { readonly kind: 'failed'; readonly message: string };

export type SynthesisPhase = 'reading' | 'rehearsing' | 'measuring' | 'fitting' | 'records';
