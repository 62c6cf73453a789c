/**
 * The support flag of synthetic records: a model knows what it was fitted to. A table, or an estimate that rests on a table,
 * is supported if all its columns lie within one measured set; everything else the model filled in as evenly as it could,
 * and no interval from replicates is to be trusted there.
 */
import { canonicalSet, setKey, subsetsOf } from './sets.ts';
import type { Domains } from './types.ts';

export type Support = 'supported' | 'unsupported';

/** Answers for any set of columns, in any order. Build it once. */
export function supportLookup(measured: readonly (readonly string[])[]): (columns: readonly string[]) => Support {
  const sets = measured.map((set) => new Set(set));
  return (columns) => (sets.some((set) => columns.every((name) => set.has(name))) ? 'supported' : 'unsupported');
}

/** One row of the support file. */
export interface SupportRow {
  readonly variables: readonly string[];
  readonly support: Support;
}

/**
 * One row for every set of up to `ways` columns, in the order of the domain, and for every larger set that was measured.
 * RangeError: a measured column that the domain does not have.
 */
export function supportRows(domains: Domains, measured: readonly (readonly string[])[], ways = 3): SupportRow[] {
  const names = Object.keys(domains);
  const lookup = supportLookup(measured);
  const found = new Map<string, readonly string[]>();
  const extend = (set: readonly string[], from: number) => {
    for (let at = from; at < names.length; at++) {
      const larger = [...set, names[at] as string];
      found.set(setKey(larger), larger);
      if (larger.length < ways) extend(larger, at + 1);
    }
  };
  if (ways > 0) extend([], 0);
  for (const set of measured.map((one) => canonicalSet(domains, one))) {
    for (const part of subsetsOf(set)) if (part.length > ways) found.set(setKey(part), part);
  }
  return [...found.values()]
    .sort((a, b) => a.length - b.length || compare(names, a, b))
    .map((variables) => ({ variables, support: lookup(variables) }));
}

function compare(names: readonly string[], a: readonly string[], b: readonly string[]): number {
  const axis = a.findIndex((name, at) => name !== b[at]);
  return axis < 0 ? 0 : names.indexOf(a[axis] as string) - names.indexOf(b[axis] as string);
}
