const table: number[] = [0, 0];

/** ln n! for a whole number n ≥ 0: summed up to 256, Stirling's series above (relative error below 1e-16 there). */
export function logFactorial(n: number): number {
  if (n <= 256) {
    for (let k = table.length; k <= n; k++) table[k] = (table[k - 1] as number) + Math.log(k);
    return table[n] as number;
  }
  const x = n + 1;
  return (
    (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x) - 1 / (360 * x ** 3) + 1 / (1260 * x ** 5)
  );
}
