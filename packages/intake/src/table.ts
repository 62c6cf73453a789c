import type { Finding } from '@casebridge/standard';

/**
 * A contributor's file as it is read: untyped text cells, in blocks, with nothing decided about their meaning. The
 * rows can be iterated once; `select` narrows the table before that.
 */
export interface RawTable {
  /** Header cells in file order: trimmed, inner white space folded to one space, NFC. */
  readonly columns: readonly string[];
  readonly rows: AsyncIterable<RowBlock>;
  /** What the reader settled: delimiter, encoding, sheet, header row. For messages. */
  readonly notes: TableNotes;
  /**
   * The same table with only some of its columns, in file order. Cells of other columns are passed over as bytes and
   * never become text, so what a mapping drops does not enter memory as a value.
   */
  readonly select: (columns: readonly string[]) => RawTable;
}

export interface TableNotes {
  /** File name, without its folder. */
  readonly name: string;
  readonly format: 'csv' | 'xlsx' | 'jsonl';
  readonly delimiter?: string;
  readonly encoding?: string;
  readonly sheet?: string;
  readonly headerRow?: number;
}

/** Consecutive rows of a file, one array of codes per column. */
export interface RowBlock {
  readonly rows: number;
  /** Row number in the file (first line or row = 1; the header counts) of each row; `rows` long. */
  readonly sourceRows: Uint32Array;
  /** Parallel to the table's `columns`. */
  readonly columns: readonly RawColumn[];
  /** What the reader found wrong: ragged rows and the like (F01). Such rows are not in the block. */
  readonly findings: readonly Finding[];
}

/**
 * One column of a block. From block to block the dictionary is the same array and only grows, so that work can be done
 * once per distinct text. A column with very many distinct texts starts a fresh array with a new block: whoever
 * remembers something per code compares the array's identity first.
 */
export interface RawColumn {
  readonly dictionary: readonly string[];
  /** One code a row: an index into `dictionary`. Only the first `rows` entries count. */
  readonly codes: Uint32Array;
}
