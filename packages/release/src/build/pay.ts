import { createHash } from 'node:crypto';
import {
  addRational,
  type CaseTable,
  compareRational,
  formatRational,
  type Grant,
  type GrantRequest,
  type Ledger,
  planSharedRows,
  type Rational,
  rhoOf,
  type TablePlan,
  zeroRational,
} from '@casebridge/privacy';
import type { Cohort } from '@casebridge/privacy/results';
import { Refusal } from '@casebridge/refusal';
import { chargedCohorts, historiesCost } from '../prevalence/prevalence-terms.ts';
import type { PaidHistories } from '../prevalence/release-estimate.ts';
import type { CohortBudget } from './cohort-budget.ts';
import type { ReleaseInputs } from './inputs.ts';
import type { PaidCohorts } from './measure-cohorts.ts';

export interface ReleaseCohorts {
  /** Measured for the first time, from their budget. */
  readonly first: readonly Cohort[];
  /** Measured again, from their reserve. */
  readonly again: readonly Cohort[];
}

export interface ReleasePlans {
  readonly first: TablePlan;
  readonly again: TablePlan | null;
}

/** What was paid for: tables per group of cohorts, and one mechanism over all cohorts measured for the first time. */
export interface PaidRelease {
  readonly tables: readonly PaidCohorts[];
  /** Null where the recipe asks for no synthetic records or nobody is measured for the first time. */
  readonly synthetic: { readonly grant: Grant; readonly cohorts: readonly Cohort[] } | null;
  /** Null where no histories are measured. */
  readonly histories: PaidHistories | null;
}

/**
 * Debits a release: all cohorts measured for the first time in one entry with the marks of their persons, and those
 * measured again from the reserve they were given at first. That a reserve is large enough is looked at before anything is
 * debited. Refusal `budget-exhausted`, exit 3.
 *
 * @param marks SHA-256 of the marks file, which is on disk
 */
export async function payForRelease(
  ledger: Ledger,
  inputs: ReleaseInputs,
  cohorts: ReleaseCohorts,
  plans: ReleasePlans,
  budget: CohortBudget,
  tables: ReadonlyMap<string, CaseTable>,
  marks: string,
): Promise<PaidRelease> {
  const { recipe } = inputs.planned;
  const common = {
    recipe: inputs.recipeHash,
    snapshot: snapshotOf(tables),
    unit: inputs.unit,
    mechanism: 'discrete-gaussian',
  } as const;
  const paid: PaidCohorts[] = [];
  const pay = async (
    list: readonly Cohort[],
    plan: TablePlan,
    terms: Pick<GrantRequest, 'budget' | 'reserve' | 'from' | 'purpose' | 'marks'>,
  ) => {
    const scope = list.map(({ id }) => id);
    const grant = await ledger.request({ ...common, ...terms, scope, rho: plan.rho, sets: plan.sets });
    paid.push({ plan, grant, cohorts: list });
  };
  if (plans.again) {
    const groups = byTerms(ledger, cohorts.again, plans.again.rho);
    for (const { budget, reserve, cohorts: list } of groups) {
      await pay(list, plans.again, {
        budget,
        reserve,
        from: 'reserve',
        purpose: `measured again for: ${recipe.title}`,
      });
    }
  }
  if (cohorts.first.length === 0) return { tables: paid, synthetic: null, histories: null };
  const { reserve } = recipe.cohorts;
  const terms = {
    budget: budget.total,
    reserve: reserve ? rhoOf(reserve.epsilon, reserve.delta) : zeroRational,
    from: 'budget',
    marks: { sha256: marks },
  } as const;
  await pay(cohorts.first, plans.first, { ...terms, purpose: recipe.title });
  const histories = await payForHistories(ledger, inputs, cohorts.first, { ...common, ...terms });
  if (budget.synthetic.num === 0n) return { tables: paid, synthetic: null, histories };
  const grant = await ledger.request({
    ...common,
    ...terms,
    mechanism: 'adaptive-marginals',
    scope: cohorts.first.map(({ id }) => id),
    rho: budget.synthetic,
    sets: [],
    purpose: `synthetic records for: ${recipe.title}`,
  });
  return { tables: paid, synthetic: { grant, cohorts: cohorts.first }, histories };
}

async function payForHistories(
  ledger: Ledger,
  { planned: { recipe } }: ReleaseInputs,
  first: readonly Cohort[],
  terms: Omit<GrantRequest, 'scope' | 'rho' | 'sets' | 'purpose'>,
): Promise<PaidHistories | null> {
  const charged = chargedCohorts(recipe, first);
  if (!recipe.prevalence || charged.length === 0) return null;
  const planned = planSharedRows(
    recipe.prevalence.lists.map(({ id }) => id),
    historiesCost(recipe),
  );
  const grant = await ledger.request({
    ...terms,
    mechanism: 'shared-rows',
    scope: charged.map(({ id }) => id),
    rho: planned.rho,
    sets: [planned],
    purpose: `histories of people for: ${recipe.title}`,
  });
  return { planned, grant, cohorts: charged };
}

interface TermsGroup {
  readonly budget: Rational;
  readonly reserve: Rational;
  readonly cohorts: Cohort[];
}

// Budget and reserve of a cohort are those of its first measurement, whatever this recipe says.
function byTerms(ledger: Ledger, cohorts: readonly Cohort[], rho: Rational): readonly TermsGroup[] {
  const groups = new Map<string, TermsGroup>();
  for (const cohort of cohorts) {
    const account = ledger.view().accounts.get(cohort.id);
    if (!account) throw new RangeError(`the ledger has no account of cohort '${cohort.id}'`);
    const { budget, reserve, spentReserve } = account;
    if (compareRational(addRational(spentReserve, rho), reserve) > 0) {
      throw new Refusal(
        'budget-exhausted',
        `the reserve of cohort ${cohort.id} (rho ${formatRational(reserve)}, ${formatRational(spentReserve)} spent) does not pay for ${formatRational(rho)} more; lower cohorts.reserve or leave the cohort out of cohorts.remeasure`,
        { exit: 3 },
      );
    }
    const key = `${formatRational(budget)} ${formatRational(reserve)}`;
    const group = groups.get(key) ?? { budget, reserve, cohorts: [] };
    group.cohorts.push(cohort);
    groups.set(key, group);
  }
  return [...groups.values()];
}

// Names the data as counted; it stays in the steward's ledger, sealed with a salt.
function snapshotOf(tables: ReadonlyMap<string, CaseTable>): string {
  const hash = createHash('sha256');
  for (const [cohort, table] of tables) {
    hash.update(`${cohort} ${table.rows}\n`);
    for (const column of table.columns)
      hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest('hex');
}
