import type { DebitEntry, LedgerView } from './types.ts';

/** Who counts as measured already. */
export type MeasuredPersons =
  /** Nobody was measured. */
  | { readonly kind: 'nobody' }
  /** Those in the marks file with this SHA-256. */
  | { readonly kind: 'marks'; readonly sha256: string }
  /**
   * The marks are missing or behind the ledger: everybody registered in `through` or before, and everybody undated if
   * `undated`, besides those in any marks that are left.
   */
  | { readonly kind: 'through'; readonly through: string | null; readonly undated: boolean };

/**
 * Decides who counts as measured, given the SHA-256 of every marks file found. A marks file is written and flushed
 * under its hash before the debit that names it, and the debit is the commit: a file the ledger does not name yet
 * belongs to a release that never happened, and is ignored. Cohort ids are `period.batch`; periods compare as text.
 */
export function measuredPersons(view: LedgerView, found: ReadonlySet<string>): MeasuredPersons {
  const first = view.entries.filter((entry): entry is DebitEntry => entry.kind === 'debit' && entry.from === 'budget');
  const newest = first.at(-1);
  if (!newest) return { kind: 'nobody' };
  const { marks } = newest.sealed;
  if (marks !== null && found.has(marks)) return { kind: 'marks', sha256: marks };
  const periods = first.flatMap(({ scope }) => scope).map(periodOf);
  const dated = periods.filter((period) => period !== 'undated').sort();
  return { kind: 'through', through: dated.at(-1) ?? null, undated: periods.includes('undated') };
}

/** The period of a cohort id: what comes before its last dot. */
export function periodOf(cohort: string): string {
  const dot = cohort.lastIndexOf('.');
  return dot < 0 ? cohort : cohort.slice(0, dot);
}
