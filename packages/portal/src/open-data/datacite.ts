import { licenceIdentifier } from './addresses.ts';
import type { Description } from './description.ts';

/**
 * A release as DataCite metadata, valid in kernel 4.5 and later, in the JSON of its schema: what a DOI is registered with. The DOI stands in
 * it once the site file names it.
 */
export function dataCite(described: Description): Readonly<Record<string, unknown>> {
  const organisation = (name: string) => ({ name, nameType: 'Organizational' });
  return {
    schemaVersion: 'http://datacite.org/schema/kernel-4',
    types: { resourceType: 'Protected statistical tables', resourceTypeGeneral: 'Dataset' },
    ...(described.doi !== null && {
      doi: described.doi,
      prefix: described.doi.slice(0, described.doi.indexOf('/')),
      suffix: described.doi.slice(described.doi.indexOf('/') + 1),
    }),
    // The schema takes absolute addresses only; without one the registering agent adds it.
    ...(/^https?:/.test(described.url) && { url: described.url }),
    creators: [organisation(described.publisher)],
    titles: [{ title: described.title, lang: 'en' }],
    publisher: { name: described.publisher },
    publicationYear: described.issued.slice(0, 4),
    subjects: described.keywords.map((subject) => ({ subject, lang: 'en' })),
    ...(described.contributors.length > 0 && {
      contributors: described.contributors.map((name) => ({ ...organisation(name), contributorType: 'DataCollector' })),
    }),
    dates: [
      { date: described.issued, dateType: 'Issued' },
      // Kernel 4.6 has a word of its own for this; who keeps to an earlier one would refuse it.
      {
        date: `${described.years[0]}/${described.years[1]}`,
        dateType: 'Other',
        dateInformation: 'Years in which the people were registered',
      },
    ],
    language: 'en',
    alternateIdentifiers: [{ alternateIdentifier: described.release, alternateIdentifierType: 'Casebridge release' }],
    ...(described.conceptDoi !== null && {
      relatedIdentifiers: [
        {
          relatedIdentifier: described.conceptDoi,
          relatedIdentifierType: 'DOI',
          relationType: 'IsVersionOf',
          resourceTypeGeneral: 'Dataset',
        },
      ],
    }),
    formats: [...new Set(described.files.map(({ mediaType }) => mediaType))],
    version: described.version,
    rightsList: [
      {
        rights: described.licence,
        rightsUri: described.licenceUrl,
        rightsIdentifier: licenceIdentifier(described.licence).toLowerCase(),
        rightsIdentifierScheme: 'SPDX',
        schemeUri: 'https://spdx.org/licenses/',
      },
    ],
    descriptions: [{ description: described.description, descriptionType: 'Abstract', lang: 'en' }],
    ...(described.countries.length > 0 && {
      geoLocations: described.countries.map((country) => ({ geoLocationPlace: country })),
    }),
  };
}
