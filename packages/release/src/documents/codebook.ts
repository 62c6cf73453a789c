import type { Codebook } from '@casebridge/bundle';
import { columnLabels, isMissing, standardVersion, valueLabels, variable } from '@casebridge/standard';
import type { PlannedRecipe } from '../recipe/parse-recipe.ts';

/**
 * The published columns with their codes and labels, in the recipe's languages. The column that sets a contributor apart
 * is described by the recipe.
 */
export function codebookOf({ recipe, domains }: PlannedRecipe): Codebook {
  return {
    standard: standardVersion,
    grouping: recipe.grouping,
    variables: Object.entries(domains).map(([id, domain]) =>
      id === recipe.setApart?.variable
        ? setApartEntry(recipe.setApart, domain)
        : {
            id,
            labels: columnLabels(id),
            definition: definitionOf(id),
            derivedFrom: variable(variableIdOf(id)).derivedFrom,
            codes: domain.map((code) => ({
              code,
              labels: valueLabels(id, code, recipe.grouping),
              missing: isMissing(code),
            })),
          },
    ),
  };
}

const othersLabels: Readonly<Record<string, string>> = {
  en: 'All other contributors',
  fr: 'Tous les autres contributeurs',
  es: 'Todas las demás organizaciones',
  ar: 'جميع الجهات المساهمة الأخرى',
};
const groupLabels: Readonly<Record<string, string>> = {
  en: 'Group of contributors',
  fr: 'Groupe de contributeurs',
  es: 'Grupo de organizaciones que aportan datos',
  ar: 'مجموعة الجهات المساهمة',
};

function setApartEntry(setApart: NonNullable<PlannedRecipe['recipe']['setApart']>, domain: readonly string[]) {
  return {
    id: setApart.variable,
    labels: groupLabels,
    definition: { en: 'Sets one contributor apart, with its consent, from all others.' },
    derivedFrom: 'contributor_id',
    codes: domain.map((code) => ({
      code,
      labels: code === setApart.code ? setApart.label : othersLabels,
      missing: false,
    })),
  };
}

// The dictionary's note says what the label leaves open; not every variable needs one.
function definitionOf(column: string): Readonly<Record<string, string>> {
  const { note, appliesWhen } = variable(variableIdOf(column));
  const text = [note, appliesWhen && `Asked when: ${appliesWhen}.`]
    .filter((part) => part !== null && part !== '')
    .join(' ');
  return text === '' ? {} : { en: text };
}

function variableIdOf(column: string): string {
  return column.split('.')[0] ?? column;
}
