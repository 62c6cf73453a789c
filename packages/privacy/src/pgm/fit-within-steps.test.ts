import { describe, expect, it } from 'vitest';
import { type ColumnSet, cellsOf } from './factor.ts';
import { fitModel } from './fit-model.ts';
import { type BoundedFit, fitWithinSteps } from './fit-within-steps.ts';
import type { LinearMeasurement } from './linear-measurement.ts';
import { publishedRandom } from './published-random.ts';

const sizes = [6, 5, 7, 4, 6];
const options: BoundedFit = { entropyWeight: 0.001, singleEntropyWeight: 0.0007, tolerance: 0.1, steps: 600 };

const easy: BoundedFit = { ...options, entropyWeight: 0.02, singleEntropyWeight: 0.02 };

describe('fitWithinSteps', () => {
  it('is the fit asked for where that converges', () => {
    const pairs = measured(2, 400);
    const found = fitWithinSteps(sizes, pairs, easy);
    const asked = fitModel(sizes, pairs, easy);
    expect(found.fit).toEqual(asked.fit);
    expect(found.fit.stopped).toBe('converged');
    expect(found.marginal([0, 3])).toEqual(asked.marginal([0, 3]));
  });

  it('comes closer in as many steps where that does not', () => {
    const triples = measured(3, 0.5);
    const few = { ...options, steps: 60 };
    const asked = fitModel(sizes, triples, few);
    const found = fitWithinSteps(sizes, triples, few);
    expect(asked.fit.stopped).toBe('steps');
    expect(found.fit.loss).toBeLessThan(asked.fit.loss);
    expect(found.fit.evaluations).toBeLessThanOrEqual(40 + 1);
  });
});

/** Noisy counts of all sets of `ways` columns in 600 invented records in which columns follow one another. */
function measured(ways: number, variance: number): LinearMeasurement[] {
  const random = publishedRandom(`fit within steps ${ways}`);
  const rows = Array.from({ length: 600 }, () => {
    const row: number[] = [];
    for (const size of sizes) row.push(random.unit() < 0.7 ? (row.at(-1) ?? 0) % size : random.below(size));
    return row;
  });
  return setsOf(ways).map((set) => {
    const values = new Float64Array(cellsOf(sizes, set));
    for (const row of rows) {
      const cell = set.reduce((key, column) => key * (sizes[column] as number) + (row[column] as number), 0);
      values[cell] = (values[cell] as number) + 1;
    }
    return { set, values: values.map((count) => count + Math.sqrt(variance) * random.normal()), variance };
  });
}

function setsOf(ways: number): ColumnSet[] {
  const masks = Array.from({ length: 1 << sizes.length }, (_, mask) =>
    sizes.flatMap((__, at) => ((mask >> at) & 1 ? at : [])),
  );
  return masks.filter((set) => set.length === ways);
}
