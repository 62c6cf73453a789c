import type { SynthesisMeasurements } from './published.ts';
import type { SynthesisModel } from './synthetic-table.ts';

/**
 * Variance of a cell of each measured marginal as the synthetic records have it: the published noise's, or the mean square by
 * which the fitted model misses the measurement where that is larger. A fit that is good to the noise misses by about the noise;
 * one that stopped short misses by more, which no replicate shows, for replicates start from that fit. For `cellVariances`.
 *
 * @returns one element for each marginal over declared columns, in order; bands and inherited residuals are left out
 */
export function fitVariances(
  model: Pick<SynthesisModel, 'marginal'>,
  { domains, measurements }: Pick<SynthesisMeasurements, 'domains' | 'measurements'>,
): { readonly set: readonly string[]; readonly variance: number }[] {
  const columns = Object.keys(domains);
  const declared = measurements.filter(({ set }) => set.every((name) => columns.includes(name)));
  return declared.map(({ set, values, variance }) => {
    const fitted = model.marginal(set.map((name) => columns.indexOf(name)));
    let missed = 0;
    for (let cell = 0; cell < fitted.length; cell++) {
      missed += ((fitted[cell] as number) - (values[cell] as number)) ** 2;
    }
    return { set, variance: Math.max(Number(variance), missed / fitted.length) };
  });
}
