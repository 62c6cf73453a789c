import { Refusal } from '@casebridge/refusal';

/** Field separators that are recognised. */
const delimiters = [',', ';', '\t', '|'] as const;

/** One of `, ; tab |`. */
export type Delimiter = (typeof delimiters)[number];

/** Receives the records of a CSV text as they are completed. `row` counts records, the header being 1. */
export interface CsvSink {
  record(fields: readonly string[], row: number): void;
}

/**
 * A strict CSV reader (RFC 4180): quoted fields with doubled quotes, CR LF or LF, an optional byte order mark, UTF-8. The
 * delimiter is the one of `, ; tab |` that occurs most often, outside quotes, in the first record. Empty lines at the end
 * are passed over, except in a file of one column, where they are empty values; anything irregular is a Refusal that names the row.
 */
export interface CsvReader {
  /** Refusal: a broken quote, text after a closing quote, or a row with another number of fields than the header. */
  push(text: string): void;
  /** To be called once at the end. Refusal: an open quote or no record at all. Returns the delimiter found. */
  end(): Delimiter;
}

export function csvReader(name: string, sink: CsvSink): CsvReader {
  let pending = '';
  let begun = false;
  let delimiter: Delimiter | null = null;
  let row = 0;
  let width = 0;

  const emit = (fields: readonly string[]) => {
    row++;
    if (row === 1) width = fields.length;
    else if (fields.length !== width) {
      throw new Refusal(
        'csv-ragged-row',
        `${name}, row ${row}: ${fields.length} fields where the header has ${width}; correct the row.`,
      );
    }
    sink.record(fields, row);
  };

  /** Reads whole records from `pending`; keeps what may go on in the next piece. */
  const drain = (last: boolean) => {
    if (delimiter === null) {
      const end = endOfRecord(pending, 0, pending.indexOf('"'));
      if (end < 0 && !last) return;
      delimiter = likeliestDelimiter(pending.slice(0, end < 0 ? pending.length : end));
    }
    let start = 0;
    let quote = pending.indexOf('"');
    while (start < pending.length) {
      // Looked for again only once it is passed: a text without quotes is searched once, not once a record.
      if (quote >= 0 && quote < start) quote = pending.indexOf('"', start);
      const end = endOfRecord(pending, start, quote);
      if (end < 0 && !last) break;
      const stop = end < 0 ? pending.length : end;
      const line = pending.slice(start, stop > start && pending[stop - 1] === '\r' ? stop - 1 : stop);
      start = stop + 1;
      if (line === '' && width !== 1 && isBlank(pending, start)) {
        if (last || start < pending.length) continue;
        start = stop;
        break;
      }
      emit(fieldsOf(line, delimiter, name, row + 1));
    }
    pending = pending.slice(Math.min(start, pending.length));
  };

  return {
    push(text) {
      pending += begun || text === '' ? text : text.replace(/^\uFEFF/, '');
      begun ||= text !== '';
      drain(false);
    },
    end() {
      drain(true);
      if (row === 0 || delimiter === null) {
        throw new Refusal('csv-empty', `${name}: no header row; the file is empty.`);
      }
      return delimiter;
    },
  };
}

/** Whether nothing but line ends follows. */
function isBlank(text: string, start: number): boolean {
  for (let at = start; at < text.length; at++) if (text[at] !== '\n' && text[at] !== '\r') return false;
  return true;
}

/**
 * Position of the line feed that ends the record begun at `start`; −1 when the text ends first.
 *
 * @param firstQuote position of the first quote from `start` on; −1 for none
 */
function endOfRecord(text: string, start: number, firstQuote: number): number {
  let end = text.indexOf('\n', start);
  let quote = firstQuote;
  while (quote >= 0 && end >= 0 && quote < end) {
    const closing = text.indexOf('"', quote + 1);
    if (closing < 0) return -1;
    if (closing > end) end = text.indexOf('\n', closing);
    quote = text.indexOf('"', closing + 1);
  }
  return end;
}

function likeliestDelimiter(header: string): Delimiter {
  const bare = header.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => bare.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] as Delimiter;
}

function fieldsOf(line: string, delimiter: Delimiter, name: string, row: number): string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const fields: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let field = '';
      let closing = line.indexOf('"', at + 1);
      while (closing >= 0 && line[closing + 1] === '"') {
        field += line.slice(at + 1, closing + 1);
        at = closing + 1;
        closing = line.indexOf('"', at + 1);
      }
      if (closing < 0) throw new Refusal('csv-open-quote', `${name}, row ${row}: a quote is not closed; close it.`);
      field += line.slice(at + 1, closing);
      at = closing + 1;
      if (at < line.length && line[at] !== delimiter) {
        throw new Refusal('csv-after-quote', `${name}, row ${row}: text after a closing quote; double inner quotes.`);
      }
      fields.push(field);
    } else {
      const next = line.indexOf(delimiter, at);
      const field = line.slice(at, next < 0 ? line.length : next);
      if (field.includes('"')) {
        throw new Refusal('csv-bare-quote', `${name}, row ${row}: a quote inside an unquoted field; quote the field.`);
      }
      fields.push(field);
      at += field.length;
    }
    if (at >= line.length) return fields;
    at++;
    if (at === line.length) return [...fields, ''];
  }
}
