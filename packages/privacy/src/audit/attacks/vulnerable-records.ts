/**
 * Vulnerable records: those furthest from all others are the easiest to recognise (Meeus et al., 2023, ESORICS,
 * "Achilles' heels": largest mean distance to the five nearest neighbours). Comparing all pairs of a large file would take
 * hours; so candidates are the records that no other equals, least likely first by their columns' own frequencies, and
 * only these are measured against the whole file.
 */
import type { CaseTable, CodeColumn } from '../../columns/case-table.ts';
import { rowsOf, sizesOfTable } from './attack-input.ts';
import { type Chance, chance } from './chance.ts';
import { distinctRows } from './distinct-rows.ts';
import { distancesFrom } from './packed-rows.ts';

export interface VulnerableRecord {
  readonly row: number;
  /** Mean number of differing columns to the nearest neighbours. */
  readonly meanDistance: number;
}

/** The `count` records with the largest mean distance to their nearest neighbours, furthest first. */
export function vulnerableRecords(
  table: CaseTable,
  options: {
    readonly count: number;
    readonly neighbours?: number;
    readonly candidates?: number;
    readonly signal?: AbortSignal;
  },
): VulnerableRecord[] {
  const { count, neighbours = 5, candidates = 2000, signal } = options;
  const all = table.columns.map((_, column) => column);
  const distinct = distinctRows(table, all);
  const surprise = surpriseOf(table);
  const ranked = Array.from(distinct.first.keys())
    .filter((at) => distinct.counts[at] === 1)
    .sort((a, b) => {
      const rowA = distinct.first[a] as number;
      const rowB = distinct.first[b] as number;
      return (surprise[rowB] as number) - (surprise[rowA] as number) || rowA - rowB;
    })
    .slice(0, Math.max(count, candidates));
  const distances = new Uint16Array(distinct.packed.rows);
  const rowsAt = new Float64Array(all.length + 1);
  const found = ranked.map((at): VulnerableRecord => {
    signal?.throwIfAborted();
    const row = distinct.first[at] as number;
    distancesFrom(distinct.packed, (column) => (table.columns[column] as CodeColumn)[row] as number, distances);
    rowsAt.fill(0);
    for (let other = 0; other < distances.length; other++) {
      const distance = distances[other] as number;
      rowsAt[distance] = (rowsAt[distance] as number) + (distinct.counts[other] as number);
    }
    rowsAt[0] = (rowsAt[0] as number) - 1;
    let left = Math.min(neighbours, table.rows - 1);
    let sum = 0;
    for (let distance = 0; left > 0; distance++) {
      const taken = Math.min(left, rowsAt[distance] as number);
      sum += taken * distance;
      left -= taken;
    }
    return { row, meanDistance: sum / Math.max(1, Math.min(neighbours, table.rows - 1)) };
  });
  return found.sort((a, b) => b.meanDistance - a.meanDistance || a.row - b.row).slice(0, count);
}

/** −Σ log of the frequency of each of a row's codes. */
function surpriseOf(table: CaseTable): Float64Array {
  const surprise = new Float64Array(table.rows);
  for (const [column, size] of sizesOfTable(table).entries()) {
    const codes = table.columns[column] as CodeColumn;
    const counts = new Float64Array(size);
    for (let row = 0; row < codes.length; row++) {
      counts[codes[row] as number] = (counts[codes[row] as number] as number) + 1;
    }
    const logs = counts.map((count) => -Math.log(Math.max(1, count) / table.rows));
    for (let row = 0; row < codes.length; row++) {
      surprise[row] = (surprise[row] as number) + (logs[codes[row] as number] as number);
    }
  }
  return surprise;
}

/** Records made of rare codes: per column one of the quarter of codes that fewest records of the file have. */
export function plantedOutliers(table: CaseTable, count: number, seed: string): CaseTable {
  const random: Chance = chance(seed, 'planted outliers');
  const rare = sizesOfTable(table).map((size, column) => {
    const counts = new Float64Array(size);
    for (const code of table.columns[column] as CodeColumn) counts[code] = (counts[code] as number) + 1;
    const codes = Array.from({ length: size }, (_, code) => code);
    codes.sort((a, b) => (counts[a] as number) - (counts[b] as number) || a - b);
    return codes.slice(0, Math.max(1, Math.floor(size / 4)));
  });
  const empty = rowsOf(table, new Uint32Array(count));
  const columns = empty.columns.map((column, at) => {
    const codes = rare[at] as number[];
    return column.map(() => codes[random.below(codes.length)] as number);
  });
  return { ...empty, columns };
}
