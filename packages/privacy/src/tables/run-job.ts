import type { Marginals } from '../count/marginals.ts';
import type { Ledger } from '../ledger/types.ts';
import { type MeasureOptions, measureTables } from '../measure/tables.ts';
import { mapProtected, type Protected } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import type { Measurements } from '../results/types.ts';
import { oneShotCohort, type PlannedJob } from './plan-job.ts';

/** What the ledger records of a one-shot job. */
export interface JobFacts {
  /** SHA-256 (hex) of what was asked for: domain, ε, δ, ways. */
  readonly recipe: string;
  /** SHA-256 (hex) of the data as counted. */
  readonly snapshot: string;
  readonly purpose: string;
}

/**
 * Runs a planned job: the whole budget is debited, then the tables are measured once. What comes back is all that may leave:
 * `tableRows(answersFrom(measurements))` are its published cells.
 * Refusal (exit 3): the ledger says no.
 */
export async function runTablesJob(
  { plan }: PlannedJob,
  marginals: Marginals,
  ledger: Ledger,
  random: RandomBytes,
  facts: JobFacts,
  options: Omit<MeasureOptions, 'recipe'> = {},
): Promise<Protected<Measurements>> {
  const grant = await ledger.request({
    scope: [oneShotCohort.id],
    rho: plan.rho,
    budget: plan.rho,
    purpose: facts.purpose,
    recipe: facts.recipe,
    mechanism: 'discrete-gaussian',
    sets: plan.sets,
    snapshot: facts.snapshot,
    unit: 'record',
  });
  const measured = await measureTables(plan, marginals, oneShotCohort, grant, random, {
    ...options,
    recipe: facts.recipe,
  });
  const { domains, tables, structuralZeros } = plan;
  return mapProtected(measured, (measurements) => ({
    format: 'casebridge-measurements-1',
    domains,
    tables,
    structuralZeros,
    cohorts: [oneShotCohort],
    measurements,
  }));
}
