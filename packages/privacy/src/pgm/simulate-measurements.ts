import { type ColumnSet, cellsOf } from './factor.ts';
import { gather } from './fit-problem.ts';
import { centreAxes, type LinearMeasurement } from './linear-measurement.ts';
import type { Model } from './model.ts';
import type { PublishedRandom } from './published-random.ts';

/**
 * What the same measurements might have said if the model were the truth: its marginals, with fresh normal noise of the
 * published variances (parametric bootstrap). A model fitted to these differs from the first by as much as noise may make
 * it differ. Post-processing: the noise protects nobody and is drawn from a published seed.
 */
export function simulateMeasurements(
  model: Model,
  measurements: readonly LinearMeasurement[],
  random: PublishedRandom,
): LinearMeasurement[] {
  return measurements.map((measurement) => {
    const { set, variance, variances, centred, placed } = measurement;
    const values = new Float64Array(measurement.values.length);
    gather(values, model.marginal(set), placed?.cells ?? null);
    for (let cell = 0; cell < values.length; cell++) {
      const deviation = Math.sqrt(variances?.[cell] ?? variance);
      values[cell] = (values[cell] as number) + deviation * random.normal();
    }
    // The noise of a residual is centred as its values are.
    if (centred) centreAxes(values, placed?.axes ?? axesOf(model.sizes, set), centred);
    return { ...measurement, values };
  });
}

function axesOf(sizes: readonly number[], set: ColumnSet): number[] {
  return set.map((column) => cellsOf(sizes, [column]));
}
