const languageNames = new Map<string, string>();

/** A language's name in itself. */
export function languageName(language: string): string {
  const known = languageNames.get(language);
  if (known !== undefined) return known;
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  languageNames.set(language, name);
  return name;
}
