// The invented releases as the open-data files see them: for tests.
import { answersFrom } from '@casebridge/privacy/results';
import type { SiteFile } from '../bake/room-set.ts';
import { openEdition } from '../bake/site-pages.ts';
import type { Assets, Edition } from '../components/page.ts';
import { fixtureReleases } from '../fixture.ts';
import { type ReleaseView, viewRelease } from '../model/release-view.ts';
import { readSiteFile, type SiteIdentity } from '../site/site-file.ts';

const assets: Assets = { style: '', styles: {}, scripts: {}, icon: '', logo: null };

/** The current invented release, its site with an address and a DOI, and its pages' language. */
export interface OpenFixture {
  readonly view: ReleaseView;
  readonly site: SiteIdentity;
  edition(language: string): Edition;
}

export function openFixture(): OpenFixture {
  const releases = fixtureReleases().map(({ bundle }) => viewRelease(bundle, answersFrom(bundle.measurements)));
  const view = releases.at(-1);
  if (!view) throw new Error('the fixture has releases');
  const site: SiteIdentity = {
    ...readSiteFile(),
    address: 'https://data.example.org/portal',
    doi: { concept: '10.5072/concept', releases: { [view.bundle.manifest.release]: '10.5072/release.2' } },
  };
  return { view, site, edition: (language) => openEdition({ site, assets, releases }, view, language) };
}

/** The text of the file at a path. Throws where there is none. */
export async function textOf(files: readonly SiteFile[], path: string): Promise<string> {
  const file = files.find((each) => each.path === path);
  if (!file) throw new Error(`no file ${path}`);
  const content = await file.content();
  return typeof content === 'string' ? content : new TextDecoder().decode(content);
}
