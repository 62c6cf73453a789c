/**
 * Table measurements used again for synthesis. A residual `z_B = Ξ_B M_B + noise` with `Ξ_B = ⊗ (c I − 1 1ᵀ)` is, divided by
 * `Π c`, the linear query `P_B M_B` with noise of variance `g² / Π c²` per cell (P_B the centring projector). Cohorts measured
 * alone with one plan stack along an axis of cohorts, which is not centred: one query on the marginal of cohort and B.
 */
import { centreAxes, type LinearMeasurement } from '../pgm/linear-measurement.ts';
import { cellCount, joinNames, setKey, sizesOf } from '../results/sets.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';

/** How cohorts that were measured one by one make one table. */
export interface Pool {
  /** Columns of the table in order, the axis of cohorts among them. */
  readonly domains: Domains;
  /** The column that tells cohorts apart; null for a single cohort. */
  readonly axis: string | null;
  /** Cohorts in the order of the axis's codes. */
  readonly cohorts: readonly string[];
}

/**
 * The residuals as linear queries on the pooled table, in the order in which their sets are first named. Sets with a column
 * that the pool does not have are left out, and so are other cohorts.
 *
 * @param measurements residuals of every cohort of the pool, measured with one plan
 * @throws RangeError: a set that lacks a cohort or has other noise in one of them, or what is no residual
 */
export function pooledResiduals(measurements: readonly PublishedMeasurement[], pool: Pool): LinearMeasurement[] {
  const { domains, axis, cohorts } = pool;
  const columns = Object.keys(domains);
  if ((axis === null) !== (cohorts.length === 1))
    throw new RangeError('several cohorts need an axis, and one needs none');
  const bySet = new Map<string, PublishedMeasurement[]>();
  for (const measurement of measurements) {
    if (!cohorts.includes(measurement.cohort) || !measurement.set.every((name) => columns.includes(name))) continue;
    if (measurement.kind !== 'residual')
      throw new RangeError(`the measurement of ${joinNames(measurement.set)} is no residual`);
    const key = setKey(measurement.set);
    bySet.set(key, [...(bySet.get(key) ?? []), measurement]);
  }
  return [...bySet.values()].map((own) => {
    const parts = cohorts.map((cohort) => own.find((measurement) => measurement.cohort === cohort));
    const [first] = parts;
    if (!first || own.length !== cohorts.length || parts.some((part) => part?.variance !== first.variance))
      throw new RangeError(`the cohorts were not measured alike in ${joinNames((own[0] as PublishedMeasurement).set)}`);
    const sizes = sizesOf(domains, first.set);
    const scale = cellCount(sizes);
    const values = new Float64Array(scale * cohorts.length);
    for (const [at, part] of parts.entries()) {
      const cells = (part as PublishedMeasurement).values.map((value) => value / scale);
      centreAxes(
        cells,
        sizes,
        sizes.map(() => true),
      );
      values.set(cells, at * scale);
    }
    const set = (axis === null ? first.set : [axis, ...first.set]).map((name) => columns.indexOf(name));
    const centred = [...(axis === null ? [] : [false]), ...sizes.map(() => true)];
    const variance = Number(first.variance) / scale ** 2;
    return centred.includes(true) ? { set, values, variance, centred } : { set, values, variance };
  });
}
