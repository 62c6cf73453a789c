import type { ReleaseView } from '../model/release-view.ts';
import { isPictured, leadingFigures } from '../pictures/pictured-figures.ts';
import type { SiteIdentity } from '../site/site-file.ts';
import { tableKey } from './addresses.ts';
import type { FileSchema } from './schemas.ts';

/** One kind of address that programs may ask for. Its words are the message `api.<id>`. */
export interface Operation {
  readonly id: string;
  /** Address from the site's root, with `{parameters}`. */
  readonly path: string;
  readonly mediaType: string;
  /** Shape of a JSON answer. */
  readonly schema?: FileSchema;
}

const json = 'application/json';
const csv = 'text/csv';
const png = 'image/png';

/** Every kind of address, in the order in which the page explains them. */
export const operations: readonly Operation[] = [
  { id: 'latest', path: '/latest.json', mediaType: json, schema: 'Latest' },
  { id: 'figure', path: '/{language}/figures/{figure}.json', mediaType: json, schema: 'FigureFile' },
  { id: 'figureCsv', path: '/{language}/figures/{figure}.csv', mediaType: csv },
  { id: 'figureMarkdown', path: '/{language}/figures/{figure}.md', mediaType: 'text/markdown' },
  { id: 'figurePicture', path: '/{language}/figures/{figure}.svg', mediaType: 'image/svg+xml' },
  { id: 'figurePng', path: '/{language}/figures/{figure}.png', mediaType: png },
  { id: 'figureSquarePng', path: '/{language}/figures/{leading}.square.png', mediaType: png },
  { id: 'figureBibtex', path: '/{language}/figures/{figure}.bib', mediaType: 'application/x-bibtex' },
  { id: 'figureRis', path: '/{language}/figures/{figure}.ris', mediaType: 'application/x-research-info-systems' },
  { id: 'figureCff', path: '/{language}/figures/{figure}.cff', mediaType: 'application/yaml' },
  { id: 'figures', path: '/{language}/figures.json', mediaType: json, schema: 'FigureRows' },
  { id: 'figuresCsv', path: '/{language}/figures.csv', mediaType: csv },
  { id: 'place', path: '/{language}/places/{region}/{year}.json', mediaType: json, schema: 'FigureRows' },
  { id: 'placeCsv', path: '/{language}/places/{region}/{year}.csv', mediaType: csv },
  { id: 'report', path: '/{language}/report/{year}.json', mediaType: json, schema: 'FigureRows' },
  { id: 'reportCsv', path: '/{language}/report/{year}.csv', mediaType: csv },
  { id: 'tables', path: '/data/{release}/tables.json', mediaType: json, schema: 'TableIndex' },
  { id: 'table', path: '/data/{release}/tables/{table}.json', mediaType: json, schema: 'RowsFile' },
  { id: 'tableCsv', path: '/data/{release}/tables/{table}.csv', mediaType: csv },
  { id: 'tableHxl', path: '/data/{release}/tables/{table}.hxl.csv', mediaType: csv },
  { id: 'tableMarkdown', path: '/data/{release}/tables/{table}.md', mediaType: 'text/markdown' },
  { id: 'tablePicture', path: '/data/{release}/tables/{table}.svg', mediaType: 'image/svg+xml' },
  { id: 'tablePng', path: '/data/{release}/tables/{table}.png', mediaType: png },
  { id: 'tableSpss', path: '/data/{release}/tables/{table}.sps', mediaType: 'text/plain' },
  { id: 'tableStata', path: '/data/{release}/tables/{table}.do', mediaType: 'text/plain' },
  { id: 'tableBibtex', path: '/data/{release}/tables/{table}.bib', mediaType: 'application/x-bibtex' },
  { id: 'tableRis', path: '/data/{release}/tables/{table}.ris', mediaType: 'application/x-research-info-systems' },
  { id: 'tableCff', path: '/data/{release}/tables/{table}.cff', mediaType: 'application/yaml' },
  { id: 'releaseFigures', path: '/data/{release}/figures.json', mediaType: json, schema: 'RowsFile' },
  { id: 'releaseFiguresCsv', path: '/data/{release}/figures.csv', mediaType: csv },
  { id: 'coverage', path: '/data/{release}/coverage.json', mediaType: json, schema: 'RowsFile' },
  { id: 'coverageCsv', path: '/data/{release}/coverage.csv', mediaType: csv },
  { id: 'citation', path: '/data/{release}/CITATION.cff', mediaType: 'application/yaml' },
  { id: 'releaseBibtex', path: '/data/{release}/release.bib', mediaType: 'application/x-bibtex' },
  { id: 'releaseRis', path: '/data/{release}/release.ris', mediaType: 'application/x-research-info-systems' },
  { id: 'schemaOrg', path: '/data/{release}/schema-org.jsonld', mediaType: 'application/ld+json' },
  { id: 'dcat', path: '/data/{release}/dcat.ttl', mediaType: 'text/turtle' },
  { id: 'croissant', path: '/data/{release}/croissant.json', mediaType: json },
  { id: 'dataCite', path: '/data/{release}/datacite.json', mediaType: json },
  { id: 'ddi', path: '/data/{release}/ddi-codebook.xml', mediaType: 'application/xml' },
  { id: 'sdmx', path: '/data/{release}/sdg-16.2.2.csv', mediaType: csv },
  { id: 'catalogue', path: '/data/catalogue.ttl', mediaType: 'text/turtle' },
  { id: 'manifest', path: '/r/{release}/manifest.json', mediaType: json },
];

/** What a parameter may be: the values there are, the current release's own first. */
export function parameterValues(
  releases: readonly ReleaseView[],
  site: SiteIdentity,
): Readonly<Record<string, readonly string[]>> {
  const view = releases.at(-1);
  const places = (view?.bundle.figures ?? []).flatMap(({ place }) => (place ? [place.region] : []));
  return {
    language: site.languages,
    release: [...releases].reverse().map(({ bundle }) => bundle.manifest.release),
    figure: (view?.citable ?? []).map(({ id }) => id),
    leading: view ? leadingFigures({ view, releases, site }).map(({ id }) => id) : [],
    table: (view?.answers.tables ?? []).map(tableKey),
    region: [...new Set(places)],
    year: [...(view?.bundle.manifest.periods ?? [])].reverse(),
  };
}

/** Names of the parameters of an address. */
export function parametersOf({ path }: Operation): readonly string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
}

/** The kinds of address that a site has: one without a language that the portal's font can write has no PNG pictures. */
export function operationsOf(values: Readonly<Record<string, readonly string[]>>): readonly Operation[] {
  return operations.filter(({ mediaType }) => mediaType !== png || values.language?.some(isPictured));
}

/** An address that exists: every parameter with its first value; null where a parameter has none. */
export function exampleOf(
  operation: Operation,
  values: Readonly<Record<string, readonly string[]>>,
  chosen: Readonly<Record<string, string>> = {},
): string | null {
  const names = parametersOf(operation);
  if (operation.mediaType === png && chosen.language !== undefined && !isPictured(chosen.language)) {
    const { language: _, ...others } = chosen;
    return exampleOf(operation, { ...values, language: values.language?.filter(isPictured) ?? [] }, others);
  }
  if (names.some((name) => (chosen[name] ?? values[name]?.[0]) === undefined)) return null;
  return operation.path.slice(1).replaceAll(/\{(\w+)\}/g, (_, name: string) => chosen[name] ?? values[name]?.[0] ?? '');
}
