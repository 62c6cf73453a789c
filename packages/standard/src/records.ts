/**
 * The shapes in which standard records travel: blocks of dictionary-coded columns, with no object per row.
 * Column ids are those of `columnsOf`; cell texts are those of `cell.ts`.
 */

/** One column of a block. The dictionary belongs to the file and only grows; earlier codes keep their meaning. */
export interface RecordColumn {
  readonly id: string;
  readonly dictionary: readonly string[];
  /** One code a row: an index into `dictionary`. */
  readonly codes: Uint32Array;
}

/** Consecutive mapped rows. Rows held back by an error are not in the columns; their findings are. */
export interface RecordBlock {
  readonly rows: number;
  /** Source row number (header = 1) of each row: what a finding or a message names. Rows long. */
  readonly sourceRows: Uint32Array;
  readonly columns: readonly RecordColumn[];
  readonly findings: readonly Finding[];
}

export type Severity = 'stop' | 'error' | 'warn' | 'note';

/** Something wrong with data: a value, never thrown. `value` is shown to its owner on request and never logged. */
export interface Finding {
  /** Rule id: `F01` … `Q04`. */
  readonly code: string;
  readonly severity: Severity;
  /** Source row, or null for the whole file. */
  readonly row: number | null;
  /** Canonical variable or source column concerned; null for the whole row or file. */
  readonly variable: string | null;
  /** Arguments of the message, free of cell contents. */
  readonly args: Readonly<Record<string, string | number>>;
  readonly value?: string;
}

/** What one file gave: counts per rule, held rows and per-column code counts, for receipts and for the next comparison. */
export interface IntakeSummary {
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly findings: Readonly<Record<string, { readonly severity: Severity; readonly count: number }>>;
  /** Rules that could not run without an agreement or an earlier submission. */
  readonly notChecked: readonly string[];
  /** Count of each cell text per column, quasi-identifiers and codes only (never keys or free numbers). */
  readonly counts: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** A file being mapped: its canonical columns, its blocks as they stream, and the summary once all were read. */
export interface MappedFile {
  readonly columns: readonly string[];
  readonly blocks: AsyncIterable<RecordBlock>;
  /** Resolves after the last block; rejects if the file was refused. */
  readonly summary: Promise<IntakeSummary>;
}
