import type { CodeColumn } from '../columns/case-table.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';
import { publishedRandom } from '../pgm/published-random.ts';
import type { ModelSpace } from './model-space.ts';
import { estimateOfSingle } from './shrink-singles.ts';

/**
 * Per declared column the codes of which at least one record is expected, given that no count is below zero. A count measured
 * as y with variance v is, with no count more likely beforehand than another, a normal cut off at zero, whose mean is close to
 * `(y + √(y² + 8v/π)) / 2`: exactly at y = 0 and far above, a little less than it far below. That is at least 1 where
 * `y + 2v/π ≥ 1`, which every engine works out to the same bit. Empty for columns never measured plainly by themselves.
 */
export function expectedCodes(space: ModelSpace, measurements: readonly LinearMeasurement[]): readonly number[][] {
  return space.declared.map((size, column) => {
    const estimate = estimateOfSingle(space, measurements, column);
    if (estimate === null) return [];
    const { values, variances } = estimate;
    return Array.from({ length: size }, (_, code) => code).filter(
      (code) => (values[code] as number) + (2 / Math.PI) * (variances[code] as number) >= 1,
    );
  });
}

/**
 * Gives each expected code without a row one row, in place: that of the code with most rows in its group (in the whole column
 * where it has no group), so that counts of groups stay. A code stays without where no other code has two rows, where every
 * such row would become an impossible one, and in columns that are the parent of another.
 *
 * @param columns declared columns
 * @param expected as `expectedCodes` gives it
 * @param zeros cells that no record can fall into, over declared columns
 */
export function keepValues(
  columns: readonly CodeColumn[],
  space: ModelSpace,
  expected: readonly (readonly number[])[],
  zeros: readonly ZeroCells[],
  seed: Uint8Array,
): void {
  const random = publishedRandom(seed);
  const rows = columns[0]?.length ?? 0;
  for (const [column, codes] of columns.entries()) {
    if (space.splits.some(({ parent }) => parent === column)) continue;
    const groupOf = space.splits.find((split) => split.column === column)?.groupOf;
    const counts = new Uint32Array(space.declared[column] as number);
    for (const code of codes) counts[code] = (counts[code] as number) + 1;
    for (const code of expected[column] ?? []) {
      if ((counts[code] as number) > 0) continue;
      const giver = mostHeld(counts, (other) => groupOf === undefined || groupOf[other] === groupOf[code]);
      if (giver < 0) continue;
      const first = random.below(rows);
      for (let step = 0; step < rows; step++) {
        const row = (first + step) % rows;
        if (codes[row] !== giver) continue;
        codes[row] = code;
        if (isPossible(columns, space.declared, zeros, row)) {
          counts[giver] = (counts[giver] as number) - 1;
          counts[code] = 1;
          break;
        }
        codes[row] = giver;
      }
    }
  }
}

/** The code with most rows among some, the first of several; −1 where none has two. */
function mostHeld(counts: Uint32Array, among: (code: number) => boolean): number {
  let most = -1;
  for (let code = 0; code < counts.length; code++) {
    const count = counts[code] as number;
    if (count >= 2 && among(code) && (most < 0 || count > (counts[most] as number))) most = code;
  }
  return most;
}

function isPossible(
  columns: readonly CodeColumn[],
  sizes: readonly number[],
  zeros: readonly ZeroCells[],
  row: number,
): boolean {
  return zeros.every(({ set, cells }) => {
    const at = set.reduce((cell, column) => cell * (sizes[column] as number) + (columns[column]?.[row] as number), 0);
    return !cells.includes(at);
  });
}
