/** Errors of counts by how large the true count is: fixed bands, and tenths of the cells that are not empty. */
export interface CountBand {
  /** True counts from `from` to `to`, both within; `to` is null for no upper end. */
  readonly from: number;
  readonly to: number | null;
  readonly cells: number;
  /** Mean |y − x|, mean y − x, and the largest |y − x|; counts as they stand, of files of their own sizes. */
  readonly meanError: number | null;
  readonly meanDifference: number | null;
  readonly maxError: number | null;
}

export interface CountError {
  /** 0, 1–10, 11–50, 51–200, above 200. */
  readonly bands: readonly CountBand[];
  /** Ten parts of the cells with a true count above 0, by true count; equal counts stay together, so there may be fewer. */
  readonly deciles: readonly CountBand[];
}

export interface CountErrors {
  add(real: ArrayLike<number>, other: ArrayLike<number>): void;
  finish(): CountError;
}

const bandEnds = [0, 10, 50, 200] as const;
/** Counts up to this one are told apart; above, 64 steps to a doubling. */
const finest = 1024;
const steps = 64;

/** Takes in tables cell by cell, in a memory that does not grow with them. */
export function countErrors(): CountErrors {
  const bins = new Map<number, Bin>();
  return {
    add(real, other) {
      for (let cell = 0; cell < real.length; cell++) {
        const x = real[cell] as number;
        const difference = (other[cell] as number) - x;
        const at = binOf(x);
        const bin = bins.get(at) ?? { from: x, to: x, cells: 0, error: 0, difference: 0, max: 0 };
        if (bin.cells === 0) bins.set(at, bin);
        take(bin, x, difference);
      }
    },
    finish() {
      const sorted = [...bins].sort(([a], [b]) => a - b).map(([, bin]) => bin);
      const edges = [-1, ...bandEnds, Infinity];
      const bands = edges.slice(1).map((end, at) => {
        const low = (edges[at] as number) + 1;
        const inside = sorted.filter(({ from }) => from >= low && from <= end);
        return bandOf(low, end === Infinity ? null : end, inside);
      });
      return { bands, deciles: decilesOf(sorted.filter(({ from }) => from > 0)) };
    },
  };
}

interface Bin {
  from: number;
  to: number;
  cells: number;
  error: number;
  difference: number;
  max: number;
}

function binOf(count: number): number {
  return count <= finest ? count : finest + 1 + Math.floor(steps * Math.log2(count / finest));
}

function take(bin: Bin, count: number, difference: number): void {
  const error = Math.abs(difference);
  bin.from = Math.min(bin.from, count);
  bin.to = Math.max(bin.to, count);
  bin.cells++;
  bin.error += error;
  bin.difference += difference;
  bin.max = Math.max(bin.max, error);
}

function bandOf(from: number, to: number | null, bins: readonly Bin[]): CountBand {
  const cells = bins.reduce((sum, bin) => sum + bin.cells, 0);
  const mean = (of: 'error' | 'difference') =>
    cells === 0 ? null : bins.reduce((sum, bin) => sum + bin[of], 0) / cells;
  return {
    from,
    to,
    cells,
    meanError: mean('error'),
    meanDifference: mean('difference'),
    maxError: cells === 0 ? null : Math.max(...bins.map(({ max }) => max)),
  };
}

function decilesOf(bins: readonly Bin[]): CountBand[] {
  const total = bins.reduce((sum, { cells }) => sum + cells, 0);
  const parts = new Map<number, Bin[]>();
  let before = 0;
  for (const bin of bins) {
    const part = Math.floor((10 * (before + bin.cells / 2)) / total);
    parts.set(part, [...(parts.get(part) ?? []), bin]);
    before += bin.cells;
  }
  return [...parts.values()].map((part) => bandOf((part[0] as Bin).from, (part.at(-1) as Bin).to, part));
}
