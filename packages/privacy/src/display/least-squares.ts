import { childrenOf, type EstimateTree } from './tree.ts';

/**
 * The estimates that agree with the tree and lie closest to the given ones, weighted by inverse variance, in two passes
 * (M. Hay, V. Rastogi, G. Miklau and D. Suciu, 2010, PVLDB 3, for equal variances; inverse-variance weights otherwise):
 * upwards each node's estimate is averaged with the sum of its children's; downwards what is left between a parent and the
 * sum of its children is shared among them in proportion to their variances. Estimates are taken as uncorrelated.
 */
export function agreeWithTree(tree: EstimateTree): AgreedEstimates {
  const children = childrenOf(tree);
  const values = Float64Array.from(tree.estimates);
  const variances = Float64Array.from(tree.variances);
  for (let node = values.length - 1; node >= 0; node--) {
    const below = children[node] as readonly number[];
    if (below.length === 0) continue;
    const sum = total(values, below);
    const variance = total(variances, below);
    const own = variances[node] as number;
    const share = own + variance === 0 ? 0 : own / (own + variance);
    values[node] = (values[node] as number) + share * (sum - (values[node] as number));
    variances[node] = variance * share;
  }
  for (let node = 0; node < values.length; node++) {
    const below = children[node] as readonly number[];
    if (below.length === 0) continue;
    const rest = (values[node] as number) - total(values, below);
    const variance = total(variances, below);
    for (const child of below) {
      const share = variance === 0 ? 1 / below.length : (variances[child] as number) / variance;
      values[child] = (values[child] as number) + rest * share;
    }
  }
  return { values, variances };
}

/** Estimates that agree with their tree, and the variance each had once its subtree was averaged in. */
export interface AgreedEstimates {
  readonly values: Float64Array<ArrayBuffer>;
  readonly variances: Float64Array<ArrayBuffer>;
}

function total(values: Float64Array, at: readonly number[]): number {
  return at.reduce((sum, one) => sum + (values[one] as number), 0);
}
