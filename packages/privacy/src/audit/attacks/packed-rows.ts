import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';

/**
 * Rows packed into words of 32 bits, so that the number of columns in which two rows differ (Hamming distance) takes a few
 * operations a word: columns of up to 2, 4, 16, 256 and 65,536 codes take fields of 1, 2, 4, 8 and 16 bits, and a word
 * holds fields of one width. Missing equals missing: it is a code like any other.
 */
export interface PackedRows {
  readonly rows: number;
  readonly words: readonly { readonly width: number; readonly values: Int32Array }[];
  /** Where each packed column lies. */
  readonly places: readonly { readonly column: number; readonly word: number; readonly shift: number }[];
}

const widths = [1, 2, 4, 8, 16];

/**
 * Packs the given columns of the given rows.
 *
 * @param rows positions; all rows when absent
 */
export function packRows(table: CaseTable, columns: readonly number[], rows?: ArrayLike<number>): PackedRows {
  const sizes = sizesOfTable(table);
  const count = rows?.length ?? table.rows;
  const words: { width: number; values: Int32Array }[] = [];
  const places: { column: number; word: number; shift: number }[] = [];
  for (const width of widths) {
    let shift = 32;
    for (const column of columns) {
      if (widthOf(sizes[column] as number) !== width) continue;
      if (shift >= 32) {
        words.push({ width, values: new Int32Array(count) });
        shift = 0;
      }
      const { values } = words.at(-1) as { values: Int32Array };
      const codes = table.columns[column] as CodeColumn;
      for (let row = 0; row < count; row++) {
        const code = codes[rows === undefined ? row : (rows[row] as number)] as number;
        values[row] = (values[row] as number) | (code << shift);
      }
      places.push({ column, word: words.length - 1, shift });
      shift += width;
    }
  }
  return { rows: count, words, places };
}

function widthOf(size: number): number {
  return widths.find((width) => 2 ** width >= size) as number;
}

/** Distances of one record, given by its codes over all columns of the table, from every packed row. */
export function distancesFrom(packed: PackedRows, record: (column: number) => number, out: Uint16Array): void {
  const target = new Int32Array(packed.words.length);
  for (const { column, word, shift } of packed.places)
    target[word] = (target[word] as number) | (record(column) << shift);
  out.fill(0, 0, packed.rows);
  for (const [at, { width, values }] of packed.words.entries()) {
    addDifferences[width]?.(values, target[at] as number, out);
  }
}

type AddDifferences = (values: Int32Array, target: number, out: Uint16Array) => void;

// One loop a width: the lowest bit of a field gathers whether any of its bits differ.
const addDifferences: Readonly<Record<number, AddDifferences>> = {
  1: (values, target, out) => {
    for (let row = 0; row < values.length; row++) {
      out[row] = (out[row] as number) + ones((values[row] as number) ^ target);
    }
  },
  2: (values, target, out) => {
    for (let row = 0; row < values.length; row++) {
      const x = (values[row] as number) ^ target;
      out[row] = (out[row] as number) + ones((x | (x >>> 1)) & 0x55555555);
    }
  },
  4: (values, target, out) => {
    for (let row = 0; row < values.length; row++) {
      let x = (values[row] as number) ^ target;
      x |= x >>> 1;
      out[row] = (out[row] as number) + (Math.imul((x | (x >>> 2)) & 0x11111111, 0x11111111) >>> 28);
    }
  },
  8: (values, target, out) => {
    for (let row = 0; row < values.length; row++) {
      let x = (values[row] as number) ^ target;
      x |= x >>> 1;
      x |= x >>> 2;
      out[row] = (out[row] as number) + (Math.imul((x | (x >>> 4)) & 0x01010101, 0x01010101) >>> 24);
    }
  },
  16: (values, target, out) => {
    for (let row = 0; row < values.length; row++) {
      const x = (values[row] as number) ^ target;
      out[row] = (out[row] as number) + +((x & 0xffff) !== 0) + +(x >>> 16 !== 0);
    }
  },
};

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
