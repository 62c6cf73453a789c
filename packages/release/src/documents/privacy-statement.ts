import type { PrivacyStatement } from '@casebridge/bundle';
import {
  addRational,
  compareRational,
  epsilonOf,
  type LedgerView,
  personRisk,
  type Rational,
  rationalFromText,
  rationalToText,
  sumRationals,
  zeroRational,
} from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';

/** What the guarantee does not cover. Keys, so that pages can say them in each language. */
const notProtected = ['contributor_identity', 'facts_about_groups', 'declared_totals'] as const;

/** What the statement says beyond the ledger. */
export interface StatementTerms {
  /** Whom the guarantee protects. */
  readonly unit: 'record' | 'person';
  /** δ at which ε is stated. */
  readonly delta: number;
  /** Noisy number of records of a cohort, published by its tables. */
  readonly recordsOf: (cohort: string) => number;
  /** Whether somebody may look at the finished release with the records at hand, and discard it. */
  readonly internalCheck: boolean;
  readonly kanonymous: { readonly file: string; readonly k: number; readonly quasi: readonly string[] } | null;
  /** The file of an estimate from exact overlaps; null where there is none. */
  readonly exactOverlaps: string | null;
}

/** Fewest records that the second δ is worked out from, so that it stays small where a cohort is. */
const fewestRecords = 1000;

const mechanismNames = {
  tables: 'residual-basis tables with discrete Gaussian noise, zero-concentrated differential privacy',
  synthetic:
    'adaptively chosen marginals with discrete Gaussian noise and exponential-mechanism choices, zero-concentrated differential privacy',
  prevalence:
    'a table of histories with discrete Gaussian noise, charged for a record that moves a person from one history to another, zero-concentrated differential privacy',
} as const;

/**
 * The privacy statement of a bundle: per cohort all that was ever spent on it and on what, and what a person risks whose
 * records are known to one, two or three contributors, at the costliest cohort.
 */
export function privacyStatement(
  view: LedgerView,
  cohorts: readonly Cohort[],
  { unit, delta, recordsOf, internalCheck, kanonymous, exactOverlaps }: StatementTerms,
): PrivacyStatement {
  const spent = cohorts.map(({ id }) => {
    const account = view.accounts.get(id);
    if (!account) throw new RangeError(`the ledger has no account of cohort '${id}'`);
    return { id, rho: addRational(account.spentBudget, account.spentReserve), reserve: account.reserve };
  });
  const most = spent.reduce<Rational>((held, { rho }) => (compareRational(rho, held) > 0 ? rho : held), zeroRational);
  return {
    unit,
    personBound: 1,
    adjacency: 'add-remove',
    mechanism: mechanismNames.tables,
    mechanisms: (['tables', 'synthetic', 'prevalence'] as const)
      .map((product) => ({
        product,
        mechanism: mechanismNames[product],
        cohorts: spent
          .map(({ id }) => ({ cohort: id, rho: spentOn(view, id, product) }))
          .filter(({ rho }) => rho.num > 0n)
          .map(({ cohort, rho }) => ({ cohort, rho: rationalToText(rho) })),
      }))
      .filter((entry) => entry.cohorts.length > 0),
    cohorts: spent.map(({ id, rho, reserve }) => {
      const records = Math.max(fewestRecords, Math.round(recordsOf(id)));
      const own = downTo(records ** -1.5);
      return {
        cohort: id,
        rho: rationalToText(rho),
        epsilon: upTo(epsilonOf(rho, delta)),
        delta,
        atCohortSize: { records, delta: own, epsilon: upTo(epsilonOf(rho, own)) },
        lifetimeReserve: rationalToText(reserve),
      };
    }),
    persons: [1, 2, 3].map((contributors) => {
      const { epsilonSeparate, epsilonWithin, attackerAdvantage } = personRisk(most, delta, contributors);
      return {
        contributors,
        epsilonSeparate: upTo(epsilonSeparate),
        epsilonWithin: upTo(epsilonWithin),
        attackerAdvantage: Math.min(1, upTo(attackerAdvantage)),
      };
    }),
    notProtected: [
      ...notProtected,
      unit === 'person' ? 'persons_taken_for_several_by_linkage' : 'records_of_one_person_at_several_contributors',
      ...(kanonymous ? ['persons_in_kanonymous_records'] : []),
      ...(exactOverlaps ? ['estimate_from_exact_overlaps'] : []),
    ],
    conditionalOnInternalCheck: internalCheck,
    ...(kanonymous ? { kanonymous: { guarantee: 'ends-for-persons-in-file', ...kanonymous } as const } : {}),
    ...(exactOverlaps
      ? { prevalence: { guarantee: 'does-not-cover-the-estimate', file: exactOverlaps } as const }
      : {}),
  };
}

// An adaptive mechanism makes synthetic records, shared rows are histories; every other debit is for tables.
function productOf(mechanism: string): keyof typeof mechanismNames {
  return mechanism === 'adaptive-marginals' ? 'synthetic' : mechanism === 'shared-rows' ? 'prevalence' : 'tables';
}

function spentOn(view: LedgerView, cohort: string, product: keyof typeof mechanismNames): Rational {
  return sumRationals(
    view.entries.flatMap((entry) =>
      entry.kind === 'debit' && entry.scope.includes(cohort) && productOf(entry.mechanism) === product
        ? [rationalFromText(entry.rho)]
        : [],
    ),
  );
}

// Rounded outward to six decimals: never smaller than it is.
function upTo(value: number): number {
  return Math.ceil(value * 1e6) / 1e6;
}

// Two digits, rounded down: a smaller δ is the stronger statement.
function downTo(delta: number): number {
  const [digits, exponent] = delta.toExponential(12).split('e') as [string, string];
  return Number(`${Math.floor(Number(digits) * 10) / 10}e${exponent}`);
}
