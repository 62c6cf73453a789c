import type { CodeColumn } from '../columns/case-table.ts';
import { type CodesOffReference, codesOffReference } from './codes-off-reference.ts';
import { type PartitionedBits, partitionedBits } from './partitioned-bits.ts';
import { type RowItems, rowItems } from './row-items.ts';

/** A table as the kernels see it: columns by position, with their domain sizes. */
export interface CountingTable {
  readonly columns: readonly CodeColumn[];
  readonly sizes: readonly number[];
  readonly rows: number;
}

/** A table with what the kernels work out about it once and use many times. One per thread. */
export interface CountingContext extends CountingTable {
  offReference(column: number): CodesOffReference;
  /** Bit vectors over the rows in the order of `partition`'s codes; `null` keeps the rows in one part. */
  bits(partition: number | null): PartitionedBits;
  /** Items of the low columns, per row. */
  rowItems(): RowItems;
}

/** Wraps a table for one thread of counting. Bit vectors of the latest partition are kept, and those of no partition. */
export function countingContext(table: CountingTable): CountingContext {
  const lists = new Map<number, CodesOffReference>();
  let items: RowItems | undefined;
  let whole: PartitionedBits | undefined;
  let latest: { partition: number; bits: PartitionedBits } | undefined;
  const context: CountingContext = {
    ...table,
    offReference(column) {
      const known = lists.get(column);
      if (known) return known;
      const list = codesOffReference(table.columns[column] as CodeColumn, table.sizes[column] as number);
      lists.set(column, list);
      return list;
    },
    bits(partition) {
      if (partition === null) {
        whole ??= partitionedBits(context, null);
        return whole;
      }
      if (latest?.partition !== partition) latest = { partition, bits: partitionedBits(context, partition) };
      return latest.bits;
    },
    rowItems() {
      items ??= rowItems(context);
      return items;
    },
  };
  return context;
}
