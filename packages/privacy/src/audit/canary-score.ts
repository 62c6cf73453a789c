import type { CaseTable } from '../columns/case-table.ts';
import { residualTransform } from '../residual/transform.ts';
import { cellCount, setKey, sizesOf } from '../results/sets.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import type { CanaryWorlds } from './canary.ts';

/** What a measurement of these records would be without noise. Residuals and marginals. */
export function exactMeasurement(
  table: CaseTable,
  { set, kind }: Pick<PublishedMeasurement, 'set' | 'kind'>,
): Float64Array<ArrayBuffer> {
  const sizes = sizesOf(table.domains, set);
  const columns = set.map((name) => table.columns[table.variables.indexOf(name)] as ArrayLike<number>);
  const cells = new Float64Array(cellCount(sizes));
  for (let row = 0; row < table.rows; row++) {
    const cell = columns.reduce((index, column, axis) => index * (sizes[axis] as number) + (column[row] as number), 0);
    cells[cell] = (cells[cell] as number) + 1;
  }
  if (kind === 'residual') residualTransform(cells, sizes);
  return cells;
}

/**
 * The attacker who knows every record but the canary: how much likelier the measurements are with it than without it, as a
 * natural logarithm, `Σ ⟨d, y − x⟩/σ² − ‖d‖²/2σ²` over the measured sets with d the canary's share and x the others'. The
 * best there is against Gaussian noise (Neyman and Pearson); with a total cost of ρ it is distributed about ±ρ with variance
 * 2ρ. Where a measurement leaves out cells of the declared domain, the canary's code was not seen: −∞.
 */
export function canaryScore({
  absent,
  canary,
  domains,
}: CanaryWorlds): (measured: readonly PublishedMeasurement[]) => number {
  const alone: CaseTable = {
    variables: absent.variables,
    domains,
    columns: canary.map((code) => Uint16Array.of(code)),
    rows: 1,
  };
  const known = new Map<
    string,
    { readonly others: Float64Array; readonly own: Float64Array; readonly length: number }
  >();
  const exact = (measurement: PublishedMeasurement) => {
    const key = `${measurement.kind} ${setKey(measurement.set)}`;
    let found = known.get(key);
    if (!found) {
      const own = exactMeasurement(alone, measurement);
      found = {
        others: exactMeasurement(absent, measurement),
        own,
        length: own.reduce((sum, value) => sum + value * value, 0),
      };
      known.set(key, found);
    }
    return found;
  };
  return (measured) =>
    measured.reduce((score, measurement) => {
      const { others, own, length } = exact(measurement);
      const { values, variance } = measurement;
      if (values.length !== own.length) return Number.NEGATIVE_INFINITY;
      let along = 0;
      for (let at = 0; at < values.length; at++) {
        along += (own[at] as number) * ((values[at] as number) - (others[at] as number));
      }
      return score + (along - length / 2) / Number(variance);
    }, 0);
}
