/**
 * DOMIAS (van Breugel et al., 2023, AISTATS): a record is taken for a member where the synthetic density is high against
 * a reference density of the population, score = log p_synthetic(x) − log p_reference(x). Both are tree models on the
 * same tree, learned from the synthetic records. The reference comes from the control group, which must not be scored by
 * a density that it taught: each half of it is scored by the other half's.
 */
import type { AttackInput } from './attack-input.ts';
import { rowsOf } from './attack-input.ts';
import { chance } from './chance.ts';
import { type RankingQuality, rankingQuality } from './ranking.ts';
import { chowLiuTree, treeDensity } from './tree-density.ts';

export interface DensityRatio extends RankingQuality {
  readonly members: number;
  readonly others: number;
}

export interface DensityRatioOptions {
  /** Most records of each file that are scored. */
  readonly targets?: number;
  readonly seed: string;
  readonly signal?: AbortSignal;
}

/** Null without a control group of at least four records: there is no reference. */
export async function densityRatio(input: AttackInput, options: DensityRatioOptions): Promise<DensityRatio | null> {
  const { targets = 20_000, seed, signal } = options;
  const { train, control, synthetic } = input;
  if (control === null || control.rows < 4) return null;
  const random = chance(seed, 'density ratio');
  const tree = await chowLiuTree(synthetic, signal === undefined ? {} : { signal });
  const members = rowsOf(train, random.sample(train.rows, targets));
  const shuffled = random.sample(control.rows, control.rows);
  const half = control.rows >> 1;
  const halves = [rowsOf(control, shuffled.subarray(0, half)), rowsOf(control, shuffled.subarray(half))];
  const published = treeDensity(synthetic, tree);
  const memberDensity = published.logDensities(members);
  const folds = halves.map((scored, at) => {
    signal?.throwIfAborted();
    const reference = treeDensity(halves[1 - at] as typeof scored, tree);
    const own = reference.logDensities(members);
    const others = reference.logDensities(scored);
    return rankingQuality(
      memberDensity.map((value, row) => value - (own[row] as number)),
      published.logDensities(scored).map((value, row) => value - (others[row] as number)),
    );
  });
  const mean = (of: (fold: RankingQuality) => number) => folds.reduce((sum, fold) => sum + of(fold), 0) / folds.length;
  const auc = mean((fold) => fold.auc);
  const error = mean((fold) => fold.error);
  return {
    auc,
    error,
    lower: Math.max(0, auc - error),
    upper: Math.min(1, auc + error),
    members: members.rows,
    others: control.rows,
  };
}
