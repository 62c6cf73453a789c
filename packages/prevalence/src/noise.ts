import type { Uniform } from './random.ts';

/** Draws of one noise: integers. */
export type NoiseSource = () => number;

/** Standard deviations kept: what lies beyond has a chance below 1e-18. */
const reach = 9;

/**
 * Draws of a discrete Gaussian, the chance of k in proportion to exp(−k²/2v), by looking a uniform number up in its
 * cumulative weights. For simulating what noise did to published counts, never for protecting any.
 *
 * @param variance v, above zero and at most 10^10
 */
export function discreteGaussianNoise(variance: number, uniform: Uniform): NoiseSource {
  if (!(variance > 0 && variance <= 1e10)) throw new RangeError('a variance lies above zero and at most at 10^10');
  const most = Math.ceil(reach * Math.sqrt(variance)) + 1;
  const upTo = new Float64Array(2 * most + 1);
  let sum = 0;
  for (let at = 0; at < upTo.length; at++) {
    sum += Math.exp(-((at - most) ** 2) / (2 * variance));
    upTo[at] = sum;
  }
  return () => {
    const drawn = uniform() * sum;
    let low = 0;
    let high = upTo.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (drawn < (upTo[middle] as number)) high = middle;
      else low = middle + 1;
    }
    return low - most;
  };
}
