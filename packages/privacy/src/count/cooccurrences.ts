import type { CodeColumn } from '../columns/case-table.ts';
import type { CountingContext } from './context.ts';
import type { RowItems } from './row-items.ts';

/**
 * How often items occur together, found by going through the combinations of each row's few items: for columns that are
 * mostly missing or no this takes a fraction of joining bit vectors.
 */
export interface Cooccurrences {
  /** Largest combination counted. */
  readonly order: number;
  readonly items: RowItems;
  /** Tables of one, two and three items: part-major, then `item`, `item × count + item`, …, ascending items only. */
  readonly tables: readonly Uint32Array[];
  readonly parts: number;
}

/** Most counters of one table: beyond it they no longer fit the caches. */
const mostCounters = 2 ** 22;

/** Whether combinations of `order` items can be counted: up to three, and their counters must be few. */
export function canCountTogether(items: RowItems, order: number, parts: number): boolean {
  return order <= 3 && parts * items.count ** order <= mostCounters;
}

/** Counts all combinations of up to `order` items in each part: a part is a code of `partition`, or all rows for null. */
export function cooccurrences(context: CountingContext, partition: number | null, order: number): Cooccurrences {
  const items = context.rowItems();
  const parts = partition === null ? 1 : (context.sizes[partition] as number);
  const tables = Array.from({ length: order }, (_, at) => new Uint32Array(parts * items.count ** (at + 1)));
  const [ones, twos, threes] = tables;
  const partOf = partition === null ? null : (context.columns[partition] as CodeColumn);
  if (ones) countOnes(items, partOf, ones);
  if (twos) countTwos(items, partOf, twos);
  if (threes) countThrees(items, partOf, threes);
  return { order, items, tables, parts };
}

function countOnes({ starts, items, count }: RowItems, partOf: CodeColumn | null, found: Uint32Array): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const base = partOf === null ? 0 : (partOf[row] as number) * count;
    const end = starts[row + 1] as number;
    for (let a = starts[row] as number; a < end; a++) {
      const at = base + (items[a] as number);
      found[at] = (found[at] as number) + 1;
    }
  }
}

function countTwos({ starts, items, count }: RowItems, partOf: CodeColumn | null, found: Uint32Array): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const base = partOf === null ? 0 : (partOf[row] as number) * count;
    const end = starts[row + 1] as number;
    for (let a = starts[row] as number; a < end; a++) {
      const first = (base + (items[a] as number)) * count;
      for (let b = a + 1; b < end; b++) {
        const at = first + (items[b] as number);
        found[at] = (found[at] as number) + 1;
      }
    }
  }
}

function countThrees({ starts, items, count }: RowItems, partOf: CodeColumn | null, found: Uint32Array): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    const base = partOf === null ? 0 : (partOf[row] as number) * count;
    const end = starts[row + 1] as number;
    for (let a = starts[row] as number; a < end; a++) {
      const first = (base + (items[a] as number)) * count;
      for (let b = a + 1; b < end; b++) {
        const second = (first + (items[b] as number)) * count;
        for (let c = b + 1; c < end; c++) {
          const at = second + (items[c] as number);
          found[at] = (found[at] as number) + 1;
        }
      }
    }
  }
}

/** Free counts of one set of low columns, ascending: part-major, then row-major over the codes other than the references. */
export function freeCountsOf(
  { items, tables, parts }: Cooccurrences,
  columns: readonly number[],
  freeSizes: readonly number[],
): Uint32Array {
  const table = tables[columns.length - 1] as Uint32Array;
  const cells = freeSizes.reduce((product, size) => product * size, 1);
  const found = new Uint32Array(parts * cells);
  for (let cell = 0; cell < cells; cell++) {
    let rest = cell;
    let at = 0;
    let step = 1;
    for (let axis = columns.length - 1; axis >= 0; axis--) {
      const size = freeSizes[axis] as number;
      at += ((items.firstOf[columns[axis] as number] as number) + (rest % size)) * step;
      rest = Math.floor(rest / size);
      step *= items.count;
    }
    for (let part = 0; part < parts; part++) found[part * cells + cell] = table[part * step + at] as number;
  }
  return found;
}
