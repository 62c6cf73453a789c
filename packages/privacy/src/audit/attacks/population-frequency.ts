/**
 * How many members of the population share a record's key, F, when f records of the sample do.
 *
 * Negative binomial (Benedetti and Franconi, 1998; Capobianchi, Polettini and Lucarelli, 2001): F | f is f plus the
 * failures before the f-th success, each record being sampled with probability p = f/F̂. Then
 * E[1/F] = (p/f)·₂F₁(1, 1; f + 1; 1 − p).
 *
 * Zero-truncated Poisson (El Emam and Dankar, 2008, JAMIA 15): F is Poisson with mean f/π, given that it is not 0. Then
 * E[1/F] = (Ei(λ) − ln λ − γ)/(e^λ − 1).
 */

/**
 * E[1/F | f] under the negative binomial model.
 *
 * @param f records of the sample with this key, ≥ 1
 * @param p the sampling probability of the class, f over the estimated F, in (0, 1]
 */
export function negativeBinomialRisk(f: number, p: number): number {
  checkFrequency(f, p);
  const q = 1 - p;
  if (q === 0) return 1 / f;
  if (q < 0.9 || f > 50) return (p / f) * hypergeometricOne(f, q);
  // R₁ = (p/q)·(−ln p); R_f = (p/q)·(1/(f − 1) − R_{f−1}): stable here, where p/q is below 1/9.
  let risk = (p / q) * -Math.log(p);
  for (let at = 2; at <= f; at++) risk = (p / q) * (1 / (at - 1) - risk);
  return risk;
}

/** ₂F₁(1, 1; f + 1; q) = Σ n!/(f + 1)ₙ qⁿ: all terms positive. */
function hypergeometricOne(f: number, q: number): number {
  let term = 1;
  let sum = 1;
  for (let n = 1; term > sum * 1e-17; n++) {
    term *= (n / (f + n)) * q;
    sum += term;
  }
  return sum;
}

/** The usual approximation of {@link negativeBinomialRisk} for f ≥ 3, `p/(f − 1 + p)`; exact for 1 and 2. */
export function approximateNegativeBinomialRisk(f: number, p: number): number {
  checkFrequency(f, p);
  return f < 3 ? negativeBinomialRisk(f, p) : p / (f - 1 + p);
}

/** P[F < k | f] under the negative binomial model: how likely the record hides among fewer than k. */
export function negativeBinomialBelow(f: number, p: number, k: number): number {
  checkFrequency(f, p);
  if (k <= f) return 0;
  let term = p ** f;
  let sum = 0;
  for (let size = f; size < k; size++) {
    sum += term;
    term *= (size / (size - f + 1)) * (1 - p);
  }
  return Math.min(1, sum);
}

/** E[1/F | F ≥ 1] for F Poisson with mean λ > 0. */
export function truncatedPoissonRisk(mean: number): number {
  if (!(mean > 0)) throw new RangeError('the mean of a Poisson variable is above 0');
  if (mean > 700) return 1 / mean + 1 / mean ** 2 + 2 / mean ** 3;
  let term = 1;
  let sum = 0;
  for (let size = 1; size < mean || term > sum * 1e-17; size++) {
    term *= mean / size;
    sum += term / size;
  }
  return sum / Math.expm1(mean);
}

/** P[F < k | F ≥ 1] for F Poisson with mean λ > 0. */
export function truncatedPoissonBelow(mean: number, k: number): number {
  if (!(mean > 0)) throw new RangeError('the mean of a Poisson variable is above 0');
  if (mean > 700) return k > mean ? 1 : 0;
  let term = 1;
  let sum = 0;
  for (let size = 1; size < k; size++) {
    term *= mean / size;
    sum += term;
  }
  return Math.min(1, sum / Math.expm1(mean));
}

function checkFrequency(f: number, p: number): void {
  if (!(Number.isInteger(f) && f >= 1)) throw new RangeError('a class of the sample has at least one record');
  if (!(p > 0 && p <= 1)) throw new RangeError('a sampling probability lies above 0 and at most at 1');
}
