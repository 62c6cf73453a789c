import { Refusal } from '@casebridge/refusal';
import { isSystemRandom, type RandomBytes } from '../random/random-bytes.ts';
import type { Rational } from '../rational.ts';
import type { Grant, MeasuredSet, Mechanism } from './types.ts';

/** A measurement about to be drawn, its sets to be chosen on the way: what a grant is checked against. */
export interface AdaptiveGrantUse {
  /** Cohorts measured together, all of the grant's scope; each can be used once. */
  readonly cohorts: readonly string[];
  /** The generator the noise will come from. */
  readonly random: RandomBytes;
  /** The recipe being carried out, when the caller knows it. */
  readonly recipe?: string;
}

/** A measurement whose sets were debited one by one. */
export interface GrantUse extends AdaptiveGrantUse {
  /** Exactly the sets that were debited, in any order. */
  readonly sets: readonly MeasuredSet[];
}

declare const spentGrantBrand: unique symbol;

/** Proof that a grant was used up for a measurement: what a protected value is made from. */
export interface SpentGrant {
  readonly [spentGrantBrand]: true;
  readonly entry: string;
  readonly hash: string;
  readonly recipe: string;
  readonly cohorts: readonly string[];
  readonly rho: Rational;
  readonly durable: boolean;
  readonly unsafeTest: boolean;
}

interface GrantState {
  readonly mechanism: Mechanism;
  readonly sets: string;
  readonly unsafeTest: boolean;
  readonly unused: Set<string>;
}

const issued = new WeakMap<Grant, GrantState>();
const spent = new WeakSet<SpentGrant>();

/** Makes a grant. Only the ledger calls this, after the debit was flushed; the package does not export it. */
export function issueGrant(
  facts: Pick<Grant, 'entry' | 'hash' | 'scope' | 'rho' | 'recipe' | 'durable'>,
  mechanism: Mechanism,
  sets: readonly MeasuredSet[],
  unsafeTest: boolean,
): Grant {
  const grant = Object.freeze({
    ...facts,
    scope: Object.freeze([...facts.scope]),
    rho: Object.freeze({ ...facts.rho }),
  }) as Grant;
  issued.set(grant, { mechanism, sets: describeSets(sets), unsafeTest, unused: new Set(facts.scope) });
  return grant;
}

/**
 * Uses up a grant for the named cohorts, before their noise is drawn. Refusal (exit 3): not a grant of this process's
 * ledger, a cohort outside its scope or used before, other sets, variances or costs than were debited, another recipe,
 * or another kind of generator than the ledger recorded.
 */
export function consumeGrant(grant: Grant, use: GrantUse): SpentGrant {
  const state = stateOf(grant);
  if (state.mechanism === 'adaptive-marginals')
    refuse(`entry ${grant.entry} was debited for an adaptive mechanism; measure through a meter`);
  if (describeSets(use.sets) !== state.sets) refuse(`entry ${grant.entry} was debited for other sets or variances`);
  return useUp(grant, state, use);
}

/**
 * Uses up a grant of an adaptive mechanism for the named cohorts, before anything is counted for them. Whoever holds the
 * proof keeps what is spent within the grant: `openMeter` alone calls this. Refusal as for `consumeGrant`, and when the
 * grant was debited for sets fixed beforehand.
 */
export function consumeAdaptiveGrant(grant: Grant, use: AdaptiveGrantUse): SpentGrant {
  const state = stateOf(grant);
  if (state.mechanism !== 'adaptive-marginals')
    refuse(`entry ${grant.entry} was debited for sets fixed beforehand, not for an adaptive mechanism`);
  return useUp(grant, state, use);
}

function stateOf(grant: Grant): GrantState {
  return issued.get(grant) ?? refuse('this is not a grant of an open ledger; ask the ledger for one');
}

function useUp(grant: Grant, state: GrantState, use: AdaptiveGrantUse): SpentGrant {
  if (use.recipe !== undefined && use.recipe !== grant.recipe)
    refuse(`entry ${grant.entry} was debited for another recipe`);
  if (isSystemRandom(use.random) === state.unsafeTest) {
    refuse(`entry ${grant.entry} records another kind of random generator than the noise would come from`);
  }
  if (use.cohorts.length === 0 || new Set(use.cohorts).size !== use.cohorts.length) {
    refuse(`entry ${grant.entry}: name each cohort to measure once`);
  }
  for (const cohort of use.cohorts) {
    if (!grant.scope.includes(cohort)) refuse(`entry ${grant.entry} does not cover cohort ${cohort}`);
    if (!state.unused.has(cohort)) refuse(`entry ${grant.entry} was already used for cohort ${cohort}`);
  }
  for (const cohort of use.cohorts) state.unused.delete(cohort);
  const proof = Object.freeze({
    entry: grant.entry,
    hash: grant.hash,
    recipe: grant.recipe,
    cohorts: Object.freeze([...use.cohorts]),
    rho: grant.rho,
    durable: grant.durable,
    unsafeTest: state.unsafeTest,
  }) as SpentGrant;
  spent.add(proof);
  return proof;
}

/** Whether this is the proof of a used grant of this process, not used for a value yet; it is used up by asking. */
export function redeemSpentGrant(proof: SpentGrant): boolean {
  return spent.delete(proof);
}

function describeSets(sets: readonly MeasuredSet[]): string {
  return sets
    .map(({ set, variance, rho }) => `${JSON.stringify([...set].sort())} ${variance} ${rho.num}/${rho.den}`)
    .sort()
    .join('\n');
}

function refuse(reason: string): never {
  throw new Refusal('grant-refused', `No noise was drawn: ${reason}.`, { exit: 3 });
}
