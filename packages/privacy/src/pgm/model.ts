import { Refusal } from '@casebridge/refusal';
import { type ColumnSet, isWithin, summedTo } from './factor.ts';
import type { JunctionTree } from './junction-tree.ts';
import { cliqueWith } from './marginal-system.ts';
import { eliminateTo, mostEliminationCells, type Reductions } from './variable-elimination.ts';

/** A fitted distribution over records: a junction tree of clique probabilities, and how many records it stands for. */
export interface Model {
  readonly sizes: readonly number[];
  /** Records, estimated or given; not a whole number. */
  readonly total: number;
  readonly cliques: readonly ColumnSet[];
  readonly tree: JunctionTree;
  /** Per clique, probabilities that sum to one. */
  readonly beliefs: readonly Float64Array[];
  /** Expected records per cell of any set. Refusal: the set, or what is needed to work it out, is too large. */
  marginal(set: ColumnSet): Float64Array;
  /** The same, or null where it would take a table of more than `mostCells` cells outside the cliques. */
  marginalWithin(set: ColumnSet, mostCells: number): Float64Array | null;
  /** Whether a set was measured, or is part of a measured one: what it says is then fitted, not only implied. */
  supports(set: ColumnSet): boolean;
}

/** A model from calibrated beliefs. */
export function modelOf(
  tree: JunctionTree,
  beliefs: readonly Float64Array[],
  total: number,
  measured: readonly ColumnSet[],
): Model {
  const { sizes, cliques } = tree;
  const reductions: Reductions = new Map();
  const marginalWithin = (set: ColumnSet, mostCells: number): Float64Array | null => {
    const clique = cliqueWith(tree, set);
    const found =
      clique < 0
        ? eliminateTo(tree, beliefs, set, reductions, mostCells)
        : summedTo(sizes, cliques[clique] as ColumnSet, beliefs[clique] as Float64Array, set);
    if (found) for (let at = 0; at < found.length; at++) found[at] = (found[at] as number) * total;
    return found;
  };
  return {
    sizes,
    total,
    cliques,
    tree,
    beliefs,
    marginal(set) {
      const found = marginalWithin(set, mostEliminationCells);
      if (found) return found;
      throw new Refusal(
        'model-set-large',
        `The model cannot tell these ${set.length} columns together: more than ${mostEliminationCells} cells on the way.`,
      );
    },
    marginalWithin,
    supports(set) {
      return measured.some((other) => isWithin(set, other));
    },
  };
}
