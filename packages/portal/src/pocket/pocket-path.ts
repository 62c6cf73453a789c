/** Where a pocket edition lies, from the site's root: of a region, of a country, or of all places together where none is named. */
export function pocketPath(language: string, place: string | null): string {
  return `pocket/${place ?? 'all'}.${language}.html`;
}
