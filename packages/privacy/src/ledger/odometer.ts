import { attackerAdvantage } from '../accounting/persons.ts';
import { epsilonOf } from '../accounting/zcdp.ts';
import { addRational, type Rational, subtractRational } from '../rational.ts';
import type { LedgerView } from './types.ts';

/** What one cohort has spent and may still spend. */
export interface CohortSpending {
  readonly cohort: string;
  readonly spent: Rational;
  readonly remaining: Rational;
  readonly reserveSpent: Rational;
  readonly reserveRemaining: Rational;
  /** ε of all that was spent, for a person with one record in the cohort, at each δ asked for. */
  readonly risk: readonly { readonly delta: number; readonly epsilon: number; readonly attackerAdvantage: number }[];
  /** Ids of its ledger entries. */
  readonly entries: readonly string[];
}

/** Spending by cohort, in order of first debit: the content of `casebridge ledger show`. */
export function cohortSpending(view: LedgerView, deltas: readonly number[] = [1e-6]): CohortSpending[] {
  return [...view.accounts.values()].map(({ cohort, budget, reserve, spentBudget, spentReserve, entries }) => {
    const total = addRational(spentBudget, spentReserve);
    return {
      cohort,
      spent: spentBudget,
      remaining: subtractRational(budget, spentBudget),
      reserveSpent: spentReserve,
      reserveRemaining: subtractRational(reserve, spentReserve),
      risk: deltas.map((delta) => {
        const epsilon = epsilonOf(total, delta);
        return { delta, epsilon, attackerAdvantage: attackerAdvantage(epsilon, delta) };
      }),
      entries,
    };
  });
}
