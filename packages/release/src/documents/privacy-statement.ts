import type { PrivacyStatement } from '@casebridge/bundle';
import {
  addRational,
  compareRational,
  epsilonOf,
  type LedgerView,
  personRisk,
  type Rational,
  rationalToText,
  zeroRational,
} from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';

/** What the guarantee does not cover. Keys, so that pages can say them in each language. */
const notProtected = [
  'contributor_identity',
  'facts_about_groups',
  'records_of_one_person_at_several_contributors',
  'declared_totals',
] as const;

/**
 * The privacy statement of a bundle: per cohort all that was ever spent on it, and what a person risks whose records are
 * known to one, two or three contributors, at the costliest cohort.
 *
 * @param delta the δ at which ε is stated
 */
export function privacyStatement(view: LedgerView, cohorts: readonly Cohort[], delta: number): PrivacyStatement {
  const spent = cohorts.map(({ id }) => {
    const account = view.accounts.get(id);
    if (!account) throw new RangeError(`the ledger has no account of cohort '${id}'`);
    return { id, rho: addRational(account.spentBudget, account.spentReserve), reserve: account.reserve };
  });
  const most = spent.reduce<Rational>((held, { rho }) => (compareRational(rho, held) > 0 ? rho : held), zeroRational);
  return {
    unit: 'record',
    personBound: 1,
    adjacency: 'add-remove',
    mechanism: 'residual-basis tables with discrete Gaussian noise, zero-concentrated differential privacy',
    cohorts: spent.map(({ id, rho, reserve }) => ({
      cohort: id,
      rho: rationalToText(rho),
      epsilon: upTo(epsilonOf(rho, delta)),
      delta,
      lifetimeReserve: rationalToText(reserve),
    })),
    persons: [1, 2, 3].map((contributors) => {
      const { epsilonSeparate, epsilonWithin, attackerAdvantage } = personRisk(most, delta, contributors);
      return {
        contributors,
        epsilonSeparate: upTo(epsilonSeparate),
        epsilonWithin: upTo(epsilonWithin),
        attackerAdvantage: Math.min(1, upTo(attackerAdvantage)),
      };
    }),
    notProtected,
    conditionalOnInternalCheck: false,
  };
}

// Rounded outward to six decimals: never smaller than it is.
function upTo(value: number): number {
  return Math.ceil(value * 1e6) / 1e6;
}
