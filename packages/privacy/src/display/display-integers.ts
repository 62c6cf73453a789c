import { roundToTotal } from './largest-remainder.ts';
import { agreeWithTree } from './least-squares.ts';
import { projectOntoSimplex } from './simplex.ts';
import { childrenOf, type EstimateTree } from './tree.ts';

/**
 * Non-negative integers for display, every parent the sum of its children: the estimates are made to agree with the tree,
 * then from the root downwards each family is projected onto what its parent shows and rounded to it. They are close to the
 * estimates and look like counts, but small cells come out too large on average (and the largest too small): figures and
 * researchers use the unbiased estimates, and totals are never sums of these.
 */
export function displayIntegers(tree: EstimateTree): number[] {
  const children = childrenOf(tree);
  if (children.length === 0) return [];
  const { values: agreed, variances } = agreeWithTree(tree);
  const shown = new Array<number>(agreed.length).fill(0);
  shown[0] = Math.max(0, Math.round(agreed[0] as number));
  for (const [node, below] of children.entries()) {
    if (below.length === 0) continue;
    const total = shown[node] as number;
    const projected = projectOntoSimplex(
      below.map((child) => agreed[child] as number),
      below.map((child) => variances[child] as number),
      total,
    );
    const integers = roundToTotal(
      projected,
      total,
      below.map((child) => tree.names[child] as string),
    );
    for (const [at, child] of below.entries()) shown[child] = integers[at] as number;
  }
  return shown;
}
