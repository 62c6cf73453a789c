/**
 * The point of `{ x ≥ 0, Σ x = total }` that lies closest to `values`, each distance weighted by its inverse variance:
 * `x = max(0, y + t · variance)` for the one t that gives the sum, found by sorting the breakpoints `−y / variance`
 * (the weighted form of Held, Wolfe and Crowder, 1974, Mathematical Programming 6). A value without variance stays as it
 * is, negative ones become 0, unless nothing else can make up the total.
 */
export function projectOntoSimplex(
  values: ArrayLike<number>,
  variances: ArrayLike<number>,
  total: number,
): Float64Array<ArrayBuffer> {
  const projected = Float64Array.from(values, (value) => Math.max(0, value));
  if (total <= 0) return projected.fill(0);
  const free = Array.from(projected.keys()).filter((at) => (variances[at] as number) > 0);
  const fixed = projected.reduce((sum, value, at) => ((variances[at] as number) > 0 ? sum : sum + value), 0);
  const rest = total - fixed;
  if (free.length === 0 || rest < 0) return scaled(projected, total, free);
  free.sort((a, b) => breakpoint(values, variances, a) - breakpoint(values, variances, b) || a - b);
  let sum = 0;
  let weight = 0;
  let shift = 0;
  for (const [rank, at] of free.entries()) {
    sum += values[at] as number;
    weight += variances[at] as number;
    shift = (rest - sum) / weight;
    const next = free[rank + 1];
    if (next === undefined || shift <= breakpoint(values, variances, next)) break;
  }
  for (const at of free) projected[at] = Math.max(0, (values[at] as number) + shift * (variances[at] as number));
  return projected;
}

function breakpoint(values: ArrayLike<number>, variances: ArrayLike<number>, at: number): number {
  return -(values[at] as number) / (variances[at] as number);
}

/** Known values that do not add up to the total: they are scaled to it, and free ones are 0. */
function scaled(values: Float64Array<ArrayBuffer>, total: number, free: readonly number[]): Float64Array<ArrayBuffer> {
  for (const at of free) values[at] = 0;
  const sum = values.reduce((one, other) => one + other, 0);
  return values.map((value) => (sum > 0 ? (value * total) / sum : total / values.length));
}
