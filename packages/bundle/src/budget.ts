// The arithmetic of the budget, redone from the public files alone. A residual of a set with c_i codes per variable and
// noise variance g² costs ρ = ∏ c_i (c_i − 1) / (2 g²), a marginal with variance s costs 1 / (2 s) (zero-concentrated
// differential privacy, one record added or removed). All sums are exact.
import type { Measurements } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import type { LedgerExtractEntry, PrivacyStatement } from './types.ts';

interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

const zero: Fraction = { num: 0n, den: 1n };

/** What the measurements of one cohort cost, worked out from their published variances. */
export function measuredCost(measurements: Measurements, cohort: string): Fraction {
  return measurements.measurements
    .filter((measurement) => measurement.cohort === cohort)
    .map(({ set, kind, variance }): Fraction => {
      const spread = BigInt(variance);
      if (spread <= 0n)
        throw new Refusal(
          'bundle-variance',
          `data/measurements.json: a measurement of ${cohort} has no noise; do not use this bundle`,
          { exit: 3 },
        );
      const sizes = set.map((variable) => BigInt(measurements.domains[variable]?.length ?? 0));
      const sensitivity = kind === 'marginal' ? 1n : sizes.reduce((product, size) => product * size * (size - 1n), 1n);
      return { num: sensitivity, den: 2n * spread };
    })
    .reduce(add, zero);
}

/**
 * Checks that the ledger extract paid for every measured cohort: per cohort the debits add up to what the privacy
 * statement says, and the noise that was published costs no more than that. Refusal `bundle-budget`, exit 3.
 */
export function checkBudget(
  measurements: Measurements,
  statement: PrivacyStatement,
  ledger: readonly LedgerExtractEntry[],
): void {
  const stated = new Map(statement.cohorts.map((entry) => [entry.cohort, fractionOf(entry.rho)]));
  const cohorts = new Set(measurements.cohorts.map(({ id }) => id));
  for (const { cohort } of ledger)
    if (!cohorts.has(cohort)) fail(`the ledger extract pays for '${cohort}', which was not measured`);
  for (const { cohort } of measurements.measurements)
    if (!cohorts.has(cohort)) fail(`measurements of '${cohort}' belong to no cohort`);
  for (const cohort of stated.keys())
    if (!cohorts.has(cohort)) fail(`the privacy statement names '${cohort}', which was not measured`);
  for (const cohort of cohorts) {
    const debits = ledger.filter((entry) => entry.cohort === cohort);
    const paid = debits.map((entry) => fractionOf(entry.rho)).reduce(add, zero);
    const said = stated.get(cohort);
    if (!said) fail(`the privacy statement does not name cohort ${cohort}`);
    else if (compare(paid, said) !== 0) fail(`the ledger extract and the privacy statement differ on cohort ${cohort}`);
    if (compare(measuredCost(measurements, cohort), paid) > 0)
      fail(`the measurements of cohort ${cohort} cost more than was paid`);
  }
}

function fail(what: string): never {
  throw new Refusal('bundle-budget', `budget: ${what}; do not use this bundle`, { exit: 3 });
}

function fractionOf(rho: { readonly num: string; readonly den: string }): Fraction {
  return { num: BigInt(rho.num), den: BigInt(rho.den) };
}

// Not reduced: hundreds of additions stay quick, and a comparison needs no lowest terms.
function add(a: Fraction, b: Fraction): Fraction {
  return a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
