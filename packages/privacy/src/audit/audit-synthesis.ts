/**
 * A synthesiser audited with canaries in many runs, whatever it chooses to measure: the attacker adds up what each noisy
 * marginal says of the canary. Everything after the measurements is made from them alone and tells him no more. What it
 * costs is claimed as (ε, δ) of its whole budget, choices included, so that is what is judged; at ε ≤ 1, see
 * `audit-measurement.ts`.
 */
import type { CaseTable } from '../columns/case-table.ts';
import type { Hierarchy } from '../columns/declared-domain.ts';
import { rationalToNumber } from '../rational.ts';
import { planSynthesisJob } from '../synthesis/plan-job.ts';
import type { SynthesisMethod } from '../synthesis/published.ts';
import { gateCanary, largestAuditEpsilon } from './audit-measurement.ts';
import { type CanaryWorlds, canaryWorlds } from './canary.ts';
import { canaryScore } from './canary-score.ts';
import { auditManyRuns } from './many-runs.ts';
import type { SynthesiseWorld } from './practice-synthesis.ts';
import { type Finding, finding } from './verdicts.ts';

export interface SynthesisAudit {
  /** Records that are public, over a small domain: the synthesiser runs on them hundreds of times. */
  readonly others: CaseTable;
  readonly method: SynthesisMethod;
  readonly synthesise: SynthesiseWorld;
  /** Above 0, at most 1. */
  readonly epsilon: number;
  readonly delta: number;
  /** Runs with the canary, and as many without. */
  readonly runs: number;
  /** Probability with which each bound on a rate may miss; that of the gate when absent. */
  readonly miss?: number;
  readonly signal?: AbortSignal;
}

/** One finding, `canary-synthesis`: the lower bound on ε is at most ε. RangeError: an ε outside (0, 1]. */
export async function auditSynthesis(audit: SynthesisAudit): Promise<Finding> {
  const { others, method, synthesise, epsilon, delta, runs, miss = gateCanary.miss, signal } = audit;
  if (!(epsilon > 0 && epsilon <= largestAuditEpsilon)) throw new RangeError('canaries are tried at an ε of at most 1');
  const worlds = canaryWorlds(others);
  const declared = { domains: worlds.domains, structuralZeros: [], hierarchies: [] };
  const job = planSynthesisJob({ declared, epsilon, delta, method });
  const found = await auditManyRuns({
    run: async (present) => {
      const { bands, measurements } = await synthesise(job, present ? worlds.present : worlds.absent);
      return canaryScore(withGroups(worlds, bands))(measurements);
    },
    runs,
    threshold: { learnedFrom: 0.2 },
    delta,
    miss,
    ...(signal ? { signal } : {}),
  });
  return finding('canary-synthesis', found.epsilon, epsilon, found.falseAlarm, {
    runs: 2 * runs,
    rho: rationalToNumber(job.rho),
    delta,
    muLow: found.mu,
    muHigh: found.muHigh,
  });
}

// The worlds with a column for every group of codes that the synthesiser made on the way and measured like a column.
function withGroups(worlds: CanaryWorlds, groups: readonly Hierarchy[]): CanaryWorlds {
  const made = groups.filter(({ parent }) => !Object.hasOwn(worlds.domains, parent));
  if (made.length === 0) return worlds;
  const domains = {
    ...worlds.domains,
    ...Object.fromEntries(made.map(({ parent, groups: codes }) => [parent, codes])),
  };
  const placeOf = (column: string) => worlds.absent.variables.indexOf(column);
  const extended = (table: CaseTable): CaseTable => ({
    variables: [...table.variables, ...made.map(({ parent }) => parent)],
    domains,
    columns: [
      ...table.columns,
      ...made.map(({ column, groupOf }) =>
        Uint16Array.from(table.columns[placeOf(column)] ?? [], (code) => groupOf[code] as number),
      ),
    ],
    rows: table.rows,
  });
  return {
    domains,
    canary: [
      ...worlds.canary,
      ...made.map(({ column, groupOf }) => groupOf[worlds.canary[placeOf(column)] as number] as number),
    ],
    absent: extended(worlds.absent),
    present: extended(worlds.present),
  };
}
