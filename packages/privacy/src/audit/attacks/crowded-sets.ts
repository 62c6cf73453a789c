/**
 * Sets of columns in which no record is alone, found many at a time: columns of few codes are joined into groups, and the
 * counts over some groups, one pass over the records, hold by addition the counts over every set of columns in them.
 */

/** Codes that the columns of one group may have together. */
const mostGroupCodes = 16;

interface Group {
  readonly columns: readonly number[];
  readonly codes: Uint8Array;
  readonly width: number;
}

/**
 * Whether no record is alone in a set of exactly `size` columns. Says so only of columns of at most 16 codes; of other sets it says
 * false, which means nothing.
 *
 * @param codes codes of each record, per column
 * @param sizes codes that each column may have
 */
export function crowdedSets(
  codes: readonly Uint16Array[],
  sizes: readonly number[],
  size: number,
  signal?: AbortSignal,
): (set: readonly number[]) => boolean {
  const crowded = new Set<number>();
  const keyOf = (set: readonly number[]) => set.reduce((key, column) => key * sizes.length + column, 0);
  const groups = groupsOf(codes, sizes);
  const rows = codes[0]?.length ?? 0;

  const visit = (chosen: readonly Group[], cellOf: Uint32Array, cells: number, from: number): void => {
    for (const [at, group] of groups.entries()) {
      if (at < from) continue;
      signal?.throwIfAborted();
      const within = [...chosen, group];
      const last = within.length === size;
      const next = last ? null : new Uint32Array(rows);
      const counts = countCells(cellOf, group, new Uint32Array(cells * group.width), next);
      const nobodyAlone = !counts.includes(1);
      for (const set of setsTouching(within, size)) {
        if (nobodyAlone || !summed(counts, within, set, sizes).includes(1)) {
          crowded.add(keyOf(set.flat().sort((a, b) => a - b)));
        }
      }
      if (next) visit(within, next, cells * group.width, at + 1);
    }
  };
  visit([], new Uint32Array(rows), 1, 0);
  return (set) => crowded.has(keyOf(set));
}

/** Joins columns while their codes together are few. */
function groupsOf(codes: readonly Uint16Array[], sizes: readonly number[]): Group[] {
  const narrow = sizes.map((_, column) => column).filter((column) => (sizes[column] as number) <= mostGroupCodes);
  const groups: Group[] = [];
  for (const column of narrow) {
    const width = sizes[column] as number;
    const values = codes[column] as Uint16Array;
    const open = groups.at(-1);
    if (open && open.width * width <= mostGroupCodes) {
      const joined = open.codes.map((code, row) => code * width + (values[row] as number));
      groups[groups.length - 1] = { columns: [...open.columns, column], codes: joined, width: open.width * width };
    } else groups.push({ columns: [column], codes: Uint8Array.from(values), width });
  }
  return groups;
}

/** Counts records by cell and one group more; keeps the new cell of each in `next` where asked to. */
function countCells(
  cellOf: Uint32Array,
  { codes, width }: Group,
  counts: Uint32Array,
  next: Uint32Array | null,
): Uint32Array {
  for (let row = 0; row < codes.length; row++) {
    const cell = (cellOf[row] as number) * width + (codes[row] as number);
    counts[cell] = (counts[cell] as number) + 1;
    if (next !== null) next[row] = cell;
  }
  return counts;
}

/** Every choice of `size` columns with at least one of each group: columns per group. */
function setsTouching(groups: readonly Group[], size: number): (readonly number[])[][] {
  const [first, ...others] = groups;
  if (first === undefined) return size === 0 ? [[]] : [];
  const sets: (readonly number[])[][] = [];
  for (let chosen = 1; chosen < 2 ** first.columns.length; chosen++) {
    const columns = first.columns.filter((_, at) => chosen & (1 << at));
    if (columns.length + others.length > size) continue;
    for (const rest of setsTouching(others, size - columns.length)) sets.push([columns, ...rest]);
  }
  return sets;
}

/** Counts over some of the groups' columns. */
function summed(
  counts: Uint32Array,
  groups: readonly Group[],
  set: readonly (readonly number[])[],
  sizes: readonly number[],
): Uint32Array {
  let outer = Uint32Array.of(0);
  let cells = 1;
  const maps = groups.map((group, at) => projection(group, set[at] as readonly number[], sizes));
  const inner = maps.at(-1) as Projection;
  for (const { of, width } of maps.slice(0, -1)) {
    const before = outer;
    outer = new Uint32Array(before.length * of.length);
    for (let i = 0; i < before.length; i++) {
      for (let j = 0; j < of.length; j++) {
        outer[i * of.length + j] = (before[i] as number) * width + (of[j] as number);
      }
    }
    cells *= width;
  }
  const sums = new Uint32Array(cells * inner.width);
  let at = 0;
  for (let i = 0; i < outer.length; i++) {
    const base = (outer[i] as number) * inner.width;
    for (let j = 0; j < inner.of.length; j++) {
      const cell = base + (inner.of[j] as number);
      sums[cell] = (sums[cell] as number) + (counts[at++] as number);
    }
  }
  return sums;
}

interface Projection {
  /** Code over the chosen columns, per code of the group. */
  readonly of: Uint32Array;
  readonly width: number;
}

function projection(group: Group, chosen: readonly number[], sizes: readonly number[]): Projection {
  const of = new Uint32Array(group.width);
  let before = group.width;
  let width = 1;
  for (const column of group.columns) {
    const size = sizes[column] as number;
    before /= size;
    if (!chosen.includes(column)) continue;
    for (let code = 0; code < of.length; code++) {
      of[code] = (of[code] as number) * size + (Math.floor(code / before) % size);
    }
    width *= size;
  }
  return { of, width };
}
