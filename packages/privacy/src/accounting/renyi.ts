/** Rényi divergence of order a > 1, for mechanisms that are not zCDP as a whole (Mironov 2017). */

/** Rényi cost of order a of Gaussian noise: a·Δ²/(2σ²). RangeError unless a > 1 and σ² > 0. */
export function renyiOfGaussian(order: number, sensitivitySquared: number, variance: number): number {
  checkOrder(order);
  if (!(variance > 0)) throw new RangeError('the variance of noise must be above zero');
  return (order * sensitivitySquared) / (2 * variance);
}

/** ε at δ from a Rényi cost of one order: ε_a + ln(1 − 1/a) − (ln δ + ln a)/(a − 1), at least 0 (Balle and others 2020). */
export function epsilonOfRenyi(order: number, cost: number, delta: number): number {
  checkOrder(order);
  if (!(delta > 0 && delta < 1)) throw new RangeError('delta must lie between 0 and 1');
  const epsilon = cost + Math.log1p(-1 / order) - (Math.log(delta) + Math.log(order)) / (order - 1);
  return Math.max(0, epsilon + 2 ** -44 * (Math.abs(epsilon) + cost + 1));
}

function checkOrder(order: number): void {
  if (!(order > 1 && Number.isFinite(order))) throw new RangeError('a Rényi order is a finite number above 1');
}
