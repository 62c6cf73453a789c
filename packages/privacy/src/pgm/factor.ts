/**
 * Tables over sets of columns, flat and row-major (the last column of a set runs fastest). A set is a list of ascending
 * column numbers. Between a table and the table of a subset runs one precomputed map: `map[cell] = cell of the subset`.
 */

export type ColumnSet = readonly number[];

/** Number of cells of a set; 1 for the empty set. */
export function cellsOf(sizes: readonly number[], set: ColumnSet): number {
  return set.reduce((product, column) => product * (sizes[column] as number), 1);
}

export function isWithin(inner: ColumnSet, outer: ColumnSet): boolean {
  return inner.every((column) => outer.includes(column));
}

export function intersectionOf(a: ColumnSet, b: ColumnSet): number[] {
  return a.filter((column) => b.includes(column));
}

export function unionOf(a: ColumnSet, b: ColumnSet): number[] {
  return [...new Set([...a, ...b])].sort((x, y) => x - y);
}

export function columnSetKey(set: ColumnSet): string {
  return set.join(',');
}

/**
 * For each cell of `outer`, the cell of `inner` it is summed into; null where the sets are the same and no map is needed.
 * RangeError: `inner` is not within `outer`.
 */
export function projection(sizes: readonly number[], outer: ColumnSet, inner: ColumnSet): Int32Array | null {
  if (!isWithin(inner, outer)) throw new RangeError('a projection goes to a subset');
  if (inner.length === outer.length) return null;
  const steps = stepsIn(sizes, outer, inner);
  let map = new Int32Array(1);
  for (let axis = outer.length - 1; axis >= 0; axis--) {
    const size = sizes[outer[axis] as number] as number;
    const step = steps[axis] as number;
    const next = new Int32Array(size * map.length);
    for (let code = 0, at = 0; code < size; code++) {
      const base = code * step;
      for (let cell = 0; cell < map.length; cell++) next[at++] = base + (map[cell] as number);
    }
    map = next;
  }
  return map;
}

/** How far one step along each column of `outer` moves in the table of `inner`; 0 along columns that `inner` lacks. */
function stepsIn(sizes: readonly number[], outer: ColumnSet, inner: ColumnSet): number[] {
  let step = 1;
  const byColumn = new Map<number, number>();
  for (const column of [...inner].reverse()) {
    byColumn.set(column, step);
    step *= sizes[column] as number;
  }
  return outer.map((column) => byColumn.get(column) ?? 0);
}

/** `out[map[cell]] += table[cell]` for every cell. `out` is not cleared first. */
export function sumInto(out: Float64Array, table: Float64Array, map: Int32Array | null): void {
  if (map === null) {
    for (let at = 0; at < table.length; at++) out[at] = (out[at] as number) + (table[at] as number);
    return;
  }
  for (let at = 0; at < table.length; at++) {
    const to = map[at] as number;
    out[to] = (out[to] as number) + (table[at] as number);
  }
}

/** `table[cell] += part[map[cell]]` for every cell. */
export function spreadInto(table: Float64Array, part: Float64Array, map: Int32Array | null): void {
  if (map === null) {
    for (let at = 0; at < table.length; at++) table[at] = (table[at] as number) + (part[at] as number);
    return;
  }
  for (let at = 0; at < table.length; at++) {
    table[at] = (table[at] as number) + (part[map[at] as number] as number);
  }
}

/** The table of a subset, summed one column after the other without index maps. */
export function summedTo(
  sizes: readonly number[],
  outer: ColumnSet,
  table: Float64Array,
  inner: ColumnSet,
): Float64Array<ArrayBuffer> {
  if (!isWithin(inner, outer)) throw new RangeError('a table is summed to a subset');
  let current = table;
  let set = outer;
  while (set.length > inner.length) {
    // Dropped neighbours are summed together; the run that leaves the fewest cells goes first.
    const { from, to } = largestRun(sizes, set, inner);
    const inside = cellsOf(sizes, set.slice(to));
    current = summedRun(current, cellsOf(sizes, set.slice(from, to)), inside);
    set = [...set.slice(0, from), ...set.slice(to)];
  }
  return current === table ? table.slice() : (current as Float64Array<ArrayBuffer>);
}

function largestRun(sizes: readonly number[], set: ColumnSet, inner: ColumnSet): { from: number; to: number } {
  let best = { from: 0, to: 0 };
  let most = 0;
  for (let from = 0; from < set.length; from++) {
    if (inner.includes(set[from] as number)) continue;
    let to = from + 1;
    while (to < set.length && !inner.includes(set[to] as number)) to++;
    const cells = cellsOf(sizes, set.slice(from, to));
    if (cells > most) {
      most = cells;
      best = { from, to };
    }
    from = to;
  }
  return best;
}

/** A table of outer × axis × inner, summed over the axis. */
function summedRun(table: Float64Array, axis: number, inner: number): Float64Array {
  const outer = table.length / (axis * inner);
  const out = new Float64Array(outer * inner);
  if (inner === 1) {
    for (let o = 0, at = 0; o < outer; o++) {
      let sum = 0;
      for (let code = 0; code < axis; code++) sum += table[at++] as number;
      out[o] = sum;
    }
    return out;
  }
  for (let o = 0, at = 0; o < outer; o++) {
    const to = o * inner;
    for (let code = 0; code < axis; code++) {
      for (let i = 0; i < inner; i++) out[to + i] = (out[to + i] as number) + (table[at++] as number);
    }
  }
  return out;
}
