/** Simple bounds that rest on fewer assumptions than a model. */
import { type CaptureTable, knownPeople, peopleOnAll, peopleOnExactly } from './capture-table.ts';
import { pairsOf, termName } from './terms.ts';

/**
 * Chao's lower bound for t lists, bias-corrected: n + (t − 1)/t · f₁(f₁ − 1) / 2(f₂ + 1). Without the factor, which tends to
 * one where lists are many, it is no bound for few: three independent lists of equal size would give one and a half times
 * the unseen, and two lists twice as many as Chapman's estimate.
 */
export function chaoBound(table: CaptureTable): number {
  const lists = table.lists.length;
  return knownPeople(table) + ((lists - 1) / lists) * chaoUnseen(table);
}

/** f₁(f₁ − 1) / 2(f₂ + 1): the bound on the unseen where lists are many. */
export function chaoUnseen(table: CaptureTable): number {
  const [once, twice] = [peopleOnExactly(table, 1), peopleOnExactly(table, 2)];
  return (once * (once - 1)) / (2 * (twice + 1));
}

/** Two lists looked at alone. */
export interface PairEstimate {
  readonly pair: string;
  readonly overlap: number;
  /** Size of both, and Chapman's (1951) estimate (a + 1)(b + 1)/(m + 1) − 1. */
  readonly sizes: readonly [number, number];
  readonly chapman: number;
  /** a·b/m; null without overlap. */
  readonly lincolnPetersen: number | null;
}

/** Every pair of lists, in lexicographic order. */
export function pairEstimates(table: CaptureTable): PairEstimate[] {
  return pairsOf(table.lists.length).map((pair) => {
    const first = pair & -pair;
    const [a, b, overlap] = [peopleOnAll(table, first), peopleOnAll(table, pair ^ first), peopleOnAll(table, pair)];
    return {
      pair: termName(table.lists, pair),
      overlap,
      sizes: [a, b],
      chapman: ((a + 1) * (b + 1)) / (overlap + 1) - 1,
      lincolnPetersen: overlap > 0 ? (a * b) / overlap : null,
    };
  });
}
