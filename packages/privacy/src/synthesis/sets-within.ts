import type { ColumnSet } from '../pgm/factor.ts';
import { isWithin } from '../pgm/factor.ts';
import { modelSizeMb } from '../pgm/junction-tree.ts';

/** A measured set that a model may use, and how much it matters. */
export interface WeighedSet {
  readonly set: ColumnSet;
  readonly weight: number;
}

/**
 * Which of the measured sets a model of bounded size is fitted to: heaviest first, each taken if the model with it stays
 * within `limit`; of equal weight the smaller table first. Looks at declared facts only, never at values.
 *
 * @param sizes codes per column
 * @param limit megabytes, as `modelSizeMb` counts them
 * @param also sets that the model is fitted to in any case
 * @returns per set whether it is used
 */
export function setsWithin(
  sizes: readonly number[],
  sets: readonly WeighedSet[],
  limit: number,
  also: readonly ColumnSet[] = [],
): boolean[] {
  const cells = (set: ColumnSet) => set.reduce((product, column) => product * (sizes[column] as number), 1);
  const order = [...sets.keys()].sort((a, b) => {
    const [one, other] = [sets[a] as WeighedSet, sets[b] as WeighedSet];
    return other.weight - one.weight || cells(one.set) - cells(other.set) || a - b;
  });
  const used = sets.map(() => false);
  const taken: ColumnSet[] = [...also];
  for (const at of order) {
    const { set } = sets[at] as WeighedSet;
    const isCovered = taken.some((other) => isWithin(set, other));
    if (!isCovered && modelSizeMb(sizes, [...taken, set]) > limit) continue;
    used[at] = true;
    if (!isCovered) taken.push(set);
  }
  return used;
}
