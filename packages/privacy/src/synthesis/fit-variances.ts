import type { Model } from '../pgm/model.ts';
import { columnNumbers, type SynthesisMeasurements } from './published.ts';

/**
 * Variance of a cell of each measured marginal as the synthetic records have it: the published noise's, or the mean square by
 * which the fitted model misses the measurement where that is larger. A fit that is good to the noise misses by about the noise;
 * one that stopped short misses by more, which no replicate shows, for replicates start from that fit. For `cellVariances`.
 *
 * @returns one element a marginal, in order; inherited residuals are not looked at
 */
export function fitVariances(
  model: Model,
  { domains, measurements }: Pick<SynthesisMeasurements, 'domains' | 'measurements'>,
): { readonly set: readonly string[]; readonly variance: number }[] {
  const columns = Object.keys(domains);
  return measurements.map(({ set, values, variance }) => {
    const fitted = model.marginal(columnNumbers(columns, set));
    let missed = 0;
    for (let cell = 0; cell < fitted.length; cell++) {
      missed += ((fitted[cell] as number) - (values[cell] as number)) ** 2;
    }
    return { set, variance: Math.max(Number(variance), missed / fitted.length) };
  });
}
