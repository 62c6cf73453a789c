/**
 * Poisson log-linear fit of capture histories by iteratively re-weighted least squares, to a relative change of the
 * deviance below 1e-12. Entry (a, b) of XᵀWX is the weight of all histories that contain a ∪ b, so one pass of superset
 * sums gives the whole matrix. Model and treatment of empty pairs: Chan, Silverman and Vincent (2021), "Multiple systems
 * estimation for sparse capture data: inferential challenges when there are nonoverlapping lists", JASA 116.
 */
import { type CaptureTable, knownPeople } from './capture-table.ts';
import { type ModelStatus, type StatusChecker, statusChecker } from './existence.ts';
import { logFactorial } from './log-factorial.ts';
import { sumOverSubsets, sumOverSupersets } from './subset-sums.ts';
import { type ModelTerms, modelTerms } from './terms.ts';

/** A model fitted to a table. */
export interface ModelFit {
  readonly terms: ModelTerms;
  /** People on at least one list plus the estimate of those on none. */
  readonly estimate: number;
  /** Natural logarithm of the people on no list, and its standard error given the model. */
  readonly logDark: number;
  readonly logDarkError: number;
  readonly deviance: number;
  /** −2ℓ + 2 parameters; an empty interaction counts as one. */
  readonly aic: number;
  /** −2ℓ + ln(people) parameters. */
  readonly bic: number;
  /** Fitted people per history; zero where the history left the fit. */
  readonly fitted: Float64Array;
  /** Parameters of `terms.active`, in that order. */
  readonly coefficients: Float64Array;
}

/** A model's status, and its fit where that is 0. */
export interface ModelResult {
  readonly status: ModelStatus;
  readonly terms: ModelTerms;
  readonly fit: ModelFit | null;
}

const mostSteps = 200;

/**
 * Fits a model, after checking that its estimate exists and is one.
 *
 * @param interactions of two lists or more, as bit masks; parts are added
 */
export function fitModel(
  table: CaptureTable,
  interactions: readonly number[],
  checker: StatusChecker = statusChecker(),
): ModelResult {
  const terms = modelTerms(table, interactions);
  const status = checker.statusOf(table, terms);
  return { status, terms, fit: status === 0 ? fitTerms(table, terms) : null };
}

/** The fit alone, for a model whose status is 0. Error where the iterations do not settle. */
export function fitTerms(table: CaptureTable, terms: ModelTerms): ModelFit {
  const { counts, lists } = table;
  const { active, retained } = terms;
  const size = counts.length;
  const fitted = new Float64Array(size);
  for (const history of retained) fitted[history] = (counts[history] as number) + 0.1;
  const predictor = Float64Array.from(fitted, (mean) => (mean > 0 ? Math.log(mean) : 0));
  const weights = new Float64Array(size);
  const working = new Float64Array(size);
  // A model that fits a large table exactly has a deviance of rounding errors alone, which never settles.
  const rounding = 16 * Number.EPSILON * knownPeople(table);
  let deviance = Number.POSITIVE_INFINITY;
  let solution: Solution | null = null;
  for (let step = 0; ; step++) {
    if (step === mostSteps) throw new Error('the fit did not settle though its estimate exists');
    weights.fill(0);
    working.fill(0);
    for (const history of retained) {
      const mean = fitted[history] as number;
      weights[history] = mean;
      working[history] = mean * (predictor[history] as number) + (counts[history] as number) - mean;
    }
    sumOverSupersets(weights, lists.length);
    sumOverSupersets(working, lists.length);
    solution = solve(active, weights, working);
    predictor.fill(0);
    for (const [at, term] of active.entries()) predictor[term] = solution.coefficients[at] as number;
    sumOverSubsets(predictor, lists.length);
    for (const history of retained) fitted[history] = Math.exp(predictor[history] as number);
    const next = devianceOf(counts, fitted, retained);
    const settled = Math.abs(next - deviance) < 1e-12 * (Math.abs(next) + 0.1) + rounding;
    deviance = next;
    if (settled) break;
  }
  const known = knownPeople(table);
  const logDark = solution.coefficients[0] as number;
  const parameters = active.length + terms.empty.length;
  const twice = -2 * logLikelihood(counts, fitted, retained);
  return {
    terms,
    estimate: known + Math.exp(logDark),
    logDark,
    logDarkError: Math.sqrt(solution.firstVariance),
    deviance,
    aic: twice + 2 * parameters,
    bic: twice + Math.log(known) * parameters,
    fitted,
    coefficients: solution.coefficients,
  };
}

interface Solution {
  readonly coefficients: Float64Array;
  /** First diagonal entry of the inverse. */
  readonly firstVariance: number;
}

/** Solves the normal equations by Cholesky's factorisation; `sums` are over supersets of each mask. */
function solve(terms: readonly number[], sums: Float64Array, right: Float64Array): Solution {
  const n = terms.length;
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let value = sums[(terms[i] as number) | (terms[j] as number)] as number;
      for (let k = 0; k < j; k++) value -= (lower[i * n + k] as number) * (lower[j * n + k] as number);
      if (i === j) {
        if (!(value > 0)) throw new Error('the normal equations are singular though the model is identifiable');
        lower[i * n + i] = Math.sqrt(value);
      } else lower[i * n + j] = value / (lower[j * n + j] as number);
    }
  }
  const solved = (vector: Float64Array): Float64Array => {
    for (let i = 0; i < n; i++) {
      let value = vector[i] as number;
      for (let k = 0; k < i; k++) value -= (lower[i * n + k] as number) * (vector[k] as number);
      vector[i] = value / (lower[i * n + i] as number);
    }
    for (let i = n - 1; i >= 0; i--) {
      let value = vector[i] as number;
      for (let k = i + 1; k < n; k++) value -= (lower[k * n + i] as number) * (vector[k] as number);
      vector[i] = value / (lower[i * n + i] as number);
    }
    return vector;
  };
  const unit = new Float64Array(n);
  unit[0] = 1;
  return {
    coefficients: solved(Float64Array.from(terms, (term) => right[term] as number)),
    firstVariance: solved(unit)[0] as number,
  };
}

function devianceOf(counts: Float64Array, fitted: Float64Array, retained: readonly number[]): number {
  let sum = 0;
  for (const history of retained) {
    const [count, mean] = [counts[history] as number, fitted[history] as number];
    sum += (count > 0 ? count * Math.log(count / mean) : 0) - (count - mean);
  }
  return 2 * sum;
}

function logLikelihood(counts: Float64Array, fitted: Float64Array, retained: readonly number[]): number {
  let sum = 0;
  for (const history of retained) {
    const [count, mean] = [counts[history] as number, fitted[history] as number];
    sum += (count > 0 ? count * Math.log(mean) : 0) - mean - logFactorial(count);
  }
  return sum;
}
