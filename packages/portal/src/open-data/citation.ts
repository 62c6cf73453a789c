import { exampleNote } from '@casebridge/bundle';
import type { ReleaseView } from '../model/release-view.ts';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';
import { licenceAddress, licenceIdentifier, openFolder, webAddress } from './addresses.ts';

/** What a reader may cite: a release, a table, a figure, or one contributor's part in a release. */
export interface Citation {
  /** Letters, digits and hyphens: unique in a reference list. */
  readonly key: string;
  readonly title: string;
  /** Organisations, in order: who made the data, then who keeps the portal. */
  readonly authors: readonly string[];
  readonly publisher: string;
  /** `2016-05-20`. */
  readonly date: string;
  readonly version: string;
  readonly url: string;
  readonly doi: string | null;
  readonly licence: string;
  readonly note: string | null;
  readonly language: string;
}

/** The citation of a release; what the other citations are part of. */
export function releaseCitation(view: ReleaseView, site: SiteIdentity, language: string): Citation {
  const { manifest } = view.bundle;
  return {
    key: `casebridge-${manifest.sequence}-${manifest.release.slice(0, 8)}`,
    title: manifest.title,
    authors: [manifest.signer.organisation],
    publisher: inLanguage(site.name, language),
    date: manifest.created,
    version: `${manifest.sequence} (${manifest.release})`,
    url: webAddress(site, `${language}/releases/${manifest.release}/`),
    doi: site.doi.releases[manifest.release] ?? null,
    licence: manifest.licence,
    note: manifest.example ? exampleNote : null,
    language,
  };
}

/** The citation of a part of a release that has an address of its own. */
export function partCitation(
  whole: Citation,
  part: { readonly key: string; readonly title: string; readonly url: string },
): Citation {
  const suffix = part.key.replaceAll(/[^A-Za-z0-9]+/g, '-');
  return { ...whole, key: `${whole.key}-${suffix}`, title: `${part.title}. ${whole.title}`, url: part.url };
}

/** The citation of what one contributor gave to a release: the contributor comes first. */
export function contributorCitation(
  view: ReleaseView,
  site: SiteIdentity,
  language: string,
  contributor: { readonly id: string; readonly name: string | null },
): Citation {
  const whole = releaseCitation(view, site, language);
  const name = contributor.name ?? contributor.id;
  return {
    ...partCitation(whole, {
      key: contributor.id,
      title: name,
      url: webAddress(site, `${openFolder(view)}/coverage.csv`),
    }),
    authors: [name, ...whole.authors.filter((author) => author !== name)],
  };
}

/** A BibLaTeX `@dataset` entry. */
export function bibtex(citation: Citation): string {
  const fields: readonly (readonly [string, string | null])[] = [
    // Two braces keep an organisation whole.
    ['author', citation.authors.map((author) => `{${tex(author)}}`).join(' and ')],
    ['title', `{${tex(citation.title)}}`],
    ['publisher', tex(citation.publisher)],
    ['year', citation.date.slice(0, 4)],
    ['date', citation.date],
    ['version', tex(citation.version)],
    ['doi', citation.doi],
    ['url', citation.url],
    [
      'note',
      [citation.note, `Licence ${citation.licence}`]
        .filter((text) => text !== null)
        .map(tex)
        .join('. '),
    ],
    ['langid', citation.language],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`  ${name} = {${value}},`] : []));
  return `@dataset{${citation.key},\n${lines.join('\n')}\n}\n`;
}

const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function tex(text: string): string {
  return text.replaceAll(/[\\~^]|[&%$#_{}]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}

/** A RIS record of type DATA; lines end with CR LF. */
export function ris(citation: Citation): string {
  const lines: readonly (readonly [string, string | null])[] = [
    ['TY', 'DATA'],
    ['ID', citation.key],
    ...citation.authors.map((author) => ['AU', `${author},`] as const),
    ['TI', citation.title],
    ['PB', citation.publisher],
    ['PY', citation.date.slice(0, 4)],
    ['DA', `${citation.date.replaceAll('-', '/')}/`],
    ['ET', citation.version],
    ['DO', citation.doi],
    ['UR', citation.url],
    ['LA', citation.language],
    ['C1', `Licence ${citation.licence}`],
    ['N1', citation.note],
    ['ER', ''],
  ];
  return lines
    .flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value.replaceAll(/\s+/g, ' ')}\r\n`]))
    .join('');
}

/** A citation file, version 1.2.0: YAML whose texts are JSON strings, which YAML reads as they are. */
export function cff(citation: Citation): string {
  const text = (value: string) => JSON.stringify(value);
  // `url` and `license-url` must be absolute; a site without an address has none.
  const absolute = /^https?:/.test(citation.url);
  return [
    'cff-version: 1.2.0',
    `message: ${text('If you use these data, cite them as below.')}`,
    'type: dataset',
    `title: ${text(citation.title)}`,
    'authors:',
    ...citation.authors.map((author) => `  - name: ${text(author)}`),
    `version: ${text(citation.version)}`,
    `date-released: ${citation.date}`,
    ...(citation.doi === null ? [] : [`doi: ${text(citation.doi)}`]),
    ...(absolute ? [`url: ${text(citation.url)}`] : []),
    ...(cffLicences.includes(licenceIdentifier(citation.licence))
      ? [`license: ${licenceIdentifier(citation.licence)}`]
      : [`license-url: ${text(licenceAddress(citation.licence))}`]),
    ...(citation.note === null ? [] : [`abstract: ${text(citation.note)}`]),
    '',
  ].join('\n');
}

// Identifiers that citation files may name; others are given by their address.
const cffLicences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0', 'ODbL-1.0'];

/** The three reference files of a citation, by what their names end with. */
export const citationFiles = { bib: bibtex, ris, cff } as const;
