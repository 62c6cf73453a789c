// What full-domain recoding loses. Definitions as in ARX (Prasser, Kohlmayer and others): Loss after Iyengar (2002); non-uniform
// entropy after de Waal and Willenborg (1999); discernibility after Bayardo and Agrawal (2005), DM* without its penalty; average class
// size after LeFevre, DeWitt and Ramakrishnan (2006). All of them are smaller where less is lost.
import type { DistinctRows } from './distinct-rows.ts';
import { type ColumnHierarchy, valueCount } from './hierarchy.ts';

/** Groups of rows that one level per column makes. */
export interface RecodedGroups {
  /** Level of each column. */
  readonly levels: readonly number[];
  /** Group of each distinct row. */
  readonly groupOf: Uint32Array;
  readonly groups: number;
  /** Rows of the table in each group. */
  readonly sizes: Uint32Array;
  /** 1 for a group whose rows are suppressed. */
  readonly suppressed: Uint8Array;
  readonly suppressedRows: number;
}

/** A loss to compare by: the first entries first. One entry but for the rank aggregate. */
export type Loss = readonly number[];

/** A loss over full-domain recodings of one table. */
export interface LossMeasure {
  readonly name: string;
  /** A lower bound from the levels alone, never above the loss of these levels or of coarser ones; null where there is none. */
  bound(levels: readonly number[]): Loss | null;
  loss(groups: RecodedGroups): Loss;
  /** Whether coarser levels never lose less, suppression included: then nothing above a usable node need be looked at. */
  readonly isMonotone: boolean;
}

/** Below zero where `a` loses less than `b`. Differences below one part in 10^11 are rounding. */
export function compareLoss(a: Loss, b: Loss): number {
  for (let at = 0; at < a.length; at++) {
    const difference = (a[at] as number) - (b[at] as number);
    if (Math.abs(difference) > 1e-11 * Math.max(1, Math.abs(a[at] as number))) return difference;
  }
  return 0;
}

/** How the losses of the columns become one. The geometric mean is that of 1 + loss, less 1. */
export type Aggregate = 'arithmetic-mean' | 'geometric-mean' | 'sum' | 'maximum' | 'rank';

function aggregated(losses: readonly number[], aggregate: Aggregate): Loss {
  if (aggregate === 'rank') return [...losses].sort((a, b) => b - a);
  if (aggregate === 'maximum') return [Math.max(...losses)];
  if (aggregate === 'geometric-mean') {
    return [losses.reduce((product, loss) => product * (loss + 1) ** (1 / losses.length), 1) - 1];
  }
  const sum = losses.reduce((total, loss) => total + loss, 0);
  return [aggregate === 'sum' ? sum : sum / losses.length];
}

export interface LossOptions {
  readonly aggregate?: Aggregate;
  /** From 0, where suppression weighs nothing, to 1, where generalisation does not; 0.5, both in full, when absent. */
  readonly balance?: number;
}

function weightsOf(balance: number) {
  return { generalisation: balance <= 0.5 ? 1 : 2 - 2 * balance, suppression: balance < 0.5 ? 2 * balance : 1 };
}

/**
 * ARX's Loss: the share of a column's values that lie under the published label, a suppressed row having share 1; averaged
 * over the rows and scaled so that 0 is the untouched column and 1 the wholly suppressed one.
 */
export function shareLoss(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  options: LossOptions = {},
): LossMeasure {
  const { aggregate = 'geometric-mean', balance = 0.5 } = options;
  const { generalisation, suppression } = weightsOf(balance);
  const sums = rows.coded.map((levels, column) =>
    levels.map((codes, level) => {
      const shares = hierarchies[column]?.shares[level] as Float64Array;
      let sum = 0;
      for (let row = 0; row < rows.count; row++) {
        sum += (rows.weights[row] as number) * (shares[codes[row] as number] as number);
      }
      return sum;
    }),
  );
  const scaled = (sum: number, column: number) => {
    const least = generalisation / valueCount(hierarchies[column] as ColumnHierarchy);
    return least === 1 ? 0 : Math.max(0, (sum / rows.rows - least) / (1 - least));
  };
  const sumOf = (levels: readonly number[], column: number) => sums[column]?.[levels[column] as number] as number;
  return {
    name: `loss, ${aggregate}`,
    isMonotone: false,
    bound: (levels) =>
      aggregated(
        levels.map((_, column) => scaled(generalisation * sumOf(levels, column), column)),
        aggregate,
      ),
    loss({ levels, groupOf, suppressed, suppressedRows }) {
      const hiddenRows = suppressedRows > 0 ? rowsIn(suppressed, groupOf, rows.count) : new Uint32Array(0);
      const suppressedShare = levels.map((level, column) =>
        shareOf(
          hiddenRows,
          rows.weights,
          rows.coded[column]?.[level] as Uint16Array,
          hierarchies[column]?.shares[level] as Float64Array,
        ),
      );
      const losses = levels.map((_, column) => {
        const hidden = suppressedShare[column] as number;
        const kept = generalisation * (sumOf(levels, column) - hidden);
        return scaled(kept + hidden + suppression * (suppressedRows - hidden), column);
      });
      return aggregated(losses, aggregate);
    },
  };
}

/** Distinct rows in the groups that are marked. */
function rowsIn(marked: Uint8Array, groupOf: Uint32Array, rows: number): Uint32Array {
  const found = new Uint32Array(rows);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    found[count] = row;
    count += marked[groupOf[row] as number] as number;
  }
  return found.subarray(0, count);
}

function shareOf(of: Uint32Array, weights: Uint32Array, codes: Uint16Array, shares: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < of.length; at++) {
    const row = of[at] as number;
    sum += (weights[row] as number) * (shares[codes[row] as number] as number);
  }
  return sum;
}

/**
 * Non-uniform entropy: the bits needed to guess each value back from its label, summed over rows and columns. With
 * `monotone` suppression costs nothing; without, guessing a suppressed row's labels among all suppressed rows is added.
 */
export function entropyLoss(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  options: LossOptions & { readonly monotone: boolean },
): LossMeasure {
  const { aggregate = 'sum', balance = 0.5, monotone } = options;
  const { generalisation, suppression } = weightsOf(balance);
  const bits = rows.coded.map((levels, column) => {
    const counts = levels.map((codes, level) =>
      labelCounts(rows, codes, hierarchies[column] as ColumnHierarchy, level),
    );
    const leaves = counts[0] as Float64Array;
    return levels.map((_, level) => {
      const labelOf = hierarchies[column]?.codes[level] as Uint16Array;
      let sum = 0;
      for (let value = 0; value < leaves.length; value++) {
        const count = leaves[value] as number;
        if (count > 0) sum += count * Math.log2((counts[level]?.[labelOf[value] as number] as number) / count);
      }
      return generalisation * sum;
    });
  });
  const kept = (levels: readonly number[]) => levels.map((level, column) => bits[column]?.[level] as number);
  return {
    name: `non-uniform entropy, ${aggregate}`,
    isMonotone: monotone,
    bound: (levels) => aggregated(kept(levels), aggregate),
    loss({ levels, groupOf, suppressed, suppressedRows }) {
      const losses = kept(levels);
      if (monotone || suppressedRows === 0) return aggregated(losses, aggregate);
      for (const [column, level] of levels.entries()) {
        const counts = new Float64Array(hierarchies[column]?.labels[level]?.length ?? 0);
        const codes = rows.coded[column]?.[level] as Uint16Array;
        for (let row = 0; row < rows.count; row++) {
          if (suppressed[groupOf[row] as number] === 0) continue;
          counts[codes[row] as number] = (counts[codes[row] as number] as number) + (rows.weights[row] as number);
        }
        let sum = 0;
        for (const count of counts) if (count > 0) sum += count * Math.log2(suppressedRows / count);
        losses[column] = (losses[column] as number) + suppression * sum;
      }
      return aggregated(losses, aggregate);
    },
  };
}

/** Discernibility: the square of every group's size, a suppressed row counting the whole table; without penalty if `monotone`. */
export function discernibility(rows: DistinctRows, options: { readonly monotone: boolean }): LossMeasure {
  return {
    name: options.monotone ? 'discernibility without penalty' : 'discernibility',
    isMonotone: options.monotone,
    bound: () => null,
    loss({ groups, sizes, suppressed }) {
      let sum = 0;
      for (let group = 0; group < groups; group++) {
        const size = sizes[group] as number;
        sum += size * (suppressed[group] === 1 && !options.monotone ? rows.rows : size);
      }
      return [sum];
    },
  };
}

/** Average class size: rows per group, all suppressed rows being one group. */
export function averageClassSize(rows: DistinctRows): LossMeasure {
  return {
    name: 'average class size',
    isMonotone: false,
    bound: () => null,
    loss({ groups, suppressed, suppressedRows }) {
      let kept = suppressedRows > 0 ? 1 : 0;
      for (let group = 0; group < groups; group++) if (suppressed[group] === 0) kept++;
      return [rows.rows / kept];
    },
  };
}

/** Precision: the mean over the columns of level / highest level, suppressed rows being at the highest (Sweeney 2002). */
export function precisionLoss(rows: DistinctRows, hierarchies: readonly ColumnHierarchy[]): LossMeasure {
  const heights = (levels: readonly number[]) =>
    levels.map((level, column) => level / Math.max(1, (hierarchies[column] as ColumnHierarchy).levels - 1));
  const mean = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0) / parts.length;
  return {
    name: 'precision',
    isMonotone: false,
    bound: (levels) => [mean(heights(levels))],
    loss({ levels, suppressedRows }) {
      const hidden = suppressedRows / rows.rows;
      return [mean(heights(levels)) * (1 - hidden) + hidden];
    },
  };
}

function labelCounts(rows: DistinctRows, codes: Uint16Array, hierarchy: ColumnHierarchy, level: number): Float64Array {
  const counts = new Float64Array((hierarchy.labels[level] as readonly string[]).length);
  for (let row = 0; row < rows.count; row++) {
    counts[codes[row] as number] = (counts[codes[row] as number] as number) + (rows.weights[row] as number);
  }
  return counts;
}
