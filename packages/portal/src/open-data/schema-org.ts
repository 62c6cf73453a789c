import type { Figure } from '@casebridge/figures/types';
import { figureTitle, sentenceOf } from '../components/figure-text.ts';
import type { Page } from '../components/page.ts';
import { webAddress } from './addresses.ts';
import { type Description, describeRelease } from './description.ts';

/** JSON-LD of schema.org, as search engines read it in pages. */
export type JsonLd = Readonly<Record<string, unknown>>;

/** A release as a schema.org `Dataset`. */
export function schemaDataset(described: Description): JsonLd {
  const organisation = (name: string) => ({ '@type': 'Organization', name });
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': described.url,
    name: described.title,
    description: described.description,
    url: described.url,
    identifier: [described.release, ...(described.doi === null ? [] : [`https://doi.org/${described.doi}`])],
    ...(described.conceptDoi !== null && { isPartOf: `https://doi.org/${described.conceptDoi}` }),
    keywords: described.keywords,
    license: described.licenceUrl,
    isAccessibleForFree: true,
    creator: organisation(described.publisher),
    publisher: organisation(described.publisher),
    ...(described.contributors.length > 0 && { contributor: described.contributors.map(organisation) }),
    datePublished: described.issued,
    version: described.version,
    creativeWorkStatus: described.status,
    inLanguage: described.languages,
    temporalCoverage: `${described.years[0]}/${described.years[1]}`,
    spatialCoverage: described.countries.map((country) => ({
      '@type': 'Country',
      identifier: country,
      name: country,
    })),
    variableMeasured: described.variables.map(({ id, label }) => ({
      '@type': 'PropertyValue',
      propertyID: id,
      name: label,
    })),
    includedInDataCatalog: {
      '@type': 'DataCatalog',
      name: described.portal.name,
      url: described.portal.url,
    },
    distribution: described.files.map(({ name, url, mediaType, bytes, sha256 }) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: url,
      encodingFormat: mediaType,
      ...(bytes !== null && { contentSize: `${bytes} B` }),
      ...(sha256 !== null && { sha256 }),
    })),
  };
}

/** One figure as a schema.org `Dataset` that is part of its release. */
export function schemaFigure(page: Page, figure: Figure): JsonLd {
  const { view, site, words } = page;
  const described = describeRelease(view, site);
  const address = (ending: string) => webAddress(site, `${words.language}/figures/${figure.id}${ending}`);
  const file = (ending: string, mediaType: string) => ({
    '@type': 'DataDownload',
    contentUrl: address(`.${ending}`),
    encodingFormat: mediaType,
  });
  return {
    '@context': 'https://schema.org/',
    '@type': 'Dataset',
    '@id': address('/'),
    name: figureTitle(page, figure),
    description: sentenceOf(page, figure, 'long'),
    url: address('/'),
    identifier: figure.id,
    isPartOf: { '@type': 'Dataset', '@id': described.url, name: described.title, description: described.description },
    license: described.licenceUrl,
    isAccessibleForFree: true,
    creator: { '@type': 'Organization', name: described.publisher },
    datePublished: figure.release.date,
    version: described.version,
    inLanguage: words.language,
    temporalCoverage: figure.period,
    variableMeasured: {
      '@type': 'PropertyValue',
      propertyID: figure.family,
      name: figureTitle(page, figure),
      unitText: figure.unit,
      ...(figure.value !== null && { value: figure.value }),
      ...(figure.interval && { minValue: figure.interval[0], maxValue: figure.interval[1] }),
    },
    distribution: [
      file('csv', 'text/csv'),
      file('json', 'application/json'),
      file('md', 'text/markdown'),
      file('svg', 'image/svg+xml'),
    ],
  };
}

/** JSON for a script element: nothing in it can close the element. */
export function jsonForScript(value: JsonLd): string {
  return JSON.stringify(value)
    .replaceAll('<', '\\u003c')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029');
}
