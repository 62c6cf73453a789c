import { canonicalSet, cellCount, sizesOf } from './sets.ts';
import type { Domains } from './types.ts';

/** A column at one code. */
export interface Level {
  readonly variable: string;
  readonly code: number;
}

/**
 * An estimate that people make of records: the share with `a`, the share with `a` among those with `b`, or the odds ratio
 * between the two. It rests on the table of the columns it names.
 */
export interface StandardEstimate {
  readonly kind: 'share' | 'odds-ratio';
  readonly a: Level;
  /** Null: a share of all. */
  readonly b: Level | null;
}

/** Records with both, with one and with neither; without `b`, all are under `onlyA` and `neither`. */
export interface FourCounts {
  readonly both: number;
  readonly onlyA: number;
  readonly onlyB: number;
  readonly neither: number;
}

/** An estimate on the scale on which its error is even: shares as they are, odds ratios as logarithms. */
export interface EstimateValue {
  readonly value: number;
  /** Variance of drawing the records from a larger population. */
  readonly sampling: number;
}

/** Works an estimate out of its counts. Odds ratios have ½ added to each count (Haldane 1956). NaN for a share of nobody. */
export function estimateOf({ kind, b }: StandardEstimate, { both, onlyA, onlyB, neither }: FourCounts): EstimateValue {
  if (kind === 'odds-ratio') {
    const cells = [both, onlyA, onlyB, neither].map((count) => count + 0.5);
    const [w = 1, x = 1, y = 1, z = 1] = cells;
    return { value: Math.log((w * z) / (x * y)), sampling: cells.reduce((sum, cell) => sum + 1 / cell, 0) };
  }
  const top = b === null ? onlyA + both : both;
  const base = b === null ? both + onlyA + onlyB + neither : both + onlyB;
  const share = top / base;
  return { value: share, sampling: (share * (1 - share)) / base };
}

/** The columns an estimate rests on. */
export function columnsOf({ a, b }: StandardEstimate): readonly string[] {
  return b === null ? [a.variable] : [a.variable, b.variable];
}

/** Variance of the noise of one cell of the table over some columns, in records²; infinite where no measured set holds them. */
export type CellVariances = (columns: readonly string[]) => number;

/**
 * The variances that measured marginals give: a cell of a table within a measured set is a sum of that set's cells, and what several
 * sets say is averaged by inverse variance. RangeError: a set that is not of the domains.
 */
export function cellVariances(
  domains: Domains,
  measured: readonly { readonly set: readonly string[]; readonly variance: number }[],
): CellVariances {
  const sets = measured.map(({ set, variance }) => ({ set: canonicalSet(domains, set), variance }));
  return (columns) => {
    const precision = sets
      .filter(({ set }) => columns.every((name) => set.includes(name)))
      .reduce((sum, { set, variance }) => {
        const summed = set.filter((name) => !columns.includes(name));
        return sum + 1 / (variance * cellCount(sizesOf(domains, summed)));
      }, 0);
    return 1 / precision;
  };
}

/**
 * The variance that noise alone gives an estimate, by the delta method on its counts, their noise taken as independent: for a
 * share p of n, (V + p² Vn)/n²; for a log odds ratio, Σ V/count² with the margins' own noise where a count is a margin less a cell.
 * Infinite where the columns are within no measured set.
 */
export function noiseOf(estimate: StandardEstimate, counts: FourCounts, variances: CellVariances): number {
  const { a, b, kind } = estimate;
  const { both, onlyA, onlyB, neither } = counts;
  const one = variances([a.variable]);
  if (b === null) {
    const base = both + onlyA + onlyB + neither;
    const share = (both + onlyA) / base;
    return (one + share * share * variances([])) / base ** 2;
  }
  const cell = variances([a.variable, b.variable]);
  const other = variances([b.variable]);
  if (kind === 'share') {
    const base = both + onlyB;
    const share = both / base;
    return (cell + share * share * other) / base ** 2;
  }
  return (
    cell / (both + 0.5) ** 2 +
    (cell + one) / (onlyA + 0.5) ** 2 +
    (cell + other) / (onlyB + 0.5) ** 2 +
    (cell + one + other) / (neither + 0.5) ** 2
  );
}
