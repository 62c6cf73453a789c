import type { Bundle } from '@casebridge/bundle';

type Fraction = { readonly num: string; readonly den: string };
type CohortSpend = Bundle['privacy']['cohorts'][number];

/** What one cohort has paid by a release, and what of it the release added. Amounts are zCDP ρ. */
export interface CohortLine {
  readonly cohort: string;
  readonly period: string;
  /** Spent by all releases up to this one. */
  readonly spent: number;
  /** Of that, by this release. */
  readonly added: number;
  /** Kept back for later releases; never part of what is spent. */
  readonly reserve: number;
  readonly epsilon: number;
  readonly delta: number;
}

/** One release's page in the ledger. */
export interface LedgerPage {
  readonly bundle: Bundle;
  readonly cohorts: readonly CohortLine[];
  /** What this release newly asked of the ledger: the entries that the release before does not have. */
  readonly entries: Bundle['ledger'];
}

/** The ledger of a chain of releases, newest first. What a cohort has spent is told once a release; the difference is the release's. */
export function ledgerPages(bundles: readonly Bundle[]): readonly LedgerPage[] {
  return bundles
    .map((bundle, at) => {
      const before = bundles[at - 1];
      const spentBefore = new Map((before?.privacy.cohorts ?? []).map((each) => [each.cohort, amount(each.rho)]));
      const known = new Set((before?.ledger ?? []).map(lineKey));
      return {
        bundle,
        cohorts: bundle.privacy.cohorts.map((each) => lineOf(each, bundle, spentBefore.get(each.cohort) ?? 0)),
        entries: bundle.ledger.filter((entry) => !known.has(lineKey(entry))),
      };
    })
    .reverse();
}

function lineOf(each: CohortSpend, bundle: Bundle, before: number): CohortLine {
  const spent = amount(each.rho);
  return {
    cohort: each.cohort,
    period: bundle.measurements.cohorts.find(({ id }) => id === each.cohort)?.period ?? each.cohort,
    spent,
    added: Math.max(0, spent - before),
    reserve: amount(each.lifetimeReserve),
    epsilon: each.epsilon,
    delta: each.delta,
  };
}

function lineKey({ hash, cohort }: Bundle['ledger'][number]): string {
  return `${hash} ${cohort}`;
}

/** An exact fraction as a number. Its digits may be too many for a number each; their leading ones are enough. */
function amount({ num, den }: Fraction): number {
  const scale = 10n ** 15n;
  return Number((BigInt(num) * scale) / BigInt(den)) / Number(scale);
}
