/**
 * The plain model of Fellegi and Sunter (1969): fields agree independently of one another, a pair's weight is the sum of
 * ln(m/u). u is counted over all pairs and λ, the share of pairs that are matches, is given; both stay as they are. m alone is
 * iterated, over the pairs whose chance is 0.9 or more: with every pair counted by its chance, m drifts towards the far more
 * numerous pairs of some other class, such as people of one country.
 */
import { fieldLevels, levelsOfPattern, patternCount } from './field-levels.ts';
import { chancesOf, startOf } from './level-chances.ts';

export interface PlainModel {
  readonly lambda: number;
  /** How matches and how all pairs agree: the chance of each level, per field. */
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
  /** Chance that a pair of this pattern is a match, per pattern. */
  readonly posterior: Float64Array;
}

/** Chance from which a pair shows how matches agree. */
const sureChance = 0.9;
const mostRounds = 50;
/** Each level half as likely as the one before. Steeper starts, such as a quarter, settle where pairs of other dates are lost. */
const startRatio = 0.5;

/**
 * @param counts all pairs of records by pattern
 * @param lambda share of pairs that are matches, between 0 and 1
 */
export function fitPlain(counts: Float64Array, lambda: number): PlainModel {
  const u = fieldLevels.map((_, field) => chancesOf(counts, field));
  let m = fieldLevels.map(({ levels }) => startOf(levels, startRatio));
  let posterior = posteriorOf(lambda, m, u);
  for (let round = 0; round < mostRounds; round++) {
    const sure = counts.map((count, at) => ((posterior[at] as number) >= sureChance ? count : 0));
    m = fieldLevels.map((_, field) => chancesOf(sure, field));
    const next = posteriorOf(lambda, m, u);
    const settled = next.every((chance, at) => chance === posterior[at]);
    posterior = next;
    if (settled) break;
  }
  return { lambda, m, u, posterior };
}

/** Chance of a match per pattern; a missing field is evidence of nothing. */
export function posteriorOf(
  lambda: number,
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
): Float64Array {
  return Float64Array.from({ length: patternCount }, (_, at) => {
    let ratio = lambda / (1 - lambda);
    for (const [field, level] of (levelsOfPattern[at] as readonly number[]).entries()) {
      const [own, other] = [m[field]?.[level], u[field]?.[level]];
      if (own !== undefined && other !== undefined) ratio *= own / other;
    }
    return ratio / (1 + ratio);
  });
}
