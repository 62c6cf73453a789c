import type { Figure } from '@casebridge/figures/types';
import type { ReleaseView } from '../model/release-view.ts';
import { siteAddress } from '../open-data/addresses.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { decimalsOf } from './decimals.ts';
import { recipeOf } from './recipe.ts';
import { type SnippetInput, type SnippetLanguage, snippetLanguages, writeSnippet } from './snippet-writers.ts';

export type { SnippetLanguage } from './snippet-writers.ts';

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
  return snippetLanguages.map((language) => ({ language, code: writeSnippet(language, input) }));
}
