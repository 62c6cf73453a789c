import { type ColumnSet, cellsOf, isWithin, projection, sumInto } from './factor.ts';
import type { JunctionTree } from './junction-tree.ts';
import { cliqueWith } from './marginal-system.ts';
import { eliminateTo } from './variable-elimination.ts';

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
  return {
    sizes,
    total,
    cliques,
    tree,
    beliefs,
    marginal(set) {
      const clique = cliqueWith(tree, set);
      const found =
        clique < 0
          ? eliminateTo(tree, beliefs, set)
          : partOf(sizes, cliques[clique] as ColumnSet, beliefs[clique], set);
      for (let at = 0; at < found.length; at++) found[at] = (found[at] as number) * total;
      return found;
    },
    supports(set) {
      return measured.some((other) => isWithin(set, other));
    },
  };
}

function partOf(
  sizes: readonly number[],
  clique: ColumnSet,
  belief: Float64Array | undefined,
  set: ColumnSet,
): Float64Array<ArrayBuffer> {
  const found = new Float64Array(cellsOf(sizes, set));
  sumInto(found, belief ?? new Float64Array(0), projection(sizes, clique, set));
  return found;
}
