import { type ColumnSet, cellsOf, columnSetKey, isWithin, projection } from './factor.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import type { ZeroCells } from './marginal-system.ts';

/** Every cell of a set with the variance of its noise; 0 for a cell that no record can fall into. */
export interface NoisyTable {
  readonly set: ColumnSet;
  readonly values: Float64Array;
  readonly variances: Float64Array;
}

/**
 * Measurements as whole tables, with impossible cells at zero. Null where that cannot be: a centred measurement, a cell that
 * was neither measured nor is impossible, or impossible cells that no measured set holds together.
 *
 * @param sizes codes per column
 */
export function noisyTables(
  sizes: readonly number[],
  measurements: readonly LinearMeasurement[],
  zeros: readonly ZeroCells[],
): NoisyTable[] | null {
  if (!zeros.every((zero) => measurements.some(({ set }) => isWithin(zero.set, set)))) return null;
  const found: NoisyTable[] = [];
  const impossible = new Map<string, Uint8Array>();
  for (const { set, values, variance, variances, centred, placed } of measurements) {
    if (centred?.includes(true)) return null;
    const key = columnSetKey(set);
    const closed = impossible.get(key) ?? impossibleCells(sizes, set, zeros);
    impossible.set(key, closed);
    const table = { set, values: new Float64Array(closed.length), variances: new Float64Array(closed.length) };
    for (let at = 0; at < values.length; at++) {
      const cell = placed ? (placed.cells[at] as number) : at;
      if (closed[cell]) continue;
      // Two answers on one cell: not a table.
      if (table.variances[cell] !== 0) return null;
      table.values[cell] = values[at] as number;
      table.variances[cell] = variances ? (variances[at] as number) : variance;
    }
    for (let cell = 0; cell < closed.length; cell++) if (!closed[cell] && table.variances[cell] === 0) return null;
    found.push(table);
  }
  return found;
}

function impossibleCells(sizes: readonly number[], set: ColumnSet, zeros: readonly ZeroCells[]): Uint8Array {
  const closed = new Uint8Array(cellsOf(sizes, set));
  for (const zero of zeros) {
    if (!isWithin(zero.set, set)) continue;
    const own = new Set(zero.cells);
    const map = projection(sizes, set, zero.set);
    for (let cell = 0; cell < closed.length; cell++) {
      if (own.has(map === null ? cell : (map[cell] as number))) closed[cell] = 1;
    }
  }
  return closed;
}
