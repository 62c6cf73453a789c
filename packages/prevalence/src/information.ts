/**
 * The model of least Bayesian information criterion among all hierarchical models up to an order, for few lists: the
 * other way of choosing that the method's authors publish (MultipleSystemsEstimation 1.2.0).
 */
import { type CaptureTable, listsIn } from './capture-table.ts';
import { type StatusChecker, statusChecker } from './existence.ts';
import { fitModel, type ModelFit } from './fit.ts';
import { pairsOf, termName } from './terms.ts';

export interface RankedModel {
  readonly fit: ModelFit;
  /** Largest terms, joined lists: `A:B`, `B:C`; a list on its own where it is in no interaction. */
  readonly generators: readonly string[];
}

export interface EnumerationOptions {
  /** Most lists of a term: 2 pairs, 3 triples. */
  readonly order: 2 | 3;
  readonly checker?: StatusChecker;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

/** Most lists whose models are enumerated. */
export const mostEnumeratedLists = 5;

/** All models with one estimate, by ascending BIC. RangeError for more than five lists. */
export function modelsByInformation(table: CaptureTable, options: EnumerationOptions): RankedModel[] {
  const lists = table.lists.length;
  if (lists > mostEnumeratedLists) throw new RangeError(`models are enumerated for up to ${mostEnumeratedLists} lists`);
  const { order, checker = statusChecker(), signal, onProgress } = options;
  const pairs = pairsOf(lists);
  const ranked: RankedModel[] = [];
  const total = 2 ** pairs.length;
  for (let choice = 0; choice < total; choice++) {
    signal?.throwIfAborted();
    const chosen = pairs.filter((_, at) => (choice >> at) & 1);
    const triples = order === 3 ? trianglesOf(chosen, lists) : [];
    for (let more = 0; more < 2 ** triples.length; more++) {
      const interactions = [...chosen, ...triples.filter((_, at) => (more >> at) & 1)];
      const { fit } = fitModel(table, interactions, checker);
      if (fit) ranked.push({ fit, generators: generatorsOf(table.lists, fit.terms.interactions) });
    }
    onProgress?.(choice + 1, total);
  }
  return ranked.sort((a, b) => a.fit.bic - b.fit.bic);
}

function trianglesOf(pairs: readonly number[], lists: number): number[] {
  const triples: number[] = [];
  for (let mask = 1; mask < 2 ** lists; mask++) {
    if (listsIn(mask) !== 3) continue;
    const sides = pairs.filter((pair) => (pair & mask) === pair);
    if (sides.length === 3) triples.push(mask);
  }
  return triples;
}

function generatorsOf(lists: readonly string[], interactions: readonly number[]): string[] {
  const singles = lists.map((_, list) => 1 << list);
  const all = [...singles, ...interactions];
  const largest = all.filter((term) => !all.some((other) => other !== term && (other & term) === term));
  return largest.sort((a, b) => listsIn(b) - listsIn(a) || a - b).map((term) => termName(lists, term));
}
