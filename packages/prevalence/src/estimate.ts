/**
 * All that is shown of one table together: known people, lower bound, the stepwise model with its limits, other thresholds,
 * the model of least BIC, and what leaving one list out does. No part of it stands alone.
 */
import { bcaFacts, bcaLimit, quantile } from './bca.ts';
import { chaoBound, type PairEstimate, pairEstimates } from './bounds.ts';
import { type CaptureTable, keepLists, knownPeople, withoutList } from './capture-table.ts';
import { type StatusChecker, statusChecker } from './existence.ts';
import { fitModel, type ModelFit } from './fit.ts';
import { modelsByInformation, mostEnumeratedLists } from './information.ts';
import { discreteGaussianNoise } from './noise.ts';
import { type NoisyTable, wholeTable } from './noisy-table.ts';
import { normalQuantile } from './normal.ts';
import type { Uniform } from './random.ts';
import { peopleOnSeveral, type Shortfall, shortfalls } from './requirements.ts';
import { bootstrap, jackknife } from './resample.ts';
import { type Instability, instabilities } from './stability.ts';
import { stepwise, usualThreshold } from './stepwise.ts';
import { termName } from './terms.ts';

export interface EstimateOptions {
  /** Of the stepwise search; 0.02 when absent. */
  readonly threshold?: number;
  /** Bootstrap resamples; 1,000 when absent. */
  readonly resamples?: number;
  /** Chance for the resamples. */
  readonly uniform: Uniform;
  /**
   * Variance of the noise that the table was measured with. The interval then carries it: every resample is measured again
   * with as much noise. Its limits are bias-corrected, without acceleration.
   */
  readonly noiseVariance?: number;
  readonly signal?: AbortSignal;
  /** Share done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
}

/** An estimate from one model. Limits are 95 %. */
export interface ModelEstimate {
  readonly estimate: number;
  /** Conditional normal limits: what the model says of itself, as if it had been known beforehand. */
  readonly conditional: readonly [lower: number, upper: number];
  /** Pairs of the model, in order of entry; those without a shared person are in `empty`. */
  readonly model: readonly string[];
  readonly empty: readonly string[];
  readonly aic: number;
  readonly bic: number;
  readonly deviance: number;
}

/** The stepwise estimate with limits that allow for the search itself. */
export interface StepwiseEstimate extends ModelEstimate {
  readonly threshold: number;
  /** BCa limits; null where they do not exist. */
  readonly lower: number | null;
  readonly upper: number | null;
  /** Plain percentile limits, shown beside where the bias correction is large. */
  readonly percentile: readonly [lower: number, upper: number];
  readonly resamples: number;
  /** Resamples without an estimate. */
  readonly failed: number;
  readonly z0: number;
  readonly acceleration: number;
  /** Share of resamples equal to the estimate. */
  readonly ties: number;
  /** |z₀| > 0.5: selection has bent the resamples; print both intervals. */
  readonly biased: boolean;
}

export interface PrevalenceEstimate {
  readonly lists: readonly string[];
  readonly known: number;
  /** Chao's lower bound. */
  readonly chao: number;
  readonly pairs: readonly PairEstimate[];
  /** What the table lacks for a model; with any of these, the bound is all there is. */
  readonly lacking: readonly Shortfall[];
  readonly mainEffects: ModelEstimate | null;
  readonly stepwise: StepwiseEstimate | null;
  /** Estimates at other thresholds of the search. */
  readonly thresholds: readonly {
    readonly threshold: number;
    readonly estimate: number;
    readonly model: readonly string[];
  }[];
  /** Least BIC among all models of pairs; null above five lists. */
  readonly bic: (ModelEstimate & { readonly order: 2 }) | null;
  readonly withoutOne: readonly { readonly list: string; readonly estimate: number | null }[];
  readonly stable: boolean;
  readonly instabilities: readonly Instability[];
}

/** Thresholds whose spread is shown. */
export const shownThresholds = [0, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1] as const;

/** The whole estimate of a table. RangeError: a threshold outside [0, 1], or fewer than 100 resamples. */
export function estimatePrevalence(table: CaptureTable, options: EstimateOptions): PrevalenceEstimate {
  const { threshold = usualThreshold, resamples = 1000, signal } = options;
  if (!(threshold >= 0 && threshold <= 1)) throw new RangeError('a threshold lies between 0 and 1');
  if (!Number.isInteger(resamples) || resamples < 100) throw new RangeError('an interval needs 100 resamples or more');
  const base = {
    lists: table.lists,
    known: knownPeople(table),
    chao: chaoBound(table),
    pairs: pairEstimates(table),
    lacking: shortfalls(table),
  };
  const checker = statusChecker();
  const main = base.lacking.length === 0 ? fitModel(table, [], checker).fit : null;
  const found = main && stepwiseEstimate(table, threshold, resamples, checker, options);
  if (!main || !found) {
    const nothing = { mainEffects: null, stepwise: null, thresholds: [], bic: null, withoutOne: [] };
    return { ...base, ...nothing, stable: false, instabilities: [] };
  }
  const thresholds = shownThresholds.flatMap((each) => {
    const fit = stepwise(table, each, checker);
    return fit ? [{ threshold: each, estimate: fit.fit.estimate, model: namesOf(table, fit.chosen) }] : [];
  });
  const bic =
    table.lists.length <= mostEnumeratedLists
      ? modelsByInformation(table, { order: 2, checker, ...(signal ? { signal } : {}) })[0]
      : undefined;
  const withoutOne = table.lists.map((list, at) => {
    const rest = withoutList(table, at);
    const fit = rest && rest.lists.length >= 2 ? stepwise(rest, threshold) : undefined;
    return { list, estimate: fit?.fit.estimate ?? null };
  });
  const reasons = instabilities({
    estimate: found.estimate,
    upper: found.upper ?? Number.NaN,
    others: [...thresholds.map(({ estimate }) => estimate), ...(bic ? [bic.fit.estimate] : [])],
    withoutOne: withoutOne.map(({ estimate }) => estimate),
  });
  return {
    ...base,
    mainEffects: modelEstimate(table, main, []),
    stepwise: found,
    thresholds,
    bic: bic ? { ...modelEstimate(table, bic.fit, bic.fit.terms.interactions), order: 2 } : null,
    withoutOne,
    stable: reasons.length === 0,
    instabilities: reasons,
  };
}

/**
 * The whole estimate of a table that was measured with noise; null where the noise left no two lists with people, or nobody
 * on two lists. Everything but the interval is that of the table made whole; `known` carries noise too.
 */
export function estimateFromNoisy(
  noisy: NoisyTable,
  options: Omit<EstimateOptions, 'noiseVariance'>,
): PrevalenceEstimate | null {
  const whole = wholeTable(noisy);
  const table = keepLists(
    whole,
    whole.lists.map((_, list) => list),
  );
  if (!table || peopleOnSeveral(table) === 0) return null;
  return estimatePrevalence(table, { ...options, noiseVariance: noisy.variance });
}

function stepwiseEstimate(
  table: CaptureTable,
  threshold: number,
  resamples: number,
  checker: StatusChecker,
  { uniform, signal, onProgress, noiseVariance }: EstimateOptions,
): StepwiseEstimate | null {
  const found = stepwise(table, threshold, checker);
  if (!found) return null;
  const estimator = (each: CaptureTable) =>
    stepwise(each, threshold, each.lists.length === table.lists.length ? checker : statusChecker())?.fit.estimate;
  const leftOut = noiseVariance === undefined ? jackknife(table, estimator, signal) : [];
  const drawn = bootstrap(table, estimator, resamples, uniform, {
    ...(noiseVariance === undefined ? {} : { noise: discreteGaussianNoise(noiseVariance, uniform) }),
    ...(signal ? { signal } : {}),
    onProgress: (done, total) => onProgress?.(done / total),
  });
  const sorted = [...drawn.estimates].sort((a, b) => a - b);
  const facts = bcaFacts(found.fit.estimate, sorted, leftOut);
  const limit = (level: number) => {
    const value = sorted.length === 0 ? Number.NaN : bcaLimit(sorted, facts, level);
    return Number.isFinite(value) ? value : null;
  };
  return {
    ...modelEstimate(table, found.fit, found.chosen),
    threshold,
    lower: limit(0.025),
    upper: limit(0.975),
    percentile: sorted.length === 0 ? [Number.NaN, Number.NaN] : [quantile(sorted, 0.025), quantile(sorted, 0.975)],
    resamples,
    failed: drawn.failed,
    z0: facts.z0,
    acceleration: facts.acceleration,
    ties: facts.ties,
    biased: !(Math.abs(facts.z0) <= 0.5),
  };
}

function modelEstimate(table: CaptureTable, fit: ModelFit, chosen: readonly number[]): ModelEstimate {
  const known = knownPeople(table);
  const half = normalQuantile(0.975) * fit.logDarkError;
  const { empty } = fit.terms;
  return {
    estimate: fit.estimate,
    conditional: [known + Math.exp(fit.logDark - half), known + Math.exp(fit.logDark + half)],
    model: namesOf(
      table,
      chosen.filter((term) => !empty.includes(term)),
    ),
    empty: namesOf(table, empty),
    aic: fit.aic,
    bic: fit.bic,
    deviance: fit.deviance,
  };
}

function namesOf(table: CaptureTable, terms: readonly number[]): string[] {
  return terms.map((term) => termName(table.lists, term));
}
