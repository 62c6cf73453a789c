import type { Figure } from '@casebridge/figures/types';
import { countries, countryNames } from '@casebridge/standard';
import { baseText, figurePath, figureTitle, intervalText, sentenceOf, unknownText } from '../components/figure-text.ts';
import { type Edition, openPage, type Page } from '../components/page.ts';
import { columnName } from '../components/variable-text.ts';
import { exploreSets } from '../explore/explore-tables.ts';
import { countryName } from '../geography/country-name.ts';
import { countryPlaces } from '../model/country-places.ts';
import { featuresOf, lexiconIn, nameOf } from '../quotes/build-index.ts';
import { fold } from '../quotes/folded-text.ts';
import type { Feature } from '../quotes/quote-index.ts';
import { type Catalogue, openCatalogue } from '../text/catalogue.ts';
import type { AskedFigure, AskIndex, askGroups } from './ask-index.ts';

/** The index of the current release in an edition's language, with the terms of all the site's languages. */
export function askIndexOf(edition: Edition): AskIndex {
  const { view, words } = edition;
  const { manifest } = view.bundle;
  const page = openPage(edition, '', 0);
  const languages = edition.languages.map((language) =>
    language === words.language ? words : openCatalogue(language, undefined, view.bundle.privacy.unit),
  );
  const figures = view.bundle.figures.filter(({ group }) => group === null);
  const used = new Set(figures.flatMap(aboutOf));
  const columns = columnsOf(figures);
  const codes = codesOf(edition, languages, columns);
  const pages = pagesOf(edition);
  const names = Object.fromEntries([
    ...[...used].map((feature) => [feature, nameOf(feature, manifest.grouping, words)] as const),
    ...countries.map(({ iso3 }) => [`country.${iso3}`, countryName(iso3, words.language, edition.site)] as const),
    ...codes.names,
    ...pages.map(({ feature, key }) => [feature, words.text(key)] as const),
  ]);
  const allColumns = { ...codes.columns, ...columns };
  const variables = [...new Set(Object.values(allColumns).map(([variable]) => variable))];
  return {
    periods: manifest.periods,
    figures: figures.map((figure) => asked(page, figure)),
    terms: termsOf(edition, languages, used, {
      ...codes.terms,
      ...Object.fromEntries(
        pages.map(({ feature, key }) => [feature, languages.flatMap((each) => spoken(each.text(key)))]),
      ),
    }),
    groups: {
      origin: languages.flatMap((each) => split(each, 'lexicon.group.origin')),
      everyone: languages.flatMap((each) => split(each, 'lexicon.group.everyone')),
      ranking: languages.flatMap((each) => split(each, 'ask.ranking')),
    } satisfies Record<(typeof askGroups)[number], readonly string[]>,
    quiet: [...new Set(languages.flatMap((each) => split(each, 'ask.quiet')))],
    names,
    columns: allColumns,
    variables: Object.fromEntries(variables.map((variable) => [variable, columnName(page, variable)])),
    tables: [...exploreSets(view).keys()],
    pages: Object.fromEntries(pages.flatMap(({ feature, path }) => (path === null ? [] : [[feature, path]]))),
    countries: countryPlaces(view).map(({ iso3 }) => iso3),
  };
}

function aboutOf({ family, place }: Figure): readonly Feature[] {
  const own = featuresOf(family);
  return place === null ? own : [...own, `region.${place.region.toLowerCase()}`];
}

function asked(page: Page, figure: Figure): AskedFigure {
  return {
    id: figure.id,
    path: figurePath(figure),
    title: figureTitle(page, figure),
    period: figure.period,
    shown: page.format.figure(figure),
    interval: intervalText(page, figure),
    notes: [baseText(page, figure), unknownText(page, figure)].filter((text) => text !== '').join(' · '),
    sentence: figure.place === null ? sentenceOf(page, figure, 'short') : '',
    about: aboutOf(figure),
  };
}

// The answer of a published table that a figure of one feature is a share of; the question alone where it is a mean over answers.
function columnsOf(figures: readonly Figure[]): AskIndex['columns'] {
  const found: Record<Feature, readonly [string, string | null]> = {};
  for (const { family, place, source } of figures) {
    const [feature, more] = featuresOf(family);
    if (place !== null || source === null || feature === undefined || more !== undefined) continue;
    const [only, ...others] = Object.entries(source.numerator);
    if (!only || others.length > 0) continue;
    const codes = [only[1]].flat();
    const key = family.startsWith('origin.') ? `${feature}@origin` : feature;
    found[key] ??= [only[0], codes.length === 1 ? (codes[0] ?? null) : null];
  }
  return found;
}

// Questions and answers of published tables that no figure is about, with their labels as terms.
function codesOf({ view, words }: Edition, languages: readonly Catalogue[], columns: AskIndex['columns']) {
  const single = new Set([...exploreSets(view).keys()].filter((key) => !key.includes('~')));
  const known = new Set(Object.values(columns).map(([variable, code]) => `${variable} ${code}`));
  const told = new Set(Object.values(columns).map(([variable]) => variable));
  const terms: Record<Feature, readonly string[]> = {};
  const names: [Feature, string][] = [];
  const own: Record<Feature, readonly [string, string | null]> = {};
  const labelled = (labels: Readonly<Record<string, string>>) =>
    languages.flatMap(({ language }) => spoken(labels[language] ?? ''));
  for (const { id, labels, codes } of view.bundle.codebook.variables) {
    if (!single.has(id)) continue;
    const isFlag = codes.some(({ code }) => code === 'yes');
    if (!(isFlag && told.has(id))) {
      const feature = `column.${id}`;
      own[feature] = [id, isFlag ? 'yes' : null];
      names.push([feature, labels[words.language] ?? labels.en ?? id]);
      terms[feature] = labelled(labels);
    }
    if (isFlag) continue;
    for (const { code, labels: called, missing } of codes) {
      // An answer such as “other” or “1 year” says nothing of what it answers.
      const english = called.en ?? '';
      const says = /\p{L}{4}/u.test(english) ? !/^\d|^other$/i.test(english) : /^\d+.\d+$/.test(english);
      if (missing || known.has(`${id} ${code}`) || !says) continue;
      const feature = `is.${id}.${code}`;
      own[feature] = [id, code];
      names.push([feature, called[words.language] ?? called.en ?? code]);
      terms[feature] = /^\d/.test(english) ? [english, english.replace('–', '-')] : labelled(called);
    }
  }
  return { terms, names, columns: own };
}

// Questions of several answers each have a page in the codebook where a release has them; contributors have one of their own.
function pagesOf({ view, words }: Edition) {
  const ids = new Set(view.bundle.codebook.variables.map(({ id }) => id.split('.')[0] ?? id));
  const variables = Object.keys(words.messages).flatMap((key) => {
    const id = /^variable\.([a-z_]+)$/.exec(key)?.[1];
    return id === undefined ? [] : [{ feature: `page.${id}`, key, path: ids.has(id) ? `data/codebook/${id}/` : null }];
  });
  return [...variables, { feature: 'page.contributors', key: 'nav.contributors', path: 'contributors/' }];
}

function termsOf(
  { view, languages: tags, site }: Edition,
  languages: readonly Catalogue[],
  used: ReadonlySet<Feature>,
  codes: AskIndex['terms'],
): AskIndex['terms'] {
  const terms = new Map<Feature, Set<string>>();
  const add = (feature: Feature, each: readonly string[]) =>
    terms.set(feature, new Set([...(terms.get(feature) ?? []), ...each.filter((term) => term.length > 1)]));
  for (const words of languages) {
    const { features } = lexiconIn(words, view.bundle.manifest.grouping);
    for (const [feature, each] of Object.entries(features)) if (used.has(feature)) add(feature, each);
    for (const key of Object.keys(words.messages)) {
      const feature = /^ask\.term\.(.+)$/.exec(key)?.[1];
      if (feature !== undefined && (used.has(feature) || codes[feature])) add(feature, split(words, key));
    }
  }
  for (const [feature, each] of Object.entries(codes)) add(feature, each);
  const regions = new Set(
    [...terms].flatMap(([feature, each]) =>
      feature.startsWith('region.') ? [...each].map((term) => fold(term).text) : [],
    ),
  );
  for (const { iso3 } of countries)
    add(
      `country.${iso3}`,
      tags.flatMap((tag) => spoken(countryName(iso3, tag, site))),
    );
  for (const { iso3, language, name } of countryNames) {
    // “America” is a region, and who says “us” does not mean a country.
    const fits = language !== null && tags.includes(language) && name.length > 2 && !regions.has(fold(name).text);
    if (iso3 !== null && fits) add(`country.${iso3}`, [name]);
  }
  return Object.fromEntries([...terms].map(([feature, each]) => [feature, [...each]]));
}

function split(words: Catalogue, key: string): readonly string[] {
  return (words.messages[key] ?? '').split('|').filter((term) => term !== '');
}

// A label as people write it: whole, without what brackets add, and what stands after the name of its question or before a comma.
function spoken(label: string): readonly string[] {
  const bare = label.replaceAll(/\s*\(.*?\)/g, '');
  return [label, bare, bare.split(/:\s+/).at(-1) ?? bare, bare.split(/,\s/)[0] ?? bare].filter(
    (each) => each.length > 3,
  );
}
