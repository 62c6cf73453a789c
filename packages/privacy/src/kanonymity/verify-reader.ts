// The verifier's own reading of a published file: nothing of the code that wrote it, nor of the reader it was read with.
import { Refusal } from '@casebridge/refusal';

/** A published file as it stands: for each column its different texts, and each row's position among them. */
export interface PublishedFile {
  readonly columns: readonly string[];
  readonly texts: readonly (readonly string[])[];
  readonly cells: readonly Uint32Array[];
  readonly rows: number;
}

/**
 * Reads comma-separated text with a header: fields may be quoted, quotes inside doubled, lines end in LF or CR LF.
 *
 * @param pieces the file in pieces, as text or UTF-8
 * @throws Refusal for a row of another width than the header or a broken quote, naming the row
 */
export async function readPublished(
  pieces: Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>,
  name: string,
  signal?: AbortSignal,
): Promise<PublishedFile> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const file = rowCollector(name);
  let field = '';
  let row: string[] = [];
  let quoted = 'no' as 'no' | 'inside' | 'closed';
  let begun = false;
  const endField = () => {
    row.push(field);
    field = '';
    quoted = 'no';
  };
  const endRow = () => {
    if (field.endsWith('\r')) field = field.slice(0, -1);
    endField();
    file.add(row);
    row = [];
    begun = false;
  };
  const take = (text: string) => {
    let from = 0;
    for (let at = 0; at < text.length; at++) {
      const letter = text.charCodeAt(at);
      if (quoted === 'inside') {
        if (letter !== 34) continue;
        field += text.slice(from, at);
        quoted = 'closed';
        from = at + 1;
        continue;
      }
      if (letter !== 34 && letter !== 44 && letter !== 10) continue;
      field += text.slice(from, at);
      from = at + 1;
      if (letter === 44) endField();
      else if (letter === 10) endRow();
      else if (quoted === 'closed') {
        field += '"';
        quoted = 'inside';
      } else quoted = 'inside';
      if (letter !== 10) begun = true;
    }
    field += text.slice(from);
    if (field !== '') begun = true;
  };
  for await (const piece of pieces) {
    signal?.throwIfAborted();
    take(typeof piece === 'string' ? piece : decoder.decode(piece, { stream: true }));
  }
  if (quoted === 'inside') throw new Refusal('verify-quote', `${name}: a quote is not closed; the file is broken.`);
  if (begun) endRow();
  return file.end();
}

function rowCollector(name: string) {
  let columns: string[] | null = null;
  let codes: Map<string, number>[] = [];
  let cells: Uint32Array[] = [];
  let rows = 0;
  return {
    add(fields: readonly string[]): void {
      if (columns === null) {
        columns = [...fields];
        codes = fields.map(() => new Map());
        cells = fields.map(() => new Uint32Array(4096));
        return;
      }
      if (fields.length !== columns.length) {
        throw new Refusal(
          'verify-ragged',
          `${name}, row ${rows + 2}: ${fields.length} fields where the header has ${columns.length}; the file is broken.`,
        );
      }
      if (rows === cells[0]?.length) {
        cells = cells.map((column) => {
          const longer = new Uint32Array(rows * 2);
          longer.set(column);
          return longer;
        });
      }
      for (const [at, text] of fields.entries()) {
        const known = codes[at] as Map<string, number>;
        let code = known.get(text);
        if (code === undefined) {
          code = known.size;
          known.set(text, code);
        }
        (cells[at] as Uint32Array)[rows] = code;
      }
      rows++;
    },
    end(): PublishedFile {
      if (columns === null) throw new Refusal('verify-empty', `${name}: no header; the file is broken.`);
      return {
        columns,
        texts: codes.map((known) => [...known.keys()]),
        cells: cells.map((column) => column.slice(0, rows)),
        rows,
      };
    },
  };
}
