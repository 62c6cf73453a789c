// The arithmetic of the budget, redone from the public files alone. A residual of a set with c_i codes per variable and
// noise variance g² costs ρ = ∏ c_i (c_i − 1) / (2 g²), a marginal with variance s costs 1 / (2 s) (zero-concentrated
// differential privacy, one record added or removed). All sums are exact.
import type { Domains, Measurements, PublishedMeasurement } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import type { LedgerExtractEntry, PrivacyStatement } from './types.ts';

/** An exact fraction of zero or more; not in lowest terms. */
export interface Fraction {
  readonly num: bigint;
  readonly den: bigint;
}

/** What the ledger's mechanisms were paid for; every other one is for tables. */
const productOf: ReadonlyMap<string, string> = new Map([
  ['adaptive-marginals', 'synthetic'],
  ['shared-rows', 'prevalence'],
]);

const zero: Fraction = { num: 0n, den: 1n };

/** What the measurements of one cohort cost, worked out from their published variances. */
export function measuredCost(measurements: Measurements, cohort: string): Fraction {
  return measurements.measurements
    .filter((measurement) => measurement.cohort === cohort)
    .map((measurement) => costOf(measurement, measurements.domains))
    .reduce(addFraction, zero);
}

/** What one measurement cost a cohort it counts, from its set, kind and variance. Refusal `bundle-variance`, exit 3. */
export function costOf({ cohort, set, kind, variance }: PublishedMeasurement, domains: Domains): Fraction {
  const spread = BigInt(variance);
  if (spread <= 0n)
    throw new Refusal('bundle-variance', `a measurement of ${cohort} has no noise; do not use this bundle`, {
      exit: 3,
    });
  const sizes = set.map((variable) => BigInt(domains[variable]?.length ?? 0));
  const sensitivity = kind === 'marginal' ? 1n : sizes.reduce((product, size) => product * size * (size - 1n), 1n);
  return { num: sensitivity, den: 2n * spread };
}

/** What synthetic records cost, as far as it shows in the published measurements. */
export interface SyntheticCosts {
  /** Per cohort what its adaptive mechanism measured and chose. */
  readonly adaptive: ReadonlyMap<string, Fraction>;
  /** Per cohort the table measurements that synthetic records still rest on and that were replaced since. */
  readonly replaced: ReadonlyMap<string, Fraction>;
}

const noSynthetic: SyntheticCosts = { adaptive: new Map(), replaced: new Map() };

/**
 * Checks that the ledger extract paid for every measured cohort: per cohort the debits add up to what the privacy
 * statement says, in all and per product, and what was published costs no more than was paid for tables and, apart from
 * them, for synthetic records and for an estimate's histories. Refusal `bundle-budget`, exit 3.
 */
export function checkBudget(
  measurements: Measurements,
  statement: PrivacyStatement,
  ledger: readonly LedgerExtractEntry[],
  synthetic: SyntheticCosts = noSynthetic,
  prevalence: ReadonlyMap<string, Fraction> = new Map(),
): void {
  const stated = new Map(statement.cohorts.map((entry) => [entry.cohort, fractionOf(entry.rho)]));
  const cohorts = new Set(measurements.cohorts.map(({ id }) => id));
  for (const { cohort } of ledger)
    if (!cohorts.has(cohort)) fail(`the ledger extract pays for '${cohort}', which was not measured`);
  for (const { cohort } of measurements.measurements)
    if (!cohorts.has(cohort)) fail(`measurements of '${cohort}' belong to no cohort`);
  for (const { cohorts: named } of statement.mechanisms ?? [])
    for (const { cohort } of named)
      if (!cohorts.has(cohort)) fail(`the privacy statement names '${cohort}', which was not measured`);
  for (const cohort of [...synthetic.adaptive.keys(), ...synthetic.replaced.keys()])
    if (!cohorts.has(cohort)) fail(`synthetic records rest on '${cohort}', which was not measured`);
  for (const cohort of prevalence.keys())
    if (!cohorts.has(cohort)) fail(`the estimate of the unseen rests on '${cohort}', which was not measured`);
  for (const cohort of stated.keys())
    if (!cohorts.has(cohort)) fail(`the privacy statement names '${cohort}', which was not measured`);
  for (const cohort of cohorts) {
    const debits = ledger.filter((entry) => entry.cohort === cohort);
    const paidFor = (product: string): Fraction =>
      sumOf(debits.filter(({ mechanism }) => (productOf.get(mechanism) ?? 'tables') === product));
    const paid = sumOf(debits);
    const said = stated.get(cohort);
    if (!said) fail(`the privacy statement does not name cohort ${cohort}`);
    else if (compare(paid, said) !== 0) fail(`the ledger extract and the privacy statement differ on cohort ${cohort}`);
    const tables = addFraction(measuredCost(measurements, cohort), synthetic.replaced.get(cohort) ?? zero);
    if (compare(tables, paidFor('tables')) > 0) fail(`the measurements of cohort ${cohort} cost more than was paid`);
    if (compare(synthetic.adaptive.get(cohort) ?? zero, paidFor('synthetic')) > 0)
      fail(`the synthetic records of cohort ${cohort} cost more than was paid for them`);
    if (compare(prevalence.get(cohort) ?? zero, paidFor('prevalence')) > 0)
      fail(`the histories of cohort ${cohort} cost more than was paid for them`);
    for (const product of ['tables', 'synthetic', 'prevalence'] as const) {
      if (!statement.mechanisms) break;
      const stated = sumOf(
        statement.mechanisms
          .filter((entry) => entry.product === product)
          .flatMap((entry) => entry.cohorts.filter((own) => own.cohort === cohort)),
      );
      if (compare(stated, paidFor(product)) !== 0)
        fail(`the ledger extract and the privacy statement differ on what the ${product} of cohort ${cohort} cost`);
    }
  }
}

function fail(what: string): never {
  throw new Refusal('bundle-budget', `budget: ${what}; do not use this bundle`, { exit: 3 });
}

function sumOf(costs: readonly { readonly rho: { readonly num: string; readonly den: string } }[]): Fraction {
  return costs.map(({ rho }) => fractionOf(rho)).reduce(addFraction, zero);
}

function fractionOf(rho: { readonly num: string; readonly den: string }): Fraction {
  return { num: BigInt(rho.num), den: BigInt(rho.den) };
}

/** Not reduced: hundreds of additions stay quick, and a comparison needs no lowest terms. */
export function addFraction(a: Fraction, b: Fraction): Fraction {
  return a.den === b.den
    ? { num: a.num + b.num, den: a.den }
    : { num: a.num * b.den + b.num * a.den, den: a.den * b.den };
}

function compare(a: Fraction, b: Fraction): -1 | 0 | 1 {
  const difference = a.num * b.den - b.num * a.den;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
