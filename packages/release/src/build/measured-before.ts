import { type LedgerView, measuredPersons } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { undated } from '../cohorts/cohorts.ts';
import { foundMarks, type Marks, noMarks, readLedgerHead, readMarks } from '../marks/marks.ts';

/** Who was measured by earlier releases. */
export interface MeasuredBefore {
  /** Marks that are known, and what is assumed where marks were lost. */
  readonly marks: Marks;
  /** True for a record that counts as measured. */
  readonly has: (mark: string, period: string) => boolean;
  /** False for a period in which marks were lost, so that it counts as measured as a whole. */
  readonly isKnown: (period: string) => boolean;
}

/**
 * Reads who was measured from the marks the ledger names. Where they are missing or behind the ledger, everybody
 * registered up to the last measured year counts as measured, besides those in whatever marks are left; and goes on
 * counting as measured in later releases, since the marks written next say so. Refusal `ledger-older`, exit 3, where the
 * marks folder knows a ledger entry that the ledger does not have.
 *
 * @param key keys the marks
 */
export async function measuredBefore(view: LedgerView, dir: string, key: Uint8Array): Promise<MeasuredBefore> {
  const head = await readLedgerHead(dir);
  if (head !== null && !view.entries.some(({ hash }) => hash === head)) {
    throw new Refusal(
      'ledger-older',
      `the ledger does not contain entry ${head.slice(0, 12)}…, after which the marks in ${dir} were written; an older copy would spend budget twice: restore the newest ledger`,
      { exit: 3 },
    );
  }
  const found = await foundMarks(dir);
  const measured = measuredPersons(view, found);
  if (measured.kind === 'nobody') return measuredBy(noMarks);
  if (measured.kind === 'marks') return measuredBy(await readMarks(dir, measured.sha256, key));
  const left = [];
  for (const sha256 of found) left.push(await readMarks(dir, sha256, key));
  const years = [measured.through, ...left.map(({ through }) => through)].filter((year) => year !== null).sort();
  return measuredBy({
    cohorts: new Map(left.flatMap(({ cohorts }) => [...cohorts])),
    through: years.at(-1) ?? null,
    undated: measured.undated || left.some((marks) => marks.undated),
  });
}

function measuredBy(marks: Marks): MeasuredBefore {
  const { cohorts, through } = marks;
  const isAssumed = (period: string): boolean =>
    period === undated ? marks.undated : through !== null && period <= through;
  return {
    marks,
    has: (mark, period) => cohorts.has(mark) || isAssumed(period),
    isKnown: (period) => !isAssumed(period),
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
