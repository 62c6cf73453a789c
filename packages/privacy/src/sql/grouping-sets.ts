import { domainSize } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** One query: which of the sets asked for it counts, and over which columns. */
export interface GroupedQuery {
  /** Positions in the list of sets asked for. */
  readonly sets: readonly number[];
  /** Columns of the result between the mask and the count, in order. */
  readonly columns: readonly string[];
  readonly sql: string;
}

/** Most grouping sets of one query. */
const mostSets = 50;
/** GROUPING() is a 32-bit integer with one bit per column in the narrowest of the dialects (PostgreSQL). */
const mostColumns = 31;

/**
 * Splits sets over queries of at most 50 grouping sets and 31 columns. Each row of a result is
 * `[GROUPING mask, column values…, count]`; a bit of the mask is 1 where its column is not part of the row's set.
 *
 * @param view the view of case rows, one row per record, its values already codes of the domains
 */
export function groupedQueries(
  sets: readonly (readonly string[])[],
  domains: Domains,
  view: string,
): readonly GroupedQuery[] {
  const queries: GroupedQuery[] = [];
  let members: number[] = [];
  let columns = new Set<string>();
  const close = () => {
    if (members.length > 0) queries.push(query(members, [...columns], sets, view));
    members = [];
    columns = new Set();
  };
  for (const [at, set] of sets.entries()) {
    for (const name of set) domainSize(domains, name);
    const joined = new Set([...columns, ...set]);
    if (members.length === mostSets || joined.size > mostColumns) close();
    if (set.length > mostColumns) throw new RangeError(`a set has more than ${mostColumns} columns`);
    members.push(at);
    for (const name of set) columns.add(name);
  }
  close();
  return queries;
}

function query(
  members: readonly number[],
  columns: readonly string[],
  sets: readonly (readonly string[])[],
  view: string,
): GroupedQuery {
  const names = columns.map(quoted);
  const mask = columns.length === 0 ? '0' : `GROUPING(${names.join(', ')})`;
  const values = names.map((name) => `CAST(${name} AS VARCHAR)`);
  const groups = new Set(members.map((at) => `(${(sets[at] as readonly string[]).map(quoted).join(', ')})`));
  const sql =
    columns.length === 0
      ? `SELECT 0, COUNT(*) FROM ${quoted(view)}`
      : `SELECT ${[mask, ...values, 'COUNT(*)'].join(', ')} FROM ${quoted(view)} GROUP BY GROUPING SETS (${[...groups].join(', ')})`;
  return { sets: members, columns, sql };
}

/** An identifier in double quotes, its own doubled. */
function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** The GROUPING mask of a set's rows: the first column is the highest bit. */
export function maskOf(set: readonly string[], columns: readonly string[]): number {
  return columns.reduce((mask, name) => mask * 2 + (set.includes(name) ? 0 : 1), 0);
}
