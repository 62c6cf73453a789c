import { Refusal } from '@casebridge/refusal';
import type { Marginal, Marginals } from '../count/marginals.ts';
import { canonicalSet, cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { type GroupedQuery, groupedQueries, maskOf } from './grouping-sets.ts';
import type { SqlQuery, SqlRows } from './query.ts';

/** Where case rows are, to be counted by a database. */
export interface SqlSource {
  readonly query: SqlQuery;
  /** Name of a view with one row per record, pinned to one snapshot, and a column per variable. */
  readonly view: string;
  /** Declared codes; every value of the view must be one of them, and none may be NULL. */
  readonly domains: Domains;
}

/**
 * Counts by `GROUP BY GROUPING SETS`. The database returns the combinations that occur; every other combination of the
 * declared domain is filled in as zero here, so that which cells exist never depends on the data. Counts are exact
 * integers or refused.
 */
export function sqlMarginals({ query, view, domains }: SqlSource): Marginals {
  return {
    domains,
    async *counts(sets, { signal } = {}) {
      for (const set of sets) checkOrder(domains, set);
      const codeOf = new Map(Object.entries(domains).map(([name, codes]) => [name, positions(codes)]));
      for (const grouped of groupedQueries(sets, domains, view)) {
        signal?.throwIfAborted();
        const rows = await query(grouped.sql, signal ? { signal } : {});
        yield* filled(grouped, sets, rows, domains, codeOf);
      }
    },
  };
}

function* filled(
  { sets: members, columns }: GroupedQuery,
  sets: readonly (readonly string[])[],
  rows: SqlRows,
  domains: Domains,
  codeOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
): Generator<Marginal> {
  const byMask = new Map<number, Float64Array>();
  const axesByMask = new Map<number, readonly Axis[]>();
  const wanted = members.map((at) => {
    const set = sets[at] as readonly string[];
    const mask = maskOf(set, columns);
    if (!byMask.has(mask)) {
      byMask.set(mask, new Float64Array(cellCount(sizesOf(domains, set))));
      axesByMask.set(mask, axesOf(set, columns, domains, codeOf));
    }
    return { set, mask };
  });
  for (const row of rows) {
    const mask = exactInteger(row[0], 'a grouping mask');
    const [cells, axes] = [byMask.get(mask), axesByMask.get(mask)];
    if (!cells || !axes) throw new Refusal('sql-grouping', 'The database returned a grouping that was not asked for.');
    let cell = 0;
    for (const { name, at, size, codes } of axes) {
      const code = codes.get(row[at] as string);
      if (code === undefined) throw unknownValue(name);
      cell = cell * size + code;
    }
    if (cells[cell] !== 0) throw new Refusal('sql-grouping', 'The database returned one combination of codes twice.');
    cells[cell] = exactInteger(row[columns.length + 1], 'a count');
  }
  for (const { set, mask } of wanted) yield { set, cells: narrowed(byMask.get(mask) as Float64Array) };
}

interface Axis {
  readonly name: string;
  /** Column of the result. */
  readonly at: number;
  readonly size: number;
  readonly codes: ReadonlyMap<string, number>;
}

function axesOf(
  set: readonly string[],
  columns: readonly string[],
  domains: Domains,
  codeOf: ReadonlyMap<string, ReadonlyMap<string, number>>,
): readonly Axis[] {
  const sizes = sizesOf(domains, set);
  return set.map((name, axis) => ({
    name,
    at: columns.indexOf(name) + 1,
    size: sizes[axis] as number,
    codes: codeOf.get(name) as ReadonlyMap<string, number>,
  }));
}

function positions(codes: readonly string[]): ReadonlyMap<string, number> {
  return new Map(codes.map((code, at) => [code, at]));
}

function checkOrder(domains: Domains, set: readonly string[]): void {
  if (setKey(canonicalSet(domains, set)) !== setKey(set)) {
    throw new RangeError(`the set ${joinNames(set)} is not in the order of the domains`);
  }
}

function unknownValue(column: string): Refusal {
  return new Refusal(
    'value-outside-domain',
    `Column '${column}' of the view: a value is NULL or not in the declared domain; declare it or correct the view.`,
  );
}

/** Refusal unless a non-negative integer that came unrounded: number, bigint or decimal text. */
function exactInteger(value: unknown, what: string): number {
  const text = typeof value === 'string' && /^\d+$/.test(value) ? BigInt(value) : value;
  const integer = typeof text === 'bigint' ? Number(text) : text;
  if (typeof integer === 'number' && Number.isSafeInteger(integer) && integer >= 0) return integer;
  throw new Refusal('sql-count', `The database returned ${what} that is not an exact integer; count with COUNT(*).`);
}

function narrowed(cells: Float64Array): Uint32Array | Float64Array {
  return cells.every((cell) => cell < 2 ** 32) ? new Uint32Array(cells) : cells;
}
