import { Refusal } from '@casebridge/refusal';
import type { Finding } from '@casebridge/standard';
import type { RawTable, RowBlock } from '../table.ts';
import type { ByteDictionary } from './byte-dictionary.ts';
import { byteDictionary } from './byte-dictionary.ts';
import type { CsvRecord } from './csv-scan.ts';
import { codeOfCell, csvRecord, isBlank, nextRecord } from './csv-scan.ts';
import { detectDelimiter, namedDelimiters } from './delimiter.ts';
import { headerOf } from './header.ts';
import type { ReadLimits } from './limits.ts';
import { blockRows, defaultLimits, maxDictionary } from './limits.ts';
import type { ByteSource } from './utf8.ts';
import { utf8Chunks } from './utf8.ts';

export interface CsvOptions {
  readonly name: string;
  readonly encoding?: string;
  /** One character; detected among `, ; tab |` where absent. */
  readonly delimiter?: string | null;
  /** Row of the header, first row = 1. Rows above it are passed over. */
  readonly headerRow?: number;
  readonly limits?: ReadLimits;
}

/**
 * Reads a CSV file by RFC 4180, strictly: a row with too few or too many cells, a quote inside a plain cell, text after
 * a closing quote, an unclosed quote or a lone carriage return is a finding F01 with its row number, and that row gives
 * no cells. Rows without any content are passed over. Memory holds one block, one chunk and the columns' dictionaries.
 *
 * @throws Refusal where the bytes are not the declared encoding, there is no header row, or a limit is passed
 */
export async function readCsv(source: ByteSource, options: CsvOptions): Promise<RawTable> {
  const limits = options.limits ?? defaultLimits;
  const headerRow = options.headerRow ?? 1;
  const name = options.name;
  const chunks = (): AsyncIterable<Uint8Array> =>
    utf8Chunks(source, { name, encoding: options.encoding ?? 'utf-8', maxBytes: limits.maxBytes });

  const { bytes, ended } = await firstBytes(chunks(), limits);
  const delimiter = options.delimiter ? oneByte(options.delimiter, name) : detectDelimiter(bytes, headerRow, ended);
  const header = readHeader(bytes, delimiter, headerRow, ended, name, limits);
  const notes = {
    name,
    format: 'csv',
    delimiter: namedDelimiters.get(delimiter) ?? String.fromCharCode(delimiter),
    encoding: options.encoding ?? 'utf-8',
    headerRow,
  } as const;

  const table = (columns: readonly string[]): RawTable => ({
    columns,
    notes,
    select: (names) => table(header.filter((column) => names.includes(column))),
    rows: { [Symbol.asyncIterator]: () => blocks(chunks(), { header, columns, delimiter, headerRow, name, limits }) },
  });
  return table(header);
}

interface Layout {
  readonly header: readonly string[];
  readonly columns: readonly string[];
  readonly delimiter: number;
  readonly headerRow: number;
  readonly name: string;
  readonly limits: ReadLimits;
}

async function* blocks(chunks: AsyncIterable<Uint8Array>, layout: Layout): AsyncGenerator<RowBlock> {
  const { limits, name } = layout;
  const filler = blockFiller(layout);
  let pending: Uint8Array = new Uint8Array(0);
  for await (const chunk of chunks) {
    pending = joined(pending, chunk);
    let at = 0;
    for (;;) {
      at = filler.fill(pending, at, false);
      if (!filler.isFull()) break;
      yield filler.take();
    }
    pending = pending.subarray(at);
    if (pending.length > limits.maxRowBytes)
      throw new Refusal(
        'row-too-long',
        `${name}: row ${filler.row() + 1} is longer than ${limits.maxRowBytes} bytes; look for a quote that is not closed`,
      );
  }
  for (let at = 0; at < pending.length; ) {
    at = filler.fill(pending, at, true);
    if (filler.isFull()) yield filler.take();
  }
  if (filler.hasContent()) yield filler.take();
}

interface BlockFiller {
  /** Reads whole records from `from`; returns where it stopped. */
  readonly fill: (bytes: Uint8Array, from: number, last: boolean) => number;
  readonly isFull: () => boolean;
  readonly hasContent: () => boolean;
  readonly take: () => RowBlock;
  /** Number of the last row read. */
  readonly row: () => number;
}

function blockFiller(layout: Layout): BlockFiller {
  const { header, columns, delimiter, headerRow, name, limits } = layout;
  const width = header.length;
  const record = csvRecord(width);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const wanted = columns.map((column) => header.indexOf(column));
  const dictionaries: ByteDictionary[] = wanted.map(() => byteDictionary(decoder));
  const scratch = { bytes: new Uint8Array(256) };
  // Code + 1 of each one-byte cell per column, and of the empty cell at 255, a byte that UTF-8 never has.
  const shortCells = new Int32Array(wanted.length * 256);
  let codes = wanted.map(() => new Uint32Array(blockRows));
  let sourceRows = new Uint32Array(blockRows);
  let findings: Finding[] = [];
  let rows = 0;
  let row = 0;
  let kept = 0;

  function fill(bytes: Uint8Array, from: number, last: boolean): number {
    let at = from;
    while (at < bytes.length && rows < blockRows && nextRecord(record, bytes, at, delimiter, last)) {
      at = record.next;
      row++;
      if (row <= headerRow || isBlank(record)) continue;
      if (record.problem !== null || record.cells !== width) {
        findings.push(ragged(record, row, width));
        continue;
      }
      if (++kept > limits.maxRows)
        throw new Refusal(
          'too-many-rows',
          `${name}: more than ${limits.maxRows} rows; split it and give the parts together`,
        );
      codeRow(bytes);
      sourceRows[rows++] = row;
    }
    return at;
  }

  function codeRow(bytes: Uint8Array): void {
    const { starts, ends, quoted } = record;
    for (let n = 0; n < wanted.length; n++) {
      const cell = wanted[n] as number;
      const start = starts[cell] as number;
      const length = (ends[cell] as number) - start;
      // Most cells are empty or one character: one look-up in a flat table.
      const short =
        length === 0 ? n * 256 + 255 : length === 1 && quoted[cell] === 0 ? n * 256 + (bytes[start] as number) : -1;
      let code = short < 0 ? 0 : (shortCells[short] as number);
      if (code === 0) {
        code = codeOfCell(record, cell, bytes, dictionaries[n] as ByteDictionary, scratch) + 1;
        if (short >= 0) shortCells[short] = code;
      }
      (codes[n] as Uint32Array)[rows] = code - 1;
    }
  }

  function take(): RowBlock {
    const block = {
      rows,
      sourceRows,
      columns: dictionaries.map((dictionary, n) => ({ dictionary: dictionary.texts, codes: codes[n] as Uint32Array })),
      findings,
    };
    for (const [n, dictionary] of dictionaries.entries()) {
      if (dictionary.texts.length <= maxDictionary) continue;
      dictionary.restart();
      shortCells.fill(0, n * 256, (n + 1) * 256);
    }
    codes = wanted.map(() => new Uint32Array(blockRows));
    sourceRows = new Uint32Array(blockRows);
    findings = [];
    rows = 0;
    return block;
  }

  return {
    fill,
    take,
    isFull: () => rows === blockRows,
    hasContent: () => rows > 0 || findings.length > 0,
    row: () => row,
  };
}

function ragged(record: CsvRecord, row: number, width: number): Finding {
  const problem = record.problem ?? (record.cells < width ? 'too_few_cells' : 'too_many_cells');
  return {
    code: 'F01',
    severity: 'stop',
    row,
    variable: null,
    args: { problem, cells: record.cells, columns: width },
  };
}

function readHeader(
  bytes: Uint8Array,
  delimiter: number,
  headerRow: number,
  ended: boolean,
  name: string,
  limits: ReadLimits,
): readonly string[] {
  const record = csvRecord(limits.maxColumns + 1);
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const scratch = { bytes: new Uint8Array(256) };
  let at = 0;
  for (let row = 1; at < bytes.length; row++) {
    if (!nextRecord(record, bytes, at, delimiter, ended))
      throw new Refusal(
        'header',
        `${name}: row ${row} is longer than ${limits.maxRowBytes} bytes; no header can be read`,
      );
    at = record.next;
    if (row < headerRow) continue;
    if (record.problem !== null)
      throw new Refusal(
        'header',
        `${name}: the header in row ${row} has a stray quote or line end; save it as CSV again`,
      );
    const cells = Array.from({ length: Math.min(record.cells, limits.maxColumns + 1) }, (_, cell) => {
      const dictionary = byteDictionary(decoder);
      return dictionary.texts[codeOfCell(record, cell, bytes, dictionary, scratch)] ?? '';
    });
    return headerOf(cells, { name, row, limits });
  }
  throw new Refusal('header', `${name}: there is no row ${headerRow} to be the header`);
}

async function firstBytes(
  chunks: AsyncIterable<Uint8Array>,
  limits: ReadLimits,
): Promise<{ readonly bytes: Uint8Array; readonly ended: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let ended = true;
  for await (const chunk of chunks) {
    pieces.push(chunk);
    length += chunk.length;
    if (length < limits.maxRowBytes) continue;
    ended = false;
    break;
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, ended };
}

function oneByte(delimiter: string, name: string): number {
  const text = delimiter === 'tab' ? '\t' : delimiter;
  const code = text.charCodeAt(0);
  if (text.length !== 1 || code > 127 || code === 0x22 || code === 0x0a || code === 0x0d)
    throw new Refusal('delimiter', `${name}: the declared delimiter must be one ASCII character such as ; or tab`);
  return code;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
