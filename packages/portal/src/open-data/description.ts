import { exampleNote } from '@casebridge/bundle';
import type { Counted } from '@casebridge/figures';
import type { ReleaseView } from '../model/release-view.ts';
import { inLanguage, type SiteIdentity } from '../site/site-file.ts';
import { bundleFile, licenceAddress, openFolder, webAddress } from './addresses.ts';

/** One file of a release as every catalogue describes it. */
export interface DescribedFile {
  readonly name: string;
  readonly url: string;
  readonly mediaType: string;
  /** Null for files made while baking: the manifest signs only the bundle's own. */
  readonly bytes: number | null;
  readonly sha256: string | null;
}

/** A release as every catalogue describes it: each metadata standard is written from this. */
export interface Description {
  readonly url: string;
  readonly title: string;
  readonly description: string;
  readonly keywords: readonly string[];
  readonly portal: { readonly name: string; readonly url: string };
  readonly publisher: string;
  /** Contributors that are named in public. */
  readonly contributors: readonly string[];
  /** `2016-05-20`. */
  readonly issued: string;
  readonly version: string;
  readonly sequence: number;
  readonly status: string;
  readonly release: string;
  readonly doi: string | null;
  readonly conceptDoi: string | null;
  readonly licence: string;
  readonly licenceUrl: string;
  /** What its numbers count. */
  readonly counted: Counted;
  readonly languages: readonly string[];
  /** First and last registration year. */
  readonly years: readonly [string, string];
  /** ISO alpha-3 codes of the countries contributors declare to work in. */
  readonly countries: readonly string[];
  readonly variables: readonly { readonly id: string; readonly label: string; readonly definition: string }[];
  readonly files: readonly DescribedFile[];
  readonly example: boolean;
}

const keywords = [
  'human trafficking',
  'forced labour',
  'assisted victims',
  'administrative data',
  'differential privacy',
  'open data',
];

/** The description of a release, in English: the language of catalogues. */
export function describeRelease(view: ReleaseView, site: SiteIdentity): Description {
  const { manifest, coverage, codebook } = view.bundle;
  const counted = view.bundle.privacy.unit;
  const years = manifest.periods.filter((period) => /^\d{4}$/.test(period));
  const first = years[0] ?? manifest.created.slice(0, 4);
  const last = years.at(-1) ?? first;
  const made = (name: string, mediaType: string): DescribedFile => ({
    name,
    url: webAddress(site, `${openFolder(view)}/${name}`),
    mediaType,
    bytes: null,
    sha256: null,
  });
  return {
    url: webAddress(site, `${site.defaultLanguage}/releases/${manifest.release}/`),
    title: manifest.title,
    description:
      `${manifest.example ? `${exampleNote}. ` : ''}Protected counts and figures on identified and assisted victims of human trafficking, ` +
      `registered ${first === last ? first : `${first}–${last}`}, from the case records of ${coverage.contributors.length} contributors${counted === 'person' ? ', in which each person counts once as far as linkage could tell' : ''}. ` +
      'Every number carries noise, a 95% interval and its unknown share. This is not prevalence.',
    keywords,
    portal: { name: inLanguage(site.name, 'en'), url: webAddress(site, `${site.defaultLanguage}/`) },
    publisher: manifest.signer.organisation,
    contributors: coverage.contributors.flatMap(({ name }) => (name === null ? [] : [name])),
    issued: manifest.created,
    version: String(manifest.sequence),
    sequence: manifest.sequence,
    status: manifest.status,
    release: manifest.release,
    doi: site.doi.releases[manifest.release] ?? null,
    conceptDoi: site.doi.concept ?? null,
    licence: manifest.licence,
    licenceUrl: licenceAddress(manifest.licence),
    counted,
    languages: manifest.languages,
    years: [first, last],
    countries: [...new Set(coverage.contributors.flatMap(({ countries }) => Object.values(countries).flat()))].sort(),
    variables: codebook.variables.map(({ id, labels, definition }) => ({
      id,
      label: labels.en ?? id,
      definition: definition.en ?? labels.en ?? id,
    })),
    files: [
      ...manifest.files.map(({ path, bytes, sha256, mediaType }) => ({
        name: path,
        url: webAddress(site, bundleFile(view, path)),
        mediaType,
        bytes,
        sha256,
      })),
      made('figures.csv', 'text/csv'),
      made('figures.hxl.csv', 'text/csv'),
      made('coverage.csv', 'text/csv'),
      made('sdg-16.2.2.csv', 'text/csv'),
    ],
    example: manifest.example,
  };
}
