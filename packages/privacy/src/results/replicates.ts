/**
 * Intervals from synthetic records. A synthetic file was made from noisy measurements: what was released is θ̂, a model
 * fitted to noisy answers about the real records, and records S generated from it. Each replicate repeats the whole way from
 * θ̂: fresh noise around the answers θ̂ gives, a new fit, new records S*_b (a parametric bootstrap). For an estimate q write
 *
 *   e = q(S) − q(real) = bias + spread,   e*_b = q(S*_b) − q(θ̂),
 *
 * and let the errors about θ̂ stand for those about the real records. Then, over m replicates,
 *
 *   B = Σ (q(S*_b) − q̄*)² / (m − 1) estimates the variance of q(S) that noise and generation cause,
 *   b̂ = q̄* − q(θ̂) estimates its bias (counts below the noise are pulled up, and what they are taken from down).
 *
 * q(S) − b̂ − q(real) has variance B + B/m. Where many cells lie below the noise, the fit takes nearly all of it away, the
 * replicates agree with each other and B is far too small, while the error is of the size of the noise that was taken away. The
 * noise's own variance V of the estimate, from the published variances alone (`noiseOf`), is then what is left to go by, so
 *
 *   T = max((1 + 1/m) B, V) + (b̂ − b̃)²,   (q(S) − b̃) ± t(m−1) √T.
 *
 * b̃ is the part of the bias that is taken off, b̂ · max(0, 1 − (1 + 1/m) B / b̂²): all of it where it stands out of the spread, none
 * where it does not. For where q(θ̂) is not at hand, q(S) stands in for it, b̂ has the generation error of S in it, and taking all of
 * it off would count that error twice; what is left in widens T. Where V is not at hand, b̂² is added to (1 + 1/m) B in its place.
 * If the real records are themselves a sample of what is asked about, their sampling variance U (estimated within the synthetic
 * file as if it were real, averaged over the replicates) is added, with Rubin's degrees of freedom ν = (m − 1)(1 + U/T)².
 *
 * A fit that stopped short of the noise errs by more than the noise, and the replicates, which start from it, do not show it: V is then
 * to be worked out from how far the fit misses its measurements, which is public too (`fitVariances`).
 *
 * The bootstrap repeats the noise, the fit and the generation. It cannot see what the model leaves out, for θ̂ is its truth: so
 * the rule holds for supported estimates only (`supportLookup`, `estimateSupport`). Measured on Adult by `bench/src/intervals.ts`.
 */
import type { CellVariances, FourCounts, StandardEstimate } from './estimates.ts';
import { leastBase, leastBaseInSd } from './publication.ts';
import { studentQuantile } from './student.ts';
import type { Support } from './support.ts';

export interface ReplicateEstimates {
  /** The estimate from the published synthetic file. */
  readonly estimate: number;
  /** The same estimate from each replicate. */
  readonly replicates: readonly number[];
  /** The estimate from the model itself, where it is at hand; the published file's stands for it otherwise. */
  readonly model?: number;
  /** Variance that the published noise alone gives the estimate: `noiseOf`. */
  readonly noise?: number;
  /** Sampling variance within a file, the mean over the replicates; zero for statements on the records of the real file. */
  readonly within?: number;
  /** What the estimate cannot leave: [0, 1] for a share. */
  readonly range?: readonly [low: number, high: number];
}

export interface CombinedEstimate {
  /** q(S) − b̃, the middle of the interval unless that meets the range. */
  readonly value: number;
  /** Variance between replicates, B. */
  readonly between: number;
  /** b̂. */
  readonly bias: number;
  /** T + U. */
  readonly variance: number;
  readonly freedom: number;
  readonly low: number;
  readonly high: number;
}

/** Fewest replicates that say anything of a variance. */
const fewestReplicates = 5;

/**
 * Combines an estimate with those of the replicates into an interval.
 *
 * @param level probability of the interval, 0.95 when absent
 * @throws RangeError for fewer than five replicates, or an estimate that is not a number
 */
export function combineReplicates(estimates: ReplicateEstimates, level = 0.95): CombinedEstimate {
  const { estimate, replicates, model = estimate, noise, within = 0, range = [-Infinity, Infinity] } = estimates;
  const m = replicates.length;
  if (m < fewestReplicates) throw new RangeError(`an interval needs ${fewestReplicates} replicates or more`);
  if (![estimate, model, within, noise ?? 0, ...replicates].every(Number.isFinite)) {
    throw new RangeError('an estimate is not a number');
  }
  const mean = replicates.reduce((sum, value) => sum + value, 0) / m;
  const between = replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (m - 1);
  const bias = mean - model;
  const spread = (1 + 1 / m) * between;
  const removed = bias === 0 ? 0 : bias * Math.max(0, 1 - spread / bias ** 2);
  const left = (bias - removed) ** 2;
  const released = noise === undefined ? spread + bias ** 2 : Math.max(spread, noise) + left;
  const variance = released + within;
  const freedom = released === 0 ? Infinity : (m - 1) * (1 + within / released) ** 2;
  const half = variance === 0 ? 0 : studentQuantile(0.5 + level / 2, freedom) * Math.sqrt(variance);
  const bounded = (value: number) => Math.min(Math.max(value, range[0]), range[1]);
  const middle = estimate - removed;
  return {
    value: bounded(middle),
    between,
    bias,
    variance,
    freedom,
    low: bounded(middle - half),
    high: bounded(middle + half),
  };
}

/** Least of the four counts behind an odds ratio, in standard deviations of their noise: at zero its logarithm has no interval. */
const leastOddsInSd = 3;

/**
 * Whether an estimate may be used: its columns lie within one measured set, and what it divides by stands out of the noise. A
 * share needs a base of at least max(50, 5 sd), the rule of published tables; an odds ratio divides by each of its counts,
 * and needs each to be 3 sd or more. Judged by the published file and the published variances alone.
 *
 * @param counts from the published synthetic file
 */
export function estimateSupport(estimate: StandardEstimate, counts: FourCounts, variances: CellVariances): Support {
  const { both, onlyA, onlyB, neither } = counts;
  const { a, b, kind } = estimate;
  const cell = variances(b === null ? [a.variable] : [a.variable, b.variable]);
  if (!Number.isFinite(cell)) return 'unsupported';
  if (kind === 'odds-ratio') {
    const least = Math.max(1, leastOddsInSd * Math.sqrt(cell));
    return [both, onlyA, onlyB, neither].every((count) => count >= least) ? 'supported' : 'unsupported';
  }
  const base = b === null ? both + onlyA + onlyB + neither : both + onlyB;
  const spread = Math.sqrt(variances(b === null ? [] : [b.variable]));
  return base >= Math.max(leastBase, leastBaseInSd * spread) ? 'supported' : 'unsupported';
}
