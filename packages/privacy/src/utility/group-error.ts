/**
 * The error within groups of people (equity): for each value of a group column, the distance between the real and the other
 * records of that group alone, averaged over all tables of one and two further columns. What is good on average may be bad
 * for a small region, an age band or one contributor.
 */
import type { Marginals } from '../count/marginals.ts';
import { canonicalSet, domainSize } from '../results/sets.ts';
import { axisOf, columnSets } from './column-sets.ts';
import { checkSameDomains } from './workload-error.ts';

export interface GroupError {
  readonly column: string;
  readonly value: string;
  readonly realRows: number;
  readonly otherRows: number;
  /** Mean and largest total-variation distance within the group; 1 where the other records have nobody in it. */
  readonly mean: number;
  readonly max: number;
  /** The table with the largest. */
  readonly worstTable: readonly string[];
}

export interface GroupErrors {
  /** Groups with a real record, by column and then worst first. */
  readonly groups: readonly GroupError[];
  /** The worst group of each column among those with at least `leastRows` real records: in smaller ones chance decides. */
  readonly worst: readonly GroupError[];
  readonly leastRows: number;
}

export interface GroupOptions {
  /** Smallest group that can be the worst, 50 real records when absent. */
  readonly leastRows?: number;
  /** Largest table compared within a group, 10,000 cells when absent. */
  readonly mostCells?: number;
  readonly signal?: AbortSignal;
}

/** Most cells of a table with the group column in it. */
const mostGroupedCells = 2 ** 22;

/** Compares within each group of each column. RangeError: other domains or no such column. */
export async function groupErrors(
  real: Marginals,
  other: Marginals,
  columns: readonly string[],
  options: GroupOptions = {},
): Promise<GroupErrors> {
  const { leastRows = 50, mostCells = 10_000 } = options;
  checkSameDomains(real, other);
  const groups: GroupError[] = [];
  for (const column of columns) {
    const found = await errorsWithin(real, other, column, mostCells, options.signal);
    groups.push(...found.sort((a, b) => b.mean - a.mean || (a.value < b.value ? -1 : 1)));
  }
  const worst = columns.flatMap((column) => {
    const first = groups.find((group) => group.column === column && group.realRows >= leastRows);
    return first ? [first] : [];
  });
  return { groups, worst, leastRows };
}

async function errorsWithin(
  real: Marginals,
  other: Marginals,
  column: string,
  mostCells: number,
  signal: AbortSignal | undefined,
): Promise<GroupError[]> {
  const { domains } = real;
  const size = domainSize(domains, column);
  const rest = Object.fromEntries(Object.entries(domains).filter(([name]) => name !== column));
  const limit = Math.min(mostCells, Math.floor(mostGroupedCells / size));
  const within = columnSets(rest, 2, limit).sets;
  const sets = [[column], ...within.map((set) => canonicalSet(domains, [column, ...set]))];
  const counting = signal ? { signal } : {};
  const others = other.counts(sets, counting)[Symbol.asyncIterator]();
  let totals: { real: ArrayLike<number>; other: ArrayLike<number> } | undefined;
  const sums = Array.from({ length: size }, () => ({ sum: 0, max: -1, worstTable: [] as readonly string[] }));
  for await (const { set, cells } of real.counts(sets, counting)) {
    const next = await others.next();
    if (next.done) throw new RangeError('the second source left out a table');
    if (!totals) {
      totals = { real: cells, other: next.value.cells };
      continue;
    }
    const { outer, inner } = axisOf(domains, set, column);
    for (let code = 0; code < size; code++) {
      const [n, m] = [totals.real[code] as number, totals.other[code] as number];
      if (n === 0) continue;
      let distance = 0;
      for (let o = 0; o < outer; o++) {
        const start = (o * size + code) * inner;
        for (let i = start; i < start + inner; i++) {
          const y = m === 0 ? 0 : (next.value.cells[i] as number) / m;
          distance += Math.abs((cells[i] as number) / n - y);
        }
      }
      const part = sums[code] as (typeof sums)[number];
      const value = m === 0 ? 1 : distance / 2;
      part.sum += value;
      if (value > part.max) Object.assign(part, { max: value, worstTable: set.filter((name) => name !== column) });
    }
  }
  return sums.flatMap(({ sum, max, worstTable }, code) => {
    const realRows = totals?.real[code] ?? 0;
    if (realRows === 0 || within.length === 0) return [];
    const value = (domains[column] as readonly string[])[code] as string;
    const otherRows = totals?.other[code] ?? 0;
    return [{ column, value, realRows, otherRows, mean: sum / within.length, max, worstTable }];
  });
}
