import type { Hierarchy, StructuralZero } from '../columns/declared-domain.ts';
import type { LinearMeasurement } from '../pgm/linear-measurement.ts';
import type { ZeroCells } from '../pgm/marginal-system.ts';
import type { RationalText } from '../rational.ts';
import { sizesOf } from '../results/sets.ts';
import type { Domains, PublishedMeasurement } from '../results/types.ts';
import { type ModelSpace, modelSetOf, modelSpace, placedCells, placedMeasurement, type Split } from './model-space.ts';
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
  /** Groups of codes that were made while measuring, from answers that are published here, and then measured as columns. */
  readonly bands: readonly Hierarchy[];
  /** Most megabytes of the model's tables, as they were declared. */
  readonly modelSize: number;
  /** ρ spent on choosing what to measure, exactly. */
  readonly choices: RationalText;
  readonly inherited: InheritedMeasurements | null;
  /** Marginals in the order in which they were measured. */
  readonly measurements: readonly PublishedMeasurement[];
}

/** The parts of published measurements that say which columns there are. */
export type SynthesisDomain = Pick<SynthesisMeasurements, 'domains' | 'structuralZeros' | 'hierarchies' | 'bands'>;

/**
 * The columns of the model: a column with a declared parent is split into the parent and its place in it, a column with bands
 * into band and place.
 */
export function spaceOf({ domains, hierarchies, bands }: SynthesisDomain): ModelSpace {
  const columns = Object.keys(domains);
  const declared = hierarchies.filter(({ parent }) => columns.includes(parent));
  const splits = [...declared, ...bands].map(({ column, parent, groups, groupOf }): Split & { depth: number } => {
    const codes = domains[parent];
    // Groups are named like the parent's codes, in an order of their own.
    const renamed = codes ? groupOf.map((group) => codes.indexOf(groups[group] as string)) : groupOf;
    return {
      column: columns.indexOf(column),
      parent: codes ? columns.indexOf(parent) : null,
      groups: codes ? codes.length : groups.length,
      groupOf: renamed,
      depth: codes ? depthOf(parent, declared) : 0,
    };
  });
  // Declared splits first and parents before children; bands keep their order, which is that of their axes.
  const ordered = [
    ...splits.slice(0, declared.length).sort((a, b) => a.depth - b.depth),
    ...splits.slice(declared.length),
  ];
  return modelSpace(sizesOf(domains, columns), ordered);
}

function depthOf(column: string, hierarchies: readonly Hierarchy[]): number {
  const above = hierarchies.find((hierarchy) => hierarchy.column === column);
  return above ? 1 + depthOf(above.parent, hierarchies) : 0;
}

/** Axes of a space by name: columns, then the groups of its splits; groups that are columns go by the column. */
export function axisNumbers({ domains, bands }: SynthesisDomain, space: ModelSpace, set: readonly string[]): number[] {
  const columns = Object.keys(domains);
  return set.map((name) => {
    const at = columns.indexOf(name);
    if (at >= 0) return at;
    const band = bands.findIndex(({ parent }) => parent === name);
    if (band < 0) throw new RangeError(`no column '${name}' in the domains`);
    return space.axes.length - bands.length + band;
  });
}

/** Names of all axes of a space: columns, then the groups of its splits. */
export function axisNames({ domains, bands }: SynthesisDomain, space: ModelSpace): string[] {
  const columns = Object.keys(domains);
  const first = space.splits.length - bands.length;
  return [
    ...columns,
    ...space.splits.map(({ parent }, at) =>
      parent === null ? (bands[at - first]?.parent ?? '') : (columns[parent] ?? ''),
    ),
  ];
}

/** What was measured, as linear queries over columns of the model: inherited ones first. RangeError: a set that is no column. */
export function linearMeasurements(
  published: SynthesisDomain & Pick<SynthesisMeasurements, 'inherited' | 'measurements'>,
  space: ModelSpace,
): LinearMeasurement[] {
  const { domains, inherited, measurements } = published;
  return [
    ...inheritedMeasurements(domains, inherited, space),
    ...measurements.map(({ set, values, variance }) =>
      placedMeasurement(space, axisNumbers(published, space, set), { values, variance: Number(variance) }),
    ),
  ];
}

/** Table measurements as linear queries over columns of the model. */
export function inheritedMeasurements(
  domains: Domains,
  inherited: InheritedMeasurements | null,
  space: ModelSpace,
): LinearMeasurement[] {
  if (!inherited) return [];
  return pooledResiduals(inherited.residuals, { domains, ...inherited }).flatMap((measurement) => {
    const placed = placedCells(space, measurement.set);
    if (placed === null) return [{ ...measurement, set: modelSetOf(space, measurement.set) }];
    // A residual over a column and its own parent has cells that cannot be, and no simple query left without them.
    if (placed.cells.includes(-1)) return [];
    return [{ ...measurement, set: modelSetOf(space, measurement.set), placed }];
  });
}

/** Cells that no record can fall into, over columns of the model. */
export function zeroCells(domain: SynthesisDomain, space: ModelSpace): ZeroCells[] {
  const columns = Object.keys(domain.domains);
  const declared = domain.structuralZeros.map(({ set, cells }) => {
    const axes = columnNumbers(columns, set);
    const placed = placedCells(space, axes);
    const own = placed ? cells.map((cell) => placed.cells[cell] as number).filter((cell) => cell >= 0) : cells;
    return { set: modelSetOf(space, axes), cells: own };
  });
  return [...declared.filter(({ cells }) => cells.length > 0), ...space.zeros];
}

/** Positions of a set's names, in the set's order. RangeError: no such column. */
export function columnNumbers(columns: readonly string[], set: readonly string[]): number[] {
  return set.map((name) => {
    const at = columns.indexOf(name);
    if (at < 0) throw new RangeError(`no column '${name}' in the domains`);
    return at;
  });
}
