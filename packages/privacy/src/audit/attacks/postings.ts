import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { sizesOfTable } from './attack-input.ts';

/** A predicate: every named column holds the named code. */
export type Predicate = readonly { readonly column: number; readonly code: number }[];

/** Per column and code, the rows that hold it. */
export interface Postings {
  readonly table: CaseTable;
  /** Rows with this code, ascending. */
  rows(column: number, code: number): Uint32Array;
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
  const lists = new Map<number, { starts: Uint32Array; rows: Uint32Array }>();
  const listOf = (column: number) => {
    const known = lists.get(column);
    if (known) return known;
    const list = sortByCode(table.columns[column] as CodeColumn, sizes[column] as number);
    lists.set(column, list);
    return list;
  };
  return {
    table,
    rows(column, code) {
      const { starts, rows } = listOf(column);
      return rows.subarray(starts[code] as number, starts[code + 1] as number);
    },
  };
}

function sortByCode(column: CodeColumn, size: number): { starts: Uint32Array; rows: Uint32Array } {
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

/** Goes through the rows of the predicate's rarest value. */
export function matchesOf(postings: Postings, predicate: Predicate, limit: number): Matches {
  let shortest: Uint32Array | undefined;
  let by: Predicate[number] | undefined;
  for (const term of predicate) {
    const rows = postings.rows(term.column, term.code);
    if (shortest === undefined || rows.length < shortest.length) {
      shortest = rows;
      by = term;
    }
  }
  if (shortest === undefined) throw new RangeError('a predicate names a column');
  const others = predicate
    .filter((term) => term !== by)
    .map(({ column, code }) => ({ codes: postings.table.columns[column] as CodeColumn, code }));
  let count = 0;
  let first = -1;
  for (let at = 0; at < shortest.length && count < limit; at++) {
    const row = shortest[at] as number;
    let holds = true;
    for (const { codes, code } of others) {
      if (codes[row] !== code) {
        holds = false;
        break;
      }
    }
    if (!holds) continue;
    count++;
    if (first < 0) first = row;
  }
  return { count, first };
}
