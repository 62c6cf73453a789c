/**
 * The measurement layer audited from outside, in many runs: canaries at ε ≤ 1, where a thousand runs can tell a sound
 * mechanism from a broken one (at larger ε the bound on ε is capped by the number of runs, at 4.85 for a thousand). Judged by
 * the Gaussian bound μ ≤ √(2ρ), which is what ρ of zero-concentrated privacy buys with Gaussian noise, and by ε at δ.
 */
import { rhoOf } from '../accounting/zcdp.ts';
import type { CaseTable } from '../columns/case-table.ts';
import { rationalToNumber } from '../rational.ts';
import { planTables, type TablePlan } from '../residual/plan.ts';
import { cellCount, downwardClosure, joinNames } from '../results/sets.ts';
import type { Domains } from '../results/types.ts';
import { canaryWorlds } from './canary.ts';
import { canaryScore } from './canary-score.ts';
import { auditManyRuns } from './many-runs.ts';
import type { MeasureWorld } from './practice.ts';
import { type Finding, finding } from './verdicts.ts';

export interface MeasurementAudit {
  /** Records that are public; their domains say what is measured. */
  readonly others: CaseTable;
  /** Tables over their variables. */
  readonly tables: readonly (readonly string[])[];
  /** Above 0, at most 1. */
  readonly epsilon: number;
  readonly delta: number;
  /** Runs with the canary, and as many without. */
  readonly runs: number;
  /** Probability with which each bound on a rate may miss; 0.025 when absent. */
  readonly miss?: number;
  readonly measure: MeasureWorld;
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: { readonly done: number; readonly total: number }) => void;
}

/** Most ε at which canaries are tried. */
export const largestAuditEpsilon = 1;

/**
 * The audit that stands before a release. At a large δ the same ε allows more (μ is 0.455), and fewer runs tell it from
 * twice as much: of 1,200 runs of each world 960 judge, and the bound on μ lies 0.25 below the truth with a standard
 * deviation of 0.057. A sound mechanism fails with probability at most 0.004 for each finding by the bounds, about 10⁻⁵ in
 * truth; one in which a record counts twice passes in some 2 of 10,000.
 */
export const gateCanary = { epsilon: largestAuditEpsilon, delta: 0.01, runs: 1200, miss: 0.001 } as const;

/**
 * Two findings: `canary-gaussian`, that the lower bound on μ is at most √(2ρ), and `canary-epsilon`, that the one on ε is at
 * most ε. RangeError: an ε outside (0, 1].
 */
export async function auditMeasurement(audit: MeasurementAudit): Promise<readonly [Finding, Finding]> {
  const { plan, claimed, found, numbers } = await runWorlds(audit, 1);
  return [
    finding('canary-gaussian', found.mu, claimed, found.falseAlarm, numbers),
    finding('canary-epsilon', found.epsilon, audit.epsilon, found.falseAlarm, {
      ...numbers,
      tables: plan.tables.length,
    }),
  ];
}

/**
 * Whether the audit is worth its name: the same audit, of a canary that is counted twice, proves more than is claimed. One
 * finding, `canary-power`, whose limit is what was proved.
 */
export async function auditPower(audit: MeasurementAudit): Promise<Finding> {
  const { claimed, found, numbers } = await runWorlds(audit, 2);
  return finding('canary-power', claimed, found.mu, null, numbers);
}

/** √(2ρ): the μ of Gaussian noise that costs all of a plan. */
function claimedMu({ rho }: TablePlan): number {
  return Math.sqrt(2 * rationalToNumber(rho));
}

/**
 * The tables of a plan that an audit of many runs can afford: the smallest ones, while everything measured for them has at
 * most `mostCells` cells with the reserved codes; one at least.
 */
export function affordableTables(
  domains: Domains,
  tables: readonly (readonly string[])[],
  mostCells: number,
): readonly (readonly string[])[] {
  const cells = (set: readonly string[]) =>
    cellCount(set.map((name) => (domains[name] as readonly string[]).length + 1));
  const ascending = [...tables].sort((a, b) => cells(a) - cells(b) || (joinNames(a) < joinNames(b) ? -1 : 1));
  const chosen: (readonly string[])[] = [];
  for (const table of ascending) {
    const measured = downwardClosure(domains, [...chosen, table]).reduce((sum, set) => sum + cells(set), 0);
    if (chosen.length > 0 && measured > mostCells) break;
    chosen.push(table);
  }
  return chosen;
}

async function runWorlds(audit: MeasurementAudit, copies: number) {
  const { others, tables, epsilon, delta, runs, miss = 0.025, measure, signal, onProgress } = audit;
  if (!(epsilon > 0 && epsilon <= largestAuditEpsilon)) throw new RangeError('canaries are tried at an ε of at most 1');
  const worlds = canaryWorlds(others, copies);
  const { domains, present, absent } = worlds;
  const plan = planTables({ domains, tables: tables.map((set) => ({ set })), rho: rhoOf(epsilon, delta) });
  const score = canaryScore(worlds);
  const found = await auditManyRuns({
    run: async (isPresent) => score(await measure(plan, isPresent ? present : absent)),
    runs,
    // A mechanism that is broken may move both worlds' scores, so the thresholds are not worked out but learned.
    threshold: { learnedFrom: 0.2 },
    delta,
    miss,
    ...(signal ? { signal } : {}),
    ...(onProgress ? { onProgress } : {}),
  });
  const rho = rationalToNumber(plan.rho);
  const { mu, muHigh, epsilon: epsilonLow } = found;
  const numbers = { runs: 2 * runs, rho, epsilon, delta, muLow: mu, muHigh, epsilonLow };
  return { plan, claimed: claimedMu(plan), found, numbers };
}
