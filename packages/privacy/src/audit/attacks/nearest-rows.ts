import type { DistinctRows } from './distinct-rows.ts';
import { distancesOfBlock, recordIn } from './packed-rows.ts';

/** The classes nearest to a record, in ascending order: those at the distance of the k-th nearest row are all there. */
export interface NearestRows {
  readonly classes: readonly number[];
  /** Distance of each, in columns that differ. */
  readonly distances: readonly number[];
  /** Rows at each distance, as far as that of the k-th nearest. */
  readonly rows: Float64Array;
}

/** Rows whose distances stay in the nearest cache while they are looked at. */
const block = 4096;

/**
 * Finds the k nearest rows of any record and all rows tied with the last of them. Distances are worked out a block of rows
 * at a time and looked at right away; only rows at most as far as the k-th nearest so far are counted.
 *
 * @param columns how many columns are packed: the largest distance
 */
export function nearestRows(
  { packed, counts }: DistinctRows,
  columns: number,
  most: number,
): (record: (column: number) => number) => NearestRows {
  const distances = new Uint16Array(block);
  return (record) => {
    const target = recordIn(packed, record);
    const rows = new Float64Array(columns + 1);
    const seen: { classes: number[]; distances: number[] } = { classes: [], distances: [] };
    let bound = columns;
    let within = 0;
    for (let from = 0; from < packed.rows; from += block) {
      const length = Math.min(block, packed.rows - from);
      distancesOfBlock(target, from, length, distances);
      for (let at = 0; at < length; at++) {
        const distance = distances[at] as number;
        if (distance > bound) continue;
        seen.classes.push(from + at);
        seen.distances.push(distance);
        rows[distance] = (rows[distance] as number) + (counts[from + at] as number);
        within += counts[from + at] as number;
        while (within - (rows[bound] as number) >= most) {
          within -= rows[bound] as number;
          rows[bound] = 0;
          bound--;
        }
      }
    }
    const near = seen.distances.map((distance) => distance <= bound);
    return {
      classes: seen.classes.filter((_, at) => near[at]),
      distances: seen.distances.filter((_, at) => near[at]),
      rows,
    };
  };
}
