export { type ExampleContributor, exampleContributors, mappingPath } from './contributors.ts';
export { auditor, steward } from './declarations.ts';
export { casesOf, type ExampleSubmission, roundDays, writeExampleFiles } from './example-files.ts';
export type { InventedCase } from './person.ts';
export { plan2014, plan2015, type YearPlan } from './plan.ts';
export { seeded } from './random.ts';
export { type ExampleRecipe, exampleApprovers, recipeFile } from './recipe.ts';
export { type TrueFigure, truthOf } from './truth.ts';
export { truthFile } from './write-truth.ts';
