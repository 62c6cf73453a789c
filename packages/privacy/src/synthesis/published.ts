import type { Hierarchy, StructuralZero } from '../columns/declared-domain.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';
import type { RationalText } from '../rational.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import { pooledResiduals } from './pooled-residuals.ts';

/** How measurements for synthesis were chosen. */
export type SynthesisMethod = 'aim' | 'mst';

/** Table measurements used again: residuals of cohorts that were measured one by one with one plan. */
export interface InheritedMeasurements {
  /** The column that tells the cohorts apart; null for one cohort. */
  readonly axis: string | null;
  /** Cohorts in the order of the axis's codes. */
  readonly cohorts: readonly string[];
  readonly residuals: readonly PublishedMeasurement[];
}

/**
 * All that was learnt of the data for synthetic records, as it is published: everything after it is post-processing.
 * Marginals cost ρ = 1/(2·variance) each; what was spent on choosing them is `choices`.
 */
export interface SynthesisMeasurements {
  readonly format: 'casebridge-synthesis-1';
  readonly method: SynthesisMethod;
  readonly domains: Domains;
  readonly structuralZeros: readonly StructuralZero[];
  readonly hierarchies: readonly Hierarchy[];
  /** Most megabytes of the model's tables, as they were declared. */
  readonly modelSize: number;
  /** ρ spent on choosing what to measure, exactly. */
  readonly choices: RationalText;
  readonly inherited: InheritedMeasurements | null;
  /** Marginals in the order in which they were measured. */
  readonly measurements: readonly PublishedMeasurement[];
}

/** What was measured, as linear queries over column numbers: inherited ones first. RangeError: a set that is no column. */
export function linearMeasurements({
  domains,
  inherited,
  measurements,
}: Pick<SynthesisMeasurements, 'domains' | 'inherited' | 'measurements'>): LinearMeasurement[] {
  const columns = Object.keys(domains);
  return [
    ...(inherited ? pooledResiduals(inherited.residuals, { domains, ...inherited }) : []),
    ...measurements.map(({ set, values, variance }) => ({
      set: columnNumbers(columns, set),
      values,
      variance: Number(variance),
    })),
  ];
}

/** Cells that no record can fall into, over column numbers. */
export function zeroCells({
  domains,
  structuralZeros,
}: Pick<SynthesisMeasurements, 'domains' | 'structuralZeros'>): ZeroCells[] {
  const columns = Object.keys(domains);
  return structuralZeros.map(({ set, cells }) => ({ set: columnNumbers(columns, set), cells }));
}

/** Positions of a set's names, in the set's order. RangeError: no such column. */
export function columnNumbers(columns: readonly string[], set: readonly string[]): number[] {
  return set.map((name) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new RangeError(`no column '${name}' in the domains`);
    return at;
  });
}
