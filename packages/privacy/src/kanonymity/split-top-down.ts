// Top-down specialisation with local recoding: all rows begin as one group at the top of every hierarchy; a group is split by one
// column's labels one level down. Children that may stand alone do; the rest stay together one level up, with that column frozen,
// and take the smallest children in until they may stand as well. After Fung, Wang, Yu (2005), Top-down specialization for
// information and privacy preservation, ICDE, made local and multi-way.
import type { DistinctRows } from './distinct-rows.ts';
import type { ColumnHierarchy } from './hierarchy.ts';
import { acceptsStretch, type GroupTest, type LocalGroup } from './local-groups.ts';

export interface SplitOptions {
  /** How much many children count against a split: its gain is divided by log2(1 + children)^power. */
  readonly power: number;
  /** Columns in the order in which they are to be split, whatever the data; null to split where most is gained. */
  readonly priority: readonly number[] | null;
  /** How much a column's loss counts, one number a column. */
  readonly importance: readonly number[];
  readonly signal?: AbortSignal | undefined;
}

/** The finest groups found; `order` lists the distinct rows, each group a stretch of it. */
export interface SplitGroups {
  readonly order: Uint32Array;
  readonly groups: LocalGroup[];
}

/** Splits all rows top down. The rows as one group must pass the test. Every row is in exactly one group. */
export function splitTopDown(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  test: GroupTest,
  options: SplitOptions,
): SplitGroups {
  const order = Uint32Array.from({ length: rows.count }, (_, row) => row);
  const moved = new Uint32Array(rows.count);
  const columns = hierarchies.map((_, column) => column);
  const splitter = childCounter(rows, hierarchies, test, order);
  const open: LocalGroup[] = [
    {
      start: 0,
      end: rows.count,
      size: rows.rows,
      levels: Uint8Array.from(hierarchies, ({ levels }) => levels - 1),
      frozen: new Uint8Array(hierarchies.length),
    },
  ];
  const groups: LocalGroup[] = [];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    options.signal?.throwIfAborted();
    tighten(rows, order, group);
    const chosen = group.size < 2 * test.k ? -1 : choose(group);
    if (chosen < 0) groups.push(group);
    else split(group, chosen);
  }
  return { order, groups };

  function choose(group: LocalGroup): number {
    let best = -1;
    let bestScore = 0;
    for (const column of options.priority ?? columns) {
      if (group.levels[column] === 0 || group.frozen[column] === 1) continue;
      const { gain, children } = splitter.children(group, column);
      if (children === 0) continue;
      if (options.priority) return column;
      const score = (gain * (options.importance[column] as number)) / Math.log2(1 + children) ** options.power;
      if (score > bestScore) {
        best = column;
        bestScore = score;
      }
    }
    return best;
  }

  function split(group: LocalGroup, column: number): void {
    const parts = splitter.partsOf(group, column);
    const places = new Uint32Array(parts.sizes.length);
    for (let part = 1; part < places.length; part++) {
      places[part] = (places[part - 1] as number) + (parts.counts[part - 1] as number);
    }
    const starts = places.slice();
    for (let at = group.start; at < group.end; at++) {
      const part = parts.partOf(order[at] as number);
      moved[places[part] as number] = order[at] as number;
      places[part] = (places[part] as number) + 1;
    }
    order.set(moved.subarray(0, group.end - group.start), group.start);
    for (const [part, size] of parts.sizes.entries()) {
      if (parts.counts[part] === 0) continue;
      const isLeftover = part === 0;
      const levels = group.levels.slice();
      const frozen = group.frozen.slice();
      if (isLeftover) frozen[column] = 1;
      else levels[column] = (levels[column] as number) - 1;
      const start = group.start + (starts[part] as number);
      open.push({ start, end: start + (parts.counts[part] as number), size, levels, frozen });
    }
  }
}

/** Lowers each column of a group to the lowest level at which its rows agree; a column so lowered may be split again. */
export function tighten(rows: DistinctRows, order: Uint32Array, group: LocalGroup): void {
  for (const [column, levels] of rows.coded.entries()) {
    let level = group.levels[column] as number;
    while (level > 0 && agree(levels[level - 1] as Uint16Array, order, group.start, group.end)) level--;
    if (level < (group.levels[column] as number)) {
      group.levels[column] = level;
      group.frozen[column] = 0;
    }
  }
}

function agree(codes: Uint16Array, order: Uint32Array, start: number, end: number): boolean {
  const first = codes[order[start] as number];
  for (let at = start + 1; at < end; at++) if (codes[order[at] as number] !== first) return false;
  return true;
}

/** Counts a group's rows by a column's labels one level down, and tells which of these may stand alone. */
function childCounter(
  rows: DistinctRows,
  hierarchies: readonly ColumnHierarchy[],
  test: GroupTest,
  order: Uint32Array,
) {
  const most = Math.max(...hierarchies.flatMap(({ labels }) => labels.map((level) => level.length)));
  const sizeOf = new Uint32Array(most);
  const publishedOf = rows.published === rows.weights ? sizeOf : new Uint32Array(most);
  const seen = new Uint8Array(most);
  const slotOf = new Uint32Array(most);
  const touched = new Uint32Array(most);
  const bySize = (a: number, b: number) => (sizeOf[a] as number) - (sizeOf[b] as number) || a - b;
  const isConstrained = test.constraints.length > 0;

  /** Children that may stand alone, the smallest first, and the rows of the rest. To be followed by `clear`. */
  const classify = ({ start, end }: LocalGroup, codes: Uint16Array, size: number) => {
    let count = 0;
    for (let at = start; at < end; at++) {
      const row = order[at] as number;
      const child = codes[row] as number;
      if (seen[child] === 0) touched[count++] = child;
      seen[child] = 1;
      sizeOf[child] = (sizeOf[child] as number) + (rows.weights[row] as number);
    }
    const children = touched.subarray(0, count);
    if (publishedOf !== sizeOf) countPublished(start, end, codes);
    const counted = isConstrained ? countValues(start, end, codes, children) : null;
    let big: number[] = [];
    let leftover = size;
    let isLeft = false;
    for (const child of children) {
      if ((sizeOf[child] as number) < test.k || (counted && !counted.accepts(child))) {
        counted?.addToLeftover(child);
        isLeft = true;
        continue;
      }
      big.push(child);
      leftover -= sizeOf[child] as number;
    }
    if (isLeft) {
      big.sort(bySize);
      let taken = 0;
      while (taken < big.length && (leftover < test.k || (counted && !counted.acceptsLeftover(leftover)))) {
        const child = big[taken++] as number;
        leftover += sizeOf[child] as number;
        counted?.addToLeftover(child);
      }
      big = big.slice(taken);
    }
    return { children, big, leftover, isLeft };
  };
  const countPublished = (start: number, end: number, codes: Uint16Array) => {
    for (let at = start; at < end; at++) {
      const row = order[at] as number;
      const child = codes[row] as number;
      publishedOf[child] = (publishedOf[child] as number) + (rows.published[row] as number);
    }
  };
  const clear = (children: Uint32Array) => {
    for (const child of children) {
      sizeOf[child] = 0;
      publishedOf[child] = 0;
      seen[child] = 0;
    }
  };

  /** Records of each child by the values of each constrained column. */
  const countValues = (start: number, end: number, codes: Uint16Array, children: Uint32Array) => {
    for (const [slot, child] of children.entries()) slotOf[child] = slot;
    const tables = test.values.map((values, at) => {
      const table = new Uint32Array(children.length * values);
      const sensitive = test.codes[at] as Uint32Array;
      for (let place = start; place < end; place++) {
        const row = order[place] as number;
        const cell = (slotOf[codes[row] as number] as number) * values + (sensitive[row] as number);
        table[cell] = (table[cell] as number) + (rows.weights[row] as number);
      }
      return table;
    });
    const countsOf = (child: number, at: number) => {
      const from = (slotOf[child] as number) * (test.values[at] as number);
      return (tables[at] as Uint32Array).subarray(from, from + (test.values[at] as number));
    };
    const leftover = test.values.map((values) => new Uint32Array(values));
    return {
      accepts: (child: number) =>
        test.constraints.every((constraint, at) => constraint.accepts(countsOf(child, at), sizeOf[child] as number)),
      addToLeftover(child: number) {
        for (const [at, counts] of leftover.entries()) {
          const more = countsOf(child, at);
          for (let value = 0; value < counts.length; value++) {
            counts[value] = (counts[value] as number) + (more[value] as number);
          }
        }
      },
      acceptsLeftover: (size: number) =>
        test.constraints.every((constraint, at) => constraint.accepts(leftover[at] as Uint32Array, size)),
    };
  };

  const codesBelow = (group: LocalGroup, column: number) =>
    rows.coded[column]?.[(group.levels[column] as number) - 1] as Uint16Array;

  return {
    /** How much loss a split takes away, in rows, and into how many parts; 0 parts where there is no split. */
    children(group: LocalGroup, column: number): { gain: number; children: number } {
      const level = group.levels[column] as number;
      const hierarchy = hierarchies[column] as ColumnHierarchy;
      const codes = codesBelow(group, column);
      const { children, big, isLeft } = classify(group, codes, group.size);
      const first = order[group.start] as number;
      const shareAbove = hierarchy.shares[level]?.[rows.coded[column]?.[level]?.[first] as number] as number;
      const below = hierarchy.shares[level - 1] as Float64Array;
      let gain = 0;
      for (const child of big) gain += (publishedOf[child] as number) * (shareAbove - (below[child] as number));
      clear(children);
      const least = 1 / (hierarchy.labels[0] as readonly string[]).length;
      return {
        gain: least === 1 ? 0 : gain / (1 - least),
        children: big.length === 0 ? 0 : big.length + (isLeft ? 1 : 0),
      };
    },
    /** The parts of the split: the leftover first, then each child that stands alone. */
    partsOf(group: LocalGroup, column: number) {
      const codes = codesBelow(group, column);
      const { children, big, leftover } = classify(group, codes, group.size);
      const sizes = [leftover, ...big.map((child) => sizeOf[child] as number)];
      clear(children);
      const partOfChild = new Map(big.map((child, at) => [child, at + 1]));
      const partOf = (row: number) => partOfChild.get(codes[row] as number) ?? 0;
      const counts = new Uint32Array(sizes.length);
      for (let at = group.start; at < group.end; at++) {
        const part = partOf(order[at] as number);
        counts[part] = (counts[part] as number) + 1;
      }
      return { sizes, counts, partOf };
    },
  };
}

/** Whether all rows as one group pass the test. */
export function acceptsAll(rows: DistinctRows, test: GroupTest): boolean {
  const order = Uint32Array.from({ length: rows.count }, (_, row) => row);
  return rows.rows >= test.k && acceptsStretch(test, rows.weights, order, 0, rows.count, rows.rows);
}
