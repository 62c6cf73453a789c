// What writes snippets, free of everything that reads a bundle: the explorer writes them in the browser.
import { pythonSnippet } from './python.ts';
import { rSnippet } from './r.ts';
import type { Recipe } from './recipe.ts';
import { sqlSnippet } from './sql.ts';
import { typescriptSnippet } from './typescript.ts';

/** What a snippet is written from. */
export interface SnippetInput {
  readonly recipe: Recipe;
  /** The site's address, with its closing slash. */
  readonly address: string;
  readonly release: string;
  /** What the number is: a figure's identifier, or a line that names it. */
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

export const snippetLanguages = Object.keys(languages) as readonly SnippetLanguage[];

/** The program that works a number out in one language. */
export function writeSnippet(language: SnippetLanguage, input: SnippetInput): string {
  return languages[language](input);
}
