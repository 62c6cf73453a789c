import type { Answers, Cohort, Estimate } from '@casebridge/privacy/results';
import { splitFlags } from '../registry/figure-tables.ts';
import { type Combination, covarianceOf, evaluate, only } from './combination.ts';
import { heldQuery } from './held.ts';
import { count, ratio } from './publishable.ts';
import { type Reading, tidy, tidyPair, withheldReading } from './reading.ts';
import { type Scope, scopeCodes, sourceTable } from './scope.ts';

/** A change is shown when its interval is at most ten points either side. */
const widestChange = 0.1;
/** What the ratio of two years' counts can be. */
const changeRange = { low: 0, high: 1000 };

/** How a change falls into same, joined and left contributors. */
export type Split =
  /** Coverage statements say the same contributors worked in both years: all of the change is theirs. */
  | 'same'
  /** By the two flags of the release's tables. */
  | 'flags'
  /** Groups too small to show, and no consent. */
  | 'none';

/** The two years' cohorts that a change compares: each year as its first release saw it. */
export interface Maturity {
  readonly now: readonly string[];
  readonly before: readonly string[];
  /** False where one year had longer to be completed before its first release than the other. */
  readonly equal: boolean;
}

/** The cohorts in which two years were first released; null where one of them has none. */
export function firstReleases(cohorts: readonly Cohort[], period: string, earlier: string): Maturity | null {
  const first = (year: string): readonly Cohort[] => {
    const own = cohorts.filter((cohort) => cohort.period === year && !cohort.late);
    const batch = Math.min(...own.map((cohort) => cohort.batch));
    return own.filter((cohort) => cohort.batch === batch);
  };
  const now = first(period);
  const before = first(earlier);
  const [a, b] = [now[0], before[0]];
  if (!a || !b) return null;
  return {
    now: now.map(({ id }) => id),
    before: before.map(({ id }) => id),
    equal: age(a) === age(b),
  };

  // Years between a cohort's own year and the year its batch was released for, the newest year in it.
  function age(cohort: Cohort): number {
    const years = cohorts.filter(({ batch, period: own }) => batch === cohort.batch && /^\d{4}$/.test(own));
    return Math.max(...years.map(({ period: own }) => Number(own))) - Number(cohort.period);
  }
}

/**
 * Change of records held, as a share of the earlier year's, first release against first release; with what contributors
 * present in both years, those that joined and those that left each add to it. The three add up to the change. Null
 * where the release has no table for it.
 */
export function readChange(answers: Answers, scope: Scope, maturity: Maturity, split: Split): Reading | null {
  const before = heldQuery(answers, { ...scope, cohorts: maturity.before });
  const now = heldQuery(answers, { ...scope, cohorts: maturity.now });
  if (!before || !now) return null;
  const n = evaluate(answers, before.count);
  const base = count(n);
  const codes = scopeCodes(scope);
  const shared = {
    base: tidy(base.value),
    baseInterval: tidyPair(base.interval),
    unknown: null,
    source: {
      table: now.table,
      cohorts: maturity.now,
      earlierCohorts: maturity.before,
      numerator: codes,
      base: codes,
    },
  };
  const change = shareOf(answers, now.count, before.count, n);
  if (typeof change === 'string') return { ...withheldReading(change), ...shared };
  return {
    ...shared,
    value: tidy(change.value - 1),
    interval: tidyPair([change.interval[0] - 1, change.interval[1] - 1]),
    bounds: null,
    withheld: null,
    parts: readParts(answers, maturity, split, { now: now.count, before: before.count, n }),
  };
}

interface Counts {
  readonly now: Combination;
  readonly before: Combination;
  readonly n: Estimate;
}

function readParts(answers: Answers, maturity: Maturity, split: Split, counts: Counts): Reading['parts'] {
  if (split === 'none') return [];
  if (split === 'same') return partsOf([['same', counts.now, 1, -1]]);
  const flagged = (flag: string, code: string, cohorts: readonly string[]): Combination | null => {
    const table = sourceTable(answers, [flag], [flag]);
    return table && only({ cohorts, selections: [{ table, where: { [flag]: code } }] });
  };
  const same = flagged(splitFlags.previous, 'yes', maturity.now);
  const joined = flagged(splitFlags.previous, 'no', maturity.now);
  const left = flagged(splitFlags.next, 'no', maturity.before);
  if (!same || !joined || !left) return [];
  // Kept contributors' change is (same now − same before) / before = (same now + left before) / before − 1.
  return partsOf([
    ['same', [...same, ...left], 1, -1],
    ['joined', joined, 1, 0],
    ['left', left, -1, 0],
  ]);

  function partsOf(parts: readonly (readonly [string, Combination, 1 | -1, number])[]): Reading['parts'] {
    const read = parts.flatMap(([key, combination, sign, shift]) => {
      const share = shareOf(answers, combination, counts.before, counts.n);
      if (typeof share === 'string') return [];
      const ends = share.interval.map((end) => sign * end + shift).sort((a, b) => a - b) as [number, number];
      return [{ key, value: tidy(sign * share.value + shift), interval: tidyPair(ends) }];
    });
    return read.length === parts.length ? read : [];
  }
}

function shareOf(answers: Answers, x: Combination, before: Combination, n: Estimate) {
  return ratio(evaluate(answers, x), n, covarianceOf(answers, x, before), changeRange, widestChange);
}
