/**
 * The choice of what to measure next, audited: an attacker sees which candidate the exponential mechanism took, and knows
 * every record but a canary. One candidate fits the records without the canary, the others fit those with it; a candidate
 * that fits worse is likelier chosen, so the canary swings every score by as much as one record may. ε of the choice bounds
 * the ratio of the probabilities of any choice (Dong, Durfee and Rogers 2020).
 */
import { type CaseTable, caseTable } from '../columns/case-table.ts';
import type { Candidate } from '../measure/adaptive.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import { type Rational, rationalToNumber } from '../rational.ts';
import { auditManyRuns } from './many-runs.ts';
import { auditOneRun, oneRunEpsilon } from './one-run.ts';
import { type Finding, finding } from './verdicts.ts';

/** A choice on one world among candidates at an ε: the mechanism that the audit looks at. */
export type SelectWorld = (
  world: CaseTable,
  request: { readonly candidates: readonly Candidate[]; readonly epsilon: Rational },
) => Promise<number>;

export interface SelectionAudit {
  readonly select: SelectWorld;
  /** What is claimed for the choice. */
  readonly epsilon: Rational;
  /** Most probability of failing although nothing is wrong. */
  readonly miss: number;
  readonly signal?: AbortSignal;
}

const ordinary = 30;
/** Candidates that fit the records with the canary; with more of them a choice tells more, and happens more rarely. */
const fittingPresent = 3;

/** One finding, `selection-many-runs`: the lower bound on ε from `runs` choices with and as many without the canary. */
export async function auditSelection(audit: SelectionAudit & { readonly runs: number }): Promise<Finding> {
  const { select, epsilon, runs, miss, signal } = audit;
  const request = { candidates: candidates(fittingPresent), epsilon };
  const found = await auditManyRuns({
    run: async (present) => ((await select(world(present), request)) === 0 ? 1 : 0),
    runs,
    threshold: [0.5],
    delta: 0,
    miss: miss / 2,
    ...(signal ? { signal } : {}),
  });
  return finding('selection-many-runs', found.epsilon, rationalToNumber(epsilon), miss, { runs: 2 * runs });
}

/**
 * One finding, `selection-one-run`: the lower bound on ε from one release of as many cohorts as there are canaries, each
 * with a choice of its own and its canary in by the toss of a coin.
 */
export async function auditSelectionOnce(
  audit: SelectionAudit & { readonly canaries: number; readonly random: RandomBytes },
): Promise<Finding> {
  const { select, epsilon, canaries, random, miss, signal } = audit;
  const request = { candidates: candidates(1), epsilon };
  const [found] = await auditOneRun({
    canaries,
    guesses: canaries,
    random,
    run: async (included) => {
      const chosen: number[] = [];
      for (const present of included) {
        signal?.throwIfAborted();
        chosen.push((await select(world(present), request)) === 0 ? 1 : 0);
      }
      return [chosen];
    },
  });
  if (!found) throw new RangeError('one attacker looked at the run');
  return finding('selection-one-run', oneRunEpsilon(found, 0, miss), rationalToNumber(epsilon), miss, {
    canaries,
    right: found.right,
  });
}

// The first candidate is off by the canary where it is in, the others where it is not.
function candidates(others: number): readonly Candidate[] {
  const candidate = (canaries: number): Candidate => ({
    set: ['probe'],
    estimate: [ordinary, canaries],
    weight: 1,
    penalty: 0,
  });
  return [candidate(0), ...Array.from({ length: others }, () => candidate(1))];
}

function world(present: boolean): CaseTable {
  const probe = new Uint8Array(ordinary + (present ? 1 : 0));
  if (present) probe[ordinary] = 1;
  return caseTable({ probe: ['ordinary', 'reserved'] }, { probe });
}
