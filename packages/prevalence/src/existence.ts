/**
 * Whether the maximum likelihood estimate of a model exists, and whether it is one (Fienberg and Rinaldo 2012; Chan,
 * Silverman and Vincent 2021, section 3, who ask a linear program for max ε with Xᵀx = Xᵀy and every x ≥ ε). It exists
 * when some strictly positive table has the margins of the observed one. By Stiemke's theorem that is so unless a
 * direction β has Xβ = 0 on every history that somebody has and Xβ ≥ 0, not all zero, on the others. Those β lie in the
 * null space of the observed rows, which is small; there the question is decided in whole numbers. It depends on which
 * histories occur, not on how often: answers are kept by that pattern.
 */
import type { CaptureTable } from './capture-table.ts';
import { divideByCommonFactor, nullSpace, rankModuloPrime } from './exact-elimination.ts';
import { hasPositiveCombination } from './positive-combination.ts';
import type { ModelTerms } from './terms.ts';

/** 0 fine; 1 no estimate; 2 not identifiable; 3 both. */
export type ModelStatus = 0 | 1 | 2 | 3;

/** Decides the status of models, and remembers. */
export interface StatusChecker {
  statusOf(table: CaptureTable, terms: ModelTerms): ModelStatus;
}

/** Answers kept at most; the oldest are forgotten. */
const mostKept = 200_000;

/** A checker with an empty memory, to be shared by fits to tables of the same lists. */
export function statusChecker(): StatusChecker {
  const known = new Map<string, ModelStatus>();
  return {
    statusOf(table, terms) {
      const seen = terms.retained.filter((history) => (table.counts[history] as number) > 0);
      if (seen.length === terms.retained.length && terms.active.length <= seen.length) {
        const rank = rankModuloPrime(design(seen, terms.active), terms.active.length);
        if (rank === terms.active.length) return 0;
      }
      const key = `${terms.interactions.join()}|${seen.join()}`;
      const kept = known.get(key);
      if (kept !== undefined) return kept;
      const status = decide(seen, terms);
      if (known.size >= mostKept) known.delete(known.keys().next().value as string);
      known.set(key, status);
      return status;
    },
  };
}

function decide(seen: readonly number[], { active, retained }: ModelTerms): ModelStatus {
  const observed = design(seen, active);
  if (rankModuloPrime(observed, active.length) === active.length) return 0;
  const directions = nullSpace(observed, active.length);
  if (directions.length === 0) return 0;
  const unseen = retained.filter((history) => !seen.includes(history));
  const images = unseen.map((history) =>
    directions.map((direction) =>
      active.reduce((sum, term, at) => ((history & term) === term ? sum + (direction[at] as bigint) : sum), 0n),
    ),
  );
  const distinct = new Map<string, bigint[]>();
  for (const image of images) {
    if (image.every((entry) => entry === 0n)) continue;
    divideByCommonFactor(image);
    distinct.set(image.join(), image);
  }
  const vectors = [...distinct.values()];
  const rank =
    vectors.length === 0
      ? 0
      : directions.length -
        nullSpace(
          vectors.map((v) => v.map(Number)),
          directions.length,
        ).length;
  const exists = hasPositiveCombination(vectors);
  return ((exists ? 0 : 1) + (rank === directions.length ? 0 : 2)) as ModelStatus;
}

/** Rows of the design matrix: one a history, 1 where it contains the term. */
function design(histories: readonly number[], terms: readonly number[]): number[][] {
  return histories.map((history) => terms.map((term) => ((history & term) === term ? 1 : 0)));
}
