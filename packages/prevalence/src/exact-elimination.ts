/**
 * Exact linear algebra over small integer matrices: what decides whether an estimate exists must not hang on rounding.
 */

/** A prime whose square stays below 2^53. */
const prime = 67_108_859;

/**
 * Column rank modulo a prime, in doubles: never above the true rank, so a full rank found here is a proof.
 *
 * @param rows rows × columns, small integers
 */
export function rankModuloPrime(rows: readonly (readonly number[])[], columns: number): number {
  const work: Float64Array[] = rows.map((row) => Float64Array.from(row, (entry) => ((entry % prime) + prime) % prime));
  let rank = 0;
  for (let column = 0; column < columns && rank < work.length; column++) {
    const at = work.findIndex((row, index) => index >= rank && row[column] !== 0);
    if (at < 0) continue;
    const pivot = work[at] as Float64Array;
    work[at] = work[rank] as Float64Array;
    work[rank] = pivot;
    const inverse = inverseModuloPrime(pivot[column] as number);
    for (let index = rank + 1; index < work.length; index++) {
      const row = work[index] as Float64Array;
      if (row[column] === 0) continue;
      const factor = ((row[column] as number) * inverse) % prime;
      for (let entry = column; entry < columns; entry++) {
        const value = ((row[entry] as number) - ((factor * (pivot[entry] as number)) % prime)) % prime;
        row[entry] = value < 0 ? value + prime : value;
      }
    }
    rank++;
  }
  return rank;
}

/** Integer vectors that span the null space of a matrix, exactly; none when its columns are independent. */
export function nullSpace(rows: readonly (readonly number[])[], columns: number): bigint[][] {
  const reduced: { readonly row: bigint[]; readonly pivot: number }[] = [];
  for (const row of rows) {
    const work = row.map(BigInt);
    for (const { row: other, pivot } of reduced) clear(work, other, pivot);
    const pivot = work.findIndex((entry) => entry !== 0n);
    if (pivot < 0) continue;
    divideByCommonFactor(work);
    for (const { row: other } of reduced) {
      clear(other, work, pivot);
      divideByCommonFactor(other);
    }
    reduced.push({ row: work, pivot });
    if (reduced.length === columns) return [];
  }
  const pivots = new Set(reduced.map(({ pivot }) => pivot));
  const free = Array.from({ length: columns }, (_, column) => column).filter((column) => !pivots.has(column));
  return free.map((column) => {
    // The free column as the least common multiple of the pivots it meets; the pivots' columns follow.
    const scale = reduced.reduce((all, { row, pivot }) => {
      if (row[column] === 0n) return all;
      return lcm(all, abs(row[pivot] as bigint));
    }, 1n);
    const vector = new Array<bigint>(columns).fill(0n);
    vector[column] = scale;
    for (const { row, pivot } of reduced) vector[pivot] = (-(row[column] as bigint) * scale) / (row[pivot] as bigint);
    divideByCommonFactor(vector);
    return vector;
  });
}

/** Divides a vector by the greatest common divisor of its entries, in place. */
export function divideByCommonFactor(vector: bigint[]): void {
  let divisor = 0n;
  for (const entry of vector) {
    divisor = gcd(divisor, entry);
    if (divisor === 1n) return;
  }
  if (divisor > 1n) for (let at = 0; at < vector.length; at++) vector[at] = (vector[at] as bigint) / divisor;
}

// Makes row[column] zero by a whole multiple of both rows.
function clear(row: bigint[], by: readonly bigint[], column: number): void {
  const own = row[column] as bigint;
  if (own === 0n) return;
  const pivot = by[column] as bigint;
  const common = gcd(own, pivot);
  const [a, b] = [pivot / common, own / common];
  for (let at = 0; at < row.length; at++) row[at] = (row[at] as bigint) * a - (by[at] as bigint) * b;
}

function inverseModuloPrime(value: number): number {
  let [a, b, x, y] = [value, prime, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(a / b);
    [a, b] = [b, a - quotient * b];
    [x, y] = [y, x - quotient * y];
  }
  return x < 0 ? x + prime : x;
}

function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [abs(a), abs(b)];
  while (y !== 0n) [x, y] = [y, x % y];
  return x;
}

function lcm(a: bigint, b: bigint): bigint {
  return (a / gcd(a, b)) * b;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
