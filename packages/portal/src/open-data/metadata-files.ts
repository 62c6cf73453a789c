import type { SiteFile } from '../bake/room-set.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { openFolder, tableKey } from './addresses.ts';
import { croissant } from './croissant.ts';
import { dataCite } from './datacite.ts';
import { dcatJsonLd, dcatTurtle } from './dcat.ts';
import { ddiCodebook } from './ddi.ts';
import { describeRelease } from './description.ts';
import { spssSyntax, stataSyntax, syntheticFile } from './label-syntax.ts';
import { schemaDataset } from './schema-org.ts';
import { sdmxCsv } from './sdmx.ts';
import { tableFileColumns, tableTitle } from './table-rows.ts';

/** Names of the files that describe a release, in its folder, with the standard each follows. */
export const metadataFiles = {
  'schema-org.jsonld': 'schema.org Dataset',
  'dcat.jsonld': 'DCAT 3',
  'dcat.ttl': 'DCAT 3',
  'croissant.json': 'Croissant 1.0',
  'datacite.json': 'DataCite 4.6',
  'ddi-codebook.xml': 'DDI Codebook 2.5',
  'sdg-16.2.2.csv': 'SDMX-CSV 2.0',
} as const;

/** What describes the releases to catalogues and statistics programs. */
export function describingFiles(releases: readonly ReleaseView[], site: SiteIdentity): SiteFile[] {
  const all = () => releases.map((view) => describeRelease(view, site));
  return [
    { path: 'data/catalogue.ttl', content: () => dcatTurtle(all()) },
    { path: 'data/catalogue.jsonld', content: () => dcatJsonLd(all()) },
    ...releases.flatMap((view) => describingFilesOf(view, site)),
  ];
}

function describingFilesOf(view: ReleaseView, site: SiteIdentity): SiteFile[] {
  const folder = openFolder(view);
  const described = () => describeRelease(view, site);
  const json = (value: unknown) => `${JSON.stringify(value, null, 1)}\n`;
  const content: Readonly<Record<keyof typeof metadataFiles, () => string>> = {
    'schema-org.jsonld': () => json(schemaDataset(described())),
    'dcat.jsonld': () => dcatJsonLd([described()]),
    'dcat.ttl': () => dcatTurtle([described()]),
    'croissant.json': () => json(croissant(described())),
    'datacite.json': () => json(dataCite(described())),
    'ddi-codebook.xml': () => ddiCodebook(view, described()),
    'sdg-16.2.2.csv': () => sdmxCsv(view),
  };
  const synthetic = syntheticFile(view);
  return [
    ...Object.entries(content).map(([name, make]) => ({ path: `${folder}/${name}`, content: make })),
    ...view.answers.tables.flatMap((set) => {
      const key = tableKey(set);
      const file = { name: `${key}.csv`, title: tableTitle(view, set), columns: tableFileColumns(view, set) };
      return [
        { path: `${folder}/tables/${key}.sps`, content: () => spssSyntax(view, file) },
        { path: `${folder}/tables/${key}.do`, content: () => stataSyntax(view, file) },
      ];
    }),
    ...(synthetic === null
      ? []
      : [
          { path: `${folder}/synthetic.sps`, content: () => spssSyntax(view, synthetic) },
          { path: `${folder}/synthetic.do`, content: () => stataSyntax(view, synthetic) },
        ]),
  ];
}
