/**
 * Forward choice of pairs by how surprising their overlap is under the model so far (Chan, Silverman and Vincent 2021,
 * section 4): add the pair with the smallest Poisson tail probability while that is below the threshold.
 */
import { type CaptureTable, peopleOnAll } from './capture-table.ts';
import { type ModelStatus, type StatusChecker, statusChecker } from './existence.ts';
import { fitModel, fitTerms, type ModelFit } from './fit.ts';
import { poissonTail } from './poisson-tail.ts';
import { modelTerms, pairsOf } from './terms.ts';

/** One candidate at one step. */
export interface StepCandidate {
  readonly pair: number;
  /** People on both lists. */
  readonly overlap: number;
  /** What the model so far expects there. */
  readonly expected: number;
  /** How surprising the overlap is: the smaller Poisson tail. */
  readonly pValue: number;
  /** Status of the model with this pair added; a pair is chosen only where it is 0. */
  readonly status: ModelStatus;
}

/** The model a search ends with. */
export interface StepwiseFit {
  readonly fit: ModelFit;
  /** Pairs in the order in which they were added, empty ones included. */
  readonly chosen: readonly number[];
  /** Candidates of every step, in lexicographic order of pairs; empty where there was no search. */
  readonly steps: readonly (readonly StepCandidate[])[];
}

/** Threshold of the published method. */
export const usualThreshold = 0.02;

/**
 * The stepwise model. Threshold 0 means lists alone; 1 all pairs where their estimate exists, else the search.
 * Undefined where even the model of lists alone has no single estimate.
 */
export function stepwise(
  table: CaptureTable,
  threshold: number = usualThreshold,
  checker: StatusChecker = statusChecker(),
): StepwiseFit | undefined {
  const pairs = pairsOf(table.lists.length);
  const start = fitModel(table, [], checker);
  if (!start.fit) return undefined;
  if (threshold <= 0) return { fit: start.fit, chosen: [], steps: [] };
  if (threshold >= 1) {
    const { fit } = fitModel(table, pairs, checker);
    if (fit) return { fit, chosen: pairs, steps: [] };
  }
  let fit = start.fit;
  const chosen: number[] = [];
  const steps: StepCandidate[][] = [];
  for (;;) {
    const candidates = pairs
      .filter((pair) => !chosen.includes(pair))
      .map((pair) => candidate(table, fit, pair, [...chosen, pair], checker));
    steps.push(candidates);
    const best = candidates
      .filter(({ status }) => status === 0)
      .reduce<StepCandidate | undefined>(
        (least, each) => (least === undefined || each.pValue < least.pValue ? each : least),
        undefined,
      );
    if (best === undefined || !(best.pValue < threshold)) return { fit, chosen, steps };
    chosen.push(best.pair);
    fit = fitTerms(table, modelTerms(table, chosen));
  }
}

function candidate(
  table: CaptureTable,
  fit: ModelFit,
  pair: number,
  enlarged: readonly number[],
  checker: StatusChecker,
): StepCandidate {
  const overlap = peopleOnAll(table, pair);
  let expected = 0;
  for (const history of fit.terms.retained) {
    if ((history & pair) === pair) expected += fit.fitted[history] as number;
  }
  const status = checker.statusOf(table, modelTerms(table, enlarged));
  return { pair, overlap, expected, pValue: poissonTail(overlap, expected), status };
}
