import { Refusal } from '@casebridge/refusal';
import { csvReader, type Delimiter } from '../columns/csv-rows.ts';

/** A column of a CSV as it stands: its different texts in order of first appearance, and each row's position among them. */
export interface TextColumn {
  readonly name: string;
  readonly texts: readonly string[];
  readonly codes: Uint32Array;
}

/** Columns of a CSV whose values nobody declared beforehand. */
export interface TextColumns {
  readonly columns: readonly TextColumn[];
  readonly rows: number;
  readonly delimiter: Delimiter;
  /** Columns of the file that were not asked for and not read. */
  readonly ignored: readonly string[];
}

/**
 * Reads the named columns of a CSV with a header; values are taken as they stand, an empty field as the text ''.
 *
 * @param text the file in pieces, as text or UTF-8
 * @param name the file's name, for messages
 * @throws Refusal for a column that is missing or there twice, a file that is no CSV or not UTF-8
 */
export async function textColumns(
  text: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  name: string,
  wanted: readonly string[],
  signal?: AbortSignal,
): Promise<TextColumns> {
  const known = wanted.map(() => new Map<string, number>());
  let codes = wanted.map(() => new Uint32Array(65_536));
  let places: readonly number[] = [];
  let ignored: readonly string[] = [];
  let rows = 0;
  const reader = csvReader(name, {
    record(fields, row) {
      if (row === 1) {
        places = wanted.map((column) => placeOf(fields, column, name));
        ignored = fields.filter((field) => !wanted.includes(field));
        return;
      }
      if (rows === codes[0]?.length) {
        codes = codes.map((column) => {
          const longer = new Uint32Array(2 * rows);
          longer.set(column);
          return longer;
        });
      }
      for (const [at, place] of places.entries()) {
        const value = fields[place] as string;
        const values = known[at] as Map<string, number>;
        let code = values.get(value);
        if (code === undefined) {
          code = values.size;
          values.set(value, code);
        }
        (codes[at] as Uint32Array)[rows] = code;
      }
      rows++;
    },
  });
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  const decode = (piece?: Uint8Array) => {
    try {
      return piece ? decoder.decode(piece, { stream: true }) : decoder.decode();
    } catch (cause) {
      throw new Refusal('csv-encoding', `${name}: not UTF-8; save the file as UTF-8.`, { cause });
    }
  };
  for await (const piece of text) {
    signal?.throwIfAborted();
    reader.push(typeof piece === 'string' ? piece : decode(piece));
  }
  reader.push(decode());
  const delimiter = reader.end();
  const columns = wanted.map((column, at) => ({
    name: column,
    texts: [...(known[at] as Map<string, number>).keys()],
    codes: (codes[at] as Uint32Array).slice(0, rows),
  }));
  return { columns, rows, delimiter, ignored };
}

function placeOf(header: readonly string[], column: string, name: string): number {
  const at = header.indexOf(column);
  if (at < 0) throw new Refusal('csv-column-missing', `${name}: no column '${column}'; name columns of the header.`);
  if (header.indexOf(column, at + 1) >= 0) {
    throw new Refusal('csv-column-twice', `${name}: two columns '${column}'; rename one.`);
  }
  return at;
}
