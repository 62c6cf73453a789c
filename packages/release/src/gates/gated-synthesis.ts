import type { Bundle } from '@casebridge/bundle';
import { driveSynthesis, practiceSynthesis, type RandomBytes, rhoOf, trialSynthesis } from '@casebridge/privacy';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';
import { synthesisDomain } from '../synthetic/synthesis-domain.ts';
import type { GatedSynthesis } from './synthesis-gates.ts';

/**
 * A recipe's synthetic records as its gates try them: the same columns, method, budget, model size and workload, on public
 * records in one cohort. What tables would have told beforehand is left out, so the whole of them comes from the budget of
 * synthesis. Null where the recipe asks for none.
 */
export function gatedSynthesis(
  { recipe, synthetic }: PlannedRecipe,
  last: Bundle | null,
  random: RandomBytes,
): GatedSynthesis | null {
  if (!recipe.synthetic || !synthetic) return null;
  const { method, modelSize, epsilon } = recipe.synthetic;
  const { domains, delta, workload } = synthetic;
  const columns = Object.keys(domains);
  const declared = synthesisDomain(synthetic, []);
  const job = { declared, columns, method, modelSize, epsilon, delta, rho: rhoOf(epsilon, delta) };
  const synthesise = practiceSynthesis(
    (_, measurer, options) => driveSynthesis({ declared, method, modelSize, workload }, measurer, options),
    random,
  );
  return {
    domains,
    structuralZeros: declared.structuralZeros.filter(({ set }) => set.every((name) => columns.includes(name))),
    settings: [columns, method, modelSize, epsilon, delta, workload],
    synthesise: trialSynthesis(job, synthesise, 'release gates'),
    last,
  };
}
