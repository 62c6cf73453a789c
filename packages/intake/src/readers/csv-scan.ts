// A state machine over bytes for RFC 4180. One pass finds the cells of a record and hashes them; only a record of the
// right width is then coded, so a ragged row can shift nothing.
import type { ByteDictionary } from './byte-dictionary.ts';
import { hashOf, hashSeed } from './byte-dictionary.ts';

export type CsvProblem =
  | 'too_few_cells'
  | 'too_many_cells'
  | 'quote_in_cell'
  | 'text_after_quote'
  | 'quote_not_closed'
  | 'lone_carriage_return';

/** One record found by `nextRecord`: cell `n` is `bytes[starts[n], ends[n])`, within its quotes where `quoted[n]`. */
export interface CsvRecord {
  cells: number;
  /** Start of the next record. */
  next: number;
  problem: CsvProblem | null;
  readonly starts: Int32Array;
  readonly ends: Int32Array;
  readonly hashes: Int32Array;
  /** 0 plain, 1 quoted, 2 quoted with doubled quotes inside. */
  readonly quoted: Uint8Array;
}

const QUOTE = 0x22;
const LF = 0x0a;
const CR = 0x0d;

export function csvRecord(maxCells: number): CsvRecord {
  return {
    cells: 0,
    next: 0,
    problem: null,
    starts: new Int32Array(maxCells),
    ends: new Int32Array(maxCells),
    hashes: new Int32Array(maxCells),
    quoted: new Uint8Array(maxCells),
  };
}

/**
 * Finds the record that starts at `from`. False if `bytes` end before it does and more may follow (`last` unset).
 * Cells beyond the record's capacity are counted and not kept.
 */
export function nextRecord(
  record: CsvRecord,
  bytes: Uint8Array,
  from: number,
  delimiter: number,
  last: boolean,
): boolean {
  const { starts, ends, hashes, quoted } = record;
  const end = bytes.length;
  let at = from;
  let cell = 0;
  record.problem = null;
  for (;;) {
    let start = at;
    let stop: number;
    let hash = hashSeed;
    let kind = 0;
    let byte = at < end ? (bytes[at] as number) : -1;
    if (byte === QUOTE) {
      kind = 1;
      start = ++at;
      for (;;) {
        while (at < end && bytes[at] !== QUOTE) at++;
        if (at + 1 >= end && !last) return false;
        if (at >= end) {
          record.problem ??= 'quote_not_closed';
          break;
        }
        if (bytes[at + 1] !== QUOTE) break;
        kind = 2;
        at += 2;
      }
      stop = at;
      if (at < end) at++;
      byte = at < end ? (bytes[at] as number) : -1;
      if (byte !== delimiter && byte !== LF && byte !== CR && byte !== -1) {
        record.problem ??= 'text_after_quote';
        while (at < end && byte !== delimiter && byte !== LF && byte !== CR) byte = bytes[++at] as number;
      }
    } else {
      while (at < end && byte !== delimiter && byte !== LF && byte !== CR) {
        if (byte === QUOTE) record.problem ??= 'quote_in_cell';
        hash = Math.imul(hash ^ byte, 0x01000193);
        byte = bytes[++at] as number;
      }
      stop = at;
    }
    if (at >= end && !last) return false;
    if (cell < starts.length) {
      starts[cell] = start;
      ends[cell] = stop;
      hashes[cell] = hash;
      quoted[cell] = kind;
    }
    cell++;
    if (at < end && byte === delimiter) {
      at++;
      continue;
    }
    if (at < end && byte === CR) {
      if (at + 1 >= end && !last) return false;
      if (bytes[at + 1] === LF) at++;
      else if (at + 1 < end) record.problem ??= 'lone_carriage_return';
    }
    record.cells = cell;
    record.next = Math.min(end, at + 1);
    return true;
  }
}

/** True for a line without a single character, and for a row whose cells are all empty. */
export function isBlank(record: CsvRecord): boolean {
  const cells = Math.min(record.cells, record.starts.length);
  for (let cell = 0; cell < cells; cell++) if (record.starts[cell] !== record.ends[cell]) return false;
  return record.cells <= record.starts.length;
}

/** The code of one cell of a record in its column's dictionary. `scratch` receives cells with doubled quotes, and grows. */
export function codeOfCell(
  record: CsvRecord,
  cell: number,
  bytes: Uint8Array,
  dictionary: ByteDictionary,
  scratch: { bytes: Uint8Array },
): number {
  const start = record.starts[cell] as number;
  const end = record.ends[cell] as number;
  const kind = record.quoted[cell];
  if (kind === 0) return dictionary.code(bytes, start, end, record.hashes[cell] as number);
  if (kind === 1) return dictionary.code(bytes, start, end, hashOf(bytes, start, end));
  if (scratch.bytes.length < end - start) scratch.bytes = new Uint8Array(2 * (end - start));
  const length = unquote(bytes, start, end, scratch.bytes);
  return dictionary.code(scratch.bytes, 0, length, hashOf(scratch.bytes, 0, length));
}

function unquote(bytes: Uint8Array, start: number, end: number, into: Uint8Array): number {
  let length = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] as number;
    into[length++] = byte;
    if (byte === QUOTE) at++;
  }
  return length;
}
