import { addInto, centre, outerProduct, sumDown } from './axes.ts';
import { resolveSelection } from './selection.ts';
import { cellCount, setKey, sizesOf, subsetsOf } from './sets.ts';
import type { Domains, Selection } from './types.ts';

/**
 * A weighted sum of cells as one coefficient vector per residual set. A table's estimate is
 * `Σ_{B ⊆ A} broadcast(r_B) / Π_{A∖B} c`, so `Σ_a u_a M_A[a] = Σ_B w_B · r_B` with `w_B = P_B (u summed to B) / Π_{A∖B} c`.
 * As the residuals of different sets are uncorrelated with covariance `s_B P_B`,
 * `Var = Σ_B s_B ‖w_B‖²` and `Cov = Σ_B s_B w_B·w'_B` (ResidualPlanner, arXiv 2305.08175; correction C3 of our notes
 * is the case of two single cells).
 */
export interface Coefficient {
  readonly set: readonly string[];
  /** Centred, row-major over `set`. */
  readonly weights: Float64Array<ArrayBuffer>;
}

/** Cells of each table that are zero by declaration: `setKey` of the table to row-major indices. */
export type StructuralZeros = Readonly<Record<string, readonly number[]>>;

/**
 * Coefficients per residual set (`setKey`). Cells that are zero by declaration are left out of every sum: their value is
 * known, so the estimate stays unbiased and loses their noise.
 * RangeError: see `resolveSelection`.
 */
export function coefficientsOf(
  domains: Domains,
  structuralZeros: StructuralZeros,
  selections: readonly Selection[],
): ReadonlyMap<string, Coefficient> {
  const sums = new Map<string, { set: readonly string[]; weights: Float64Array<ArrayBuffer> }>();
  for (const selection of selections) {
    const { table, allowed, weight } = resolveSelection(domains, selection);
    const key = setKey(table);
    const zeros = Object.hasOwn(structuralZeros, key) ? (structuralZeros[key] as readonly number[]) : [];
    const axes = table.map((name, axis) => ({ name, codes: allowed[axis] ?? null }));
    const concerned = axes.filter(({ codes }) => zeros.length > 0 || codes !== null);
    const names = concerned.map(({ name }) => name);
    const sizes = sizesOf(domains, names);
    const cells = outerProduct(concerned.map(({ codes }, axis) => codes ?? ones(sizes[axis] as number)));
    for (const zero of zeros) cells[zero] = 0;
    for (const subset of subsetsOf(names)) {
      const kept = names.map((name) => subset.includes(name));
      const summedOver = cellCount(sizes.filter((_, axis) => !kept[axis]));
      const part = sumDown(cells, sizes, kept);
      const sum = sums.get(setKey(subset)) ?? { set: subset, weights: new Float64Array(part.length) };
      sums.set(setKey(subset), sum);
      addInto(sum.weights, part, weight / summedOver);
    }
  }
  for (const { set, weights } of sums.values()) centre(weights, sizesOf(domains, set));
  return sums;
}

function ones(length: number): Float64Array<ArrayBuffer> {
  return new Float64Array(length).fill(1);
}
