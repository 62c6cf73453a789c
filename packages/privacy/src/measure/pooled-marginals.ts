import type { Marginal, Marginals } from '../count/marginals.ts';
import { cellCount, setKey, sizesOf } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';

/** One cohort of several that are counted together. */
export interface PooledPart {
  /** Its code on the axis of cohorts. */
  readonly code: number;
  readonly marginals: Marginals;
}

/**
 * Several cohorts counted as one table, with an axis that tells them apart: a set with the axis stacks the cohorts' counts,
 * a set without it adds them up. The axis comes first in the domains; one record is in one part.
 *
 * @param axis name and codes of the new column; every part has a code of its own. Null adds up and tells nothing apart
 * @param columns columns to count besides, a selection of what every part has, in their order
 * @throws RangeError: a code outside the axis or used twice, parts with different domains, a column they do not have
 */
export function pooledMarginals(
  parts: readonly PooledPart[],
  axis: { readonly name: string; readonly codes: readonly string[] } | null,
  columns: readonly string[],
): Marginals {
  const [first] = parts;
  if (!first) throw new RangeError('nothing to count together');
  const domains: Domains = {
    ...(axis ? { [axis.name]: axis.codes } : {}),
    ...Object.fromEntries(columns.map((name) => [name, domainOf(first.marginals, name)])),
  };
  if (axis) {
    if (columns.includes(axis.name)) throw new RangeError(`a column is called '${axis.name}' already`);
    const codes = parts.map(({ code }) => code);
    if (new Set(codes).size !== codes.length || codes.some((code) => axis.codes[code] === undefined))
      throw new RangeError('every part has one code of the axis to itself');
  }
  for (const { marginals } of parts) {
    for (const name of columns) {
      if (domainOf(marginals, name).join('\n') !== domainOf(first.marginals, name).join('\n'))
        throw new RangeError(`the parts have different codes for '${name}'`);
    }
  }
  return {
    domains,
    async *counts(sets, options = {}) {
      // Several sets may read the same counts: with the axis and without it.
      const inner = sets.map((set) => set.filter((name) => name !== axis?.name));
      const wanted = new Map(inner.map((set) => [setKey(set), set]));
      const totals = sets.map((set) => new Float64Array(cellCount(sizesOf(domains, set))));
      for (const { code, marginals } of parts) {
        for await (const { set, cells } of marginals.counts([...wanted.values()], options)) {
          const key = setKey(set);
          for (const [at, own] of inner.entries()) {
            if (setKey(own) !== key) continue;
            const isStacked = own.length < (sets[at] as readonly string[]).length;
            addAt(totals[at] as Float64Array, cells, isStacked ? code * cells.length : 0);
          }
        }
      }
      for (const [at, cells] of totals.entries())
        yield { set: sets[at] as readonly string[], cells } satisfies Marginal;
    },
  };
}

function domainOf({ domains }: Marginals, name: string): readonly string[] {
  const codes = Object.hasOwn(domains, name) ? domains[name] : undefined;
  if (!codes) throw new RangeError(`no column '${name}' to count`);
  return codes;
}

function addAt(into: Float64Array, cells: ArrayLike<number>, from: number): void {
  for (let cell = 0; cell < cells.length; cell++) {
    into[from + cell] = (into[from + cell] as number) + (cells[cell] as number);
  }
}
