/**
 * Estimates arranged as a tree in which every parent is the sum of its children: world, regions, countries. Flat, parents
 * before children, the root first.
 */
export interface EstimateTree {
  /** Position of each node's parent; −1 for the root, which comes first. */
  readonly parents: ArrayLike<number>;
  readonly estimates: ArrayLike<number>;
  /** Variance of each estimate; 0 for a number that is known. */
  readonly variances: ArrayLike<number>;
  /** Names of the nodes: what ties are broken by. Distinct. */
  readonly names: readonly string[];
}

/** The children of every node, in order. RangeError unless each parent comes before its children and the first is the root. */
export function childrenOf({ parents, estimates, variances, names }: EstimateTree): readonly (readonly number[])[] {
  const children: number[][] = Array.from(parents as ArrayLike<number>, () => []);
  if (estimates.length !== parents.length || variances.length !== parents.length || names.length !== parents.length) {
    throw new RangeError('a tree has one parent, estimate, variance and name per node');
  }
  for (let node = 0; node < parents.length; node++) {
    const parent = parents[node] as number;
    if (node === 0 ? parent !== -1 : !(parent >= 0 && parent < node)) {
      throw new RangeError('a tree lists its root first and every parent before its children');
    }
    if (node > 0) (children[parent] as number[]).push(node);
  }
  return children;
}
