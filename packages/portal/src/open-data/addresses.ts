import { releaseFolder } from '../model/release-folder.ts';
import type { ReleaseView } from '../model/release-view.ts';
import type { SiteIdentity } from '../site/site-file.ts';

/** Where snippets say the site is, as long as its site file gives no address. */
export const placeholderAddress = 'https://portal.example/';

/** The site's address with a closing slash; the placeholder where the site file has none. */
export function siteAddress({ address }: Pick<SiteIdentity, 'address'>): string {
  const base = address ?? placeholderAddress;
  return base.endsWith('/') ? base : `${base}/`;
}

/**
 * An address for machine-readable descriptions: absolute where the site file gives the site's address, else from the
 * site's root, which is a valid IRI reference wherever the site is put.
 */
export function webAddress(site: Pick<SiteIdentity, 'address'>, path: string): string {
  const encoded = path.split('/').map(encodeURIComponent).join('/').replaceAll('%40', '@').replaceAll('%7E', '~');
  return site.address === undefined ? `/${encoded}` : `${siteAddress(site)}${encoded}`;
}

/** Folder of what is made from a release for re-use, in no language: `data/<release>`. */
export function openFolder(view: ReleaseView): string {
  return `data/${view.bundle.manifest.release}`;
}

/** Path of a file of the signed bundle in the site. */
export function bundleFile(view: ReleaseView, path: string): string {
  return `${releaseFolder(view.bundle.manifest)}/${path}`;
}

/** A table's name in addresses: its variables joined by `~`. */
export function tableKey(set: readonly string[]): string {
  return set.join('~');
}

/** Addresses of licences that manifests name by SPDX identifier. */
const licences: Readonly<Record<string, string>> = {
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-SA-4.0': 'https://creativecommons.org/licenses/by-sa/4.0/',
  'CC0-1.0': 'https://creativecommons.org/publicdomain/zero/1.0/',
  'ODbL-1.0': 'https://opendatacommons.org/licenses/odbl/1-0/',
};

/** A licence's SPDX identifier, where people write it with spaces: `CC BY 4.0` is `CC-BY-4.0`. */
export function licenceIdentifier(licence: string): string {
  return licence.trim().replace(/\s+/g, '-');
}

/** A licence's address: the licence's own page, else its entry in the SPDX list. */
export function licenceAddress(licence: string): string {
  const identifier = licenceIdentifier(licence);
  return licences[identifier] ?? `https://spdx.org/licenses/${encodeURIComponent(identifier)}.html`;
}
