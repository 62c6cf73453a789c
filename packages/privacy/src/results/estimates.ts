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
