import { eachAxis } from '../results/axes.ts';

/**
 * `Ξ_B M` with `Ξ_B = ⊗ (c I − 1 1ᵀ)`: along each axis every cell becomes `c · cell − sum of its line`. In place, in exact
 * integers: one record moves a value by at most `Π (c−1)` and a partial result by at most `Π c`, so with fewer than 2^32
 * records and at most 2^20 cells nothing reaches 2^53.
 */
export function residualTransform(cells: Float64Array<ArrayBuffer>, sizes: readonly number[]): void {
  eachAxis(cells, sizes, (sum, cell, size) => size * cell - sum);
}
