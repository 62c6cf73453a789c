import { rhoOfExponential } from '../accounting/zcdp.ts';
import type { CaseTable } from '../columns/case-table.ts';
import type { Marginals } from '../count/marginals.ts';
import { memoryMarginals } from '../count/memory.ts';
import { openLedger } from '../ledger/ledger.ts';
import { memoryLedgerStorage } from '../ledger/memory-storage.ts';
import type { Grant, Ledger, MeasuredSet, Mechanism } from '../ledger/types.ts';
import { type AdaptiveMeasurer, openAdaptiveMeasurer } from '../measure/adaptive.ts';
import { measureTables } from '../measure/tables.ts';
import { readProtected } from '../protected.ts';
import type { RandomBytes } from '../random/random-bytes.ts';
import type { Rational } from '../rational.ts';
import type { TablePlan } from '../residual/plan.ts';
import type { PublishedMeasurement } from '../results/types.ts';
import type { SelectWorld } from './audit-selection.ts';

/** A measurement of one world under a plan: the mechanism that an audit looks at. */
export type MeasureWorld = (plan: TablePlan, world: CaseTable) => Promise<readonly PublishedMeasurement[]>;

/** Cohorts of one debit; each is measured once. */
const block = 500;
const hash = '0'.repeat(64);

/**
 * The measurement layer as it is, run on worlds that are no persons', paid for in a ledger that this process forgets: what
 * is measured with it cannot be published.
 */
export function practiceMeasurement(random: RandomBytes): MeasureWorld {
  const open = new Map<TablePlan, { readonly grant: Grant; used: number }>();
  const counted = new WeakMap<CaseTable, Marginals>();
  let debits = 0;
  return async (plan, world) => {
    const marginals = counted.get(world) ?? memoryMarginals(world);
    counted.set(world, marginals);
    let paid = open.get(plan);
    if (!paid || paid.used === block) {
      debits += 1;
      const scope = Array.from({ length: block }, (_, at) => `practice-${debits}.${at + 1}`);
      paid = { grant: await practiceGrant(random, scope, plan.rho, 'discrete-gaussian', plan.sets), used: 0 };
      open.set(plan, paid);
    }
    const id = paid.grant.scope[paid.used] as string;
    paid.used += 1;
    const cohort = { id, period: 'practice', batch: 1, late: false };
    return readProtected(await measureTables(plan, marginals, cohort, paid.grant, random));
  };
}

/** A measurer of a world that is no persons', with ρ to spend, for mechanisms that choose what to measure. */
export async function practiceMeasurer(
  world: CaseTable,
  rho: Rational,
  random: RandomBytes,
): Promise<AdaptiveMeasurer> {
  const id = 'practice.1';
  const grant = await practiceGrant(random, [id], rho, 'adaptive-marginals', []);
  return openAdaptiveMeasurer(memoryMarginals(world), { id, cohorts: [id] }, grant, random);
}

/** The choice of the exponential mechanism as it is, run on worlds that are no persons'. */
export function practiceSelection(random: RandomBytes): SelectWorld {
  return async (world, request) => {
    const measurer = await practiceMeasurer(world, rhoOfExponential(request.epsilon), random);
    return measurer.select(request);
  };
}

/** A ledger that this process forgets. */
export function practiceLedger(random: RandomBytes): Promise<Ledger> {
  return openLedger(memoryLedgerStorage(), {
    name: 'practice ledger',
    random,
    now: () => '2000-01-01T00:00:00Z',
    anchor: null,
    code: { commit: 'practice', build: 'practice' },
  });
}

async function practiceGrant(
  random: RandomBytes,
  scope: readonly string[],
  rho: Rational,
  mechanism: Mechanism,
  sets: readonly MeasuredSet[],
): Promise<Grant> {
  const ledger = await practiceLedger(random);
  return ledger.request({
    scope,
    rho,
    budget: rho,
    purpose: 'audit on records that are no persons',
    recipe: hash,
    mechanism,
    sets,
    snapshot: hash,
    unit: 'record',
  });
}
