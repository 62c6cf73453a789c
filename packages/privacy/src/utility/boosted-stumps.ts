/**
 * A classifier for coded columns: boosted stumps with a leaf for every code, taken in turn with small Newton steps on the
 * logistic loss (the cyclic boosting of Lou et al. 2013, "Accurate intelligible models with pairwise interactions"). After
 * the columns themselves, the pairs of columns that the remaining error points to are boosted likewise.
 */
import type { CodeColumn } from '../columns/case-table.ts';

export interface BoostingOptions {
  /** Rounds over all columns, and over columns and pairs. */
  readonly rounds?: number;
  readonly pairRounds?: number;
  /** Most pairs of columns used. */
  readonly mostPairs?: number;
  /** Share of a Newton step that is taken. */
  readonly rate?: number;
  /** Added to each leaf's curvature: what a leaf of few records is held back by. */
  readonly ridge?: number;
}

/** Scores of a trained classifier: log odds that a row is of the class. */
export type Classifier = (columns: readonly CodeColumn[], rows: number) => Float64Array;

/** Largest table of a pair of columns. */
const mostPairCells = 256;

/** Trains on rows whose class is `labels` (0 or 1). `sizes` are the columns' domain sizes. */
export function trainStumps(
  columns: readonly CodeColumn[],
  sizes: readonly number[],
  labels: ArrayLike<number>,
  options: BoostingOptions = {},
): Classifier {
  const { rounds = 12, pairRounds = 8, mostPairs = 12, rate = 0.4, ridge = 2 } = options;
  const rows = labels.length;
  let ones = 0;
  for (let row = 0; row < rows; row++) ones += labels[row] as number;
  const base = Math.log((ones + 0.5) / (rows - ones + 0.5));
  const margins = new Float64Array(rows).fill(base);
  const stumps = columns.map((column, at) => stump([at], column, sizes[at] as number));
  for (let round = 0; round < rounds; round++) {
    for (const one of stumps) boost(one, margins, labels, rate, ridge);
  }
  const pairs = bestPairs(columns, sizes, margins, labels, ridge, mostPairs);
  for (let round = 0; round < pairRounds; round++) {
    for (const one of stumps) boost(one, margins, labels, rate, ridge);
    for (const one of pairs) boost(one, margins, labels, rate, ridge);
  }
  const leaves = [...stumps, ...pairs].map(({ of, values }) => ({ of, values }));
  return (other, count) => {
    const scores = new Float64Array(count).fill(base);
    for (const { of, values } of leaves) {
      const codes = codesOf(other, sizes, of, count);
      for (let row = 0; row < count; row++)
        scores[row] = (scores[row] as number) + (values[codes[row] as number] as number);
    }
    return scores;
  };
}

interface Stump {
  readonly of: readonly number[];
  readonly codes: ArrayLike<number>;
  readonly values: Float64Array;
}

function stump(of: readonly number[], codes: ArrayLike<number>, cells: number): Stump {
  return { of, codes, values: new Float64Array(cells) };
}

/** One Newton step of every leaf. */
function boost(
  { codes, values }: Stump,
  margins: Float64Array,
  labels: ArrayLike<number>,
  rate: number,
  ridge: number,
): void {
  const { gradient, curvature } = slopes(codes, values.length, margins, labels);
  const steps = gradient.map((g, cell) => (rate * g) / ((curvature[cell] as number) + ridge));
  for (let row = 0; row < labels.length; row++)
    margins[row] = (margins[row] as number) + (steps[codes[row] as number] as number);
  for (let cell = 0; cell < values.length; cell++) values[cell] = (values[cell] as number) + (steps[cell] as number);
}

function slopes(codes: ArrayLike<number>, cells: number, margins: Float64Array, labels: ArrayLike<number>) {
  const gradient = new Float64Array(cells);
  const curvature = new Float64Array(cells);
  for (let row = 0; row < labels.length; row++) {
    const cell = codes[row] as number;
    const p = 1 / (1 + Math.exp(-(margins[row] as number)));
    gradient[cell] = (gradient[cell] as number) + (labels[row] as number) - p;
    curvature[cell] = (curvature[cell] as number) + p * (1 - p);
  }
  return { gradient, curvature };
}

/** Pairs by how much one full step of their leaves would lower the loss beyond chance: Σ g²/(h + ridge) less one a leaf. */
function bestPairs(
  columns: readonly CodeColumn[],
  sizes: readonly number[],
  margins: Float64Array,
  labels: ArrayLike<number>,
  ridge: number,
  most: number,
): Stump[] {
  const found: { gain: number; of: readonly [number, number] }[] = [];
  const rows = labels.length;
  const rest = new Float64Array(rows);
  const bend = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    const p = 1 / (1 + Math.exp(-(margins[row] as number)));
    rest[row] = (labels[row] as number) - p;
    bend[row] = p * (1 - p);
  }
  for (let a = 0; a < columns.length; a++) {
    const first = columns[a] as CodeColumn;
    for (let b = a + 1; b < columns.length; b++) {
      const size = sizes[b] as number;
      const cells = (sizes[a] as number) * size;
      if (cells > mostPairCells) continue;
      const second = columns[b] as CodeColumn;
      const gradient = new Float64Array(cells);
      const curvature = new Float64Array(cells);
      for (let row = 0; row < rows; row++) {
        const cell = (first[row] as number) * size + (second[row] as number);
        gradient[cell] = (gradient[cell] as number) + (rest[row] as number);
        curvature[cell] = (curvature[cell] as number) + (bend[row] as number);
      }
      let gain = 0;
      for (let cell = 0; cell < cells; cell++) {
        const h = curvature[cell] as number;
        if (h > 0) gain += (gradient[cell] as number) ** 2 / (h + ridge) - h / (h + ridge);
      }
      if (gain > 0) found.push({ gain, of: [a, b] });
    }
  }
  return found
    .sort((p, q) => q.gain - p.gain)
    .slice(0, most)
    .map(({ of }) =>
      stump(of, codesOf(columns, sizes, of, labels.length), (sizes[of[0]] as number) * (sizes[of[1]] as number)),
    );
}

function codesOf(
  columns: readonly CodeColumn[],
  sizes: readonly number[],
  of: readonly number[],
  rows: number,
): ArrayLike<number> {
  const first = columns[of[0] as number] as CodeColumn;
  if (of.length === 1) return first;
  const second = columns[of[1] as number] as CodeColumn;
  const size = sizes[of[1] as number] as number;
  return Uint32Array.from({ length: rows }, (_, row) => (first[row] as number) * size + (second[row] as number));
}
