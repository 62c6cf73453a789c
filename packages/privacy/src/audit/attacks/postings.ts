import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';

/** A predicate: every named column holds the named code. */
export type Predicate = readonly { readonly column: number; readonly code: number }[];

/** Per column and code, the rows that hold it. */
export interface Postings {
  readonly table: CaseTable;
  /** Rows of a column by code; those with one code, `starts[code]` to `starts[code + 1]`, ascending. */
  byCode(column: number): RowsByCode;
}

interface RowsByCode {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** How many rows hold a code. */
export function rowsHolding(postings: Postings, column: number, code: number): number {
  const { starts } = postings.byCode(column);
  return (starts[code + 1] as number) - (starts[code] as number);
}

const sorted = new WeakMap<CaseTable, Postings>();

/** Sorts the rows of each column by code, when the column is first asked for; once for a table that is asked for again. */
export function postingsOf(table: CaseTable): Postings {
  const known = sorted.get(table) ?? sortedPostings(table);
  sorted.set(table, known);
  return known;
}

function sortedPostings(table: CaseTable): Postings {
  const sizes = sizesOfTable(table);
  const lists: (RowsByCode | undefined)[] = sizes.map(() => undefined);
  return {
    table,
    byCode(column) {
      const list = lists[column] ?? sortByCode(table.columns[column] as CodeColumn, sizes[column] as number);
      lists[column] = list;
      return list;
    },
  };
}

function sortByCode(column: CodeColumn, size: number): RowsByCode {
  const starts = new Uint32Array(size + 1);
  for (let row = 0; row < column.length; row++) {
    const code = (column[row] as number) + 1;
    starts[code] = (starts[code] as number) + 1;
  }
  for (let code = 0; code < size; code++) starts[code + 1] = (starts[code + 1] as number) + (starts[code] as number);
  const next = starts.slice();
  const rows = new Uint32Array(column.length);
  for (let row = 0; row < column.length; row++) {
    const code = column[row] as number;
    rows[next[code] as number] = row;
    next[code] = (next[code] as number) + 1;
  }
  return { starts, rows };
}

/** What a predicate matches: how many rows, counted no further than `limit`, and the first of them (−1 for none). */
export interface Matches {
  readonly count: number;
  readonly first: number;
}

/** The term of a predicate that the fewest rows hold. RangeError: a predicate without terms. */
export function rarestTerm(postings: Postings, predicate: Predicate): Predicate[number] {
  let rarest: Predicate[number] | undefined;
  let fewest = Number.POSITIVE_INFINITY;
  for (const term of predicate) {
    const held = rowsHolding(postings, term.column, term.code);
    if (held >= fewest) continue;
    fewest = held;
    rarest = term;
  }
  if (rarest === undefined) throw new RangeError('a predicate names a column');
  return rarest;
}

/**
 * Goes through the rows of one of the predicate's terms: best one that few rows hold.
 *
 * @param but a row that does not count
 */
export function matchesOf(
  postings: Postings,
  predicate: Predicate,
  limit: number,
  by: Predicate[number] = rarestTerm(postings, predicate),
  but = -1,
): Matches {
  const { starts, rows } = postings.byCode(by.column);
  const end = starts[by.code + 1] as number;
  let count = 0;
  let first = -1;
  for (let at = starts[by.code] as number; at < end && count < limit; at++) {
    const row = rows[at] as number;
    if (row === but || !holds(postings.table, predicate, row)) continue;
    count++;
    if (first < 0) first = row;
  }
  return { count, first };
}

/** Whether a row fulfils a predicate. */
function holds({ columns }: CaseTable, predicate: Predicate, row: number): boolean {
  for (let at = 0; at < predicate.length; at++) {
    const { column, code } = predicate[at] as Predicate[number];
    if ((columns[column] as CodeColumn)[row] !== code) return false;
  }
  return true;
}
