import {
  type CaptureTable,
  estimateFromNoisy,
  keepLists,
  leastStratum,
  type PrevalenceEstimate,
  seededUniform,
  shortfalls,
  stepwise,
  twoDigits,
  wholeTable,
  withMissedMatches,
  withWrongMatches,
} from '@casebridge/prevalence';
import { isProtected, type Protected, publish } from '@casebridge/privacy';
import type { PublishedMeasurement } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import type { PublishedPrevalence } from './prevalence-file.ts';

/** What a recipe says of an estimate. */
export type PrevalenceTerms = Pick<
  PublishedPrevalence,
  'population' | 'period' | 'lists' | 'merged' | 'threshold' | 'resamples' | 'seed'
> & {
  readonly stratum?: PublishedPrevalence['stratum'];
  /** Shares of matches that the linkage is taken to have missed, and to have made wrongly; no band of them where absent. */
  readonly matching?: Readonly<Record<'missed' | 'wrong', { readonly share: number }>> | undefined;
};

/** An estimate that may go into a bundle. */
export interface ReleasedPrevalence {
  readonly published: PublishedPrevalence;
}

const released = new WeakSet<object>();

/** Whether an estimate was made here. */
export function isReleasedPrevalence(value: ReleasedPrevalence): boolean {
  return released.has(value);
}

/**
 * An estimate from exact overlaps, rounded to two significant digits. It is outside the privacy guarantee: a bundle with it
 * has to say so in its privacy statement.
 *
 * @param table what the estimate was made from
 * @param linkage estimates under other linkages; null where there are none
 * @param apart the estimate with joined lists apart, null where that gives none; undefined where it was not made
 * Refusal `prevalence-stratum`, exit 3: a part of the population with fewer known people than `leastStratum`.
 */
export function exactPrevalence(
  terms: PrevalenceTerms,
  table: CaptureTable,
  estimate: PrevalenceEstimate,
  linkage: PublishedPrevalence['linkage'],
  apart?: number | null,
): ReleasedPrevalence {
  if (terms.stratum && estimate.known < leastStratum)
    throw new Refusal(
      'prevalence-stratum',
      `prevalence.where leaves fewer than ${leastStratum} known people, too few for an estimate of their own; take a rule away`,
      { exit: 3 },
    );
  return mark({
    ...frame(terms),
    ...shown(estimate),
    way: 'exact',
    ...(apart === undefined ? {} : { apart: rounded(apart) }),
    linkage: linkage && { cautious: rounded(linkage.cautious), generous: rounded(linkage.generous) },
    ...band(terms, table, estimate),
    measured: null,
  });
}

/**
 * An estimate from a table of histories that was measured with noise, over the lists in the order of the terms: codes 0 and
 * 1 per list, the first list turning slowest.
 */
export function measuredPrevalence(
  terms: PrevalenceTerms,
  measurement: Protected<PublishedMeasurement>,
  cohorts: readonly string[],
): ReleasedPrevalence {
  if (!isProtected(measurement)) throw new TypeError('only protected histories go into a bundle');
  const { values, variance } = publish(measurement);
  const lists = terms.lists.length;
  const byHistory = Array.from({ length: 2 ** lists }, (_, history) => {
    let cell = 0;
    for (let list = 0; list < lists; list++) cell = cell * 2 + ((history >> list) & 1);
    return history === 0 ? 0 : (values[cell] as number);
  });
  return mark(fromMeasured(terms, { cohorts: [...cohorts], variance, values: byHistory }));
}

/** Everything that is published of measured histories, worked out from them and the terms alone. */
export function fromMeasured(
  terms: PrevalenceTerms,
  measured: NonNullable<PublishedPrevalence['measured']>,
): PublishedPrevalence {
  const { values, variance } = measured;
  const noisyKnown = values.reduce((sum, value) => sum + value, 0);
  const isSmall = terms.stratum === true && noisyKnown < leastStratum;
  const estimate = isSmall
    ? null
    : estimateFromNoisy(
        { lists: terms.lists.map(({ id }) => id), values, variance: Number(variance) },
        { threshold: terms.threshold, resamples: terms.resamples, uniform: seededUniform(terms.seed) },
      );
  const known = twoDigits(noisyKnown);
  const none = { ...nothing, known, ...(isSmall ? { lacking: ['small_stratum'] as const } : {}) };
  return {
    ...frame(terms),
    ...(estimate ? shown(estimate) : none),
    way: 'measured',
    linkage: null,
    ...band(terms, wholeTable({ lists: terms.lists.map(({ id }) => id), values }), estimate),
    measured,
  };
}

type Shown = Pick<
  PublishedPrevalence,
  | 'known'
  | 'bound'
  | 'lacking'
  | 'stepwise'
  | 'independent'
  | 'bic'
  | 'thresholds'
  | 'withoutOne'
  | 'stable'
  | 'instabilities'
>;

const nothing: Omit<Shown, 'known'> = {
  bound: null,
  lacking: ['no_table'],
  stepwise: null,
  independent: null,
  bic: null,
  thresholds: [],
  withoutOne: [],
  stable: false,
  instabilities: [],
};

function shown(estimate: PrevalenceEstimate): Shown {
  const { stepwise, bic, mainEffects } = estimate;
  const range = ([lower, upper]: readonly [number, number]) => [twoDigits(lower), twoDigits(upper)] as const;
  return {
    known: twoDigits(estimate.known),
    bound: twoDigits(estimate.chao),
    // Nothing is lacking, and yet no model has an estimate: people on all lists and on none of them alone, say.
    lacking: stepwise === null && estimate.lacking.length === 0 ? ['no_model'] : estimate.lacking,
    stepwise: stepwise && {
      estimate: twoDigits(stepwise.estimate),
      interval: stepwise.lower !== null && stepwise.upper !== null ? range([stepwise.lower, stepwise.upper]) : null,
      percentile: range(stepwise.percentile),
      pairs: stepwise.model.map(pairOf),
      biased: stepwise.biased,
      ...(stepwise.ties > 0 ? { ties: twoDigitShare(stepwise.ties) } : {}),
    },
    independent: mainEffects && twoDigits(mainEffects.estimate),
    bic: bic && { estimate: twoDigits(bic.estimate), pairs: bic.model.map(pairOf) },
    thresholds: estimate.thresholds.map((one) => ({ threshold: one.threshold, estimate: twoDigits(one.estimate) })),
    withoutOne: estimate.withoutOne.map(({ list, estimate: value }) => ({ list, estimate: rounded(value) })),
    stable: estimate.stable,
    instabilities: estimate.instabilities,
  };
}

// The estimate under the assumed errors of the one linkage, its model chosen anew; none beside a table without an estimate.
function band(
  { matching, threshold }: PrevalenceTerms,
  table: CaptureTable,
  estimate: PrevalenceEstimate | null,
): Pick<PublishedPrevalence, 'matching'> {
  if (!matching) return {};
  const { missed, wrong } = matching;
  const of = (mended: CaptureTable): number | null => {
    const kept = keepLists(
      mended,
      mended.lists.map((_, list) => list),
    );
    if (!estimate?.stepwise || !kept || shortfalls(kept).length > 0) return null;
    return rounded(stepwise(kept, threshold)?.fit.estimate ?? null);
  };
  return {
    matching: {
      missed: { share: missed.share, estimate: of(withMissedMatches(table, missed.share)) },
      wrong: { share: wrong.share, estimate: of(withWrongMatches(table, wrong.share)) },
    },
  };
}

function frame({ population, period, lists, merged, stratum, threshold, resamples, seed }: PrevalenceTerms) {
  return {
    format: 'casebridge-prevalence-1',
    ...{ population, period, lists, merged, threshold, resamples, seed },
    ...(stratum ? { stratum } : {}),
  } as const;
}

/** A share above zero to two digits after the point, never zero. */
function twoDigitShare(share: number): number {
  return Math.max(0.01, Math.round(share * 100) / 100);
}

function rounded(value: number | null): number | null {
  return value === null ? null : twoDigits(value);
}

function pairOf(name: string): readonly [string, string] {
  const [first = '', second = ''] = name.split(':');
  return [first, second];
}

function mark(published: PublishedPrevalence): ReleasedPrevalence {
  const made = Object.freeze({ published });
  released.add(made);
  return made;
}
