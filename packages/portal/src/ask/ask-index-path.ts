/** Where a language's index of the answer box lies, from the site's root. */
export function askIndexPath(language: string): string {
  return `${language}/ask.json`;
}
