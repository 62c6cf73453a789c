import { separatorGap } from './belief-propagation.ts';
import { dualAscent } from './dual-ascent.ts';
import { type ColumnSet, columnSetKey } from './factor.ts';
import { type FitProblem, type Fitted, fitProblem, type Weighting } from './fit-problem.ts';
import { type JunctionTree, junctionTree, usualRestarts } from './junction-tree.ts';
import { checkMeasurements, estimateTotal, type LinearMeasurement } from './linear-measurement.ts';
import { marginalSystem, type ZeroCells } from './marginal-system.ts';
import { mirrorDescent } from './mirror-descent.ts';
import { type Model, modelOf } from './model.ts';

export interface FitOptions {
  /** Records the model stands for; estimated from the measurements when absent. */
  readonly total?: number;
  readonly zeros?: readonly ZeroCells[];
  /** An earlier fit to a beginning of the same list of measurements. */
  readonly start?: FittedModel;
  readonly method?: 'dual' | 'mirror';
  /** Most evaluations of the model. */
  readonly steps?: number;
  /** Mirror descent: least relative change of the loss over ten steps. Dual: gradient in units of noise. */
  readonly tolerance?: number;
  /** Weight τ of the entropy in the dual, for sets of two columns and more. */
  readonly entropyWeight?: number;
  /** The same for sets of one column and for totals. */
  readonly singleEntropyWeight?: number;
  /**
   * Noise, as a share of the records, at which the entropy weights hold as given; where noise is smaller they are raised by
   * the square root of the ratio, up to 0.05, which spares steps and costs nothing that is seen. Always as given when absent.
   */
  readonly entropyNoise?: number;
  readonly weighting?: Weighting;
  /** Whether mirror descent stops at noise level; yes when absent. */
  readonly stopAtNoise?: boolean;
  /** Further sets that must lie within a clique. */
  readonly cliques?: readonly ColumnSet[];
  readonly restarts?: number;
  readonly signal?: AbortSignal;
}

/** A model with what a later fit starts from. */
export interface FittedModel extends Model {
  /** One multiplier per answer, measurements end to end. */
  readonly multipliers: Float64Array;
  readonly fit: { readonly evaluations: number; readonly loss: number; readonly stopped: Fitted['stopped'] };
}

/** Entropy weight where nothing is said. */
export const usualEntropyWeight = 0.01;

/**
 * The distribution over records that fits noisy linear measurements best, weighted by 1/variance, and is otherwise as even
 * as can be (Private-PGM, McKenna, Sheldon and Miklau 2019). The same arguments give the same bits in every engine.
 *
 * @param sizes codes per column
 * @throws RangeError for malformed measurements, or no total to go by; Error when zeros leave no record possible
 */
export function fitModel(
  sizes: readonly number[],
  measurements: readonly LinearMeasurement[],
  options: FitOptions = {},
): FittedModel {
  checkMeasurements(sizes, measurements);
  const total = Math.max(1, options.total ?? estimateTotal(measurements)?.value ?? Number.NaN);
  if (!Number.isFinite(total)) throw new RangeError('no measurement tells the number of records; give a total');
  const sets = measurements.map(({ set }) => set);
  const zeros = options.zeros ?? [];
  const tree = treeFor(sizes, [...sets, ...zeros.map(({ set }) => set), ...(options.cliques ?? [])], options);
  const system = marginalSystem(tree, sets, zeros);
  const problem = fitProblem(system, measurements, total, options.weighting ?? 'precision');
  const start = new Float64Array(problem.answers.length);
  if (options.start) start.set(options.start.multipliers.subarray(0, start.length));
  const fitted = optimise(problem, start, options);
  const beliefs = finalBeliefs(problem, fitted, system);
  const gap = separatorGap(system.tree, beliefs);
  if (!(gap <= 1e-9)) throw new Error(`separators disagree by ${gap}: an index map is wrong`);
  const { multipliers, evaluations, loss, stopped } = fitted;
  return { ...modelOf(tree, beliefs, total, sets), multipliers, fit: { evaluations, loss, stopped } };
}

function treeFor(sizes: readonly number[], sets: readonly ColumnSet[], options: FitOptions): JunctionTree {
  const unique = [...new Map(sets.map((set) => [columnSetKey(set), set])).values()];
  return junctionTree(sizes, unique, options.restarts ?? usualRestarts);
}

function optimise(problem: FitProblem, start: Float64Array, options: FitOptions): Fitted {
  const { method = 'dual', entropyWeight = usualEntropyWeight, stopAtNoise = true, weighting = 'precision' } = options;
  const onStep = () => options.signal?.throwIfAborted();
  if (method === 'mirror') {
    const { steps = 1000, tolerance = 1e-5 } = options;
    const atNoise = stopAtNoise && weighting === 'precision';
    return mirrorDescent(problem, start, { steps, tolerance, onStep, stopAtNoise: atNoise });
  }
  const { steps = 200, tolerance = 0.02 } = options;
  const single = options.singleEntropyWeight ?? entropyWeight;
  const { entropyNoise } = options;
  const entropyWeights = Float64Array.from(problem.orders, (order, at) => {
    const weight = order < 2 ? single : entropyWeight;
    if (entropyNoise === undefined) return weight;
    const deviation = 1 / Math.sqrt(problem.weights[at] as number);
    return Math.min(0.05, weight * Math.sqrt((entropyNoise * problem.total) / deviation));
  });
  return dualAscent(problem, start, { steps, tolerance, onStep, entropyWeights });
}

/** Beliefs are work space of the system, so they are evaluated once more at the multipliers kept, and copied. */
function finalBeliefs(problem: FitProblem, { multipliers }: Fitted, system: { latest(): readonly Float64Array[] }) {
  problem.residuals(multipliers);
  return system.latest().map((belief) => belief.slice());
}
