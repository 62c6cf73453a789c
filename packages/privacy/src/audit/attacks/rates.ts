/**
 * Rates of success with Wilson's interval, and what is left of an attack's rate once the rate on a control group is taken
 * off. Records of the control group were never seen by the synthesiser: what an attack knows of them it learned from the
 * population, not from the person. E. B. Wilson, 1927, JASA 22; residual risk and its error as in Giomi et al., 2023,
 * PoPETs 2 ("A unified framework for quantifying privacy risk in synthetic data").
 */

/** Half-width of a two-sided 95 % interval in standard deviations, to all digits. */
export const z95Exact = 1.959963984540054;

/** A rate with its 95 % interval `rate ± error`, within [0, 1]. */
export interface Rate {
  /** May be fractional where tied answers share a success. */
  readonly successes: number;
  readonly trials: number;
  /** Centre of Wilson's interval. */
  readonly rate: number;
  readonly error: number;
  readonly lower: number;
  readonly upper: number;
}

/** A difference with its interval. */
export interface Residual {
  readonly value: number;
  readonly error: number;
  readonly lower: number;
  readonly upper: number;
}

/** An attack on records that were in, on records that were not, and what is left of it. */
export interface Comparison {
  readonly attack: Rate;
  /** Null without a control group: then nothing tells learning about persons from learning about the population. */
  readonly control: Rate | null;
  readonly residual: Residual | null;
}

/**
 * Wilson's interval: `rate = (s + z²/2)/(n + z²)`, `error = z/(n + z²)·√(s(n − s)/n + z²/4)`. No trials give 0.5 ± 0.5.
 * RangeError unless 0 ≤ successes ≤ trials.
 */
export function wilsonRate(successes: number, trials: number, z = z95Exact): Rate {
  if (!(successes >= 0 && successes <= trials + 1e-9)) throw new RangeError('successes lie between 0 and the trials');
  if (trials === 0) return rateOf(0, 0, 0.5, 0.5);
  const square = z * z;
  const inside = Math.max(0, (successes * (trials - successes)) / trials);
  return rateOf(
    successes,
    trials,
    (successes + square / 2) / (trials + square),
    (z / (trials + square)) * Math.sqrt(inside + square / 4),
  );
}

/** The same rate per larger or smaller opportunity: rate and error times `factor`, at most 1. */
export function scaledRate(rate: Rate, factor: number): Rate {
  const scaled = Math.min(1, rate.rate * factor);
  return rateOf(rate.successes, rate.trials, scaled, Math.min(1, rate.error * factor));
}

/** A mean of values in [0, 1] over `trials` units with its standard error, as a rate; never narrower than Wilson's at 0 or 1. */
export function meanRate(mean: number, standardError: number, trials: number): Rate {
  const least = wilsonRate(0, trials);
  if (mean <= 0) return rateOf(0, trials, least.rate, least.error);
  if (mean >= 1) return wilsonRate(trials, trials);
  return rateOf(mean * trials, trials, mean, Math.max(z95Exact * standardError, least.error / 2));
}

function rateOf(successes: number, trials: number, rate: number, error: number): Rate {
  return { successes, trials, rate, error, lower: Math.max(0, rate - error), upper: Math.min(1, rate + error) };
}

/**
 * Residual risk `R = (a − c)/(1 − c)`, its error `√((eₐ/(1 − c))² + ((a − 1) e_c/(1 − c)²)²)`. Where the control
 * succeeds always, nothing can be told: the value is 0 and the error 1.
 */
export function residualRisk(attack: Rate, control: Rate): Residual {
  const rest = 1 - control.rate;
  if (rest <= 0) return { value: 0, error: 1, lower: -1, upper: 1 };
  const value = (attack.rate - control.rate) / rest;
  const error = Math.hypot(attack.error / rest, ((attack.rate - 1) * control.error) / (rest * rest));
  return { value, error, lower: value - error, upper: value + error };
}

/** Both rates and what is left. */
export function compareRates(attack: Rate, control: Rate | null): Comparison {
  return { attack, control, residual: control === null ? null : residualRisk(attack, control) };
}
