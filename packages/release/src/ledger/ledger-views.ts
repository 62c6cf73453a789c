import { readFile } from 'node:fs/promises';
import {
  type CohortSpending,
  cohortSpending,
  type LedgerPlan,
  type LedgerReport,
  ledgerPlan,
  rhoOf,
  verifyLedger,
} from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';

/**
 * Checks a ledger file, and that it holds a given entry where one is named.
 *
 * @param head hash of an entry that must be in the chain: the ledger head of a published bundle
 * @throws Refusal (exit 3) naming line and fault
 */
export async function readLedgerFile(path: string, head: string | null): Promise<LedgerReport['view']> {
  const { holds, problem, view } = verifyLedger(new Uint8Array(await readFile(path)), head);
  if (holds && !problem) return view;
  const line = problem?.line === null || problem?.line === undefined ? '' : `, line ${problem.line}`;
  throw new Refusal(
    `ledger-${problem?.kind ?? 'damaged'}`,
    `${path}${line}: ${problem?.reason ?? 'it does not hold'}; restore the ledger from a copy that holds`,
    { exit: 3 },
  );
}

/** What was spent by cohort, with ε at the given δ. */
export async function showLedger(path: string, delta: number): Promise<readonly CohortSpending[]> {
  return cohortSpending(await readLedgerFile(path, null), [delta]);
}

/** Years of budget ahead: ε per cohort and the reserve kept for measuring it again. */
export function planLedger(options: {
  readonly epsilon: number;
  readonly reserve: number;
  readonly delta: number;
  readonly years: number;
  readonly from: number;
}): LedgerPlan {
  const { epsilon, reserve, delta, years, from } = options;
  return ledgerPlan({
    firstYear: from,
    years,
    budget: rhoOf(epsilon, delta),
    reserve: rhoOf(reserve, delta),
    remeasurement: rhoOf(reserve, delta),
    delta,
  });
}
