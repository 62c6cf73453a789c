// Standard records as one Parquet file: a text column per canonical column, dictionary-coded; columns with one value
// throughout are written once, in the file's metadata. Reading gives back the same cells in the same order.
import { Refusal } from '@casebridge/refusal';
import { type RecordBlock, type RecordColumn, standardVersion } from '@casebridge/standard';
import { canonicalJson } from './canonical-json.ts';
import { openTextTable, type TextTable, writeTextTable } from './parquet.ts';
import { keyColumn } from './pool-columns.ts';

/** Format mark in the Parquet metadata. */
export const recordFileFormat = 'casebridge-records-1';

const rowsPerGroup = 16_384;

export interface WriteRecordsOptions {
  readonly signal?: AbortSignal;
  /** Rows taken in so far. */
  readonly onProgress?: (rows: number) => void;
}

/**
 * Writes records as Parquet. The same records give the same bytes, however they are cut into blocks. Held in memory at
 * one to four bytes a cell. Throws a TypeError when blocks differ in their columns.
 */
export async function writeRecords(
  blocks: AsyncIterable<RecordBlock> | Iterable<RecordBlock>,
  { signal, onProgress }: WriteRecordsOptions = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const columns: CollectedColumn[] = [];
  let rows = 0;
  for await (const block of blocks) {
    signal?.throwIfAborted();
    if (columns.length === 0) columns.push(...block.columns.map(({ id }) => emptyColumn(id)));
    if (block.columns.length !== columns.length) throw new TypeError('blocks of one file have the same columns');
    for (const [at, column] of block.columns.entries()) collect(columns[at] as CollectedColumn, column, block.rows);
    rows += block.rows;
    onProgress?.(rows);
  }
  return encode(columns, rows, signal);
}

/**
 * Reads a file that `writeRecords` wrote, a block per row group. Source rows are positions in the file, the first
 * record being row 2, as in a sheet with a header. Refusal `records-unreadable` when the bytes are not such a file.
 */
export async function* readRecords(bytes: Uint8Array): AsyncIterable<RecordBlock> {
  const { table, columns, constants } = await open(bytes);
  const readers = columns.map((id) => ({ id, dictionary: [] as string[], codeOf: new Map<unknown, number>() }));
  for (const reader of readers) {
    const constant = constants.get(reader.id);
    if (constant !== undefined) reader.dictionary.push(constant);
  }
  for (const group of table.groups) {
    const rows = group.end - group.start;
    const zeros = new Uint32Array(rows);
    const read: RecordColumn[] = [];
    for (const { id, dictionary, codeOf } of readers) {
      const codes = constants.has(id) ? zeros : encodeCells(await cellsOf(table, id, group), dictionary, codeOf);
      read.push({ id, dictionary, codes });
    }
    const sourceRows = new Uint32Array(rows).map((_, row) => group.start + row + 2);
    yield { rows, sourceRows, columns: read, findings: [] };
  }
}

/** Columns and number of records of a file that `writeRecords` wrote, without reading its pages. */
export async function describeRecords(
  bytes: Uint8Array,
): Promise<{ readonly columns: readonly string[]; readonly rows: number; readonly standard: string }> {
  const { table, columns } = await open(bytes);
  return { columns, rows: table.rows, standard: table.metadata.get('casebridge.standard') ?? '' };
}

interface CollectedColumn {
  readonly id: string;
  /** The newest dictionary; earlier codes keep their meaning. */
  dictionary: readonly string[];
  readonly chunks: (Uint8Array | Uint16Array | Uint32Array)[];
  /** The only code so far; undefined before the first row, null once there are two. */
  only: number | null | undefined;
}

function emptyColumn(id: string): CollectedColumn {
  return { id, dictionary: [], chunks: [], only: undefined };
}

function collect(into: CollectedColumn, { id, dictionary, codes }: RecordColumn, rows: number): void {
  if (id !== into.id) throw new TypeError('blocks of one file have the same columns');
  if (rows === 0) return;
  const used = codes.subarray(0, rows);
  into.dictionary = dictionary;
  into.chunks.push(
    dictionary.length <= 256
      ? Uint8Array.from(used)
      : dictionary.length <= 65536
        ? Uint16Array.from(used)
        : used.slice(),
  );
  if (into.only === null) return;
  const first = into.only ?? (used[0] as number);
  into.only = used.every((code) => dictionary[code] === dictionary[first]) ? first : null;
}

function encode(columns: readonly CollectedColumn[], rows: number, signal?: AbortSignal): Uint8Array<ArrayBuffer> {
  const isConstant = (column: CollectedColumn) => typeof column.only === 'number' && column.id !== keyColumn;
  const constants = Object.fromEntries(
    columns.filter(isConstant).map(({ id, dictionary, only }) => [id, dictionary[only ?? 0] ?? '']),
  );
  const varying = columns.filter((column) => !isConstant(column));
  // A table needs a column to have rows: where every column is constant, the first stays a column.
  const written = varying.length > 0 ? varying : columns.slice(0, 1);
  for (const { id } of written) delete constants[id];
  const file = writeTextTable(
    written.map(({ id }) => id),
    new Map([
      ['casebridge.format', recordFileFormat],
      ['casebridge.standard', standardVersion],
      ['casebridge.columns', canonicalJson(columns.map(({ id }) => id))],
      ['casebridge.constants', canonicalJson(constants)],
    ]),
  );
  const cursors = written.map((column) => cellCursor(column));
  for (let done = 0; done < rows; done += rowsPerGroup) {
    signal?.throwIfAborted();
    const count = Math.min(rowsPerGroup, rows - done);
    file.addRows(cursors.map((next) => next(count)));
  }
  return file.finish();
}

/** Hands out a column's cells in order, a number at a time, across its chunks. */
function cellCursor({ dictionary, chunks }: CollectedColumn): (count: number) => string[] {
  let chunk = 0;
  let offset = 0;
  return (count) => {
    const cells = new Array<string>(count);
    for (let at = 0; at < count; ) {
      const codes = chunks[chunk] as Uint8Array;
      const take = Math.min(count - at, codes.length - offset);
      for (let row = 0; row < take; row++) cells[at + row] = dictionary[codes[offset + row] as number] as string;
      at += take;
      offset += take;
      if (offset === codes.length) {
        chunk++;
        offset = 0;
      }
    }
    return cells;
  };
}

async function open(bytes: Uint8Array): Promise<{
  readonly table: TextTable;
  readonly columns: readonly string[];
  readonly constants: ReadonlyMap<string, string>;
}> {
  const table = await openTextTable(bytes).catch((cause: unknown) => unreadable(cause));
  if (table.metadata.get('casebridge.format') !== recordFileFormat)
    return unreadable(new TypeError('the format mark is missing'));
  const columns = parse(table.metadata.get('casebridge.columns'));
  const constants = parse(table.metadata.get('casebridge.constants'));
  if (!isTextList(columns) || !isTextMap(constants))
    return unreadable(new TypeError('the metadata is not as described'));
  const stored = new Set([...table.columns, ...Object.keys(constants)]);
  const complete = stored.size === table.columns.length + Object.keys(constants).length;
  if (!complete || stored.size !== columns.length || !columns.every((id) => stored.has(id)))
    return unreadable(new TypeError('the columns and the metadata disagree'));
  return { table, columns, constants: new Map(Object.entries(constants)) };
}

async function cellsOf(
  table: TextTable,
  column: string,
  group: { readonly start: number; readonly end: number },
): Promise<ArrayLike<unknown>> {
  return await table.read(column, group).catch((cause: unknown) => unreadable(cause));
}

function encodeCells(cells: ArrayLike<unknown>, dictionary: string[], codeOf: Map<unknown, number>): Uint32Array {
  const codes = new Uint32Array(cells.length);
  let lastCell: unknown = cells;
  let lastCode = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row];
    if (cell !== lastCell) {
      let code = codeOf.get(cell);
      if (code === undefined) {
        if (typeof cell !== 'string') return unreadable(new TypeError('a cell is not text'));
        code = dictionary.push(cell) - 1;
        codeOf.set(cell, code);
      }
      lastCell = cell;
      lastCode = code;
    }
    codes[row] = lastCode;
  }
  return codes;
}

function parse(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return null;
  }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string');
}

function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && isTextList(Object.values(value));
}

function unreadable(cause: unknown): never {
  throw new Refusal(
    'records-unreadable',
    'the records are not a whole casebridge-records-1 Parquet file: seal them again',
    {
      cause,
    },
  );
}
