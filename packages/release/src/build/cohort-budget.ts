import { addRational, epsilonOf, type Rational, rhoOf, zeroRational } from '@casebridge/privacy';
import { historiesCost } from '../prevalence/prevalence-terms.ts';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';

/** What a cohort measured for the first time is charged: exact zCDP costs. */
export interface CohortBudget {
  readonly tables: Rational;
  /** Zero where the recipe asks for no synthetic records. */
  readonly synthetic: Rational;
  /** Zero where no histories are measured; otherwise what the cohorts of their period pay. */
  readonly prevalence: Rational;
  /** The sum: the cohort's declared budget. */
  readonly total: Rational;
  /** ε of the total at `delta`, rounded up. */
  readonly epsilon: number;
  /** δ of the recipe's `protection`. */
  readonly delta: number;
}

/** The budget of a cohort, from the recipe alone. */
export function cohortBudget({ recipe, synthetic }: Pick<PlannedRecipe, 'recipe' | 'synthetic'>): CohortBudget {
  const { epsilon, delta } = recipe.protection;
  const tables = rhoOf(epsilon, delta);
  const own = recipe.synthetic && synthetic ? rhoOf(recipe.synthetic.epsilon, synthetic.delta) : zeroRational;
  const prevalence = historiesCost(recipe);
  const total = addRational(addRational(tables, own), prevalence);
  const alone = own.num === 0n && prevalence.num === 0n;
  return { tables, synthetic: own, prevalence, total, epsilon: alone ? epsilon : epsilonOf(total, delta), delta };
}
