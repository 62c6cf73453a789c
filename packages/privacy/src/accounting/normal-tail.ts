/**
 * P[Z > x] for a standard normal Z, to about thirteen digits: the series of erf with positive terms near 0, the
 * continued fraction of Mills' ratio beyond (Abramowitz and Stegun 7.1.6 and 26.2.14).
 */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x);
  const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
  if (x < 2.5) {
    let term = x;
    let sum = x;
    for (let n = 1; term > sum * 2 ** -60; n++) {
      term *= (x * x) / (2 * n + 1);
      sum += term;
    }
    return 0.5 - density * sum;
  }
  let fraction = x;
  for (let n = 200; n >= 1; n--) fraction = x + n / fraction;
  return density / fraction;
}
