/**
 * Whether some strictly positive combination of vectors is zero, exactly: phase one of the simplex method over fractions
 * with one common denominator (Edmonds' integer pivoting), entering and leaving by Bland's rule, so that it always ends.
 */

/**
 * True when weights z > 0 exist with Σ z_j v_j = 0. With z = 1 + y that is: y ≥ 0 with Σ y_j v_j = −Σ v_j.
 *
 * @param vectors each of the same length, integers
 */
export function hasPositiveCombination(vectors: readonly (readonly bigint[])[]): boolean {
  const [first] = vectors;
  if (!first) return true;
  const rows = first.map((_, axis) => {
    const entries = vectors.map((vector) => vector[axis] as bigint);
    const right = -entries.reduce((sum, entry) => sum + entry, 0n);
    const sign = right < 0n ? -1n : 1n;
    return [...entries.map((entry) => entry * sign), right * sign];
  });
  const columns = vectors.length;
  // The objective is the sum of the artificial variables, one a row, which form the first basis.
  const cost = Array.from({ length: columns + 1 }, (_, column) =>
    rows.reduce((sum, row) => sum + (row[column] as bigint), 0n),
  );
  const basis = rows.map(() => Number.POSITIVE_INFINITY);
  let denominator = 1n;
  while ((cost[columns] as bigint) > 0n) {
    const entering = cost.findIndex((entry, column) => column < columns && entry > 0n);
    if (entering < 0) return false;
    const leaving = leavingRow(rows, basis, entering, columns);
    if (leaving < 0) throw new Error('the sum of artificial variables is bounded');
    const pivotRow = rows[leaving] as bigint[];
    const pivot = pivotRow[entering] as bigint;
    for (const [index, row] of rows.entries()) {
      if (index !== leaving) eliminate(row, pivotRow, entering, pivot, denominator);
    }
    eliminate(cost, pivotRow, entering, pivot, denominator);
    basis[leaving] = entering;
    denominator = pivot;
  }
  return true;
}

function eliminate(
  row: bigint[],
  pivotRow: readonly bigint[],
  column: number,
  pivot: bigint,
  denominator: bigint,
): void {
  const factor = row[column] as bigint;
  for (let at = 0; at < row.length; at++) {
    row[at] = ((row[at] as bigint) * pivot - factor * (pivotRow[at] as bigint)) / denominator;
  }
}

// The row with the smallest ratio, among equals the basis variable of smallest number; −1 for none.
function leavingRow(rows: readonly bigint[][], basis: readonly number[], entering: number, right: number): number {
  let best = -1;
  for (const [index, row] of rows.entries()) {
    if ((row[entering] as bigint) <= 0n) continue;
    if (best < 0) {
      best = index;
      continue;
    }
    const other = rows[best] as bigint[];
    const difference =
      (row[right] as bigint) * (other[entering] as bigint) - (other[right] as bigint) * (row[entering] as bigint);
    if (difference < 0n || (difference === 0n && (basis[index] as number) < (basis[best] as number))) best = index;
  }
  return best;
}
