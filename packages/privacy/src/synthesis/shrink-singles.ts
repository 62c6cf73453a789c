import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { ModelSpace } from './model-space.ts';

/**
 * Single columns of many codes are mostly noise code by code. Within each group of a split column the noisy counts are drawn
 * towards their mean by the positive-part estimate of James and Stein (1961), `mean + max(0, 1 − (w − 3) σ² / S) (y − mean)`
 * with S the sum of squares about the mean of w counts: where codes differ by no more than noise would make them, little is
 * left of the differences, and where they truly differ all is. Several measurements of a column are first averaged by
 * precision and all say the same afterwards. Post-processing; the number and order of measurements stay as they were.
 */
export function shrinkSingles(space: ModelSpace, measurements: readonly LinearMeasurement[]): LinearMeasurement[] {
  const shrunk = measurements.slice();
  for (const { column } of space.splits) {
    const own = singlesOf(space, measurements, column);
    const values = estimateOfSingle(space, measurements, column)?.values;
    if (values) for (const at of own) shrunk[at] = { ...(measurements[at] as LinearMeasurement), values };
  }
  return shrunk;
}

/** What is known of one declared column by itself. */
export interface SingleEstimate {
  /** Records per code. */
  readonly values: Float64Array;
  /** Variance of each. */
  readonly variances: Float64Array;
}

/** All plain measurements of a declared column, averaged, and shrunk within groups where it is split; null without any. */
export function estimateOfSingle(
  space: ModelSpace,
  measurements: readonly LinearMeasurement[],
  column: number,
): SingleEstimate | null {
  const own = singlesOf(space, measurements, column);
  if (own.length === 0) return null;
  const { values, variance } = averaged(own.map((at) => measurements[at] as LinearMeasurement));
  const variances = new Float64Array(values.length).fill(variance);
  const split = space.splits.find((one) => one.column === column);
  if (split) {
    for (let group = 0; group < split.groups; group++) {
      drawTogether(
        values,
        variances,
        [...split.groupOf.keys()].filter((code) => split.groupOf[code] === group),
      );
    }
  }
  return { values, variances };
}

/** Places of the plain measurements of a declared column by itself. */
function singlesOf(space: ModelSpace, measurements: readonly LinearMeasurement[], column: number): number[] {
  const set = (space.parts[column]?.columns ?? []).join();
  const codes = space.declared[column];
  return [...measurements.keys()].filter((at) => {
    const one = measurements[at] as LinearMeasurement;
    return one.set.join() === set && one.values.length === codes && !one.centred?.includes(true);
  });
}

function averaged(measurements: readonly LinearMeasurement[]): { values: Float64Array; variance: number } {
  const weights = measurements.map(({ variance }) => 1 / variance);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const values = new Float64Array(measurements[0]?.values.length ?? 0);
  for (const [at, { values: own }] of measurements.entries()) {
    const share = (weights[at] as number) / total;
    for (let code = 0; code < values.length; code++)
      values[code] = (values[code] as number) + share * (own[code] as number);
  }
  return { values, variance: 1 / total };
}

function drawTogether(values: Float64Array, variances: Float64Array, codes: readonly number[]): void {
  if (codes.length < 4) return;
  const variance = variances[codes[0] as number] as number;
  const mean = codes.reduce((sum, code) => sum + (values[code] as number), 0) / codes.length;
  const squares = codes.reduce((sum, code) => sum + ((values[code] as number) - mean) ** 2, 0);
  const kept = squares > 0 ? Math.max(0, 1 - ((codes.length - 3) * variance) / squares) : 0;
  for (const code of codes) {
    values[code] = mean + kept * ((values[code] as number) - mean);
    variances[code] = variance * (kept + (1 - kept) / codes.length);
  }
}
