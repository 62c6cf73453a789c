import { placeText } from '@casebridge/figures';
import type { Figure } from '@casebridge/figures/types';
import { codesOf, grouping } from '@casebridge/standard';
import { baseText, figurePath, figureTitle, intervalText, sentenceOf, unknownText } from '../components/figure-text.ts';
import type { Edition, Page } from '../components/page.ts';
import type { ReleaseView } from '../model/release-view.ts';
import { type Catalogue, openCatalogue } from '../text/catalogue.ts';
import {
  type Fact,
  type Feature,
  type Lexicon,
  type QuotedFigure,
  type QuoteIndex,
  wordGroups,
} from './quote-index.ts';

/** The index of the current release in an edition's language, with the terms of all the site's languages. */
export function quoteIndexOf(edition: Edition): QuoteIndex {
  const { view } = edition;
  const page = pageLike(edition);
  const { grouping: groupingId, sequence, periods } = view.bundle.manifest;
  const lexicons = Object.fromEntries(
    edition.languages.map((language) => [
      language,
      lexiconIn(
        language === edition.words.language
          ? edition.words
          : openCatalogue(language, undefined, view.bundle.privacy.unit),
        groupingId,
      ),
    ]),
  );
  const figures = view.citable
    .filter(({ group }) => group === null)
    .map((figure) => quoted(page, figure, edition.releases.slice(0, -1)));
  const used = new Set(figures.flatMap(({ about }) => about));
  const names = Object.fromEntries(
    [...used].map((feature) => [feature, nameOf(feature, groupingId, edition.words)] as const),
  );
  return { release: sequence, newest: view.newest, periods, figures, lexicons, names };
}

// Figure texts ask a page for words, format and view only.
function pageLike(edition: Edition): Page {
  return {
    ...edition,
    path: '',
    bare: false,
    alone: false,
    to: (path) => path,
    file: (path) => path,
  };
}

function quoted(page: Page, figure: Figure, earlier: readonly ReleaseView[]): QuotedFigure {
  return {
    id: figure.id,
    path: figurePath(figure),
    title: figureTitle(page, figure),
    period: figure.period,
    unit: figure.unit,
    value: tidy(figure.value),
    shown: page.format.figure(figure),
    interval: intervalText(page, figure),
    notes: [baseText(page, figure), unknownText(page, figure)].filter((text) => text !== '').join(' · '),
    sentence: sentenceOf(page, figure, 'short'),
    about: featuresOf(figure.family),
    within: withinOf(figure),
    facts: factsOf(figure),
    earlier: earlier.flatMap((view) => {
      const old = view.figure(figure.id);
      return old?.value == null || old.value === figure.value
        ? []
        : [[view.bundle.manifest.sequence, tidy(old.value) ?? 0] as const];
    }),
  };
}

function tidy(value: number | null): number | null {
  return value === null ? null : Math.round(value * 1e5) / 1e5;
}

/** What a text must speak of to be about a family of figures. */
export function featuresOf(family: string): readonly Feature[] {
  const [first = '', second = ''] = family.split('.');
  switch (first) {
    case 'purpose':
    case 'sex':
      return [second];
    case 'sector':
      return [`sector.${second}`];
    case 'identified':
    case 'origin':
      return [`region.${second.toLowerCase()}`];
    case 'children':
      return second === '' ? ['children'] : ['children', second];
    case 'scope':
      return ['cross_border'];
    case 'assisted_since':
      return ['since'];
    default:
      return [first];
  }
}

function withinOf({ noun }: Figure): readonly Feature[] {
  return noun === 'victims_labour' ? ['labour'] : noun === 'victims_sexual' ? ['sexual'] : [];
}

function factsOf(figure: Figure): readonly Fact[] {
  const facts: Fact[] = [];
  const add = (kind: Fact[0], ...values: readonly (number | null)[]) => {
    for (const value of values) if (value !== null) facts.push([kind, tidy(value) ?? 0]);
  };
  const share = figure.unit === 'share' || figure.unit === 'change';
  // Ends are printed rounded outwards: a tenth of a per cent, a tenth of a year, five records.
  const step = share ? 1000 : figure.unit === 'years' ? 10 : 0.2;
  if (figure.interval && figure.protection !== 'declared') {
    const [low, high] = figure.interval;
    add('interval', Math.floor(low * step + 1e-6) / step, Math.ceil(high * step - 1e-6) / step);
  }
  add('base', figure.base);
  if (figure.baseInterval) {
    const [low, high] = figure.baseInterval;
    add('base', Math.floor(low / 5 + 1e-6) * 5, Math.ceil(high / 5 - 1e-6) * 5);
  }
  add('unknown', figure.unknown);
  if (figure.bounds) add('bounds', ...figure.bounds);
  for (const {
    key,
    value,
    interval: [low, high],
  } of figure.parts) {
    if (key === 'held') continue;
    const kind = key === 'declared' ? 'declared' : 'other';
    // A ratio may be a little above one; counts are not near it.
    const parts = high > 10 ? 0.2 : 1000;
    add(kind, value, low, high, Math.floor(low * parts + 1e-6) / parts, Math.ceil(high * parts - 1e-6) / parts);
  }
  // A caveat names the last band of durations and its middle.
  if (figure.caveats.includes('years_by_middles')) add('other', 25, 25.5);
  if (figure.declared) add('other', figure.declared.by);
  if (figure.contributors.count > 0) add('other', figure.contributors.count);
  return facts;
}

/** Terms of one language by feature, and its groups of words. */
export function lexiconIn(words: Catalogue, groupingId: string): Lexicon {
  const features: Record<Feature, string[]> = {};
  const add = (feature: Feature, terms: readonly string[]) => {
    features[feature] = [...new Set([...(features[feature] ?? []), ...terms.filter((term) => term.length > 1)])];
  };
  const groups = Object.fromEntries(wordGroups.map((group) => [group, termsOf(words, `lexicon.group.${group}`)]));
  for (const [key] of Object.entries(words.messages)) {
    const feature = /^lexicon\.(?!group\.)(.+)$/.exec(key)?.[1];
    if (feature !== undefined) add(feature, termsOf(words, key));
  }
  for (const { code, labels } of codesOf('labour_sector')) {
    add(`sector.${code}`, spoken(labels[words.language] ?? labels.en ?? ''));
  }
  for (const { code, labels } of grouping(groupingId).regions) {
    add(`region.${code.toLowerCase()}`, [
      ...spoken(labels[words.language] ?? labels.en ?? ''),
      placeText('in', code, groupingId, words.language),
      placeText('from', code, groupingId, words.language),
    ]);
  }
  return { features, groups: groups as Lexicon['groups'] };
}

function termsOf(words: Catalogue, key: string): readonly string[] {
  return (words.messages[key] ?? '').split('|').filter((term) => term !== '');
}

// A label as it may stand in a text: whole, and without what brackets add.
function spoken(label: string): readonly string[] {
  return [label, label.replaceAll(/\s*\(.*?\)/g, '')];
}

/** A feature's name in the language of the words. */
export function nameOf(feature: Feature, groupingId: string, words: Catalogue): string {
  const [kind, code = ''] = feature.split('.');
  if (kind === 'sector') {
    const labels = codesOf('labour_sector').find((entry) => entry.code === code)?.labels;
    return labels?.[words.language] ?? labels?.en ?? code;
  }
  if (kind === 'region') {
    const labels = grouping(groupingId).regions.find((entry) => entry.code.toLowerCase() === code)?.labels;
    return labels?.[words.language] ?? labels?.en ?? code;
  }
  const key = `feature.${feature}`;
  return words.has(key) ? words.text(key) : feature;
}
