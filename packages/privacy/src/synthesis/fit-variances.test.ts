import { describe, expect, it } from 'vitest';
import { fitVariances } from './fit-variances.ts';

describe('fitVariances', () => {
  it('is the noise where the fit is as good, and how far the fit misses where it is not; bands are passed over', () => {
    const domains = { a: ['0', '1'], b: ['0', '1', '2', '3'] };
    const marginals: Record<string, number[]> = { '0': [10, 20], '1': [5, 5, 10, 10] };
    const model = { marginal: (set: readonly number[]) => Float64Array.from(marginals[set.join()] ?? []) };
    const measured = (set: string[], values: number[]) => ({
      cohort: 'c',
      set,
      kind: 'marginal' as const,
      values: Float64Array.from(values),
      variance: '9',
    });
    const band = measured(['b in bands'], [1]);
    const measurements = [measured(['a'], [11, 18]), band, measured(['b'], [15, 5, 10, 4])];
    // a is missed by 1 and 2, less than the noise; b by 10, 0, 0 and 6.
    expect(fitVariances(model, { domains, measurements })).toEqual([
      { set: ['a'], variance: 9 },
      { set: ['b'], variance: 136 / 4 },
    ]);
  });
});
