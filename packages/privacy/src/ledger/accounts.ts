import {
  addRational,
  compareRational,
  formatRational,
  type Rational,
  rationalFromText,
  zeroRational,
} from '../rational.ts';
import type { CohortAccount, DebitEntry, Pot } from './types.ts';

/** Accounts by cohort id. */
export type Accounts = Map<string, CohortAccount>;

/** A charge on one cohort. */
export interface Charge {
  readonly rho: Rational;
  readonly from: Pot;
  readonly budget: Rational;
  readonly reserve: Rational;
}

/**
 * The filter: for zCDP, even when later requests depend on earlier results, costs add, so a cohort stays within its
 * budget exactly if `spent + cost ≤ declared` holds in exact fractions at every request. Returns what stands against
 * the charge, as the rest of a sentence, or null.
 */
export function objectionTo(account: CohortAccount | undefined, cohort: string, charge: Charge): string | null {
  const held = account ?? emptyAccount(cohort, charge);
  if (compareRational(held.budget, charge.budget) !== 0 || compareRational(held.reserve, charge.reserve) !== 0) {
    const declared = `budget ${formatRational(held.budget)} and reserve ${formatRational(held.reserve)}`;
    return `declares another budget or reserve for cohort ${cohort} than its first request did (${declared})`;
  }
  const [spent, limit] = charge.from === 'budget' ? [held.spentBudget, held.budget] : [held.spentReserve, held.reserve];
  if (compareRational(addRational(spent, charge.rho), limit) <= 0) return null;
  const amounts = `rho ${formatRational(spent)} of ${formatRational(limit)} is spent, ${formatRational(charge.rho)} more`;
  return `spends more than the ${charge.from} of cohort ${cohort} (${amounts})`;
}

/** Charges a debit to its cohorts, or changes nothing and returns what stands against it. */
export function chargeAccounts(accounts: Accounts, entry: DebitEntry): string | null {
  const charge: Charge = {
    rho: rationalFromText(entry.rho),
    from: entry.from,
    budget: rationalFromText(entry.budget),
    reserve: rationalFromText(entry.reserve),
  };
  for (const cohort of entry.scope) {
    const objection = objectionTo(accounts.get(cohort), cohort, charge);
    if (objection !== null) return objection;
  }
  for (const cohort of entry.scope) {
    const held = accounts.get(cohort) ?? emptyAccount(cohort, charge);
    accounts.set(cohort, {
      ...held,
      ...(charge.from === 'budget'
        ? { spentBudget: addRational(held.spentBudget, charge.rho) }
        : { spentReserve: addRational(held.spentReserve, charge.rho) }),
      entries: [...held.entries, entry.id],
    });
  }
  return null;
}

function emptyAccount(cohort: string, { budget, reserve }: Charge): CohortAccount {
  return { cohort, budget, reserve, spentBudget: zeroRational, spentReserve: zeroRational, entries: [] };
}
