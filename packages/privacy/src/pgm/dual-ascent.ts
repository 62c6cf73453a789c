import { type FitProblem, type Fitted, lossOf, type StepOptions } from './fit-problem.ts';

/**
 * The same estimate from its dual. With a small weight τ on the entropy the problem
 * `min ½ Σ w (Qμ − y)² + τ KL(μ ‖ uniform)` has the smooth, strongly convex dual
 * `D(x) = N log Z(Qᵀx) − x·y + ½ τ Σ x²/w`, whose gradient `Qμ(x) − y + τ x/w` costs one pass of belief propagation.
 * Minimised by L-BFGS (Nocedal and Wright 2006, algorithm 7.4) with the diagonal `1/(μ + τ/w)` in place of the identity, so
 * that rare cells move as fast as common ones. τ also draws cells that noise has drowned towards the model without them.
 */
export function dualAscent(
  problem: FitProblem,
  start: Float64Array,
  options: StepOptions & { readonly entropyWeights: Float64Array },
): Fitted {
  const { answers, weights, total } = problem;
  const ridge = weights.map((weight, i) => (options.entropyWeights[i] as number) / weight);
  let evaluations = 0;
  /** The point, moved along shared directions: `x` is written over. */
  const at = (x: Float64Array): Point => {
    options.onStep();
    evaluations += 1;
    const { residuals, logPartition } = problem.residuals(x);
    problem.shared.balance(x, answers, ridge);
    let value = total * logPartition;
    const gradient = new Float64Array(x.length);
    for (let i = 0; i < x.length; i++) {
      const pull = (ridge[i] as number) * (x[i] as number);
      value += (x[i] as number) * (0.5 * pull - (answers[i] as number));
      gradient[i] = (residuals[i] as number) + pull;
    }
    return { x, value, gradient, residuals };
  };
  let here = at(start.slice());
  const memory: Pair[] = [];
  let stopped: Fitted['stopped'] = 'steps';
  while (evaluations < options.steps) {
    const curvature = problem.expected();
    if (noiseUnits(here.gradient, curvature, weights) <= options.tolerance) {
      stopped = 'converged';
      break;
    }
    for (let i = 0; i < curvature.length; i++) {
      curvature[i] = 1 / (Math.max(curvature[i] as number, answers[i] as number, 1e-9) + (ridge[i] as number));
    }
    const direction = quasiNewton(here.gradient, curvature, memory);
    const next = descend(here, direction, at, options.steps - evaluations);
    if (next === null) {
      if (memory.length === 0) break;
      memory.length = 0;
      here = at(here.x.slice());
      continue;
    }
    remember(memory, here, next);
    here = next;
  }
  return { multipliers: here.x, evaluations, loss: lossOf(here.residuals, weights), stopped };
}

interface Point {
  readonly x: Float64Array;
  readonly value: number;
  readonly gradient: Float64Array;
  readonly residuals: Float64Array;
}

interface Pair {
  readonly moved: Float64Array;
  readonly turned: Float64Array;
  readonly inner: number;
}

const memoryLength = 6;

/**
 * Root mean square, in units of each answer's noise, of what is still to be moved: the gradient, and where a cell is to fall,
 * no more than is left in it.
 */
function noiseUnits(gradient: Float64Array, expected: Float64Array, weights: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < gradient.length; i++) {
    sum += (weights[i] as number) * Math.min(gradient[i] as number, expected[i] as number) ** 2;
  }
  return Math.sqrt(sum / Math.max(1, gradient.length));
}

/** The two-loop recursion, with a diagonal as the first guess of the inverse Hessian. */
function quasiNewton(gradient: Float64Array, diagonal: Float64Array, memory: readonly Pair[]): Float64Array {
  const direction = gradient.map((value) => -value);
  const factors: number[] = [];
  for (const { moved, turned, inner } of [...memory].reverse()) {
    const factor = dot(moved, direction) / inner;
    factors.push(factor);
    add(direction, turned, -factor);
  }
  let scale = 1;
  const newest = memory.at(-1);
  if (newest) {
    let squared = 0;
    for (let i = 0; i < diagonal.length; i++) squared += (diagonal[i] as number) * (newest.turned[i] as number) ** 2;
    scale = newest.inner / squared;
  }
  for (let i = 0; i < direction.length; i++) direction[i] = (direction[i] as number) * (diagonal[i] as number) * scale;
  for (const { moved, turned, inner } of memory) {
    const factor = dot(turned, direction) / inner;
    add(direction, moved, (factors.pop() as number) - factor);
  }
  return direction;
}

/** Armijo's rule, or near the bottom, where values no longer tell, the slope's (Hager and Zhang 2005). Null: no descent. */
function descend(here: Point, direction: Float64Array, at: (x: Float64Array) => Point, most: number): Point | null {
  const slope = dot(here.gradient, direction);
  if (!(slope < 0)) return null;
  let length = 1;
  for (let attempt = 0; attempt < Math.min(20, most); attempt++) {
    const next = at(here.x.map((value, i) => value + length * (direction[i] as number)));
    const change = next.value - here.value;
    if (change <= 1e-4 * length * slope) return next;
    const flat = 1e-12 * Math.abs(here.value);
    if (change <= flat && Math.abs(dot(next.gradient, direction)) <= 0.9 * Math.abs(slope)) return next;
    const quadratic = (-slope * length * length) / (2 * (change - slope * length));
    length = Number.isFinite(quadratic) ? Math.min(0.5 * length, Math.max(0.1 * length, quadratic)) : 0.1 * length;
  }
  return null;
}

function remember(memory: Pair[], here: Point, next: Point): void {
  const moved = next.x.map((value, i) => value - (here.x[i] as number));
  const turned = next.gradient.map((value, i) => value - (here.gradient[i] as number));
  const inner = dot(moved, turned);
  if (!(inner > 1e-14 * Math.sqrt(dot(moved, moved) * dot(turned, turned)))) return;
  memory.push({ moved, turned, inner });
  if (memory.length > memoryLength) memory.shift();
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

function add(to: Float64Array, part: Float64Array, factor: number): void {
  for (let i = 0; i < to.length; i++) to[i] = (to[i] as number) + factor * (part[i] as number);
}
