import type { Domains } from '../results/types.ts';

/** Exact counts over one set, row-major, every combination of the declared domain present. */
export interface Marginal {
  readonly set: readonly string[];
  readonly cells: Uint32Array | Float64Array;
}

/**
 * The one port to case data: everything after it works on counts. Implementations give exact integers for every cell of
 * the declared domain, in the order in which the sets were asked for.
 */
export interface Marginals {
  readonly domains: Domains;
  /**
   * @param sets each in ascending order of its variables' position in `domains`; the empty set counts all rows
   * @throws RangeError for an unknown variable or another order; Refusal for values outside the declared domain
   */
  counts(sets: readonly (readonly string[])[], options?: { readonly signal?: AbortSignal }): AsyncIterable<Marginal>;
}
