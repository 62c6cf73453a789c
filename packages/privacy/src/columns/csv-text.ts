import type { CaseTable } from './case-table.ts';

const rowsAtOnce = 8192;
const needsQuotes = /[",;|\r\n\t]|^\s|\s$/;

/**
 * A table as CSV (RFC 4180, comma, LF) in pieces of some thousand rows: a header and one line a record. Codes are written as
 * they were declared, so that `tableFromCsv` with the same domains gives the same table. Equal tables give equal text.
 */
export function* csvText({ variables, domains, columns, rows }: CaseTable): Generator<string> {
  const alone = variables.length === 1;
  const cell = (text: string) =>
    needsQuotes.test(text) || (alone && text === '') ? `"${text.replaceAll('"', '""')}"` : text;
  const texts = variables.map((name) => (domains[name] as readonly string[]).map(cell));
  yield `${variables.map(cell).join(',')}\n`;
  for (let start = 0; start < rows; start += rowsAtOnce) {
    const lines: string[] = [];
    for (let row = start; row < Math.min(rows, start + rowsAtOnce); row++) {
      let line = '';
      for (let at = 0; at < texts.length; at++) {
        if (at > 0) line += ',';
        line += (texts[at] as readonly string[])[columns[at]?.[row] as number] as string;
      }
      lines.push(line, '\n');
    }
    yield lines.join('');
  }
}
