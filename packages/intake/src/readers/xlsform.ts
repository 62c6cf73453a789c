import type { RawTable } from '../table.ts';

/**
 * A table exported from an XLSForm survey: columns are named by group and question (`case/prs_Gender`,
 * `case/vic_Methods_of_Control/debt`), and the answers of a multiple choice stand in one cell, separated by spaces. The
 * columns get the question's name alone where it is unambiguous; a column per choice keeps question and choice
 * (`vic_Methods_of_Control/debt`). Cells are unchanged: a mapping cuts them with `split` at the space.
 */
export function readXlsForm(table: RawTable): RawTable {
  const short = shortNames(table.columns);
  const originals = new Map(short.map((name, at) => [name, table.columns[at] as string] as const));
  const named = (inner: RawTable, columns: readonly string[]): RawTable => ({
    columns,
    notes: inner.notes,
    rows: inner.rows,
    select: (names) => {
      const kept = columns.filter((column) => names.includes(column));
      return named(table.select(kept.map((column) => originals.get(column) as string)), kept);
    },
  });
  return named(table, short);
}

function shortNames(columns: readonly string[]): readonly string[] {
  const questions = new Set(columns);
  const wanted = columns.map((column) => {
    const parts = column.split('/');
    // A column per choice is named after its question's column, which the export has as well.
    const isChoice = parts.length > 1 && questions.has(parts.slice(0, -1).join('/'));
    return parts.slice(isChoice ? -2 : -1).join('/');
  });
  return wanted.map((name, at) => (wanted.indexOf(name) === wanted.lastIndexOf(name) ? name : (columns[at] as string)));
}
