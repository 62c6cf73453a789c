import { csvCell, csvLine } from '../formats/csv.ts';
import { type SyntheticFile, syntheticColumns, syntheticNote } from './synthetic-records.ts';

const rowsPerChunk = 8192;

/**
 * `data/synthetic.csv`: UTF-8, RFC 4180, one row a synthetic record. A batch's lines do not depend on the batches after
 * it, so that the file of an earlier release is the beginning of the next one's.
 */
export function syntheticCsv(file: SyntheticFile): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [encoder.encode(csvLine(syntheticColumns(file)))];
  const texts = Object.values(file.domains).map((codes) => codes.map(csvCell));
  const end = file.exampleNote === null ? '\r\n' : `,${csvCell(file.exampleNote)}\r\n`;
  for (const { batch, periods, period, columns, rows } of file.batches) {
    const starts = periods.map((name) => `${csvCell(syntheticNote)},${csvCell(name)},${batch}`);
    for (let start = 0; start < rows; start += rowsPerChunk) {
      const lines: string[] = [];
      for (let row = start; row < Math.min(rows, start + rowsPerChunk); row += 1) {
        let line = starts[period[row] as number] as string;
        for (let at = 0; at < columns.length; at += 1) {
          line += `,${(texts[at] as readonly string[])[(columns[at] as ArrayLike<number>)[row] as number]}`;
        }
        lines.push(line, end);
      }
      chunks.push(encoder.encode(lines.join('')));
    }
  }
  return concatenated(chunks);
}

function concatenated(chunks: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    all.set(chunk, at);
    at += chunk.length;
  }
  return all;
}
