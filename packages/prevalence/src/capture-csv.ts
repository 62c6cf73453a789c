import { Refusal } from '@casebridge/refusal';
import { type CaptureTable, captureTable } from './capture-table.ts';

/** The column that says how many people have a history. */
export const countColumn = 'count';

/**
 * A table of histories from the rows of a CSV: a header that names the lists and ends in, or contains, `count`; then a row
 * per history, 1 where its people are on a list and 0 where not. Histories that nobody has may be left out.
 *
 * @param name what the file is called in messages
 * @throws Refusal naming row and rule; see `captureTable`
 */
export function captureTableFromRows(rows: readonly (readonly string[])[], name: string): CaptureTable {
  const [header = [], ...body] = rows.filter((row) => row.some((cell) => cell.trim() !== ''));
  const names = header.map((cell) => cell.trim());
  const at = names.indexOf(countColumn);
  if (at < 0) {
    throw new Refusal(
      'prevalence-header',
      `${name}: the header has no column '${countColumn}'; write one 0/1 column per list and '${countColumn}'.`,
    );
  }
  const own = (row: readonly string[]): readonly string[] => row.filter((_, column) => column !== at);
  return captureTable(
    own(names),
    body.map((row) => ({
      on: own(row).map((cell) => (/^[01]$/.test(cell.trim()) ? Number(cell) : Number.NaN)),
      count: /^[-+]?\d+(\.\d+)?$/.test((row[at] ?? '').trim()) ? Number(row[at]) : Number.NaN,
    })),
    name,
  );
}
