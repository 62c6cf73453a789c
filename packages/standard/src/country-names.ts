import { countries } from './dictionary.ts';
import { foldText } from './fold.ts';
import { countryNameTable } from './generated/country-names.ts';
import type { CountryName } from './types.ts';

/** What a text says about a country: which one, and by what kind of spelling. */
export interface CountryMatch {
  /** Alpha-3 or a special citizenship code; null for a placeholder or a withdrawn code without a single successor. */
  readonly iso3: string | null;
  readonly kind: 'iso' | CountryName['kind'];
}

/** Spellings beside ISO codes and labels: other names, codes, withdrawn codes, placeholders, inhabitants. */
export const countryNames: readonly CountryName[] = Object.freeze(countryNameTable);

/**
 * Finds the country a text names: ISO alpha-2, alpha-3 or numeric code, a label or another name. A name means the same
 * in every language here, except where the wanted language says otherwise (`Guinea`, `Congo`): that language wins.
 * Inhabitants' names are found only with `demonyms`, for proposing mappings.
 */
export function findCountry(
  text: string,
  options: { readonly language?: string; readonly demonyms?: boolean } = {},
): CountryMatch | undefined {
  const trimmed = text.trim();
  const code = byCode.get(trimmed.toUpperCase());
  if (code) return code;
  const folded = foldText(trimmed);
  if (folded === '') return undefined;
  const found = byName.get(`${options.language ?? ''}/${folded}`) ?? byName.get(`/${folded}`);
  if (found || !options.demonyms) return found;
  return byDemonym.get(`${options.language ?? ''}/${folded}`) ?? byDemonym.get(`/${folded}`);
}

const byCode = new Map<string, CountryMatch>();
const byName = new Map<string, CountryMatch>();
const byDemonym = new Map<string, CountryMatch>();

for (const { iso2, iso3, numeric } of countries) {
  for (const code of [iso2, iso3, numeric]) byCode.set(code, { iso3, kind: 'iso' });
}
for (const entry of countryNames) {
  const match: CountryMatch = { iso3: entry.iso3, kind: entry.kind };
  if (entry.language === null) {
    if (!byCode.has(entry.name)) byCode.set(entry.name, match);
  } else {
    addName(entry.kind === 'demonym' ? byDemonym : byName, entry.language, entry.name, match);
  }
}
for (const { iso3, labels } of countries) {
  for (const [language, label] of Object.entries(labels)) addName(byName, language, label, { iso3, kind: 'name' });
}

function addName(index: Map<string, CountryMatch>, language: string, name: string, match: CountryMatch): void {
  const folded = foldText(name);
  for (const key of [`${language}/${folded}`, `/${folded}`]) {
    if (!index.has(key)) index.set(key, match);
  }
}
