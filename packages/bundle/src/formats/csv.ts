/** A cell of a text table: numbers are written as numbers, text is made safe for spreadsheets. */
export type CsvCell = string | number;

// A spreadsheet takes a text that begins with one of these (and their full-width forms) for a formula or a command.
const formulaStart = /^[=+\-@\t\r\0\uFF1D\uFF0B\uFF0D\uFF20]/;
const needsQuotes = /[",;\r\n\t\0]|^\s|\s$/;

/**
 * A text cell that no spreadsheet runs: an apostrophe goes before a leading `=`, `+`, `-`, `@`, tab, carriage return, NUL
 * or full-width form of these. A text that already begins with apostrophes and such a character gets one more, so that
 * taking one away always gives the text back. Codes and labels of the standard never begin so and stay as they are.
 */
export function safeText(text: string): string {
  return formulaStart.test(text.replace(/^'+/, '')) ? `'${text}` : text;
}

/** The text that `safeText` was given. */
export function unsafeText(text: string): string {
  return text.startsWith("'") && formulaStart.test(text.replace(/^'+/, '')) ? text.slice(1) : text;
}

/** One line of RFC 4180 CSV, ended by CR LF. Throws a RangeError for NaN and infinities. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** One cell of a CSV line. */
export function csvCell(cell: CsvCell): string {
  if (typeof cell === 'number') {
    if (!Number.isFinite(cell)) throw new RangeError(`${cell} has no place in a table`);
    return String(cell);
  }
  const text = safeText(cell);
  return needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Reads RFC 4180 CSV as `csvLine` writes it, text cells as they were given. RangeError: a quote that is never closed. */
export function parseCsv(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text[at] === '"') {
      for (;;) {
        const close = text.indexOf('"', at + 1);
        if (close < 0) throw new RangeError('a quoted cell is never closed');
        cell += text.slice(at + 1, close);
        at = close;
        if (text[close + 1] !== '"') break;
        cell += '"';
        at += 1;
      }
      at += 1;
    } else {
      const start = at;
      while (at < text.length && text[at] !== ',' && text[at] !== '\r' && text[at] !== '\n') at += 1;
      cell = text.slice(start, at);
    }
    row.push(unsafeText(cell));
    if (text[at] === ',') {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
    rows.push(row);
    row = [];
  }
  if (row.length > 0) rows.push(row);
  return rows;
}
