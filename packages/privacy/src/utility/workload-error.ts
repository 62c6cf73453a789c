/**
 * The error of every table of one, two and three columns (section 6 of the privacy specification): total-variation distance
 * between the real table and the one counted from the other records, and absolute errors of counts by size.
 */
import type { Marginals } from '../count/marginals.ts';
import { canonicalSet, setKey } from '../results/sets.ts';
import { columnSets } from './column-sets.ts';
import { type CountError, countErrors } from './count-error.ts';
import { type Summary, summaryOf, totalVariation } from './distribution.ts';

/** One table's distance, 0 (equal) to 1. */
export interface TableError {
  readonly set: readonly string[];
  readonly cells: number;
  readonly distance: number;
}

export interface WorkloadError {
  readonly realRows: number;
  readonly otherRows: number;
  readonly tables: readonly TableError[];
  /** Tables not compared because they have more than `mostCells` cells. */
  readonly leftOut: number;
  /** By number of columns, then over all. */
  readonly ways: readonly ({ readonly ways: number | 'all'; readonly tables: number } & Summary)[];
  /** Mean distance over the declared workload, by its weights; null when none was declared. */
  readonly weighted: number | null;
  readonly counts: CountError;
}

export interface WorkloadOptions {
  /** Largest number of columns in a table, 3 when absent. */
  readonly ways?: number;
  /** Largest table compared, 10,000 cells when absent. */
  readonly mostCells?: number;
  /** Tables that matter most, with their weights; each must be among those compared. */
  readonly workload?: readonly { readonly set: readonly string[]; readonly weight: number }[];
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** Compares every table of two sources over one domain. RangeError: other domains, or a workload table not compared. */
export async function workloadError(
  real: Marginals,
  other: Marginals,
  options: WorkloadOptions = {},
): Promise<WorkloadError> {
  const { ways = 3, mostCells = 10_000, workload, signal, onProgress } = options;
  const { domains } = real;
  checkSameDomains(real, other);
  const { sets, leftOut } = columnSets(domains, ways, mostCells);
  const counting = signal ? { signal } : {};
  const [realRows, otherRows] = [await rowsOf(real), await rowsOf(other)];
  const others = other.counts(sets, counting)[Symbol.asyncIterator]();
  const tables: TableError[] = [];
  const errors = countErrors();
  for await (const { set, cells } of real.counts(sets, counting)) {
    const next = await others.next();
    if (next.done) throw new RangeError('the second source left out a table');
    errors.add(cells, next.value.cells);
    const distance = totalVariation(cells, next.value.cells, realRows, otherRows);
    tables.push({ set, cells: cells.length, distance });
    if (tables.length % 64 === 0) onProgress?.(tables.length / sets.length);
  }
  const sizes = [...Array.from({ length: ways }, (_, at) => at + 1), 'all' as const];
  return {
    realRows,
    otherRows,
    tables,
    leftOut,
    ways: sizes.flatMap((size) => {
      const distances = tables
        .filter(({ set }) => size === 'all' || set.length === size)
        .map(({ distance }) => distance);
      const summary = summaryOf(distances);
      return summary ? [{ ways: size, tables: distances.length, ...summary }] : [];
    }),
    weighted: workload ? weightedMean(real, tables, workload) : null,
    counts: errors.finish(),
  };
}

/** RangeError unless two sources count over the same columns and codes in the same order. */
export function checkSameDomains(real: Marginals, other: Marginals): void {
  if (JSON.stringify(real.domains) !== JSON.stringify(other.domains)) {
    throw new RangeError('the two sources are over different domains');
  }
}

/** Number of records of a source. */
export async function rowsOf(source: Marginals): Promise<number> {
  for await (const { cells } of source.counts([[]])) return cells[0] as number;
  throw new RangeError('a source does not count its rows');
}

function weightedMean(
  { domains }: Marginals,
  tables: readonly TableError[],
  workload: readonly { readonly set: readonly string[]; readonly weight: number }[],
): number {
  const byKey = new Map(tables.map((table) => [setKey(table.set), table.distance]));
  let sum = 0;
  let weights = 0;
  for (const { set, weight } of workload) {
    const distance = byKey.get(setKey(canonicalSet(domains, set)));
    if (distance === undefined) throw new RangeError(`the workload's table ${setKey(set)} was not compared`);
    sum += weight * distance;
    weights += weight;
  }
  return sum / weights;
}
