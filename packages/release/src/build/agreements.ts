import type { CoverageStatement } from '@casebridge/figures/types';
import { epsilonOf, type Rational, zeroRational } from '@casebridge/privacy';
import { Refusal } from '@casebridge/refusal';
import { type Agreement, agreementStateOn } from '@casebridge/submission';
import type { Recipe } from '../recipe/schema.ts';
import type { CohortBudget } from './cohort-budget.ts';

/** A contributor's agreement and statement, as the store has them. */
export interface Party {
  readonly id: string;
  readonly agreement: Agreement;
  readonly statement: CoverageStatement;
}

/**
 * Demands that every included agreement allows this release on this day: in force, for public release, not above its
 * privacy budget for tables and synthetic records together, example data only among example data, and its dominance rules, which are evaluated on what contributors
 * declare. Refusals, exit 3, name the contributor and what to do.
 *
 * @param budget what a cohort measured for the first time is charged
 * @param lifetimeCost what a cohort measured again will have cost in all; zero where none is
 */
export function checkAgreements(
  recipe: Recipe,
  parties: readonly Party[],
  periods: readonly string[],
  day: string,
  budget: CohortBudget,
  lifetimeCost: Rational = zeroRational,
): void {
  for (const { id, agreement } of parties) {
    const refuse = (what: string): never => {
      throw new Refusal('release-agreement', `the agreement ${agreement.id} of ${id} ${what}`, { exit: 3 });
    };
    const state = agreementStateOn(agreement, day);
    if (state === 'expired') refuse(`expired on ${agreement.validTo}; renew it or take ${id} out of the recipe`);
    if (state === 'not-yet')
      refuse(`is in force from ${agreement.validFrom} only; take ${id} out of the recipe until then`);
    if (!agreement.purposes.includes('public_release'))
      refuse(`does not allow a public release; take ${id} out of the recipe`);
    if (agreement.example !== recipe.example) {
      refuse(agreement.example ? 'is about example data; set example: true' : 'is about real data; set example: false');
    }
    const { epsilon, delta } = agreement.outputs;
    if (epsilon !== null && recipe.protection.epsilon > Number(epsilon))
      refuse(`allows an epsilon of ${epsilon} at most; lower protection.epsilon`);
    if (epsilon !== null && (budget.synthetic.num > 0n || budget.prevalence.num > 0n)) {
      const total = epsilonOf(budget.total, delta === null ? budget.delta : Number(delta));
      if (total > Number(epsilon) * (1 + 1e-9))
        refuse(
          `allows an epsilon of ${epsilon} at most, and ${productsOf(budget)} together come to ${total.toFixed(2)}; lower protection.epsilon${budget.synthetic.num > 0n ? ' or synthetic.epsilon' : ''}${budget.prevalence.num > 0n ? ' or prevalence.epsilon' : ''}`,
        );
    }
    if (epsilon !== null && lifetimeCost.num > 0n) {
      // Two measurements of a cohort add up, at the δ that the agreement gives ε for.
      const total = epsilonOf(lifetimeCost, delta === null ? recipe.protection.delta : Number(delta));
      if (total > Number(epsilon) * (1 + 1e-9))
        refuse(
          `allows an epsilon of ${epsilon} at most, and measuring again would come to ${total.toFixed(2)}; lower cohorts.reserve or leave cohorts.remeasure out`,
        );
    }
    if (delta !== null && recipe.protection.delta > Number(delta))
      refuse(`allows a delta of ${delta} at most; lower protection.delta`);
    if (delta !== null && (recipe.synthetic?.delta ?? 0) > Number(delta))
      refuse(`allows a delta of ${delta} at most; lower synthetic.delta`);
    if (delta !== null && (recipe.prevalence?.delta ?? 0) > Number(delta))
      refuse(`allows a delta of ${delta} at most; lower prevalence.delta`);
    if (recipe.prevalence?.way === 'exact' && agreement.outputs.exactOverlaps !== true)
      refuse(
        'does not allow an estimate from exact overlaps (outputs.exactOverlaps); measure the histories, or leave prevalence or the contributor out',
      );
    if (recipe.kanonymous) {
      const { smallestGroup } = agreement.outputs;
      if (smallestGroup === null)
        refuse('does not allow k-anonymous records (outputs.smallestGroup); leave kanonymous or the contributor out');
      else if (recipe.kanonymous.k < smallestGroup)
        refuse(`allows groups of ${smallestGroup} records or more in k-anonymous records; raise kanonymous.k`);
    }
    for (const period of periods) checkDominance(agreement, parties, period, refuse);
  }
}

function productsOf({ synthetic, prevalence }: CohortBudget): string {
  const products = [
    'tables',
    ...(synthetic.num > 0n ? ['synthetic records'] : []),
    ...(prevalence.num > 0n ? ['histories'] : []),
  ];
  return `${products.slice(0, -1).join(', ')} and ${products.at(-1)}`;
}

// Dominance is judged on declared totals and declared years of work alone: exact counts would answer for single persons.
function checkDominance(
  { dominance }: Agreement,
  parties: readonly Party[],
  period: string,
  refuse: (what: string) => never,
): void {
  if (!dominance) return;
  const active = parties.filter(({ statement }) => statement.activeYears.includes(Number(period)));
  if (dominance.contributors !== null && active.length > 0 && active.length < dominance.contributors) {
    refuse(
      `asks for ${dominance.contributors} contributors a year, ${period} has ${active.length}; leave the year or the contributor out`,
    );
  }
  const declared = active.map(({ statement }) => statement.assisted[period] ?? 0);
  const total = declared.reduce((sum, persons) => sum + persons, 0);
  const most = Math.max(0, ...declared);
  if (dominance.sharePercent !== null && total > 0 && most * 100 > dominance.sharePercent * total) {
    refuse(
      `allows one contributor ${dominance.sharePercent} % of a year at most, ${period} exceeds it by declared totals; leave the year or the contributor out`,
    );
  }
}
