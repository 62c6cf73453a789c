import { Refusal } from '@casebridge/refusal';
import type { CaseTable } from '../columns/case-table.ts';
import { distinctRows } from './distinct-rows.ts';
import { checkTable, itemsOfRow, type PresentValues } from './present-values.ts';

/**
 * Counts of every combination of up to `longest` present values that occurs on either of two sides. Only what occurs is
 * held: combinations are the nodes of a trie (the one before, and the item added), found through one hash table, so that a
 * combination of any length is two words and one look-up. Equal rows are gone through once.
 */
export interface Combinations {
  readonly values: PresentValues;
  readonly longest: number;
  /** Combinations found, the empty one (number 0) among them. */
  count(): number;
  /** Length of a combination. */
  length(node: number): number;
  /** Counts of the two sides, indexed by combination; longer than `count()`. Valid until more is added. */
  sides(): { readonly real: Float64Array; readonly target: Float64Array };
  /** The items of a combination, ascending. */
  itemsOf(node: number): number[];
  /** Adds every combination of every row to one side. Refusal: beyond the limits. */
  addTable(table: CaseTable, side: Side): void;
  /** Adds one published count. The items must be of different columns. */
  addCount(items: readonly number[], count: number, side: Side): void;
  /** Number of a combination; −1 where it does not occur. */
  find(items: ArrayLike<number>, length: number): number;
  /** Every combination of the first `length` items that occurs, until `visit` says false. */
  walk(items: Uint16Array, length: number, visit: (node: number) => boolean): boolean;
}

export type Side = 'real' | 'target';

export interface CombinationLimits {
  /** Most combinations held: about 31 bytes each. 2^24 when absent. */
  readonly mostCombinations?: number;
  /** Most combinations gone through, rows with the same values once. 2·10⁹ when absent: a minute or two. */
  readonly mostSteps?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number) => void;
}

/** An empty index of combinations of up to `longest` values. */
export function combinations(values: PresentValues, longest: number, limits: CombinationLimits = {}): Combinations {
  if (!Number.isInteger(longest) || longest < 1 || longest > 255) throw new RangeError('a length is from 1 to 255');
  const { mostCombinations = 2 ** 24, mostSteps = 2e9, signal, onProgress } = limits;
  let capacity = 2 ** 12;
  let parents = new Uint32Array(capacity);
  let added = new Uint16Array(capacity);
  let lengths = new Uint8Array(capacity);
  let real = new Float64Array(capacity);
  let target = new Float64Array(capacity);
  let slots = new Int32Array(capacity * 2).fill(-1);
  let shift = 32 - Math.log2(slots.length);
  let count = 1;

  const slotOf = (parent: number, item: number): number => {
    const mixed = Math.imul(Math.imul(parent, 0x9e3779b1 | 0) ^ (item + 0x7f4a7c15), 0x85ebca6b | 0);
    return Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35 | 0) >>> shift;
  };
  const lookUp = (parent: number, item: number): number => {
    const mask = slots.length - 1;
    let slot = slotOf(parent, item);
    for (;;) {
      const node = slots[slot] as number;
      if (node < 0) return ~slot;
      if (parents[node] === parent && added[node] === item) return node;
      slot = (slot + 1) & mask;
    }
  };
  const grow = () => {
    capacity *= 2;
    parents = copied(parents, new Uint32Array(capacity));
    added = copied(added, new Uint16Array(capacity));
    lengths = copied(lengths, new Uint8Array(capacity));
    real = copied(real, new Float64Array(capacity));
    target = copied(target, new Float64Array(capacity));
    slots = new Int32Array(capacity * 2).fill(-1);
    shift -= 1;
    for (let node = 1; node < count; node++) slots[~lookUp(parents[node] as number, added[node] as number)] = node;
  };
  const childOf = (parent: number, item: number): number => {
    const found = lookUp(parent, item);
    if (found >= 0) return found;
    if (count > mostCombinations) {
      throw new Refusal(
        'combinations-too-many',
        `There are more than ${mostCombinations} combinations of up to ${longest} values; ask for a shorter length or fewer columns.`,
      );
    }
    let slot = ~found;
    if (count === capacity) {
      grow();
      slot = ~lookUp(parent, item);
    }
    slots[slot] = count;
    parents[count] = parent;
    added[count] = item;
    lengths[count] = (lengths[parent] as number) + 1;
    return count++;
  };
  const addRow = (
    items: Uint16Array,
    from: number,
    length: number,
    parent: number,
    left: number,
    side: Side,
    by: number,
  ) => {
    for (let at = from; at < length; at++) {
      const node = childOf(parent, items[at] as number);
      const counts = side === 'real' ? real : target;
      counts[node] = (counts[node] as number) + by;
      if (left > 1) addRow(items, at + 1, length, node, left - 1, side, by);
    }
  };
  const walkFrom = (
    items: Uint16Array,
    from: number,
    length: number,
    parent: number,
    left: number,
    visit: (node: number) => boolean,
  ): boolean => {
    for (let at = from; at < length; at++) {
      const node = lookUp(parent, items[at] as number);
      if (node < 0) continue;
      if (!visit(node)) return false;
      if (left > 1 && !walkFrom(items, at + 1, length, node, left - 1, visit)) return false;
    }
    return true;
  };

  return {
    values,
    longest,
    count: () => count,
    length: (node) => lengths[node] as number,
    sides: () => ({ real, target }),
    itemsOf(node) {
      const items: number[] = [];
      for (let at = node; at !== 0; at = parents[at] as number) items.unshift(added[at] as number);
      return items;
    },
    addTable(table, side) {
      checkTable(values, table);
      const { first, weights } = distinctRows(table.columns, table.rows);
      const items = new Uint16Array(table.columns.length);
      let steps = 0;
      for (const row of first) steps += subsetsUpTo(itemsOfRow(values, table.columns, row, items), longest);
      if (steps > mostSteps) {
        throw new Refusal(
          'combinations-too-long',
          `Counting every combination of up to ${longest} values goes through ${Math.round(steps / 1e6)} million of them, more than ${Math.round(mostSteps / 1e6)} million; ask for a shorter length or fewer columns.`,
        );
      }
      const counts = side === 'real' ? real : target;
      counts[0] = (counts[0] as number) + table.rows;
      for (let at = 0; at < first.length; at++) {
        if ((at & 4095) === 0) {
          signal?.throwIfAborted();
          onProgress?.(at / first.length);
        }
        const length = itemsOfRow(values, table.columns, first[at] as number, items);
        addRow(items, 0, length, 0, longest, side, weights[at] as number);
      }
    },
    addCount(items, by, side) {
      const sorted = Uint16Array.from(items).sort();
      let node = 0;
      for (const item of sorted) node = childOf(node, item);
      const counts = side === 'real' ? real : target;
      counts[node] = (counts[node] as number) + by;
    },
    find(items, length) {
      let node = 0;
      for (let at = 0; at < length && node >= 0; at++) node = lookUp(node, items[at] as number);
      return Math.max(node, -1);
    },
    walk: (items, length, visit) => walkFrom(items, 0, length, 0, longest, visit),
  };
}

/** Number of non-empty subsets of up to `order` of `length` members. */
function subsetsUpTo(length: number, order: number): number {
  let sum = 0;
  let choose = 1;
  for (let size = 1; size <= Math.min(order, length); size++) {
    choose = (choose * (length - size + 1)) / size;
    sum += choose;
  }
  return sum;
}

function copied<T extends { set(from: T): void }>(from: T, to: T): T {
  to.set(from);
  return to;
}
