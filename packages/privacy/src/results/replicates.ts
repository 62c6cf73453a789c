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
 * q(S) − b̂ − q(real) has variance B + B/m, of which B has m − 1 degrees of freedom, so that for the real file itself
 *
 *   q(S) ± t(m−1) √((1 + 1/m) B + b̂²).
 *
 * The bias widens the interval and does not move its middle: taken off, it would double the generation error that q(S) and
 * q̄* − q(S) share where q(θ̂) is not at hand, and send small shares below zero. If the real records are themselves a sample
 * of what is asked about, their sampling variance U (estimated within the synthetic file as if it were real, averaged over
 * the replicates) is added, with Rubin's degrees of freedom ν = (m − 1)(1 + U / ((1 + 1/m) B + b̂²))².
 *
 * The bootstrap repeats the noise, the fit and the generation. It cannot see what the model leaves out, for θ̂ is its truth: so
 * the rule holds for supported estimates only (`supportLookup`).
 */
import { studentQuantile } from './student.ts';

export interface ReplicateEstimates {
  /** The estimate from the published synthetic file. */
  readonly estimate: number;
  /** The same estimate from each replicate. */
  readonly replicates: readonly number[];
  /** The estimate from the model itself, where it is at hand; the published file's stands for it otherwise. */
  readonly model?: number;
  /** Sampling variance within a file, the mean over the replicates; zero for statements on the records of the real file. */
  readonly within?: number;
}

export interface CombinedEstimate {
  readonly value: number;
  /** Variance between replicates, B. */
  readonly between: number;
  /** b̂. */
  readonly bias: number;
  /** (1 + 1/m) B + b̂² + U. */
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
  const { estimate, replicates, model = estimate, within = 0 } = estimates;
  const m = replicates.length;
  if (m < fewestReplicates) throw new RangeError(`an interval needs ${fewestReplicates} replicates or more`);
  if (![estimate, model, within, ...replicates].every(Number.isFinite))
    throw new RangeError('an estimate is not a number');
  const mean = replicates.reduce((sum, value) => sum + value, 0) / m;
  const between = replicates.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (m - 1);
  const bias = mean - model;
  const noise = (1 + 1 / m) * between + bias * bias;
  const variance = noise + within;
  const freedom = noise === 0 ? Infinity : (m - 1) * (1 + within / noise) ** 2;
  const half = variance === 0 ? 0 : studentQuantile(0.5 + level / 2, freedom) * Math.sqrt(variance);
  return { value: estimate, between, bias, variance, freedom, low: estimate - half, high: estimate + half };
}
