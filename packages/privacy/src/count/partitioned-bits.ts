import type { CodeColumn } from '../columns/case-table.ts';
import type { CodesOffReference } from './codes-off-reference.ts';
import type { CountingTable } from './context.ts';
import type { Cooccurrences } from './cooccurrences.ts';

/**
 * Bit vectors of a table's columns over rows put in the order of one column's codes, each code beginning at a new word.
 * A population count from one code's first word to the next then counts that code's rows alone: one AND serves all codes
 * of the ordering column.
 */
export interface PartitionedBits {
  /** First word of each part, and the end: parts + 1 entries. */
  readonly starts: Uint32Array;
  /** Rows in each part. */
  readonly sizes: Uint32Array;
  readonly words: number;
  /** One bit vector per code other than the reference, in ascending order of code; made when first asked for. */
  vectors(column: number): readonly Int32Array[];
  /** Free counts found so far, per set of low columns (`a,b`): see `countByBits`. */
  readonly free: Map<string, Uint32Array>;
  /** Combinations of items counted so far, if any. */
  together: Cooccurrences | undefined;
}

export function partitionedBits(
  table: CountingTable & { offReference(column: number): CodesOffReference },
  partition: number | null,
): PartitionedBits {
  const parts = partition === null ? 1 : (table.sizes[partition] as number);
  const codes = partition === null ? null : (table.columns[partition] as CodeColumn);
  const sizes = new Uint32Array(parts);
  if (codes === null) sizes[0] = table.rows;
  else for (let row = 0; row < table.rows; row++) sizes[codes[row] as number] = (sizes[codes[row] as number] ?? 0) + 1;
  const starts = new Uint32Array(parts + 1);
  for (let part = 0; part < parts; part++) {
    starts[part + 1] = (starts[part] as number) + Math.ceil((sizes[part] as number) / 32);
  }
  const words = starts[parts] as number;
  const known = new Map<number, readonly Int32Array[]>();
  let positions: Uint32Array | null = null;
  return {
    starts,
    sizes,
    words,
    free: new Map([['', sizes]]),
    together: undefined,
    vectors(column) {
      const cached = known.get(column);
      if (cached) return cached;
      if (codes !== null) positions ??= positionsByCode(codes, starts);
      const vectors = vectorsOf(table.offReference(column), table.sizes[column] as number, words, positions);
      known.set(column, vectors);
      return vectors;
    },
  };
}

/** The bit position of every row: rows of one code follow each other from the code's first word. */
function positionsByCode(codes: CodeColumn, starts: Uint32Array): Uint32Array {
  const next = starts.map((word) => word * 32);
  const positions = new Uint32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row] as number;
    const position = next[code] as number;
    positions[row] = position;
    next[code] = position + 1;
  }
  return positions;
}

function vectorsOf(
  { reference, rows, codes }: CodesOffReference,
  size: number,
  words: number,
  positions: Uint32Array | null,
): readonly Int32Array[] {
  const all = new Int32Array((size - 1) * words);
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number;
    const code = codes[at] as number;
    const position = positions === null ? row : (positions[row] as number);
    const word = (code < reference ? code : code - 1) * words + (position >>> 5);
    all[word] = (all[word] as number) | (1 << (position & 31));
  }
  return Array.from({ length: size - 1 }, (_, value) => all.subarray(value * words, (value + 1) * words));
}
