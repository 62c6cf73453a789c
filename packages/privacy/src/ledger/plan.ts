import { type PersonRisk, personRisk } from '../accounting/persons.ts';
import { epsilonOf } from '../accounting/zcdp.ts';
import {
  addRational,
  compareRational,
  divideRational,
  floorRational,
  multiplyRational,
  type Rational,
  rational,
  zeroRational,
} from '../rational.ts';

/** The policy to look ahead with. */
export interface LedgerPolicy {
  /** First registration year, and year of the first release's newest records. */
  readonly firstYear: number;
  /** Releases, one a year. 10 when absent. */
  readonly years?: number;
  /** zCDP cost of the first measurement of each cohort. */
  readonly budget: Rational;
  /** Lifetime reserve of each cohort for being measured again; zero when absent. */
  readonly reserve?: Rational;
  /** Cost of measuring a cohort again; `budget` when absent. */
  readonly remeasurement?: Rational;
  readonly delta: number;
  /** Releases in which records of a year are added to its total; later ones are published as late. 3 when absent. */
  readonly maturity?: number;
}

/** One planned release. */
export interface PlannedRelease {
  readonly year: number;
  readonly batch: number;
  readonly cohorts: readonly { readonly cohort: string; readonly late: boolean }[];
  /** Charged to each of its cohorts. */
  readonly rho: Rational;
  /** Cohorts in the ledger after this release. */
  readonly cohortsSoFar: number;
  /** ε of a person who had one record in every release so far. */
  readonly epsilonInEveryRelease: number;
}

/** Years of budget ahead, and what they mean for a person. */
export interface LedgerPlan {
  readonly delta: number;
  readonly releases: readonly PlannedRelease[];
  /** How often each cohort can be measured again from its reserve. */
  readonly remeasurements: bigint;
  /** ε of one record when measured once, and when its reserve is used up as well. */
  readonly epsilonOnce: number;
  readonly epsilonLifetime: number;
  /** Persons whose records ended up as 1, 2, 3 units: without and with the reserve. */
  readonly once: readonly PersonRisk[];
  readonly lifetime: readonly PersonRisk[];
}

/**
 * Looks ahead over years of releases: each measures its own cohorts (records of the last `maturity` years, later
 * arrivals of each earlier year, and those without a date), each cohort once, each with its own full budget.
 * RangeError for a policy without a budget or years.
 */
export function ledgerPlan(policy: LedgerPolicy): LedgerPlan {
  const { firstYear, years = 10, budget, reserve = zeroRational, delta, maturity = 3 } = policy;
  const remeasurement = policy.remeasurement ?? budget;
  if (!Number.isSafeInteger(firstYear) || !Number.isSafeInteger(years) || years < 1 || years > 100) {
    throw new RangeError('a plan covers 1 to 100 whole years');
  }
  if (compareRational(budget, zeroRational) <= 0 || compareRational(remeasurement, zeroRational) <= 0) {
    throw new RangeError('a plan needs a budget above zero');
  }
  const lifetime = addRational(budget, reserve);
  let cohortsSoFar = 0;
  const releases = Array.from({ length: years }, (_, index): PlannedRelease => {
    const batch = index + 1;
    const year = firstYear + index;
    const cohorts = [
      ...Array.from({ length: batch }, (_, back) => ({ cohort: `${year - back}.${batch}`, late: back >= maturity })),
      { cohort: `undated.${batch}`, late: false },
    ];
    cohortsSoFar += cohorts.length;
    const epsilonInEveryRelease = epsilonOf(multiplyRational(budget, rational(batch)), delta);
    return { year, batch, cohorts, rho: budget, cohortsSoFar, epsilonInEveryRelease };
  });
  return {
    delta,
    releases,
    remeasurements: floorRational(divideRational(reserve, remeasurement)),
    epsilonOnce: epsilonOf(budget, delta),
    epsilonLifetime: epsilonOf(lifetime, delta),
    once: [1, 2, 3].map((units) => personRisk(budget, delta, units)),
    lifetime: [1, 2, 3].map((units) => personRisk(lifetime, delta, units)),
  };
}
