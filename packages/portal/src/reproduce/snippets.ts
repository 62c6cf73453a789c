import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';
import { siteAddress } from '../open-data/addresses.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { pythonSnippet } from './python.ts';
import { rSnippet } from './r.ts';
import { decimalsOf, type Recipe, recipeOf } from './recipe.ts';
import { sqlSnippet } from './sql.ts';
import { typescriptSnippet } from './typescript.ts';

/** What a snippet is written from. */
export interface SnippetInput {
  readonly recipe: Recipe;
  /** The site's address, with its closing slash. */
  readonly address: string;
  readonly release: string;
  readonly figure: string;
  readonly decimals: number;
}

const languages = {
  Python: pythonSnippet,
  R: rSnippet,
  TypeScript: typescriptSnippet,
  SQL: sqlSnippet,
} as const;

export type SnippetLanguage = keyof typeof languages;

/** Programs that work a figure out from the release's files and print its number; none for a withheld figure. */
export function snippetsOf(
  view: ReleaseView,
  site: SiteIdentity,
  figure: Figure,
): readonly { readonly language: SnippetLanguage; readonly code: string }[] {
  const recipe = recipeOf(view, figure);
  if (recipe === null) return [];
  const input: SnippetInput = {
    recipe,
    address: siteAddress(site),
    release: view.bundle.manifest.release,
    figure: figure.id,
    decimals: decimalsOf(figure),
  };
  return (Object.keys(languages) as SnippetLanguage[]).map((language) => ({
    language,
    code: languages[language](input),
  }));
}
