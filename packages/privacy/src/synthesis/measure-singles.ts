import { fitModel } from '../pgm/fit-model.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { MarginalOracle } from './aim.ts';

/** Share of the budget that single columns get in any case, and at most. */
const leastShare = 0.1;
const mostShare = 0.45;
/** Noise share of an average column, in records out of all, that the least share of the budget should leave. */
const wantedNoise = 0.003;

/**
 * Measures every column alone: a tenth of the budget first, which tells how many records there are; and once more with up to
 * a third where noise would still be a larger part of an average column than wanted. A pair cannot be known better than
 * its columns, so that a small budget buys more with them.
 *
 * @param sizes codes per column
 */
export async function measureSingles(oracle: MarginalOracle, sizes: readonly number[]): Promise<LinearMeasurement[]> {
  const rho = oracle.remaining();
  const sets = sizes.map((_, column) => [column]);
  const measureAll = async (share: number): Promise<LinearMeasurement[]> => {
    const measured = await oracle.measure(sets, sizes.length / (2 * share * rho));
    return measured.map((one, column) => ({ set: [column], ...one }));
  };
  const first = await measureAll(leastShare);
  const { total } = fitModel(sizes, first, { steps: 1 });
  const noise = noiseShare(sizes, first, total);
  const share = Math.min(mostShare, leastShare * Math.sqrt(noise / wantedNoise));
  return share > 1.1 * leastShare ? [...first, ...(await measureAll(share - leastShare))] : first;
}

/**
 * Expected total-variation distance between an average column and its noisy counts, all measurements of it averaged by
 * precision: `½ √(2/π) ≈ 0.4` standard deviations a code, over the records. 0 where nothing was measured.
 */
export function noiseShare(sizes: readonly number[], singles: readonly LinearMeasurement[], total: number): number {
  const first = singles[0];
  if (first === undefined) return 0;
  const key = first.set.join();
  const precision = singles.reduce((sum, { set, variance }) => sum + (set.join() === key ? 1 / variance : 0), 0);
  const cells = sizes.reduce((sum, size) => sum + size, 0) / sizes.length;
  return (0.4 * cells) / (Math.sqrt(precision) * total);
}
