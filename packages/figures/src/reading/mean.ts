import type { Answers, Interval, Selection } from '@casebridge/privacy/results';
import type { Codes, MeanFamily } from '../registry/family.ts';
import { type Combination, covarianceOf, evaluate, only } from './combination.ts';
import { count, ratio, unknownShare } from './publishable.ts';
import { type Reading, tidy, tidyPair, withheldReading } from './reading.ts';
import { codesExist, knownCodes, type Scope, scopeCodes, scopeVariables, sourceTable, unknownCodes } from './scope.ts';

/** Half the width of a completed-year band: how far the middles can be from the truth. */
export const halfBand = 0.5;
/** A mean is shown when its noise is at most one year either side. */
export const widestMean = 1;

export interface MeanQueries {
  /** Sum of band middles over the records, in years. */
  readonly x: Combination;
  readonly n: Combination;
  readonly unknown: Combination;
  /** Middles of the first and the last band: what the mean can be. */
  readonly range: Interval;
  readonly table: readonly string[];
  readonly base: Codes;
}

/** The queries of a mean in a scope; null where the release has no table for it. */
export function meanQueries(answers: Answers, family: MeanFamily, scope: Scope): MeanQueries | null {
  const restricted = scopeCodes(scope);
  const table = sourceTable(
    answers,
    [...scopeVariables(scope), ...family.table],
    [...Object.keys(restricted), family.variable],
  );
  const bands = knownCodes(answers, family.variable);
  if (!table || bands.length === 0 || !codesExist(answers, restricted)) return null;
  const middles = bands.map(middleOf);
  const notKnown = unknownCodes(answers, family.variable);
  const query = (codes: readonly string[]): Combination =>
    only({
      cohorts: scope.cohorts,
      selections: [{ table, where: { ...restricted, [family.variable]: codes } }],
    });
  const selections: Selection[] = bands.map((band) => ({
    table,
    where: { ...restricted, [family.variable]: band },
    weight: middleOf(band),
  }));
  return {
    x: only({ cohorts: scope.cohorts, selections }),
    n: query(bands),
    unknown: notKnown.length > 0 ? query(notKnown) : [],
    range: { low: Math.min(...middles), high: Math.max(...middles) },
    table,
    base: { ...restricted, [family.variable]: bands },
  };
}

/**
 * The mean of a number published in completed years (privacy spec C10). Every record counts as the middle of its band,
 * y + 0.5, and those of the open last band (25 years or more) as 25.5; the interval is Fieller's on Σ m·x / Σ x, widened
 * by half a band either side, since the true mean is that close to the mean of middles. Null where the release has no
 * table for it.
 */
export function readMean(answers: Answers, family: MeanFamily, scope: Scope): Reading | null {
  const queries = meanQueries(answers, family, scope);
  if (!queries) return null;
  const x = evaluate(answers, queries.x);
  const n = evaluate(answers, queries.n);
  const total = evaluate(answers, [...queries.n, ...queries.unknown]);
  const unknown = unknownShare(evaluate(answers, queries.unknown), total);
  const base = count(n);
  const shared = {
    base: tidy(base.value),
    baseInterval: tidyPair(base.interval),
    unknown: unknown === null ? null : tidy(unknown),
    source: { table: queries.table, cohorts: scope.cohorts, numerator: queries.base, base: queries.base },
  };
  const mean = ratio(x, n, covarianceOf(answers, queries.x, queries.n), queries.range, widestMean);
  if (typeof mean === 'string') return { ...withheldReading(mean), ...shared };
  return {
    ...shared,
    value: tidy(mean.value),
    interval: tidyPair([Math.max(0, mean.interval[0] - halfBand), mean.interval[1] + halfBand]),
    bounds: null,
    withheld: null,
    parts: [],
  };
}

/** Middle of a band of completed years, in years: `3` → 3.5, `25+` → 25.5. */
export function middleOf(band: string): number {
  return Number.parseInt(band, 10) + halfBand;
}
