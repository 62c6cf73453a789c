// Standard records as CSV: RFC 4180, UTF-8, a header row of column ids, cells as they are in the standard. A cell that a
// spreadsheet would take for a formula gets a leading apostrophe; no code of the standard begins that way.
import { Refusal } from '@casebridge/refusal';
import type { RecordBlock } from '@casebridge/standard';

/** Leading characters that spreadsheets execute or strip (OWASP ASVS 1.2.10, carriage return and full-width forms added). */
const formulaStart = /^[=+\-@\t\r\n\0＝＋－＠]/u;
const needsQuotes = /[",\r\n\0]/;

/**
 * Writes records as CSV text, a chunk per block; the first begins with the header row. No byte order mark, lines end in
 * CRLF. Throws a TypeError when blocks differ in their columns.
 */
export async function* writeRecordsCsv(
  blocks: AsyncIterable<RecordBlock> | Iterable<RecordBlock>,
): AsyncIterable<string> {
  let columns: readonly string[] | null = null;
  const written = new Map<string, string[]>();
  for await (const block of blocks) {
    const ids = block.columns.map(({ id }) => id);
    if (columns === null) {
      columns = ids;
      yield `${ids.map(csvCell).join(',')}\r\n`;
    } else if (ids.length !== columns.length || ids.some((id, at) => id !== columns?.[at]))
      throw new TypeError('blocks of one file have the same columns');
    const cells = block.columns.map(({ id, dictionary, codes }) => {
      const texts = written.get(id) ?? [];
      for (let code = texts.length; code < dictionary.length; code++) texts.push(csvCell(dictionary[code] as string));
      written.set(id, texts);
      return { texts, codes };
    });
    const lines = Array.from({ length: block.rows }, (_, row) =>
      cells.map(({ texts, codes }) => texts[codes[row] as number]).join(','),
    );
    if (lines.length > 0) yield `${lines.join('\r\n')}\r\n`;
  }
  if (columns === null)
    throw new Refusal('no-records', 'there are no records to write: check the mapping and its findings');
}

/** One CSV field, safe to open in a spreadsheet, quoted only where it must be. */
export function csvCell(cell: string): string {
  const safe = formulaStart.test(cell) ? `'${cell}` : cell;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
