import { cellCount } from './sets.ts';

/**
 * Passes over the axes of a row-major table (the last axis runs fastest). Each pass sees the table as
 * outer × axis × inner and costs one visit per cell.
 */

/** The table summed over every axis that is not kept. Integers stay exact below 2^53. */
export function sumDown(
  cells: ArrayLike<number>,
  sizes: readonly number[],
  kept: readonly boolean[],
): Float64Array<ArrayBuffer> {
  let current: Float64Array<ArrayBuffer> = new Float64Array(cells);
  const remaining = [...sizes];
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    if (kept[axis]) continue;
    const size = remaining[axis] as number;
    const inner = cellCount(remaining.slice(axis + 1));
    const outer = cellCount(remaining.slice(0, axis));
    const summed = new Float64Array(outer * inner);
    for (let o = 0; o < outer; o++) {
      for (let c = 0; c < size; c++) {
        const from = (o * size + c) * inner;
        const to = o * inner;
        for (let i = 0; i < inner; i++) summed[to + i] = (summed[to + i] as number) + (current[from + i] as number);
      }
    }
    remaining.splice(axis, 1);
    current = summed;
  }
  return current;
}

/** Applies the centring projector P_B in place: along each axis the mean is subtracted. Returns its argument. */
export function centre(cells: Float64Array<ArrayBuffer>, sizes: readonly number[]): Float64Array<ArrayBuffer> {
  eachAxis(cells, sizes, (sum, cell, size) => cell - sum / size);
  return cells;
}

/**
 * Visits every line along every axis in turn and replaces each cell by `replace(sum of the line, cell, length)`, in place.
 */
export function eachAxis(
  cells: Float64Array<ArrayBuffer>,
  sizes: readonly number[],
  replace: (sum: number, cell: number, size: number) => number,
): void {
  for (let axis = 0; axis < sizes.length; axis++) {
    const size = sizes[axis] as number;
    const inner = cellCount(sizes.slice(axis + 1));
    const outer = cellCount(sizes.slice(0, axis));
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const start = o * size * inner + i;
        let sum = 0;
        for (let c = 0; c < size; c++) sum += cells[start + c * inner] as number;
        for (let c = 0; c < size; c++) {
          const at = start + c * inner;
          cells[at] = replace(sum, cells[at] as number, size);
        }
      }
    }
  }
}

/** Adds `scale × part` to a table, `part` repeated along every axis that it does not keep. In place. */
export function addBroadcast(
  table: Float64Array<ArrayBuffer>,
  sizes: readonly number[],
  part: Float64Array<ArrayBuffer>,
  kept: readonly boolean[],
  scale: number,
): void {
  if (sizes.length === 0) {
    table[0] = (table[0] as number) + scale * (part[0] as number);
    return;
  }
  const steps = partSteps(sizes, kept);
  const last = sizes.length - 1;
  const run = sizes[last] as number;
  const step = steps[last] as number;
  const position = new Int32Array(sizes.length);
  let from = 0;
  for (let at = 0; at < table.length; at += run) {
    for (let c = 0; c < run; c++) {
      table[at + c] = (table[at + c] as number) + scale * (part[from + c * step] as number);
    }
    for (let axis = last - 1; axis >= 0; axis--) {
      from += steps[axis] as number;
      position[axis] = (position[axis] as number) + 1;
      if ((position[axis] as number) < (sizes[axis] as number)) break;
      from -= (steps[axis] as number) * (sizes[axis] as number);
      position[axis] = 0;
    }
  }
}

/** How far one step along each axis of the table moves in the part; 0 along an axis the part does not keep. */
function partSteps(sizes: readonly number[], kept: readonly boolean[]): number[] {
  const steps = sizes.map(() => 0);
  let step = 1;
  for (let axis = sizes.length - 1; axis >= 0; axis--) {
    if (!kept[axis]) continue;
    steps[axis] = step;
    step *= sizes[axis] as number;
  }
  return steps;
}

/** The outer product of one vector per axis, row-major; `[1]` for no axes. */
export function outerProduct(vectors: readonly ArrayLike<number>[]): Float64Array<ArrayBuffer> {
  let product = Float64Array.of(1);
  for (const vector of vectors) {
    const next = new Float64Array(product.length * vector.length);
    for (let a = 0; a < product.length; a++) {
      for (let b = 0; b < vector.length; b++) {
        next[a * vector.length + b] = (product[a] as number) * (vector[b] as number);
      }
    }
    product = next;
  }
  return product;
}

export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] as number) * (b[at] as number);
  return sum;
}

/** `sum += scale × part`, in place. */
export function addInto(sum: Float64Array<ArrayBuffer>, part: ArrayLike<number>, scale: number): void {
  for (let at = 0; at < sum.length; at++) sum[at] = (sum[at] as number) + scale * (part[at] as number);
}
