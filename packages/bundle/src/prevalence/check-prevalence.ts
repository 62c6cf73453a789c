// What can be redone of an estimate with the bundle alone. Of measured histories, everything; of exact overlaps, which stay
// with the steward, the rules that every published estimate keeps.
import { leastStratum, stabilityLimits, twoDigits } from '@casebridge/prevalence';
import { Refusal } from '@casebridge/refusal';
import type { Fraction } from '../budget.ts';
import { type JsonValue, sortedJson } from '../canonical-json.ts';
import { paths } from '../files.ts';
import type { PrivacyStatement } from '../types.ts';
import type { PublishedPrevalence } from './prevalence-file.ts';
import { fromMeasured } from './publish-estimate.ts';

/** What a bundle's estimate of the unseen came to. */
export interface PrevalenceReport {
  readonly way: PublishedPrevalence['way'];
  /** True where every number was worked out again from the published histories. */
  readonly redone: boolean;
  readonly stable: boolean;
}

/** Refusal `bundle-prevalence`, exit 3: numbers that do not follow from the histories, or break the rules of estimates. */
export function checkPrevalence(published: PublishedPrevalence): PrevalenceReport {
  const { way, measured, stable } = published;
  checkRules(published);
  if (!measured) return { way, redone: false, stable };
  const expected = sortedJson(fromMeasured(published, measured) as unknown as JsonValue);
  if (expected !== sortedJson(published as unknown as JsonValue)) refuse('is not what its measured histories give');
  return { way, redone: true, stable };
}

/** The statement and the estimate say the same: exact overlaps are outside the guarantee, and nothing else is. */
export function checkPrevalenceIsStated(published: PublishedPrevalence | null, privacy: PrivacyStatement): void {
  const isStated = privacy.prevalence !== undefined;
  if (isStated !== (published?.way === 'exact'))
    refuse('and the privacy statement differ on whether an estimate is outside the guarantee');
  const isListed = privacy.notProtected.includes('estimate_from_exact_overlaps');
  if (isListed !== isStated) refuse('is not named rightly among what the privacy statement does not protect');
}

/** What measured histories cost each cohort: one record may move a row, so 1/variance (see `privacy/measure/shared-rows`). */
export function prevalenceCosts(published: PublishedPrevalence | null): ReadonlyMap<string, Fraction> {
  const { measured } = published ?? { measured: null };
  if (!measured) return new Map();
  const variance = BigInt(measured.variance);
  if (variance <= 0n) refuse('has histories without noise');
  return new Map(measured.cohorts.map((cohort) => [cohort, { num: 1n, den: variance }]));
}

function checkRules(published: PublishedPrevalence): void {
  const {
    known,
    bound,
    stepwise,
    bic,
    independent,
    thresholds,
    withoutOne,
    linkage,
    matching,
    stable,
    instabilities,
    lacking,
  } = published;
  const estimates = [stepwise?.estimate, bic?.estimate, independent, ...thresholds.map(({ estimate }) => estimate)];
  const shown = [
    known,
    bound,
    ...estimates,
    ...(stepwise?.interval ?? []),
    ...(stepwise?.percentile ?? []),
    ...withoutOne.map(({ estimate }) => estimate),
    linkage?.cautious,
    linkage?.generous,
    matching?.missed.estimate,
    matching?.wrong.estimate,
    published.apart,
  ].filter((value) => value !== null && value !== undefined);
  if (shown.some((value) => twoDigits(value) !== value)) refuse('has a number of more than two significant digits');
  if (published.stratum && stepwise && known < leastStratum)
    refuse(`estimates a part of the population with fewer than ${leastStratum} known people`);
  if (published.apart !== undefined && published.merged.length === 0) refuse('sets lists apart that were not joined');
  if (estimates.some((value) => typeof value === 'number' && value < known))
    refuse('has an estimate below the people who are known');
  if (stepwise === null && (lacking.length === 0 || stable)) refuse('gives no estimate and does not say why');
  if (stable !== (stepwise !== null && instabilities.length === 0))
    refuse('does not say rightly whether its estimate is stable');
  if (!stable || !stepwise) return;
  // Rounding moves a ratio by a tenth at most: beyond that no rounding makes an unstable estimate out of a stable one.
  const others = estimates.filter((value) => typeof value === 'number');
  const spread = Math.max(...others) / Math.min(...others);
  const upper = stepwise.interval?.[1] ?? Number.POSITIVE_INFINITY;
  const moved = withoutOne.some(
    ({ estimate }) =>
      estimate === null ||
      Math.abs(estimate - stepwise.estimate) > (stabilityLimits.movement + 0.16) * stepwise.estimate,
  );
  if (spread > stabilityLimits.spread * 1.11 || upper > stabilityLimits.upper * 1.11 * stepwise.estimate || moved)
    refuse('calls an estimate stable that is not');
}

function refuse(what: string): never {
  throw new Refusal('bundle-prevalence', `${paths.prevalence} ${what}; do not use this bundle`, { exit: 3 });
}
