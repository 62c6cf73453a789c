import type { RationalText } from '../rational.ts';
import type { LedgerView } from './types.ts';

/**
 * What is published of a debit on one cohort. `commitment` and `hash` cover a secret salt, so that nobody can confirm
 * a guess at the data or the marks by them; the steward can open them by showing the ledger's line.
 */
export interface LedgerExtractLine {
  readonly id: string;
  readonly cohort: string;
  readonly mechanism: string;
  /** Number of sets measured; 0 for an adaptive mechanism, which chose them after the debit. */
  readonly sets: number;
  readonly rho: RationalText;
  readonly day: string;
  readonly commitment: string;
  readonly hash: string;
}

/** The public lines of a ledger, one per debit and cohort, in ledger order. `cohorts` limits them; all when absent. */
export function extractLedger(view: LedgerView, cohorts?: ReadonlySet<string>): LedgerExtractLine[] {
  return view.entries.flatMap((entry) =>
    entry.kind !== 'debit'
      ? []
      : entry.scope
          .filter((cohort) => cohorts?.has(cohort) ?? true)
          .map((cohort) => ({
            id: entry.id,
            cohort,
            mechanism: entry.mechanism,
            sets: entry.sets.length,
            rho: { num: entry.rho.num, den: entry.rho.den },
            day: entry.time.slice(0, 10),
            commitment: entry.commitment,
            hash: entry.hash,
          })),
  );
}
