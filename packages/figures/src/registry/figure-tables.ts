import { families, placeVariables, type RegistryOptions } from './families.ts';
import type { Family } from './family.ts';

/** A set of variables to measure, and the weight of its cells' variance in the plan. */
export interface WeightedTable {
  readonly set: readonly string[];
  readonly weight: number;
}

export interface TableOptions extends RegistryOptions {
  /** The two-valued variable that sets a contributor apart; null for none. */
  readonly setApart: { readonly variable: string } | null;
  /** With tables for every region. */
  readonly places: boolean;
  /** With the two flags that split a change (agreed or in groups of three or more organisations). True when absent. */
  readonly split?: boolean;
}

/** Flags from coverage statements that split a change on the previous year. */
export const splitFlags = {
  previous: 'contributor_active_previous_year',
  next: 'contributor_active_next_year',
} as const;

/**
 * The tables the registry reads, each with the weight that gives figures most of a plan's budget; a table that only the
 * explorer shows is well served by weight 1. Weights were chosen with the variance formulas of the residual planner so
 * that, at ε = 4 and δ = 10⁻⁶ per cohort, headline shares of a year with some 7,000 records lie within one point and
 * regional ones with 500 records in the base within three (see `figure-tables.test.ts`).
 */
export function figureTables(options: TableOptions): readonly WeightedTable[] {
  const tables = new Map<string, WeightedTable>();
  const add = (set: readonly string[], weight: number): void => {
    const key = [...set].sort().join(';');
    if ((tables.get(key)?.weight ?? 0) < weight) tables.set(key, { set, weight });
  };
  const group = options.setApart ? [options.setApart.variable] : [];
  for (const family of families(options)) {
    if (family.kind === 'mean' || family.kind === 'share') add([...group, ...family.table], poolWeight(family));
    if (family.kind === 'share' && family.known !== family.variable) add([...group, family.known], 2);
    if (options.places && family.inPlaces) {
      for (const place of Object.values(placeVariables)) {
        if (family.kind === 'mean' || family.kind === 'share') add([place, family.variable], placeWeight(family));
      }
    }
  }
  if (options.split ?? true) for (const flag of Object.values(splitFlags)) add([flag], 1);
  return [...tables.values()];
}

// Large tables cost least per cell and carry the smallest shares, so they weigh most; a sector has only seven cells.
function poolWeight(family: Family): number {
  if (family.kind === 'mean') return 10;
  if (family.kind !== 'share') return 0;
  return family.table.length > 1 ? 30 : family.wording === 'sector' ? 0.5 : 2;
}

function placeWeight(family: Family): number {
  return family.kind === 'mean' ? 2 : family.wording.startsWith('purpose') ? 10 : 8;
}
