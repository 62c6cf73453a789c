import { type FitProblem, type Fitted, lossOf, type StepOptions } from './fit-problem.ts';

/**
 * Entropic mirror descent (McKenna, Sheldon and Miklau 2019, "Graphical-model based estimation and inference for
 * differential privacy"): log potentials move against the gradient of the loss, with a step that is halved until the loss
 * falls by half of what the step promised and raised by 1 % each time it does. Stops when the loss has changed by less than
 * `tolerance` of itself over 10 steps, or when the residual is at noise level, `Σ w (Qμ − y)² ≤ number of answers` (only
 * where weights are 1/σ²): to fit noise harder buys nothing.
 */
export function mirrorDescent(
  problem: FitProblem,
  start: Float64Array,
  options: StepOptions & { readonly stopAtNoise: boolean },
): Fitted {
  const { weights, total } = problem;
  let multipliers = start;
  let { residuals } = problem.residuals(multipliers);
  let loss = lossOf(residuals, weights);
  let step = 2 / (total * weights.reduce((most, weight) => Math.max(most, weight), 0));
  let evaluations = 1;
  const history = [loss];
  const done = (stopped: Fitted['stopped']): Fitted => ({ multipliers, evaluations, loss, stopped });
  while (evaluations < options.steps) {
    if (options.stopAtNoise && 2 * loss <= residuals.length) return done('noise');
    options.onStep();
    const trial = multipliers.map((x, at) => x - step * (weights[at] as number) * (residuals[at] as number));
    const next = problem.residuals(trial).residuals;
    evaluations += 1;
    const nextLoss = lossOf(next, weights);
    let promised = 0;
    for (let at = 0; at < next.length; at++) {
      const residual = residuals[at] as number;
      promised += (weights[at] as number) * residual * (residual - (next[at] as number));
    }
    if (loss - nextLoss < 0.5 * step * promised) {
      step /= 2;
      continue;
    }
    multipliers = trial;
    residuals = next;
    loss = nextLoss;
    step *= 1.01;
    history.push(loss);
    const earlier = history[history.length - 11];
    if (earlier !== undefined && earlier - loss <= options.tolerance * earlier) return done('converged');
  }
  return done('steps');
}
