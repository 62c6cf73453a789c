// Languages beyond those the dictionary is written in. Labels of an added language are inherited by the frozen label objects,
// so `labels.pt` answers wherever `labels.fr` does, while what is written into files stays what the dictionary holds.
import { flagLabels, knownLabels } from './codebook.ts';
import { codeLists, countries, derivedVariables, variables } from './dictionary.ts';
import { groupingTable } from './generated/countries.ts';
import type { Labels, Language } from './types.ts';

/** Labels of one language by what they name: `variable/sex`, `code/labour_sector/mining`, `flag/yes`, `grouping/who`, `country/FRA`. */
export type LabelTexts = Readonly<Record<string, string>>;

function everyLabel(): ReadonlyMap<string, Labels> {
  return new Map<string, Labels>([
    ...[...variables, ...derivedVariables].map(({ id, labels }) => [`variable/${id}`, labels] as const),
    ...Object.entries(codeLists).flatMap(([list, codes]) =>
      codes.map(({ code, labels }) => [`code/${list}/${code}`, labels] as const),
    ),
    ...Object.entries({ ...flagLabels, known: knownLabels }).map(([flag, labels]) => [`flag/${flag}`, labels] as const),
    ...groupingTable.map(({ id, labels }) => [`grouping/${id}`, labels] as const),
    ...countries.map(({ iso3, labels }) => [`country/${iso3}`, labels] as const),
  ]);
}

/** The labels the dictionary has in one of its languages: what a translator starts from. */
export function labelTexts(language: Language): LabelTexts {
  return Object.fromEntries([...everyLabel()].map(([key, labels]) => [key, labels[language] ?? labels.en]));
}

/** Keys that a language needs and `texts` lacks. Countries may be left out: their names are then the platform's. */
export function missingLabels(texts: LabelTexts): string[] {
  return [...everyLabel().keys()].filter((key) => !key.startsWith('country/') && !texts[key]?.trim());
}

/**
 * Adds a language to every label of the dictionary, for as long as the program runs. RangeError: a label is missing or names
 * nothing, or the language is one the dictionary is written in.
 */
export function addLabels(language: Language, texts: LabelTexts): void {
  const all = everyLabel();
  if (Object.hasOwn(knownLabels, language)) throw new RangeError(`the standard already speaks '${language}'`);
  const [missing] = missingLabels(texts);
  if (missing !== undefined) throw new RangeError(`no label for '${missing}'`);
  const stray = Object.keys(texts).find((key) => !all.has(key));
  if (stray !== undefined) throw new RangeError(`the standard has nothing named '${stray}'`);
  const names = new Intl.DisplayNames([language], { type: 'region' });
  const iso2 = new Map(countries.map((entry) => [`country/${entry.iso3}`, entry.iso2]));
  for (const [key, labels] of all) {
    const text = texts[key] ?? nameOf(names, iso2.get(key)) ?? labels.en;
    (Object.getPrototypeOf(labels) as Record<Language, string>)[language] = text;
  }
}

function nameOf(names: Intl.DisplayNames, iso2: string | null | undefined): string | undefined {
  if (!iso2 || !/^[A-Z]{2}$/.test(iso2)) return undefined;
  const name = names.of(iso2);
  return name === iso2 ? undefined : name;
}
