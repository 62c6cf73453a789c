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

/** A record laid beside packed rows: its words, and theirs by width. */
export interface PackedRecord {
  readonly rows: number;
  readonly mixed: readonly (readonly [pairs: Word, fours: Word, bytes: Word])[];
  readonly bits: readonly Word[];
  readonly halves: readonly Word[];
}

/** Packs a record, given by its codes over all columns of the table, like the rows it is to be compared with. */
export function recordIn(packed: PackedRows, record: (column: number) => number): PackedRecord {
  const target = new Int32Array(packed.words.length);
  for (const { column, word, shift } of packed.places)
    target[word] = (target[word] as number) | (record(column) << shift);
  const words = packed.words.map(({ width, values }, at): Word => ({ width, values, target: target[at] as number }));
  const of = (width: number) => words.filter((word) => word.width === width);
  const [pairs, fours, bytes] = [of(2), of(4), of(8)];
  const mixed = Array.from({ length: Math.max(pairs.length, fours.length, bytes.length) }, (_, at) => {
    return [pairs[at] ?? none(packed), fours[at] ?? none(packed), bytes[at] ?? none(packed)] as const;
  });
  return { rows: packed.rows, mixed, bits: of(1), halves: of(16) };
}

/** Distances of one record, given by its codes over all columns of the table, from every packed row. */
export function distancesFrom(packed: PackedRows, record: (column: number) => number, out: Uint16Array): void {
  distancesOfBlock(recordIn(packed, record), 0, packed.rows, out);
}

/** Distances of a packed record from `length` rows, the first of them at `from`; they are written from the start of `out`. */
export function distancesOfBlock(
  { mixed, bits, halves }: PackedRecord,
  from: number,
  length: number,
  out: Uint16Array,
): void {
  out.fill(0, 0, length);
  for (const [pairs, fours, bytes] of mixed) addMixed(pairs, fours, bytes, from, length, out);
  for (const word of bits) addBits(word, from, length, out);
  for (const word of halves) addHalves(word, from, length, out);
}

interface Word {
  readonly width: number;
  readonly values: Int32Array;
  readonly target: number;
}

const nothing = new WeakMap<PackedRows, Word>();

/** A word in which no row differs. */
function none(packed: PackedRows): Word {
  const known = nothing.get(packed) ?? { width: 0, values: new Int32Array(packed.rows), target: 0 };
  nothing.set(packed, known);
  return known;
}

/**
 * A word of each of three widths at a time. The lowest bit of a field gathers whether any of its bits differ; those of fields of two
 * bits leave the odd bits free, where the others find room, so that one count of bits does for all.
 */
function addMixed(pairs: Word, fours: Word, bytes: Word, from: number, length: number, out: Uint16Array): void {
  const [twoBits, fourBits, eightBits] = [pairs.values, fours.values, bytes.values];
  const [two, four, eight] = [pairs.target, fours.target, bytes.target];
  for (let at = 0; at < length; at++) {
    const x = (twoBits[from + at] as number) ^ two;
    let y = (fourBits[from + at] as number) ^ four;
    let z = (eightBits[from + at] as number) ^ eight;
    y |= y >>> 1;
    z |= z >>> 1;
    z |= z >>> 2;
    const differing =
      ((x | (x >>> 1)) & 0x55555555) | (((y | (y >>> 2)) & 0x11111111) << 1) | (((z | (z >>> 4)) & 0x01010101) << 3);
    out[at] = (out[at] as number) + ones(differing);
  }
}

function addBits({ values, target }: Word, from: number, length: number, out: Uint16Array): void {
  for (let at = 0; at < length; at++) {
    out[at] = (out[at] as number) + ones((values[from + at] as number) ^ target);
  }
}

function addHalves({ values, target }: Word, from: number, length: number, out: Uint16Array): void {
  for (let at = 0; at < length; at++) {
    const x = (values[from + at] as number) ^ target;
    out[at] = (out[at] as number) + +((x & 0xffff) !== 0) + +(x >>> 16 !== 0);
  }
}

function ones(word: number): number {
  let v = word - ((word >>> 1) & 0x55555555);
  v = (v & 0x33333333) + ((v >>> 2) & 0x33333333);
  return Math.imul((v + (v >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
