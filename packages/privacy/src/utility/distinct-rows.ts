import type { CodeColumn } from '../columns/case-table.ts';

/** The different rows of some columns: one row that shows each, and how many rows are equal to it. */
export interface DistinctRows {
  /** Row numbers, ascending: the first row of each kind. */
  readonly first: Uint32Array;
  /** Rows of each kind. */
  readonly weights: Uint32Array;
  /** The kind of each row, a position in the two above. */
  readonly kindOf: Uint32Array;
}

/** Groups equal rows: one pass and one hash table, whatever the columns. */
export function distinctRows(columns: readonly CodeColumn[], rows: number): DistinctRows {
  const bits = Math.max(4, Math.ceil(Math.log2(Math.max(1, rows) * 2)));
  const slots = new Int32Array(2 ** bits).fill(-1);
  const mask = slots.length - 1;
  const hashes = rowHashes(columns, rows);
  const first = new Uint32Array(rows);
  const weights = new Uint32Array(rows);
  const kindOf = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const hash = hashes[row] as number;
    let slot = (hash >>> (32 - bits)) & mask;
    for (;;) {
      const kind = slots[slot] as number;
      if (kind < 0) {
        slots[slot] = count;
        first[count] = row;
        weights[count] = 1;
        kindOf[row] = count++;
        break;
      }
      const other = first[kind] as number;
      if (hashes[other] === hash && isSameRow(columns, row, other)) {
        weights[kind] = (weights[kind] as number) + 1;
        kindOf[row] = kind;
        break;
      }
      slot = (slot + 1) & mask;
    }
  }
  return { first: first.slice(0, count), weights: weights.slice(0, count), kindOf };
}

function rowHashes(columns: readonly CodeColumn[], rows: number): Int32Array {
  const hashes = new Int32Array(rows).fill(0x2545f491);
  for (const column of columns) {
    for (let row = 0; row < rows; row++) {
      const mixed = Math.imul((hashes[row] as number) ^ (column[row] as number), 0x9e3779b1 | 0);
      hashes[row] = mixed ^ (mixed >>> 15);
    }
  }
  for (let row = 0; row < rows; row++) hashes[row] = Math.imul(hashes[row] as number, 0x85ebca6b | 0);
  return hashes;
}

function isSameRow(columns: readonly CodeColumn[], a: number, b: number): boolean {
  for (const column of columns) if (column[a] !== column[b]) return false;
  return true;
}
