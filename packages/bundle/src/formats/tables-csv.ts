import { joinNames } from '@casebridge/privacy/results';
import { csvLine } from './csv.ts';
import { columnsOfFile, namesBySet, type TableFile, tableRow } from './table-file.ts';

const rowsPerChunk = 8192;

/** `data/tables.csv`: UTF-8, RFC 4180, one row a published cell. */
export function tablesCsv(file: TableFile): Uint8Array {
  const encoder = new TextEncoder();
  const chunks: Uint8Array[] = [];
  let lines = [csvLine(columnsOfFile(file))];
  const flush = () => {
    chunks.push(encoder.encode(lines.join('')));
    lines = [];
  };
  const names = namesBySet(file);
  for (const table of file.tables) {
    const own = names.get(joinNames(table.set));
    if (!own) continue;
    for (let cell = 0; cell < table.estimate.length; cell += 1) {
      lines.push(csvLine(tableRow(file, table, own, cell)));
      if (lines.length === rowsPerChunk) flush();
    }
  }
  flush();
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
