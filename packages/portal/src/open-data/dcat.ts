import type { Description } from './description.ts';
import { jsonLd, type LinkedNode, type LinkedValue, type Prefixes, turtle } from './linked-data.ts';

const prefixes: Prefixes = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  spdx: 'http://spdx.org/rdf/terms#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
};

const english = (text: string): LinkedValue => ({ text, language: 'en' });
const node = (iri: string): LinkedValue => ({ iri });

/**
 * A catalogue of releases in DCAT version 3: the catalogue, the series that the releases form, each release as a dataset
 * and each file as a distribution with its checksum.
 *
 * @param releases oldest first
 */
export function dcatNodes(releases: readonly Description[]): readonly LinkedNode[] {
  const current = releases.at(-1);
  if (!current) return [];
  const catalogue = current.portal.url;
  const series = `${catalogue}#series`;
  const publisher = `${catalogue}#publisher`;
  const about = [
    ['dct:publisher', node(publisher)],
    ['dct:license', node(current.licenceUrl)],
  ] as const;
  return [
    {
      iri: catalogue,
      types: ['dcat:Catalog'],
      properties: [
        ['dct:title', english(current.portal.name)],
        ['dct:description', english(current.description)],
        ...about,
        ['foaf:homepage', node(catalogue)],
        ['dcat:dataset', node(series)],
        ...releases.map(({ url }) => ['dcat:dataset', node(url)] as const),
      ],
    },
    {
      iri: publisher,
      types: ['foaf:Agent', 'foaf:Organization'],
      properties: [['foaf:name', { text: current.publisher }]],
    },
    {
      iri: series,
      types: ['dcat:DatasetSeries'],
      properties: [
        ['dct:title', english(current.title)],
        ['dct:description', english(current.description)],
        ...about,
        ...(current.conceptDoi === null
          ? []
          : [['dct:identifier', { text: `https://doi.org/${current.conceptDoi}` }] as const]),
        ['dcat:first', node(releases[0]?.url ?? current.url)],
        ['dcat:last', node(current.url)],
      ],
    },
    ...releases.flatMap((release, at) => releaseNodes(release, releases[at - 1] ?? null, series, publisher)),
  ];
}

function releaseNodes(
  release: Description,
  previous: Description | null,
  series: string,
  publisher: string,
): LinkedNode[] {
  const period = `${release.url}#years`;
  return [
    {
      iri: release.url,
      types: ['dcat:Dataset'],
      properties: [
        ['dct:title', english(`${release.title}, release ${release.sequence}`)],
        ['dct:description', english(release.description)],
        ['dct:identifier', { text: release.release }],
        ...(release.doi === null ? [] : [['dct:identifier', { text: `https://doi.org/${release.doi}` }] as const]),
        ['dct:publisher', node(publisher)],
        ['dct:license', node(release.licenceUrl)],
        ['dct:accessRights', node('http://publications.europa.eu/resource/authority/access-right/PUBLIC')],
        ['dct:issued', { text: release.issued, datatype: 'xsd:date' }],
        ['dct:temporal', node(period)],
        ['dcat:theme', node('http://publications.europa.eu/resource/authority/data-theme/JUST')],
        ...release.keywords.map((keyword) => ['dcat:keyword', english(keyword)] as const),
        ...release.languages.flatMap((language) => {
          const iri = languageIris[language];
          return iri === undefined ? [] : [['dct:language', node(iri)] as const];
        }),
        ['dcat:landingPage', node(release.url)],
        ['dcat:version', { text: release.version }],
        ['adms:versionNotes', english(release.status)],
        ['dcat:inSeries', node(series)],
        ...(previous === null ? [] : [['dcat:prev', node(previous.url)] as const]),
        ...(previous === null ? [] : [['dcat:previousVersion', node(previous.url)] as const]),
        ...release.files.map(({ url }) => ['dcat:distribution', node(`${url}#file`)] as const),
      ],
    },
    { iri: release.url, types: ['foaf:Document'], properties: [] },
    {
      iri: period,
      types: ['dct:PeriodOfTime'],
      properties: [
        ['dcat:startDate', { text: release.years[0], datatype: 'xsd:gYear' }],
        ['dcat:endDate', { text: release.years[1], datatype: 'xsd:gYear' }],
      ],
    },
    ...release.files.flatMap(({ name, url, mediaType, bytes, sha256 }): LinkedNode[] => [
      {
        iri: `${url}#file`,
        types: ['dcat:Distribution'],
        properties: [
          ['dct:title', english(name)],
          ['dcat:accessURL', node(url)],
          ['dcat:downloadURL', node(url)],
          ['dcat:mediaType', node(`https://www.iana.org/assignments/media-types/${mediaType}`)],
          ['dct:license', node(release.licenceUrl)],
          ...(bytes === null
            ? []
            : [['dcat:byteSize', { text: String(bytes), datatype: 'xsd:nonNegativeInteger' }] as const]),
          ...(sha256 === null ? [] : [['spdx:checksum', node(`${url}#sha256`)] as const]),
        ],
      },
      ...(sha256 === null
        ? []
        : [
            {
              iri: `${url}#sha256`,
              types: ['spdx:Checksum'],
              properties: [
                ['spdx:algorithm', node('http://spdx.org/rdf/terms#checksumAlgorithm_sha256')],
                ['spdx:checksumValue', { text: sha256, datatype: 'xsd:hexBinary' }],
              ] as const,
            },
          ]),
    ]),
  ];
}

const languageIris: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ en: 'ENG', fr: 'FRA', es: 'SPA', ar: 'ARA', pt: 'POR', ru: 'RUS', zh: 'ZHO' }).map(
    ([language, code]) => [language, `http://publications.europa.eu/resource/authority/language/${code}`],
  ),
);

/** The catalogue as Turtle. */
export function dcatTurtle(releases: readonly Description[]): string {
  return turtle(prefixes, dcatNodes(releases));
}

/** The catalogue as JSON-LD. */
export function dcatJsonLd(releases: readonly Description[]): string {
  return `${JSON.stringify(jsonLd(prefixes, dcatNodes(releases)), null, 1)}\n`;
}
