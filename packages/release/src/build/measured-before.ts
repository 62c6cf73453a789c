import { type LedgerView, measuredPersons } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { undated } from '../cohorts/cohorts.ts';
import { foundMarks, type Marks, readMarks } from '../marks/marks.ts';

/** Who was measured by earlier releases. */
export interface MeasuredBefore {
  /** Marks that are known, each with its cohort. */
  readonly marks: Marks;
  /** True for a record that counts as measured. */
  readonly has: (mark: string, period: string) => boolean;
  /** False when marks are missing or behind the ledger, so that a year counts as measured as a whole. */
  readonly complete: boolean;
}

/**
 * Reads who was measured from the marks the ledger names. Where they are missing or behind the ledger, everybody
 * registered up to the last measured year counts as measured, besides those in whatever marks are left.
 */
export async function measuredBefore(view: LedgerView, dir: string): Promise<MeasuredBefore> {
  const found = await foundMarks(dir);
  const measured = measuredPersons(view, found);
  if (measured.kind === 'nobody') return { marks: new Map(), has: () => false, complete: true };
  if (measured.kind === 'marks') {
    const marks = await readMarks(dir, measured.sha256);
    return { marks, has: (mark) => marks.has(mark), complete: true };
  }
  const marks = new Map<string, string>();
  for (const sha256 of found) for (const [mark, cohort] of await readMarks(dir, sha256)) marks.set(mark, cohort);
  const { through } = measured;
  return {
    marks,
    has: (mark, period) =>
      marks.has(mark) || (period === undated ? measured.undated : through !== null && period <= through),
    complete: false,
  };
}

/**
 * Refuses cohorts whose budget is spent already. A debit without a bundle is spent all the same: its noise may have been
 * seen. Refusal `release-spent`, exit 3, saying what can be done.
 *
 * @param published ids of the cohorts in the previous bundle
 */
export function refuseSpent(view: LedgerView, cohorts: readonly string[], published: ReadonlySet<string>): void {
  const spent = cohorts.filter((id) => view.accounts.has(id));
  if (spent.length === 0) return;
  const entries = [...new Set(spent.flatMap((id) => view.accounts.get(id)?.entries ?? []))].join(', ');
  const lost = spent.filter((id) => !published.has(id));
  const what =
    lost.length > 0
      ? `the budget of ${listed(lost)} was spent by ledger entry ${entries} and no bundle before this one holds it; nothing is refunded`
      : `${listed(spent)} was measured by ledger entry ${entries}`;
  throw new Refusal(
    'release-spent',
    `${what}. To measure again from the lifetime reserve, list ${spent.length === 1 ? 'it' : 'them'} under cohorts.remeasure`,
    { exit: 3 },
  );
}

function listed(cohorts: readonly string[]): string {
  return cohorts.length === 1 ? `cohort ${cohorts[0]}` : `cohorts ${cohorts.join(', ')}`;
}
