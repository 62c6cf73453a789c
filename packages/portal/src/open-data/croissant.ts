import { tableColumns } from '@casebridge/bundle';
import { withCounted } from '@casebridge/figures';
import type { Description } from './description.ts';

/** The context that the Croissant 1.0 specification gives for every file. */
const context = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const meanings: Readonly<Record<(typeof tableColumns)[number], readonly [type: string, meaning: string]>> = {
  variables: ['sc:Text', 'Variables of the table, joined by semicolons'],
  codes: ['sc:Text', 'Codes of the cell, in the order of the variables'],
  period: ['sc:Text', 'Registration year, undated, all, or a year with -late'],
  estimate: [
    'sc:Float',
    'Unbiased noisy estimate of the number of {counted, select, person {persons} other {records}}',
  ],
  sd: ['sc:Float', 'Standard deviation of the noise'],
  lower: ['sc:Float', 'Lower end of the 95% interval'],
  upper: ['sc:Float', 'Upper end of the 95% interval'],
  flag: ['sc:Text', 'ok, low, unfit, or declared: zero by declaration'],
  display: ['sc:Integer', 'Whole number for looking at, not for adding up'],
  labels: ['sc:Text', 'Variables and codes in words'],
  example: ['sc:Text', 'Says that the data are not real'],
};

/** A release as Croissant 1.0 metadata: its signed files, the cells of its tables, and how sensitive the subject is. */
export function croissant(described: Description): Readonly<Record<string, unknown>> {
  const signed = described.files.filter(({ sha256 }) => sha256 !== null);
  const tables = signed.find(({ name }) => name === 'data/tables.csv');
  const columns = tableColumns.filter((name) => described.example || name !== 'example');
  return {
    '@context': context,
    '@type': 'sc:Dataset',
    name: described.title,
    description: described.description,
    conformsTo: ['http://mlcommons.org/croissant/1.0', 'http://mlcommons.org/croissant/RAI/1.0'],
    url: described.url,
    license: described.licenceUrl,
    citeAs: `${described.publisher} (${described.issued.slice(0, 4)}). ${described.title}. Release ${described.sequence} (${described.release}). ${described.doi === null ? described.url : `https://doi.org/${described.doi}`}`,
    creator: { '@type': 'sc:Organization', name: described.publisher },
    publisher: { '@type': 'sc:Organization', name: described.publisher },
    datePublished: described.issued,
    version: `${described.sequence}.0.0`,
    inLanguage: described.languages,
    keywords: described.keywords,
    isLiveDataset: false,
    'rai:personalSensitiveInformation': [
      'The subject is human trafficking. No row is a person: cells are noisy counts, protected by differential privacy.',
    ],
    'rai:dataLimitations':
      'Not prevalence: it describes people whom contributing organisations identified and assisted.',
    distribution: signed.map(({ name, url, mediaType, bytes, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': name,
      name,
      contentUrl: url,
      encodingFormat: mediaType,
      contentSize: `${bytes} B`,
      sha256,
    })),
    recordSet: tables
      ? [
          {
            '@type': 'cr:RecordSet',
            '@id': 'cells',
            name: 'cells',
            description: 'Every published cell of every table in every period.',
            key: ['variables', 'codes', 'period'].map((name) => ({ '@id': `cells/${name}` })),
            field: columns.map((name) => ({
              '@type': 'cr:Field',
              '@id': `cells/${name}`,
              name,
              description: withCounted(meanings[name][1], described.counted),
              dataType: meanings[name][0],
              source: { fileObject: { '@id': tables.name }, extract: { column: name } },
            })),
          },
        ]
      : [],
  };
}
